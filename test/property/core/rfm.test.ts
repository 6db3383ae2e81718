import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import * as v from 'valibot';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import type { Keep } from '#lib/core/methods/types.ts';
import { rfmParams } from '#lib/core/methods/rfm/params.ts';
import type { RfmCustomers, RfmParams, RfmResult } from '#lib/core/methods/rfm/types.ts';
import { resultFromJson, resultToJson } from '#lib/core/result/json.ts';
import { ledgerOf, type TestRow } from '../../support/ledger.ts';

const lastDay = 60;

/** Few distinct days and amounts, so that equal values are common; some customers are prospects. */
const row = fc.tuple(
	fc.oneof(fc.nat(40).map(String), fc.constantFrom('a', 'b', 'é', '客', '007')),
	fc.nat(lastDay),
	fc.oneof(fc.nat(6), fc.nat(5000)),
	fc.option(fc.nat(30).map(String), { nil: undefined })
);
const rows = fc.array(row, { maxLength: 120 });

const edges = (n: number, max: number) =>
	fc.array(fc.nat(max), { minLength: n, maxLength: n }).map((list) => list.sort((a, b) => a - b));

const params: fc.Arbitrary<RfmParams> = fc
	.record({
		binning: fc.constantFrom('quantile', 'ntile', 'nested', 'fixed', 'mean'),
		bins: fc.integer({ min: 3, max: 10 }),
		frequency: fc.constantFrom('orders', 'days'),
		monetary: fc.constantFrom('sum', 'mean'),
		matrix: fc.constantFrom('rf', 'rfm'),
		high: fc.constantFrom('mean-score', 'score', 'mean-value'),
		highScore: fc.constant(2)
	})
	.chain((given) =>
		fc
			.record({
				recency: edges(given.bins - 1, lastDay),
				frequency: edges(given.bins - 1, 8),
				monetary: edges(given.bins - 1, 9000)
			})
			.map((cuts) => v.parse(rfmParams, { ...given, cuts: given.binning === 'fixed' ? cuts : null }))
	);

const from = fc.option(fc.nat(lastDay));

function run(ledger: Ledger, given: RfmParams, start: number | null) {
	const input = { ledger, frame: { asOf: lastDay, from: start, weekStart: 1 } };
	const { result, customers } = rfm.run(input, given);
	return {
		input,
		result,
		customers: (customers as RfmCustomers).columns,
		members: (table: string, at: number) => rfm.members(input, given, table, at)
	};
}

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

function scoresOf({ r, f, m }: RfmCustomers['columns']) {
	return { r: [...r], f: [...f], m: [...m] };
}

/** Measure, its scores, and whether more is better. */
function measuresOf(customers: RfmCustomers['columns']) {
	return [
		[customers.recency, customers.r, -1],
		[customers.frequency, customers.f, 1],
		[customers.monetary, customers.m, 1]
	] as const;
}

describe('rfm', () => {
	test.prop([rows, params, params, from])(
		'with kept measures, other parameters give what they give anew',
		(list, given, other, start) => {
			const input = { ledger: ledgerOf(list), frame: { asOf: lastDay, from: start, weekStart: 1 } };
			const kept = new Map<string, object>();
			const keep: Keep = <T extends object>(name: string, make: () => T): T => {
				if (!kept.has(name)) kept.set(name, make());
				return kept.get(name) as T;
			};
			rfm.run({ ...input, keep }, given);
			expect(rfm.run({ ...input, keep }, other)).toEqual(rfm.run(input, other));
		}
	);

	test.prop([rows, params, from])('tables add up to the customers and the revenue', (list, given, start) => {
		const { result } = run(ledgerOf(list), given, start);
		const { matrix, types, segments, cuts } = result.tables;
		const { customers, revenue } = result.scalars;
		if (result.status === 'not-enough-data') {
			expect(customers).toBe(0);
			return;
		}
		for (const table of segments.rows > 0 ? [matrix, types, segments] : [matrix, types]) {
			expect(sum(table.columns.customers)).toBe(customers);
			expect(sum(table.columns.revenue)).toBe(revenue);
			expect(sum(table.columns.share)).toBeCloseTo(1, 12);
		}
		const { bins } = result.scalars;
		for (let measure = 0; measure < 3; measure++) {
			expect(sum(cuts.columns.customers.subarray(measure * bins, (measure + 1) * bins))).toBe(customers);
		}
		expect(segments.rows).toBe(bins === 5 ? 11 : 0);
	});

	test.prop([rows, params, from])('as many people stand behind each row as it says', (list, given, start) => {
		const { result, members, customers } = run(ledgerOf(list), given, start);
		const { matrix, types, segments, cuts } = result.tables;
		for (const [name, table] of Object.entries({ matrix, types, segments, cuts })) {
			const seen: number[] = [];
			for (let at = 0; at < table.rows; at++) {
				const people = members(name, at);
				expect(people).toHaveLength(table.columns.customers[at] as number);
				expect([...people]).toEqual([...people].sort((a, b) => a - b));
				seen.push(...people);
			}
			if (name !== 'cuts' && table.rows > 0) {
				expect(seen.sort((a, b) => a - b)).toEqual([...customers.customer]);
			}
		}
	});

	test.prop([rows, params, from])('scores lie within 1 and the number of bins', (list, given, start) => {
		const { customers, result } = run(ledgerOf(list), given, start);
		const { bins } = result.scalars;
		expect(bins).toBe(given.binning === 'mean' ? 2 : given.bins);
		for (const [, scores] of measuresOf(customers)) {
			expect(scores.every((score) => score >= 1 && score <= bins)).toBe(true);
		}
		expect(customers.segment.every((segment) => (bins === 5 ? segment < 11 : segment === 255))).toBe(true);
		expect(customers.type.every((type) => type < 8)).toBe(true);
	});

	test.prop([rows, params, from])(
		'a better value never scores lower, nested rules apart',
		(list, given, start) => {
			fc.pre(given.binning !== 'nested');
			const { customers } = run(ledgerOf(list), given, start);
			for (const [values, scores, direction] of measuresOf(customers)) {
				const order = Array.from(values, (_, i) => i).sort(
					(a, b) =>
						direction * ((values[a] as number) - (values[b] as number)) ||
						(scores[a] as number) - (scores[b] as number)
				);
				for (let i = 1; i < order.length; i++) {
					const [low, high] = [order[i - 1] as number, order[i] as number];
					expect(scores[high] as number).toBeGreaterThanOrEqual(scores[low] as number);
					if (given.binning !== 'ntile' && values[low] === values[high])
						expect(scores[low]).toBe(scores[high]);
				}
			}
		}
	);

	test.prop([rows, params])('NTILE groups differ by one at most', (list, given) => {
		const { result } = run(ledgerOf(list), { ...given, binning: 'ntile' }, null);
		const { bins } = result.scalars;
		for (let measure = 0; measure * bins < result.tables.cuts.rows; measure++) {
			const sizes = result.tables.cuts.columns.customers.subarray(measure * bins, (measure + 1) * bins);
			expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
		}
	});

	test.prop([rows, params, from, fc.integer()])(
		'the order of the rows changes nothing',
		(list, given, start, seed) => {
			const shuffled = list
				.map((entry, i) => ({ entry, key: Math.imul(i + 1, seed | 1) }))
				.sort((a, b) => a.key - b.key)
				.map(({ entry }) => entry);
			const [a, b] = [ledgerOf(list), ledgerOf(shuffled)];
			expect(run(b, given, start).result).toEqual(run(a, given, start).result);
			expect(run(b, given, start).customers).toEqual(run(a, given, start).customers);
		}
	);

	test.prop([rows, params, from, fc.constantFrom(2, 10, 100, 1000)])(
		'writing money in smaller units changes no score, segment or type',
		(list, given, start, factor) => {
			const scaled = list.map(([key, day, amount, order]): TestRow => [key, day, amount * factor, order]);
			const cuts = given.cuts && {
				...given.cuts,
				monetary: given.cuts.monetary.map((edge) => edge * factor)
			};
			// Mean money per order is not a whole number of units: rounding may part values that are equal to an edge.
			const exact = { ...given, monetary: 'sum' as const };
			const a = run(ledgerOf(list), exact, start).customers;
			const b = run(ledgerOf(scaled), { ...exact, cuts }, start).customers;
			expect(scoresOf(b)).toEqual(scoresOf(a));
			expect(b.segment).toEqual(a.segment);
			expect(b.type).toEqual(a.type);
		}
	);

	test.prop([rows, params, from])('the ledger and the parameters stay as they were', (list, given, start) => {
		const ledger = ledgerOf(list);
		const before = structuredClone({ ledger, given });
		const { members, result } = run(ledger, given, start);
		if (result.status === 'ok') members('matrix', 0);
		expect({ ledger, given }).toEqual(before);
	});

	test.prop([rows, params, from])('a result comes back whole from its JSON text', (list, given, start) => {
		const { result } = run(ledgerOf(list), given, start);
		const read = resultFromJson(JSON.parse(JSON.stringify(resultToJson(result)))) as unknown as RfmResult;
		expect(read).toEqual(result);
	});

	test.prop([rows, from])('nobody is both scored and left out', (list, start) => {
		const ledger = ledgerOf(list);
		const { result } = run(ledger, v.parse(rfmParams, {}), start);
		const { customers, prospects, outsideWindow } = result.scalars;
		expect(customers + prospects + outsideWindow).toBe(ledger.customers.size);
	});
});
