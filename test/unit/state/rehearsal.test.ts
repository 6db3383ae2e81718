import { describe, expect, it, vi } from 'vitest';
import type { DatasetManifest, DecideAppend, ImportJob, ImportRecipe } from '#lib/api/index.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { Copies } from '#lib/state/copies.svelte.ts';
import { Rehearsal } from '#lib/state/rehearsal.svelte.ts';

const source = (name: string) => ({ file: { name, size: 1 }, fingerprint: `content ${name}`, recipe: {} });
const dataset = {
	id: 'd',
	workspaceId: 'w',
	name: 'Orders',
	sources: [source('one'), source('two'), source('three')]
} as unknown as DatasetManifest;
const other = { version: 1 } as ImportRecipe;

function setUp(kept: readonly string[]) {
	const after = { id: 'd' } as DatasetManifest;
	const run = vi.fn(async (_: ImportJob, _progress: unknown, decide: DecideAppend) => {
		await decide({ changed: { orders: 3 } } as Parameters<DecideAppend>[0], 'two');
		return { ok: true as const, value: after };
	});
	const versionStored = vi.fn(() => Promise.resolve());
	const app = {
		newId: () => 'job',
		now: () => 0,
		versionStored,
		copies: new Copies(),
		importApi: {
			run,
			fingerprint: async (file: File) => ({ ok: true as const, value: `content ${await file.text()}` })
		},
		library: {
			originalsOf: () => kept.map((name) => ({ fingerprint: `content ${name}`, name })),
			files: {
				original: (_: string, fingerprint: string) =>
					Promise.resolve({ ok: true as const, value: new Blob([fingerprint.slice(8)]) })
			}
		}
	} as unknown as App;
	return { rehearsal: new Rehearsal(app, dataset, [null, other, other]), run, after, versionStored };
}

describe('A fix of several files', () => {
	it('reads all of them again, those that are not kept given once more, and tells of orders that then differ', async () => {
		const { rehearsal, run, after, versionStored } = setUp(['one', 'three']);
		await rehearsal.begin();
		expect(rehearsal.step).toEqual({ at: 'needs-file', files: ['two'] });
		await rehearsal.give([new File(['else'], 'two')]);
		expect(rehearsal.step).toEqual({ at: 'needs-file', files: ['two'] });
		expect(run).not.toHaveBeenCalled();
		await rehearsal.give([new File(['two'], 'whatever')]);
		expect(rehearsal.step).toEqual({ at: 'ready', after, contrary: 3 });
		const [job] = run.mock.calls[0] as [ImportJob, unknown, unknown];
		expect(job).toMatchObject({ rehearsal: true, replaces: 'd', recipe: other });
		expect(job.among).toMatchObject({ place: 1, recipes: [null, other, other] });
		expect(await Promise.all(job.among?.files.map((file) => file.text()) ?? [])).toEqual([
			'one',
			'two',
			'three'
		]);
		await rehearsal.apply();
		expect(run.mock.calls[1]?.[0]).toMatchObject({ rehearsal: false });
		expect(versionStored).toHaveBeenCalledWith(after);
		expect(rehearsal.step).toEqual({ at: 'done' });
	});

	it('needs nothing where all are kept', async () => {
		const { rehearsal, after } = setUp(['one', 'two', 'three']);
		await rehearsal.begin();
		expect(rehearsal.step).toEqual({ at: 'ready', after, contrary: 3 });
	});
});
