import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { bucketsOf } from '#lib/core/math/buckets.ts';
import { quantile7 } from '#lib/core/math/quantile.ts';
import { sortAscending } from '#lib/core/math/sort-ascending.ts';
import { valuesAtRanks, valuesAtRanksOfAll } from '#lib/core/math/values-at-ranks.ts';
import { doubledMedianGaps } from '#lib/core/ledger/purchase-intervals.ts';
import { scoreByEdges } from '#lib/core/methods/rfm/binning/by-edges.ts';
import { scoreByMean } from '#lib/core/methods/rfm/binning/mean-split.ts';
import { rankMeasure } from '#lib/core/methods/rfm/rank-measure.ts';
import { scoreRanges } from '#lib/core/methods/rfm/score-ranges.ts';
import { ledgerOf, orderTableOf, type TestRow } from '../../support/ledger.ts';

/** Plain references: sort everything, and read what is wanted. */
const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const plainOrder = (values: readonly number[]): number[] =>
	values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
const plainMedian = (values: readonly number[]): number => {
	const sorted = ascending(values);
	const n = sorted.length;
	return n === 0 ? NaN : ((sorted[(n - 1) >> 1] as number) + (sorted[n >> 1] as number)) / 2;
};

/** Values of every shape that tells a fast path from its fallback: ties, one value, fractions, signs, wide ranges. */
const numbers = (value: fc.Arbitrary<number>) => fc.array(value, { maxLength: 150 });
const doubles = fc.oneof(
	numbers(fc.nat(9)),
	numbers(fc.nat(1_000_000)),
	numbers(fc.maxSafeNat()),
	numbers(fc.integer({ min: -50, max: 50 })),
	numbers(fc.constantFrom(0, 1, 4_294_967_295, 4_294_967_296)),
	numbers(fc.double({ noNaN: true, min: -1e15, max: 1e15 }).map((value) => value + 0)),
	numbers(fc.double({ noNaN: true, min: 0.999, max: 1.001 }))
);
const integers = fc.oneof(
	numbers(fc.nat(9)),
	numbers(fc.integer({ min: -400, max: 400 })),
	numbers(fc.integer({ min: 20_000, max: 20_900 })),
	numbers(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))
);
const measures = fc.oneof(
	doubles.map((values) => ({ values, measure: rankMeasure(Float64Array.from(values)) })),
	integers.map((values) => ({ values, measure: rankMeasure(Int32Array.from(values)) }))
);
const bins = fc.integer({ min: 2, max: 10 });

describe('sorting and counting', () => {
	test.prop([doubles])('values sorted by digits or buckets are the values sorted by comparing', (values) => {
		const column = Float64Array.from(values);
		expect([...sortAscending(column)]).toEqual(ascending(values));
		expect([...column]).toEqual(values);
	});

	test.prop([doubles, fc.double({ noNaN: true, min: -1e16, max: 1e16 })])(
		'buckets never part from the order of the values, nor for a number that is none of them',
		(values, other) => {
			const { of, count, sizes, lowestOf, bucketOf } = bucketsOf(Float64Array.from(values));
			expect(sizes).toEqual(
				Uint32Array.from({ length: count }, (_, at) => of.filter((b) => b === at).length)
			);
			for (const at of of) expect(bucketOf(lowestOf(at))).toBe(at);
			for (let i = 0; i < values.length; i++) {
				const value = values[i] as number;
				expect(bucketOf(value)).toBe(of[i]);
				expect(of[i]).toBeLessThan(count);
				if (value < other) expect(of[i]).toBeLessThanOrEqual(bucketOf(other));
				if (value > other) expect(of[i]).toBeGreaterThanOrEqual(bucketOf(other));
			}
		}
	);

	test.prop([doubles, fc.infiniteStream(fc.nat(3))])(
		'values at ranks are those of the sorted groups, whatever the order of the ranks',
		(values, stream) => {
			const group = Uint8Array.from(values, () => stream.next().value as number);
			const groups = [0, 1, 2, 3].map((own) => ascending(values.filter((_, i) => group[i] === own)));
			const ranks = groups.map((own) => own.map((_, rank) => rank).reverse());
			const column = Float64Array.from(values);
			const found = valuesAtRanks(column, bucketsOf(column), group, ranks);
			expect(found).toEqual(groups.map((own) => [...own].reverse()));
			const all = values.map((_, rank) => rank).reverse();
			expect(valuesAtRanksOfAll(column, bucketsOf(column), all)).toEqual(ascending(values).reverse());
		}
	);
});

describe('a measure', () => {
	test.prop([measures, bins])('has the edges of its sorted values', ({ values, measure }, count) => {
		const sorted = ascending(values);
		const expected = Array.from({ length: count - 1 }, (_, j) => quantile7(sorted, (j + 1) / count));
		expect(measure.edges(count)).toEqual(expected);
	});

	test.prop([measures])('has the order of a stable sort by comparing', ({ values, measure }) => {
		expect([...measure.order]).toEqual(plainOrder(values));
	});

	test.prop([measures])('has the mean of its values added from the smallest up', ({ values, measure }) => {
		const sorted = ascending(values);
		const sum = sorted.reduce((a, b) => a + b, 0);
		const mean = Math.min(Math.max(sum / values.length, sorted[0] as number), sorted.at(-1) as number);
		expect(measure.mean).toBe(values.length === 0 ? NaN : mean);
	});

	test.prop([
		measures,
		bins,
		fc.boolean(),
		fc.array(fc.integer({ min: -60, max: 2000 }), { minLength: 9, maxLength: 9 })
	])(
		'is scored as each value alone is, by edges of its own or by any others',
		({ values, measure }, count, own, others) => {
			const edges = own ? measure.edges(count) : ascending(others).slice(0, count - 1);
			for (const direction of ['more', 'less'] as const) {
				const scoreOf = scoreByEdges(edges, direction);
				const { scores, ranges } = measure.score(edges, count, scoreOf);
				expect([...scores]).toEqual(values.map(scoreOf));
				expect(ranges).toEqual(scoreRanges(measure, scores, count));
			}
		}
	);

	test.prop([measures])('is split at its mean as each value alone is', ({ values, measure }) => {
		for (const direction of ['more', 'less'] as const) {
			const scoreOf = scoreByMean(measure.mean, direction);
			expect([...measure.score([measure.mean], 2, scoreOf).scores]).toEqual(values.map(scoreOf));
		}
	});

	test.prop([measures, fc.infiniteStream(fc.nat(2))])(
		'has the medians of its sorted groups',
		({ values, measure }, stream) => {
			const group = Uint8Array.from(values, () => stream.next().value as number);
			const groups = [0, 1, 2].map((own) => values.filter((_, i) => group[i] === own));
			const customers = Uint32Array.from(groups, (own) => own.length);
			expect([...measure.medians(group, customers)]).toEqual(groups.map(plainMedian));
		}
	);
});

const days = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 40 });

test.prop([fc.array(days, { maxLength: 4 }), fc.nat(320), fc.nat(320)])(
	'median gaps are those of the sorted gaps, counted or not',
	(customers, a, b) => {
		const [from, asOf] = [Math.min(a, b), Math.max(a, b)];
		const ledger = ledgerOf(customers.flatMap((own, who) => own.map((day): TestRow => [`c${who}`, day, 1])));
		const gaps = customers
			.filter((own) => own.length > 0)
			.map((own) => {
				const inside = ascending([...new Set(own)].filter((day) => day >= from && day <= asOf));
				const between = inside.slice(1).map((day, i) => day - (inside[i] as number));
				return between.length === 0 ? 0 : 2 * plainMedian(between);
			});
		expect([...doubledMedianGaps(ledger, { from, asOf })]).toEqual(gaps);
	}
);

/** Ids that rise, fall, repeat, or are missing; some rows are no sales. */
const orderRow = fc.tuple(
	fc.constantFrom('a', 'b', 'c'),
	fc.nat(30),
	fc.integer({ min: 1, max: 50 }),
	fc.nat(60)
);

test.prop([fc.array(orderRow, { maxLength: 50 }), fc.boolean()])(
	'the ledger is the same whether its rows show at a glance to be orders or not',
	(rows, rising) => {
		const inTime = [...rows].sort((x, y) => x[1] - y[1]);
		const named = inTime.map(([who, day, amount, id], i): TestRow => [
			who,
			day,
			amount,
			rising ? `o${String(i).padStart(3, '0')}` : `o${id}`
		]);
		const table = orderTableOf(named);
		// A row that is no sale sends the whole table the long way, and changes no order.
		const other = orderTableOf([...named, ['a', 40, 1, 'zzz', 3]]);
		const [short, long] = [buildLedger(table, 'net'), buildLedger(other, 'net')];
		expect(long.day).toEqual(short.day);
		expect(long.amount).toEqual(short.amount);
		expect(long.orderLines).toEqual(short.orderLines);
		expect(long).toMatchObject({
			orders: short.orders,
			lines: short.lines,
			firstDay: short.firstDay,
			lastDay: short.lastDay
		});
		if (rows.some(([who]) => who === 'a')) {
			expect(long.offsets).toEqual(short.offsets);
			expect(long.firstSeen).toEqual(short.firstSeen);
		}
		if (rising && rows.length > 0) expect(short.day.buffer).toBe(table.day.buffer);
	}
);
