import { expect, test } from 'vitest';
import { describeRetention } from '#lib/report/model/retention.ts';
import type { Block } from '#lib/report/model/types.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { answers } from '../../support/shop.ts';

const voice = voiceFor('en', { scale: 2, currency: 'GBP' });
const blocksOf = (params: object = {}) => describeRetention(answers.retention(params), voice).blocks;
const named = (blocks: readonly Block[], title: string) =>
	blocks.find((block) => 'title' in block && block.title === title);

test.each(['calendar', 'rolling'])(
	'cells of all triangles say how many people they speak of, %s',
	(periods) => {
		const { matrix, bracketCells } = answers.retention({ periods }).tables;
		const triangles = blocksOf({ periods }).filter((block) => block.kind === 'triangle');
		const titles = ['Cohorts', 'Money kept by cohort', 'Brackets by cohort'];
		expect(triangles.map(({ title }) => title)).toEqual(titles);
		const [customers, money, brackets] = triangles.map(({ triangles: parts }) =>
			parts.flatMap((part) => part.rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null)))
		);
		expect(customers).toHaveLength(matrix.rows);
		const sorted = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);
		for (const cells of [customers, money]) {
			expect(sorted((cells ?? []).map(({ people }) => people))).toEqual(sorted(matrix.columns.active));
		}
		expect(sorted((brackets ?? []).map(({ people }) => people))).toEqual(sorted(bracketCells.columns.active));
		expect(sorted((money ?? []).map(({ rate }) => rate))).toEqual(sorted(matrix.columns.moneyRate));
	}
);

test('brackets, the newest cohort, stickiness and intervals stand beside them, counts as numbers', () => {
	const result = answers.retention();
	const blocks = blocksOf();
	const rowsOf = (title: string) => {
		const block = named(blocks, title);
		return block?.kind === 'table' ? block.table.rows : [];
	};
	expect(rowsOf('Return within brackets').map((row) => row[1]?.value)).toEqual([
		...result.tables.brackets.columns.base
	]);
	expect(rowsOf('Stickiness').map((row) => row[1]?.value)).toEqual([
		...result.tables.exactly.columns.customers
	]);
	expect(rowsOf('Purchase interval').map((row) => row[1]?.value)).toEqual([
		...result.tables.intervals.columns.customers
	]);
	expect(rowsOf('Newest cohort against the rest')).toHaveLength(result.tables.newest.rows);
	// Shares of "at least n" would tell a hidden count by the difference of their neighbours.
	expect(rowsOf('Stickiness')[0]).toHaveLength(4);
});

test('the parameters say the brackets', () => {
	const { parameters } = describeRetention(
		answers.retention({
			brackets: [
				[1, 3],
				[4, 7]
			]
		}),
		voice
	);
	expect(parameters.find(({ label }) => label === 'Brackets')?.value).toBe('1–3, 4–7');
});
