import { fc, test } from '@fast-check/vitest';
import { parse } from 'valibot';
import { describe, expect } from 'vitest';
import { codeOf, dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { customerAnswers } from '#lib/core/dataset/customer-answers.ts';
import { NO_DAY } from '#lib/core/dataset/entity-table.ts';
import { lossCauses, type LossCause } from '#lib/core/dataset/loss-reasons.ts';
import { churn } from '#lib/core/methods/churn/method.ts';
import { causeIds } from '#lib/core/methods/churn/types.ts';
import type { MethodInput } from '#lib/core/methods/types.ts';
import { ledgerOf, type TestRow } from '../../support/ledger.ts';

const asOf = 300;
const texts = ['dear', 'moved', 'rival', 'odd'];
const given = fc.record({
	orders: fc.array(fc.tuple(fc.nat(20).map(String), fc.nat(asOf), fc.integer({ min: 1, max: 900 })), {
		minLength: 1,
		maxLength: 60
	}),
	answers: fc.array(
		fc.tuple(
			fc.nat(22).map(String),
			fc.option(fc.nat(asOf + 40), { nil: null }),
			fc.option(fc.nat(3), { nil: null })
		),
		{ maxLength: 60 }
	),
	causes: fc.array(fc.constantFrom<LossCause | null>(...lossCauses, null), { minLength: 4, maxLength: 4 }),
	others: fc.array(fc.constantFrom<LossCause | null>(...lossCauses, null), { minLength: 4, maxLength: 4 })
});

type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

function answered({ orders, answers, causes }: Given, upTo: number) {
	const ledger = ledgerOf(orders.map((row): TestRow => row));
	const rows = answers.filter(([, day]) => day === null || day <= upTo);
	const said = customerAnswers(
		ledger.customers.size,
		{
			customer: Uint32Array.from(rows, ([key]) => codeOf(ledger.customers, key)),
			day: Int32Array.from(rows, ([, day]) => day ?? NO_DAY),
			codes: Uint32Array.from(rows, ([, , code]) => code ?? NO_CODE)
		},
		dictionaryOf(texts)
	);
	const input: MethodInput = { ledger, frame: { asOf, from: null, weekStart: 1 }, answers: said };
	const mapped = texts.map((value, at) => ({ value, cause: causes[at] ?? null }));
	const params = parse(churn.params, {
		...{ window: 'days', churnedDays: 40, atRiskDays: 20, model: 'none' },
		lossReasons: { table: 'exit', column: 'why', mapped }
	});
	const { tables, scalars } = churn.run(input, params).result;
	return { input, params, tables, scalars };
}

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

describe('Reasons of the lost', () => {
	test.prop([given], { numRuns: 150 })(
		'stand once for everyone lost, whatever is mapped to what, and name the people whom they count',
		(own) => {
			const { input, params, tables, scalars } = answered(own, Infinity);
			const { causes, lossValues } = tables;
			expect(sum(causes.columns.customers)).toBe(scalars.churned);
			expect(sum(causes.columns.stake)).toBe(scalars.stakeChurned);
			expect(sum(lossValues.columns.customers)).toBe(scalars.lostSaid);
			const people = causeIds.flatMap((_, row) => [...churn.members(input, params, 'causes', row)]);
			expect(new Set(people).size).toBe(people.length);
			expect(people.length).toBe(scalars.churned);
			for (let row = 0; row < lossValues.rows; row++) {
				expect(churn.members(input, params, 'lossValues', row)).toHaveLength(
					lossValues.columns.customers[row] ?? NaN
				);
			}
			const shares = [...causes.columns.share].filter((share) => !Number.isNaN(share));
			if (scalars.lostSaid > 0) expect(sum(shares)).toBeCloseTo(1, 12);
			causes.columns.share.forEach((share, row) => {
				if (Number.isNaN(share)) return;
				expect(causes.columns.low[row]).toBeLessThanOrEqual(share);
				expect(causes.columns.high[row]).toBeGreaterThanOrEqual(share);
			});
		}
	);

	test.prop([given], { numRuns: 100 })(
		'are the same without the answers after the as-of date, and another mapping moves nobody in or out',
		(own) => {
			const all = answered(own, Infinity);
			const before = answered(own, asOf);
			expect(before.tables.causes).toEqual(all.tables.causes);
			const other = answered({ ...own, causes: own.others }, Infinity);
			expect(other.scalars.lostSaid).toBe(all.scalars.lostSaid);
			const unsaid = causeIds.indexOf('unsaid');
			expect(other.tables.causes.columns.customers[unsaid]).toBe(all.tables.causes.columns.customers[unsaid]);
			expect(other.tables.lossValues.columns.customers).toEqual(all.tables.lossValues.columns.customers);
		}
	);
});
