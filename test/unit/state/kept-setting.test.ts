import { expect, test } from 'vitest';
import type { Envelope, ErrorRecord, Workspace } from '#lib/api/index.ts';
import { KeptSetting } from '#lib/state/kept-setting.ts';

test('a setting that could not be stored is told, one that was is not', async () => {
	const workspace = { id: 'w1' } as Workspace;
	const full: ErrorRecord = { code: 'storage-quota', params: {} };
	const answers: Envelope<Workspace>[] = [
		{ ok: true, value: workspace },
		{ ok: false, error: full }
	];
	const told: ErrorRecord[] = [];
	const setting = new KeptSetting(
		'contractStatuses',
		{ workspace, readOnly: false },
		{ update: () => Promise.resolve(answers.shift()!), refused: (error) => told.push(error) }
	);
	await setting.keep(null);
	expect(told).toEqual([]);
	await setting.keep(null);
	expect(told).toEqual([full]);
});
