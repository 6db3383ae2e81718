import { expect, it } from 'vitest';
import { importOrders, type ImportProgress } from '#lib/import/index.ts';
import { fileOf, look, refusal } from '../support/import.ts';

const big = () => {
	const rows = Array.from(
		{ length: 200_000 },
		(_, i) =>
			`C${i % 9_000},O${i},2024-${String((i % 12) + 1).padStart(2, '0')}-15 10:30:00,${i % 97}.25,Town ${i % 40}`
	);
	return `customer,order,date,amount,city\n${rows.join('\n')}\n`;
};

/** When the word comes: moments of the import, for on a fast machine a moment of the clock may lie behind its end. */
const moments: readonly { name: string; isNow: (at: ImportProgress) => boolean }[] = [
	{ name: 'with the first progress', isNow: () => true },
	{ name: 'half-way through the file', isNow: ({ done, total }) => done >= total / 2 },
	{ name: 'when rows are put in order', isNow: ({ stage }) => stage === 'sorting' }
];

it.each(moments)(
	'An import that is cancelled $name stops within 200 ms',
	async ({ isNow }) => {
		const text = big();
		const { recipe } = await look(text.slice(0, 100_000));
		const controller = new AbortController();
		let before: NodeJS.CpuUsage | undefined;
		const onProgress = (at: ImportProgress): void => {
			if (before !== undefined || !isNow(at)) return;
			before = process.cpuUsage();
			controller.abort();
		};
		const hooks = { signal: controller.signal, onProgress };
		const { code } = await refusal(importOrders(fileOf(text), 'x', recipe, hooks));
		expect(code).toBe('cancelled');
		// Work done since, not time passed: other tests may be using the processors.
		expect(before).toBeDefined();
		expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
	},
	120_000
);

it('The word to cancel is heard while an import works: it lets others have their turn', async () => {
	const text = big();
	const { recipe } = await look(text.slice(0, 100_000));
	const controller = new AbortController();
	setTimeout(() => controller.abort(), 0);
	const { code } = await refusal(importOrders(fileOf(text), 'x', recipe, { signal: controller.signal }));
	expect(code).toBe('cancelled');
}, 120_000);

it('Progress goes from nothing to the whole file, and ends with sorting and checking', async () => {
	const text = big().slice(0, 3_000_000);
	const file = fileOf(text);
	const { recipe } = await look(text.slice(0, 100_000));
	const seen: { stage: string; done: number; rows: number }[] = [];
	await importOrders(file, 'x', recipe, {
		onProgress: ({ stage, done, rows }) => seen.push({ stage, done, rows })
	});
	expect(seen.at(-1)?.stage).toBe('checking');
	expect(seen.at(-1)?.done).toBe(file.size);
	expect(seen.every((now, i) => i === 0 || now.done >= (seen[i - 1]?.done ?? 0))).toBe(true);
	expect(new Set(seen.map(({ stage }) => stage))).toEqual(new Set(['reading', 'sorting', 'checking']));
}, 60_000);
