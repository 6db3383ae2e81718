import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import { isoDate } from '#lib/core/calendar/day.ts';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import { customerSigns, signKinds } from '#lib/core/dataset/customer-signs.ts';
import { lifecycle } from '#lib/core/methods/lifecycle/method.ts';
import { templateIds, templateStages, type TemplateId } from '#lib/core/methods/lifecycle/types.ts';
import { describeWithData } from '../../support/data.ts';
import { loadLedger } from '../../support/real-data.ts';

interface Golden {
	readonly stages: Readonly<Record<TemplateId, Readonly<Record<string, number>>>>;
	readonly crossing: Readonly<Record<string, number>>;
	readonly board: readonly (Readonly<Record<string, number | null>> & { readonly month: string })[];
}
const golden = JSON.parse(
	readFileSync(new URL('../make/golden/stage_models.json', import.meta.url), 'utf8')
) as Golden;

// Brute force in Python (make/stage_models.py). Tolerance: none for counts, 1e-12 relative for means.
describeWithData('Online Retail by stage models and by month', () => {
	beforeAll(() => void loadLedger('online-retail'), 120_000);

	/** Answers of 9 and 4 by the last digit of the customer's number, as the script makes them up. */
	const answers = () => {
		const { customers } = loadLedger('online-retail');
		const scores = Array.from({ length: customers.size }, (_, who) => {
			const digit = stringAt(customers, who)
				.replace(/\.?0+$/, '')
				.at(-1);
			return digit === '7' ? 9 : digit === '3' ? 4 : NaN;
		});
		const rows = [...scores.keys()].filter((who) => !Number.isNaN(scores[who]));
		return customerSigns(customers.size, [
			{
				told: ['answer'],
				customer: Uint32Array.from(rows),
				day: new Int32Array(rows.length).fill(15_000),
				kind: new Uint8Array(rows.length).fill(signKinds.indexOf('answer')),
				value: Float64Array.from(rows, (who) => scores[who] ?? NaN)
			}
		]);
	};
	const analyse = (models: readonly TemplateId[] = ['seven', 'repeat']) => {
		const ledger = loadLedger('online-retail');
		const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 };
		const params = v.parse(lifecycle.params, { models });
		return lifecycle.run({ ledger, frame, signs: answers() }, params).result.tables;
	};

	test.each(templateIds)('customers in each stage of %s equal the oracle', (template) => {
		const { columns } = analyse([template, 'repeat']).models;
		const found = Object.fromEntries(
			templateStages[template].map((id, row) => [id, columns.customers[row]] as const)
		);
		const none = Object.fromEntries(templateStages[template].map((id) => [id, 0]));
		expect(found).toEqual({ ...none, ...golden.stages[template] });
	});

	test('the seven stages crossed with AIPL equal the oracle in every cell', () => {
		const { columns, rows } = analyse(['seven', 'aipl']).crossing;
		const found: Record<string, number> = {};
		for (let row = 0; row < rows; row++) {
			const n = columns.customers[row] ?? 0;
			const pair = `${templateStages.seven[columns.first[row] ?? 0]} ${templateStages.aipl[columns.second[row] ?? 0]}`;
			if (n > 0) found[pair] = n;
		}
		expect(found).toEqual(golden.crossing);
	});

	test('the measures of all 13 months equal the oracle', () => {
		const { columns, rows } = analyse().board;
		expect(rows).toBe(13);
		for (const [row, { month, ...measures }] of golden.board.entries()) {
			expect(isoDate(columns.period[row] ?? 0).slice(0, 7)).toBe(month);
			for (const [name, expected] of Object.entries(measures)) {
				const own = columns[name as keyof typeof columns][row] ?? NaN;
				if (expected === null) expect(own).toBeNaN();
				else expect(Math.abs(own - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
			}
		}
	});
});
