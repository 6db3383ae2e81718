import { expect, it } from 'vitest';
import { importOrders } from '#lib/import/index.ts';
import { fileOf, look, refusal } from '../support/import.ts';

const big = () => {
	const rows = Array.from(
		{ length: 200_000 },
		(_, i) =>
			`C${i % 9_000},O${i},2024-${String((i % 12) + 1).padStart(2, '0')}-15 10:30:00,${i % 97}.25,Town ${i % 40}`
	);
	return `customer,order,date,amount,city\n${rows.join('\n')}\n`;
};

it('An import that is cancelled stops within 200 ms, whenever the word comes', async () => {
	const text = big();
	const file = fileOf(text);
	const { recipe } = await look(text.slice(0, 100_000));
	for (const after of [0, 40, 150, 400]) {
		const controller = new AbortController();
		let before = process.cpuUsage();
		setTimeout(() => {
			before = process.cpuUsage();
			controller.abort();
		}, after);
		const { code } = await refusal(importOrders(file, 'x', recipe, { signal: controller.signal }));
		expect(code).toBe('cancelled');
		// Work done since, not time passed: other tests may be using the processors.
		expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
	}
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
