import { describe, expect, it, vi } from 'vitest';
import type { TableManifest } from '#lib/api/index.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { FilesAgain } from '#lib/state/files-again.svelte.ts';

const source = (name: string, fingerprint: string) => ({
	file: { name, size: 1 },
	fingerprint,
	recipe: { name },
	importedAt: 0,
	comparison: { recognised: 0, replaced: 0, added: 1 }
});
const dataset = {
	id: 't',
	entity: 'customer',
	sources: [source('one.csv', 'content 1'), source('two.csv', 'content 2')]
} as unknown as TableManifest;

function setUp() {
	const chooseAgain = vi.fn(() => Promise.resolve());
	const importApi = {
		fingerprint: async (file: File) => ({ ok: true as const, value: `content ${await file.text()}` })
	};
	const kept = ['content 2', 'lost'];
	const library = {
		originalsOf: () => kept.map((fingerprint) => ({ fingerprint, name: `${fingerprint}.csv` })),
		files: {
			original: (_: string, fingerprint: string) =>
				Promise.resolve(
					fingerprint === 'lost'
						? { ok: false as const, error: { code: 'storage-damaged', params: {} } }
						: { ok: true as const, value: new Blob(['2']) }
				)
		}
	};
	const imports = { chooseAgain };
	const app = { importApi, library, imports, goTo: () => undefined } as unknown as App;
	const listed = { dataset };
	return { again: new FilesAgain(app, () => listed.dataset), chooseAgain, listed };
}

describe('files given once more', () => {
	it('are told apart by their bytes, whatever they are called, and all are needed', async () => {
		const { again, chooseAgain } = setUp();
		const [two, other] = [new File(['2'], 'one.csv'), new File(['3'], 'two.csv')];
		await again.give([two, other]);
		expect(again.sources.map(({ given }) => given)).toEqual([null, two]);
		expect(again.strangers).toEqual(['two.csv']);
		await again.change(1);
		expect(chooseAgain).not.toHaveBeenCalled();

		const one = new File(['1'], 'anything');
		await again.give([one]);
		expect(again.complete).toBe(true);
		expect(again.strangers).toEqual([]);
		await again.change(1);
		const among = { files: [one, two], place: 1 };
		expect(chooseAgain).toHaveBeenCalledWith(two, { name: 'two.csv' }, { dataset, among });
	});

	it('stay given when the dataset is listed anew, which is then the one that changes', async () => {
		const { again, chooseAgain, listed } = setUp();
		const files = [new File(['1'], 'one.csv'), new File(['2'], 'two.csv')];
		await again.give([...files.slice(0, 1), new File(['3'], 'three.csv')]);
		listed.dataset = { ...structuredClone(dataset), name: 'Renamed' };
		expect(again.sources.map(({ given }) => given)).toEqual([files[0], null]);
		again.forgetStrangers();
		expect(again.strangers).toEqual([]);
		await again.give(files.slice(1));
		await again.change(0);
		const among = { files, place: 0 };
		expect(chooseAgain).toHaveBeenCalledWith(
			files[0],
			{ name: 'one.csv' },
			{ dataset: listed.dataset, among }
		);
	});

	it('are only those of which no copy is kept; one that is damaged is told of and asked for', async () => {
		const { again } = setUp();
		expect(await again.takeKept()).toMatchObject({ code: 'storage-damaged' });
		expect(again.sources.map(({ given }) => given?.name ?? null)).toEqual([null, 'content 2.csv']);
		await again.give([new File(['1'], 'one.csv')]);
		expect(again.complete).toBe(true);
		expect(again.taking).toBe(false);
	});
});
