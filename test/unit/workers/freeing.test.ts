import { beforeEach, expect, it, vi } from 'vitest';
import type { Progress } from '#lib/api/index.ts';
import { keptName } from '#lib/core/dataset/recipe.ts';
import { withKeptAs } from '#lib/state/recipe-edit.ts';
import { eraseDatabase } from '#lib/storage/erase.ts';
import { ChunkBatch } from '#lib/storage/write-columns.ts';
import { databaseWithWorkspace, freshBrowser, fullTable, recordCounts, save } from '../../storage/fixture.ts';
import { keptValues } from '../../../workers/import/kept-values.ts';
import { valueOf, workspace } from './workspace.ts';

beforeEach(freshBrowser);

const csv = 'Order ID,Customer ID,Order date,Amount\no1,c1,2024-04-01,5\no2,c9,2024-05-28,7\n';
/** Arguments of the transaction in which a version is freed: a mode, three tables and a task. */
const FREEING = 5;

it('An import waits for all that was cancelled before it to be freed, and hears of its own cancel meanwhile', async () => {
	const { connection, importing, take } = await workspace();
	const free: (() => void)[] = [];
	await connection.use(async (database) => {
		const begin = database.transaction.bind(database) as (...of: unknown[]) => unknown;
		vi.spyOn(database, 'transaction').mockImplementation(((...of: unknown[]) =>
			of.length === FREEING
				? new Promise<void>((resolve) => free.push(resolve)).then(() => begin(...of))
				: begin(...of)) as unknown as typeof database.transaction);
	});
	const file = new File([csv], 'a.csv');
	const { recipe } = valueOf(await importing.inspect(file, null));
	const run = (jobId: string, onProgress: (progress: Progress) => void = () => undefined) =>
		importing.run(
			{ jobId, workspaceId: 'w', datasetName: jobId, file, recipe, keepOriginal: false, nowMs: 1 },
			onProgress
		);
	const cancelledRun = (jobId: string) =>
		run(jobId, ({ stage }) => void (stage === 'storing' && importing.cancel(jobId)));
	// Both had begun before one was cancelled; neither answer waits for what is freed.
	const both = await Promise.all([cancelledRun('a'), cancelledRun('b')]);
	expect(both).toMatchObject(Array(2).fill({ error: { code: 'cancelled' } }));
	await vi.waitFor(() => expect(free).toHaveLength(2));

	let isDone = false;
	const third = take('c.csv', csv).finally(() => (isDone = true));
	free[1]?.();
	const fourth = run('d');
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(isDone).toBe(false);
	await importing.cancel('d');
	expect(await fourth).toMatchObject({ error: { code: 'cancelled' } });
	free[0]?.();
	await third;
	expect(isDone).toBe(true);
});

it('Nothing can be erased until what was cancelled is freed, and the answer does not wait for it', async () => {
	const database = await databaseWithWorkspace();
	const before = await recordCounts(database);
	const controller = new AbortController();
	const freed: Promise<void>[] = [];
	const saving = save(
		database,
		'a',
		{
			signal: controller.signal,
			onProgress: (done) => {
				if (done > 0) controller.abort();
			},
			onFreeing: (one) => void freed.push(one)
		},
		fullTable(600_000)
	);
	await expect(saving).rejects.toMatchObject({ code: 'cancelled' });
	await expect(eraseDatabase()).rejects.toMatchObject({ code: 'storage-busy' });
	await Promise.all(freed);
	expect(await recordCounts(database)).toEqual(before);
});

it('A batch that waits for the one before is not written once it is stopped', async () => {
	const database = await databaseWithWorkspace();
	const batch = new ChunkBatch(database);
	for (const part of [0, 1]) {
		await batch.add({ dataset: 'a', column: 'amount', part, data: new Blob(['x']) });
		batch.write();
	}
	await batch.stop();
	// The first was on its way.
	expect(await database.chunks.toArray()).toMatchObject([{ part: 0 }]);
});

it('Values that steps know are those of the name under which a column is kept', async () => {
	const { importing, take, connection } = await workspace();
	const text = `Order ID,Customer ID,Order date,Amount,Source\n${Array.from({ length: 20 }, (_, i) => `o${i},c${i % 7},2024-04-0${1 + (i % 9)},5,${['web', 'shop'][i % 2]}\n`).join('')}`;
	const { recipe } = valueOf(await importing.inspect(new File([text], 'a.csv'), null));
	const named = withKeptAs(recipe, 4, 'Channel');
	expect(named.columns.map((plan) => keptName(plan))).toContain('Channel');
	await take('a.csv', text, { recipe: named });
	expect(await keptValues(connection, named)(4)).toEqual(new Set(['web', 'shop']));
});
