import { parse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { churn } from '#lib/core/methods/churn/method.ts';
import { riskBands } from '#lib/core/methods/churn/types.ts';
import { describeChurn } from '#lib/report/model/churn.ts';
import type { Block } from '#lib/report/model/types.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { chanceOf } from '../../support/simulate.ts';
import { ledgerOf, type TestRow } from '../../support/ledger.ts';

const chance = chanceOf(7);
const rows = Array.from({ length: 120 }, (_, who): TestRow[] =>
	Array.from({ length: 1 + Math.floor(chance.uniform() * 5) }, (): TestRow => {
		const day = 19_000 + Math.floor(chance.uniform() * 600);
		return [`c${who}`, day, 500 + Math.floor(chance.uniform() * 2_000)];
	})
).flat();
const ledger = ledgerOf(rows);
const input = { ledger, frame: { asOf: ledger.lastDay, from: null, weekStart: 1 } };

function matrixOf(given: unknown, locale: 'en' | 'zh-CN' = 'en') {
	const { result } = churn.run(input, parse(churn.params, given));
	const { blocks } = describeChurn(result, voiceFor(locale, { scale: 2, currency: 'GBP' }));
	const block = blocks.find((own): own is Extract<Block, { kind: 'matrix' }> => own.kind === 'matrix');
	return { block, result };
}

describe('rule and model in a report', () => {
	test('hold every customer of a band of the rule, and all that is at stake with them', () => {
		const { block, result } = matrixOf({});
		const { bands } = result.tables;
		expect(block?.id).toBe('agreement');
		const sum = (of: 'customers' | 'revenue') =>
			block?.matrix.cells.map((row) => row.reduce((all, cell) => all + cell[of], 0));
		expect(sum('customers')).toEqual([...bands.columns.customers]);
		expect(sum('revenue')).toEqual([...bands.columns.stake]);
		expect(block?.matrix.rowHeads).toHaveLength(riskBands.length);
	});

	test('say where P(alive) is cut, in both languages', () => {
		for (const locale of ['en', 'zh-CN'] as const) {
			const heads = matrixOf({ aliveLow: 25, aliveHigh: 60 }, locale).block?.matrix.columnHeads;
			expect(heads?.map(({ range }) => range).slice(0, 3)).toEqual(['≥ 60%', '', '< 25%']);
		}
	});

	test('are not there where no model was asked', () => {
		expect(matrixOf({ model: 'none' }).block).toBeUndefined();
	});
});
