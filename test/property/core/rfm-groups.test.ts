import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import * as v from 'valibot';
import { codeAt, slotOf } from '#lib/core/methods/rfm/codes.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import { rfmParams } from '#lib/core/methods/rfm/params.ts';
import { covers, partitionOf } from '#lib/core/methods/rfm/segment-rules.ts';
import type { RfmCustomers, RfmRule, ScoreSpan } from '#lib/core/methods/rfm/types.ts';
import { ledgerOf } from '../../support/ledger.ts';

const lastDay = 60;
const rows = fc.array(
	fc.tuple(
		fc.nat(30).map(String),
		fc.nat(lastDay),
		fc.oneof(fc.nat(6), fc.nat(5000)),
		fc.nat(30).map(String)
	),
	{ maxLength: 120 }
);
const weight = fc.nat(12);
const weights = fc
	.record({ recency: weight, frequency: weight, monetary: weight })
	.filter((own) => own.recency + own.frequency + own.monetary > 0);

const span = (bins: number): fc.Arbitrary<ScoreSpan> =>
	fc.tuple(fc.integer({ min: 1, max: bins }), fc.integer({ min: 1, max: bins })).map(([a, b]): ScoreSpan => {
		return [Math.min(a, b), Math.max(a, b)];
	});
const ruleOf = (bins: number): fc.Arbitrary<RfmRule> =>
	fc.record({
		segment: fc.constantFrom('A', 'B', 'champions', '我的'),
		recency: span(bins),
		frequency: span(bins),
		monetary: span(bins)
	});
const ruled = fc
	.integer({ min: 3, max: 6 })
	.chain((bins) => fc.tuple(fc.constant(bins), fc.array(ruleOf(bins), { minLength: 1, maxLength: 8 })));

/** A box of scores cut at random into boxes: a partition by construction. */
function boxes(box: RfmRule, cuts: readonly (readonly [axis: number, at: number])[]): RfmRule[] {
	const [cut, ...rest] = cuts;
	if (cut === undefined) return [box];
	const axis = (['recency', 'frequency', 'monetary'] as const)[cut[0]] ?? 'recency';
	const [from, to] = box[axis];
	const at = from + (cut[1] % (to - from + 1));
	if (at === to) return boxes(box, rest);
	return [
		...boxes({ ...box, [axis]: [from, at] }, rest),
		...boxes({ ...box, [axis]: [at + 1, to] }, rest.slice(1))
	];
}
const parted = fc
	.tuple(
		fc.integer({ min: 3, max: 10 }),
		fc.array(fc.tuple(fc.nat(2), fc.nat(9)), { maxLength: 6 }),
		fc.boolean()
	)
	.map(([bins, cuts, named]) => {
		const all: ScoreSpan = [1, bins];
		const rules = boxes({ segment: 'x', recency: all, frequency: all, monetary: all }, cuts);
		return { bins, rules: rules.map((rule, i) => ({ ...rule, segment: named ? `s${i}` : `s${i % 2}` })) };
	});

const twoByTwo: readonly RfmRule[] = [
	{ segment: 'recent', recency: [2, 2], frequency: [1, 2], monetary: [1, 2] },
	{ segment: 'lost', recency: [1, 1], frequency: [1, 2], monetary: [1, 2] }
];

const run = (list: Parameters<typeof ledgerOf>[0], given: object, from: number | null = null) => {
	const input = { ledger: ledgerOf(list), frame: { asOf: lastDay, from, weekStart: 1 } };
	const params = v.parse(rfmParams, given);
	const { result, customers } = rfm.run(input, params);
	const members = (table: string, row: number) => [...rfm.members(input, params, table, row)];
	return { result, customers: (customers as RfmCustomers).columns, members };
};
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe('the check of rules', () => {
	test.prop([parted])('finds nothing wrong with a partition', ({ bins, rules }) => {
		const { gaps, overlaps, segment } = partitionOf(rules, bins);
		expect([gaps, overlaps]).toEqual([[], []]);
		expect(segment.every((own) => own < rules.length)).toBe(true);
	});

	test.prop([parted, fc.nat()])(
		'names exactly the codes of a rule that is taken out',
		({ bins, rules }, at) => {
			const out = rules[at % rules.length] as RfmRule;
			const { gaps, overlaps } = partitionOf(
				rules.filter((rule) => rule !== out),
				bins
			);
			const expected = Array.from({ length: bins ** 3 }, (_, slot) => slot).filter((slot) =>
				covers(out, codeAt(bins, slot))
			);
			expect(gaps).toEqual(expected);
			expect(overlaps).toEqual([]);
		}
	);

	test.prop([ruled])('says of every code what looking at all rules says', ([bins, rules]) => {
		const { gaps, overlaps, segment, names } = partitionOf(rules, bins);
		for (let slot = 0; slot < bins ** 3; slot++) {
			const code = codeAt(bins, slot);
			expect(slotOf(bins, code)).toBe(slot);
			const claims = new Set(rules.filter((rule) => covers(rule, code)).map((rule) => rule.segment));
			expect(gaps.includes(slot)).toBe(claims.size === 0);
			expect(overlaps.includes(slot)).toBe(claims.size > 1);
			expect(names[segment[slot] as number]).toBe([...claims][0]);
		}
	});
});

describe('own segments', () => {
	test.prop([rows, ruled])(
		'add up to everyone, and their rows list whom they count',
		(list, [bins, rules]) => {
			const { result, members, customers } = run(list, { bins, rules });
			const { segments, ruleChecks } = result.tables;
			expect(sum(segments.columns.customers)).toBe(result.n);
			expect(sum(segments.columns.revenue)).toBe(result.scalars.revenue);
			if (result.status === 'not-enough-data') return;
			const seen: number[] = [];
			for (let row = 0; row < segments.rows; row++) {
				const people = members('segments', row);
				expect(people).toHaveLength(segments.columns.customers[row] as number);
				seen.push(...people);
			}
			expect(seen.sort((a, b) => a - b)).toEqual([...customers.customer]);
			for (let row = 0; row < ruleChecks.rows; row++) {
				if (ruleChecks.columns.customers[row] === 0) continue;
				expect(members('ruleChecks', row)).toHaveLength(ruleChecks.columns.customers[row] as number);
			}
		}
	);

	test.prop([rows, fc.nat(60), fc.nat(5), fc.nat(6000)])(
		'VIPs are those whom a plain look at each customer finds',
		(list, recency, frequency, monetary) => {
			const { result, members, customers } = run(list, { vip: { recency, frequency, monetary } });
			if (result.status === 'not-enough-data') return;
			const expected = [...customers.customer].filter(
				(_, i) =>
					(customers.recency[i] as number) <= recency &&
					(customers.frequency[i] as number) >= frequency &&
					(customers.monetary[i] as number) >= monetary
			);
			expect(members('vip', 0)).toEqual(expected);
			expect(sum(result.tables.vip.columns.revenue)).toBe(result.scalars.revenue);
		}
	);
});

describe('moved cuts and windows', () => {
	const moves = fc.constantFrom('recency', 'frequency', 'monetary', 'window');
	const binnings = fc.constantFrom('quantile', 'mean', 'ntile', 'nested');
	const start = fc.option(fc.nat(lastDay));

	test.prop([rows, moves, binnings, start])(
		'change nothing at shift 0, and count everyone at every shift',
		(list, sensitivity, binning, from) => {
			const given = { sensitivity, binning, rules: binning === 'mean' ? twoByTwo : null };
			const { result, members } = run(list, given, from);
			const { sensitivity: table, shifts, segments } = result.tables;
			const cutless = sensitivity !== 'window' && (binning === 'ntile' || binning === 'nested');
			expect(shifts.rows > 0).toBe(result.status === 'ok' && !cutless);
			expect(table.rows).toBe(shifts.rows * segments.rows);
			for (let at = 0; at < shifts.rows; at++) {
				const [first, end] = [at * segments.rows, (at + 1) * segments.rows];
				expect(sum(table.columns.customers.subarray(first, end))).toBe(shifts.columns.customers[at]);
				if (shifts.columns.shift[at] !== 0) continue;
				expect(table.columns.customers.subarray(first, end)).toEqual(segments.columns.customers);
				expect(table.columns.revenue.subarray(first, end)).toEqual(segments.columns.revenue);
				expect(table.columns.customersChange.subarray(first, end).every((change) => change === 0)).toBe(true);
				expect(shifts.columns.moved[at]).toBe(0);
			}
			for (let row = 0; row < table.rows; row += 5) {
				expect(members('sensitivity', row)).toHaveLength(table.columns.customers[row] as number);
			}
		}
	);

	test.prop([rows, fc.constantFrom('recency', 'frequency', 'monetary')])(
		'are what fixed cuts at the moved edges give',
		(list, sensitivity) => {
			const { result, customers } = run(list, { sensitivity });
			const { edges, shifts, sensitivity: table } = result.tables;
			const own = (measure: number) =>
				[...edges.columns.edge].filter((_, at) => edges.columns.measure[at] === measure);
			const cuts = { recency: own(0), frequency: own(1), monetary: own(2) };
			for (let at = 0; at < shifts.rows; at++) {
				const shift = shifts.columns.shift[at] as number;
				const moved = cuts[sensitivity].map((edge) =>
					sensitivity === 'frequency' ? edge + shift : (edge * (100 + shift)) / 100
				);
				const fixed = run(list, { binning: 'fixed', cuts: { ...cuts, [sensitivity]: moved } });
				expect(table.columns.customers.subarray(at * 11, at * 11 + 11)).toEqual(
					fixed.result.tables.segments.columns.customers
				);
				const elsewhere = fixed.customers.segment.filter((segment, i) => segment !== customers.segment[i]);
				expect(shifts.columns.moved[at]).toBe(elsewhere.length);
			}
		}
	);

	test.prop([rows, fc.nat(lastDay)])('are what another window gives', (list, from) => {
		const { result } = run(list, { sensitivity: 'window' }, from);
		const { shifts, sensitivity: table } = result.tables;
		for (let at = 0; at < shifts.rows; at++) {
			const days = Math.max(
				1,
				Math.round(((lastDay - from + 1) * (100 + (shifts.columns.shift[at] as number))) / 100)
			);
			const other = run(list, {}, lastDay - days + 1).result;
			expect(shifts.columns.customers[at]).toBe(other.n);
			if (other.n === 0) continue;
			expect(table.columns.customers.subarray(at * 11, at * 11 + 11)).toEqual(
				other.tables.segments.columns.customers
			);
		}
	});
});

describe('composite ranks', () => {
	test.prop([rows, weights, fc.integer({ min: 3, max: 10 })])(
		'are the mid-ranks that sorting every customer gives',
		(list, own, bins) => {
			const { result, customers, members } = run(list, { weights: own, bins });
			const { columns, rows: found } = result.tables.ranks;
			const n = result.n;
			expect(sum(columns.customers)).toBe(n);
			expect(sum(columns.revenue)).toBe(result.scalars.revenue);
			if (n === 0) return;
			const score = (i: number, by: typeof own) =>
				(customers.r[i] as number) * by.recency +
				(customers.f[i] as number) * by.frequency +
				(customers.m[i] as number) * by.monetary;
			const rankOf = (i: number, by: typeof own) => {
				let [above, equal] = [0, 0];
				for (let j = 0; j < n; j++) {
					if (score(j, by) > score(i, by)) above++;
					if (score(j, by) === score(i, by)) equal++;
				}
				return above + (equal + 1) / 2;
			};
			for (let row = 0; row < found; row++) {
				const [first] = members('ranks', row);
				const i = customers.customer.indexOf(first as number);
				expect(columns.rank[row]).toBe(rankOf(i, own));
				expect(columns.equalRank[row]).toBe(rankOf(i, { recency: 1, frequency: 1, monetary: 1 }));
				expect(
					row === 0 || (columns.composite[row - 1] as number) >= (columns.composite[row] as number)
				).toBe(true);
			}
			const weightedSum = (ranks: Float64Array) =>
				sum(ranks.map((rank, row) => rank * (columns.customers[row] as number)));
			expect(weightedSum(columns.rank)).toBe((n * (n + 1)) / 2);
			expect(sum(columns.change.map((change, row) => change * (columns.customers[row] as number)))).toBe(0);
		}
	);

	test.prop([rows, weights, fc.integer({ min: 1, max: 9 })])(
		'do not change when all weights grow alike',
		(list, own, factor) => {
			const grown = {
				recency: own.recency * factor,
				frequency: own.frequency * factor,
				monetary: own.monetary * factor
			};
			const [a, b] = [run(list, { weights: own }), run(list, { weights: grown })];
			expect(b.result.tables.ranks.columns.rank).toEqual(a.result.tables.ranks.columns.rank);
			expect(b.result.scalars).toEqual(a.result.scalars);
		}
	);
});
