import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { CoreError } from '#lib/core/errors.ts';
import { cutLedger } from '#lib/core/ledger/cut-ledger.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import { rfmParams } from '#lib/core/methods/rfm/params.ts';
import { segmentCodes, segmentOf } from '#lib/core/methods/rfm/segment-map.ts';
import { segmentIds, valueTypeIds, type RfmCustomers } from '#lib/core/methods/rfm/types.ts';
import { dayOf, ledgerOf, type TestRow } from '../../../../support/ledger.ts';

const asOf = 100;

function run(ledger: Ledger, params: Record<string, unknown> = {}, from: number | null = null, at = asOf) {
	const input = { ledger, frame: { asOf: at, from, weekStart: 1 } };
	const parsed = v.parse(rfmParams, params);
	const { result, customers } = rfm.run(input, parsed);
	const members = (table: string, row: number) => [...rfm.members(input, parsed, table, row)];
	return { result, customers: (customers as RfmCustomers).columns, members };
}

const codes = (result: { warnings: readonly { code: string }[] }) => result.warnings.map(({ code }) => code);

/** Customer '1' has 1 order, '2' two … each order of its number × 10; the last order of customer k on day 90 + k. */
const ladder = ledgerOf(
	[1, 2, 3, 4, 5].flatMap((k) =>
		Array.from({ length: k }, (_, i): TestRow => [String(k), 90 + k - i * 10, k * 10])
	)
);

describe('RFM segments', () => {
	it('hold each of the 125 codes exactly once', () => {
		const all = segmentIds.flatMap((id) => segmentCodes[id].split(' '));
		expect(all).toHaveLength(125);
		expect(new Set(all).size).toBe(125);
		expect(all.every((code) => /^[1-5]{3}$/.test(code))).toBe(true);
	});

	it('are found by score', () => {
		for (const [segment, id] of segmentIds.entries()) {
			for (const code of segmentCodes[id].split(' ')) {
				expect(segmentOf(Number(code[0]), Number(code[1]), Number(code[2]))).toBe(segment);
			}
		}
	});
});

describe('rfm', () => {
	it('measures days since the last order, orders and money', () => {
		const { result, customers } = run(ladder);
		expect([...customers.recency]).toEqual([9, 8, 7, 6, 5]);
		expect([...customers.frequency]).toEqual([1, 2, 3, 4, 5]);
		expect([...customers.monetary]).toEqual([10, 40, 90, 160, 250]);
		expect(result.scalars).toMatchObject({
			customers: 5,
			revenue: 550,
			prospects: 0,
			outsideWindow: 0,
			bins: 5,
			meanRecency: 7,
			meanFrequency: 3,
			meanMonetary: 110,
			onceCustomers: 1
		});
	});

	it('gives five distinct customers the scores 1 to 5, most recent, most frequent and largest best', () => {
		const { result, customers } = run(ladder);
		expect([...customers.r]).toEqual([1, 2, 3, 4, 5]);
		expect([...customers.f]).toEqual([1, 2, 3, 4, 5]);
		expect([...customers.m]).toEqual([1, 2, 3, 4, 5]);
		// 111 lost, 222 hibernating, 333 potential loyalist, 444 loyal, 555 champions
		expect(Array.from(customers.segment, (s) => segmentIds[s])).toEqual([
			'lost',
			'hibernating',
			'potential-loyalist',
			'loyal',
			'champions'
		]);
		expect([...result.tables.edges.columns.edge]).toEqual([
			5.8, 6.6, 7.4, 8.2, 1.8, 2.6, 3.4, 4.2, 34, 70, 118, 178
		]);
		expect(Array.from(customers.type, (t) => valueTypeIds[t])).toEqual(['lll', 'lll', 'lll', 'hhh', 'hhh']);
	});

	it('lists the matrix from the best recency down and the lowest frequency up', () => {
		const { result, members } = run(ladder);
		const { r, column, customers, revenue, meanMonetary } = result.tables.matrix.columns;
		expect([r[0], column[0], r[4], column[4], r[24], column[24]]).toEqual([5, 1, 5, 5, 1, 5]);
		expect([customers[4], revenue[4], meanMonetary[4]]).toEqual([1, 250, 250]);
		expect([customers[0], revenue[0], meanMonetary[0]]).toEqual([0, 0, Number.NaN]);
		expect(members('matrix', 4)).toEqual([4]);
		expect(members('matrix', 20)).toEqual([0]);
		expect(members('matrix', 0)).toEqual([]);
	});

	it('can put the mean of F and M on the columns, halves rounded up', () => {
		const ledger = ledgerOf([
			['a', 50, 1000],
			['b', 50, 1],
			['b', 51, 1]
		]);
		// a: F 1 M 5, b: F 5 M 1 with five scores of two customers: (1 + 5 + 1) >> 1 = 3
		const { result } = run(ledger, { matrix: 'rfm' });
		const { column, customers } = result.tables.matrix.columns;
		const used = Array.from(customers, (n, i) => (n > 0 ? column[i] : 0)).filter((c) => c !== 0);
		expect(used).toEqual([3, 3]);
		const half = run(ladder, { matrix: 'rfm', binning: 'fixed', cuts: lopsided }).result.tables.matrix
			.columns;
		// F 2, M 1 for all: one and a half goes up to 2.
		expect(Array.from(half.customers, (n, i) => (n > 0 ? half.column[i] : 0)).filter(Boolean)).toEqual([2]);
	});

	it('counts distinct order days, and mean money per order, when asked to', () => {
		const ledger = ledgerOf([
			['a', 10, 100],
			['a', 10, 50],
			['a', 12, 60]
		]);
		const { customers } = run(ledger, { frequency: 'days', monetary: 'mean' });
		expect([customers.frequency[0], customers.monetary[0]]).toEqual([2, 70]);
		expect(
			run(ledger, { monetary: 'mean' }).result.tables.types.columns.revenue.reduce((a, b) => a + b)
		).toBe(210);
	});

	it('scores orders of the window alone, and counts whom the window leaves out', () => {
		const ledger = ledgerOf([
			['old', 10, 5],
			['new', 10, 5],
			['new', 60, 7],
			['prospect', 20, null],
			['later', 130, null]
		]);
		const { result, customers } = run(ledger, {}, 50);
		expect([result.n, result.scalars.outsideWindow, result.scalars.prospects]).toEqual([1, 1, 1]);
		expect([customers.recency[0], customers.frequency[0], customers.monetary[0]]).toEqual([40, 1, 7]);
		expect(codes(result)).toContain('rfm-outside-window');
	});

	it('includes the first day of the window and the as-of date, and nothing after it', () => {
		const ledger = ledgerOf([
			['a', 50, 1],
			['a', 49, 1],
			['a', 100, 1],
			['a', 101, 1]
		]);
		const { customers } = run(cutLedger(ledger, 100), {}, 50);
		expect([customers.frequency[0], customers.recency[0]]).toEqual([2, 0]);
		expect(run(ledger, {}, 50).customers.frequency[0]).toBe(2);
	});

	it('keeps equal values together by quantiles and says when frequency collapses', () => {
		const rows = Array.from({ length: 60 }, (_, i): TestRow => [String(i), 40 + (i % 50), 100 + i]);
		const { result, customers } = run(ledgerOf([...rows, ['59', 30, 5]]));
		expect(new Set(customers.f.subarray(0, 59))).toEqual(new Set([1]));
		expect(result.warnings).toContainEqual({
			code: 'rfm-frequency-collapsed',
			params: { n: 59, share: 59 / 60 }
		});
		expect(result.warnings).toContainEqual({
			code: 'rfm-empty-scores-frequency',
			params: { scores: '2 3 4' }
		});
		expect([...result.tables.cuts.columns.split]).toEqual(new Array(15).fill(0));
		expect(codes(result)).not.toContain('few-customers');
	});

	it('splits equal values by customer key under NTILE, larger groups first, and says how many', () => {
		// Seven customers of one order on one day: three groups of 3, 2, 2 by key, '10' after '9'.
		const keys = ['1', '2', '3', '9', '10', 'a', 'b'];
		const { result, customers } = run(ledgerOf(keys.map((key) => [key, 90, 5])), {
			binning: 'ntile',
			bins: 3
		});
		expect([...customers.f]).toEqual([1, 1, 1, 2, 2, 3, 3]);
		expect([...customers.r]).toEqual([3, 3, 3, 2, 2, 1, 1]);
		expect(result.warnings).toContainEqual({ code: 'rfm-ties-split-monetary', params: { n: 7, share: 1 } });
		expect([...result.tables.cuts.columns.split]).toEqual([2, 2, 3, 3, 2, 2, 3, 2, 2]);
		expect(result.tables.edges.rows).toBe(0);
	});

	it('splits at the mean in two, equal to the mean being low', () => {
		const { result, customers } = run(ladder, { binning: 'mean' });
		expect([...customers.r]).toEqual([1, 1, 1, 2, 2]);
		expect([...customers.f]).toEqual([1, 1, 1, 2, 2]);
		expect([...customers.m]).toEqual([1, 1, 1, 2, 2]);
		expect([...result.tables.edges.columns.edge]).toEqual([7, 3, 110]);
		expect(result.scalars.bins).toBe(2);
		expect([result.tables.matrix.rows, result.tables.segments.rows]).toEqual([4, 0]);
		expect([...customers.segment]).toEqual([255, 255, 255, 255, 255]);
		expect(codes(result)).toContain('rfm-no-segments');
	});

	it('calls nobody above the mean when all mean amounts are equal, whatever the rounding', () => {
		const rows = Array.from({ length: 90 }, (_, i): TestRow => [
			String(i % 30),
			50 + (i % 30),
			3 + Math.floor(i / 30)
		]);
		const odd = rows.map(([key, day, amount]): TestRow => [
			key,
			day,
			amount === 3 ? 4 : amount === 4 ? 3 : 3
		]);
		const { customers } = run(ledgerOf(odd), { monetary: 'mean', binning: 'mean' });
		expect(new Set(customers.monetary)).toEqual(new Set([10 / 3]));
		expect(new Set(customers.m)).toEqual(new Set([1]));
	});

	it('scores F within each R, and M within each R and F, when nested', () => {
		// Two recency groups of three; in each the frequencies 1, 2, 3 again span all the scores.
		const rows: TestRow[] = [];
		for (const [group, day] of [
			['late', 99],
			['early', 9]
		] as const) {
			for (let k = 1; k <= 3; k++) for (let i = 0; i < k; i++) rows.push([`${group} ${k}`, day - i, 10]);
		}
		const { customers, result } = run(ledgerOf(rows), { binning: 'nested', bins: 3 });
		expect([...customers.f]).toEqual([1, 2, 3, 1, 2, 3]);
		// One customer in each cell: nothing lies below its own value.
		expect([...customers.m]).toEqual([1, 1, 1, 1, 1, 1]);
		expect(result.tables.edges.rows).toBe(0);
	});

	it('uses the cuts given, and takes a value on an edge into the lower score', () => {
		const cuts = { recency: [5, 7], frequency: [1, 4], monetary: [10, 160] };
		const { customers, result } = run(ladder, { binning: 'fixed', bins: 3, cuts });
		expect([...customers.r]).toEqual([1, 1, 2, 2, 3]);
		expect([...customers.f]).toEqual([1, 2, 2, 2, 3]);
		expect([...customers.m]).toEqual([1, 2, 2, 2, 3]);
		expect([...result.tables.edges.columns.edge]).toEqual([5, 7, 1, 4, 10, 160]);
	});

	it('judges value types by a score or by the mean value when asked to', () => {
		const byScore = run(ladder, { high: 'score', highScore: 2 });
		expect(Array.from(byScore.customers.type, (t) => valueTypeIds[t])).toEqual([
			'lll',
			'hhh',
			'hhh',
			'hhh',
			'hhh'
		]);
		const byValue = run(ladder, { high: 'mean-value' });
		expect(Array.from(byValue.customers.type, (t) => valueTypeIds[t])).toEqual([
			'lll',
			'lll',
			'lll',
			'hhh',
			'hhh'
		]);
		const mixed = ledgerOf([
			['recent', 99, 1],
			['often', 10, 1],
			['often', 11, 1],
			['often', 12, 1],
			['rich', 5, 900]
		]);
		const types = run(mixed, { high: 'mean-value' }).customers.type;
		// canonical order: often, recent, rich
		expect(Array.from(types, (t) => valueTypeIds[t])).toEqual(['lhl', 'hll', 'llh']);
	});

	it('gives the customers behind every row that has any', () => {
		const { members, result } = run(ladder);
		expect(members('segments', segmentIds.indexOf('champions'))).toEqual([4]);
		expect(members('types', 0)).toEqual([3, 4]);
		expect(members('cuts', 0)).toEqual([0]); // R = 1
		expect(members('cuts', 14)).toEqual([4]); // M = 5
		expect(result.tables.segments.columns.medianMonetary[segmentIds.indexOf('loyal')]).toBe(160);
	});

	it.each([
		['edges', 0],
		['nowhere', 0],
		['segments', 11],
		['matrix', 25],
		['matrix', -1],
		['types', 0.5],
		['cuts', Number.NaN]
	])('refuses a selection of people in %s, row %s', (table, row) => {
		expect(() => run(ladder).members(table, row)).toThrow('selection-invalid');
	});

	it('has no segments to select in with other than five scores', () => {
		expect(() => run(ladder, { bins: 4 }).members('segments', 0)).toThrow('selection-invalid');
	});

	it.each([
		['no-orders', ledgerOf([['a', 3, null]]), null],
		['no-orders', ledgerOf([]), null],
		['no-orders-in-window', ladder, 100]
	] as const)('answers %s in so many words instead of numbers', (code, ledger, from) => {
		const { result, members } = run(ledger, {}, from);
		expect(result.status).toBe('not-enough-data');
		expect(result.missing).toEqual([{ code, params: {} }]);
		expect([result.n, result.scalars.customers, result.scalars.revenue]).toEqual([0, 0, 0]);
		expect(Object.values(result.tables).every((table) => table.rows === 0)).toBe(true);
		expect(() => members('segments', 0)).toThrow('selection-invalid');
	});

	it('answers for one customer, one order, all on one day, without a NaN in any score', () => {
		const { result, customers } = run(ledgerOf([['a', '2024-02-29', 5]]), {}, null, dayOf('2024-02-29'));
		expect([customers.recency[0], customers.r[0], customers.f[0], customers.m[0]]).toEqual([0, 5, 1, 1]);
		expect(result.status).toBe('ok');
		expect(codes(result)).toContain('few-customers');
	});

	it('leaves shares of revenue empty where all orders are of zero', () => {
		const { result } = run(ledgerOf([['a', 50, 0, 'o', 0]]));
		expect(result.tables.types.columns.revenueShare.every(Number.isNaN)).toBe(true);
		expect(result.tables.types.columns.share.reduce((a, b) => a + b)).toBe(1);
	});

	it('does not change the ledger', () => {
		const before = structuredClone(ladder);
		for (const binning of ['quantile', 'ntile', 'nested', 'mean']) run(ladder, { binning });
		expect(ladder).toEqual(before);
	});
});

/** A rule on R alone. */
const rule = (segment: string, recency: readonly [number, number], most = 5) => ({
	segment,
	recency,
	frequency: [1, Math.min(most, 5)],
	monetary: [1, Math.min(most, 5)]
});

describe('composite scores', () => {
	it('weigh the scores, rank by them, and say who moved against equal weights', () => {
		const rows: TestRow[] = [
			['recent', asOf, 1],
			['rich', asOf - 50, 1000],
			['middle', asOf - 20, 100],
			['old', asOf - 60, 10]
		];
		const { result, members } = run(ledgerOf(rows), {
			bins: 4,
			weights: { recency: 0, frequency: 0, monetary: 7 }
		});
		const { columns } = result.tables.ranks;
		expect([...columns.m]).toEqual([4, 3, 2, 1]);
		expect([...columns.composite]).toEqual([4, 3, 2, 1]);
		expect([...columns.rank]).toEqual([1, 2, 3, 4]);
		// By R + M: middle 3 + 3, rich 2 + 4, recent 4 + 1, old 1 + 2; F is one value and scores 1 for all.
		expect([...columns.equalRank]).toEqual([1.5, 1.5, 4, 3]);
		expect(members('ranks', 0)).toHaveLength(1);
		expect(() => members('ranks', 4)).toThrow('selection-invalid');
	});

	it('move nobody with equal weights, however large they are written', () => {
		const { result } = run(ladder, { weights: { recency: 3, frequency: 3, monetary: 3 } });
		expect(result.tables.ranks.columns.change.every((change) => change === 0)).toBe(true);
		expect(result.scalars).toMatchObject({ rankAgreement: 1, topIn: 0, topOut: 0 });
	});
});

describe('own segments', () => {
	it('take the place of the eleven, also with other than five scores', () => {
		const rules = [rule('Fresh', [3, 4], 4), rule('lost', [1, 2], 4)];
		const { result, customers, members } = run(ladder, { bins: 4, rules });
		expect(result.tables.segments.rows).toBe(2);
		expect([...result.tables.segments.columns.customers]).toEqual([3, 2]);
		expect([...customers.segment]).toEqual([1, 1, 0, 0, 0]);
		expect(members('segments', 0)).toEqual([2, 3, 4]);
		expect(codes(result)).not.toContain('rfm-no-segments');
		expect(result.scalars).toMatchObject({ codes: 64, codesUncovered: 0, codesClaimedTwice: 0 });
	});

	it('name every code that they leave out or claim twice, with its customers', () => {
		const rules = [rule('A', [2, 5]), rule('B', [5, 5])];
		const { result, members } = run(ladder, { rules });
		expect(result.scalars).toMatchObject({ codes: 125, codesUncovered: 25, codesClaimedTwice: 25 });
		expect(result.tables.ruleChecks.rows).toBe(50);
		expect([...result.tables.segments.columns.segment]).toEqual([0, 1, 255]);
		expect([...result.tables.segments.columns.customers]).toEqual([4, 0, 1]);
		expect(members('segments', 2)).toEqual([0]);
		const { columns } = result.tables.ruleChecks;
		const gap = columns.customers.findIndex((n, row) => n > 0 && columns.segment[row] === 255);
		expect([columns.r[gap], columns.f[gap], columns.m[gap]]).toEqual([1, 1, 1]);
		expect(members('ruleChecks', gap)).toEqual([0]);
		const twice = columns.customers.findIndex((n, row) => n > 0 && columns.segment[row] !== 255);
		expect([columns.segment[twice], columns.other[twice]]).toEqual([0, 1]);
		expect(members('ruleChecks', twice)).toEqual([4]);
		expect(codes(result)).toEqual(expect.arrayContaining(['rfm-rules-gaps', 'rfm-rules-overlaps']));
	});
});

describe('VIPs', () => {
	it('are those within all limits that are given', () => {
		const { result, members } = run(ladder, { vip: { recency: 8, frequency: 3 } });
		expect([...result.tables.vip.columns.customers]).toEqual([3, 2]);
		expect(result.scalars).toMatchObject({ vipCustomers: 3, vipRevenue: 500 });
		expect(members('vip', 0)).toEqual([2, 3, 4]);
		expect(members('vip', 1)).toEqual([0, 1]);
	});

	it('are not looked for without a rule', () => {
		const { result, members } = run(ladder);
		expect(result.tables.vip.rows).toBe(0);
		expect(result.scalars.vipCustomers).toBeNaN();
		expect(() => members('vip', 0)).toThrow('selection-invalid');
	});
});

const lopsided = {
	recency: [0, 0, 0, 0],
	frequency: [0, 9, 9, 9],
	monetary: [999, 999, 999, 999]
};

describe('RFM parameters', () => {
	it('have defaults for everything', () => {
		expect(v.parse(rfmParams, {})).toEqual({
			binning: 'quantile',
			bins: 5,
			frequency: 'orders',
			monetary: 'sum',
			cuts: null,
			matrix: 'rf',
			high: 'mean-score',
			highScore: 4,
			weights: { recency: 1, frequency: 1, monetary: 1 },
			rules: null,
			vip: null,
			source: null,
			sensitivity: 'none'
		});
	});

	const three = { recency: [1, 2], frequency: [1, 2], monetary: [1, 1] };
	it.each([
		[{ bins: 2 }],
		[{ bins: 11 }],
		[{ bins: 4.5 }],
		[{ binning: 'jenks' }],
		[{ binning: 'fixed' }],
		[{ binning: 'fixed', bins: 4, cuts: three }],
		[{ binning: 'fixed', bins: 3, cuts: { ...three, recency: [2, 1] } }],
		[{ binning: 'fixed', bins: 3, cuts: { ...three, recency: [1, Infinity] } }],
		[{ high: 'score', highScore: 5, bins: 4 }],
		[{ high: 'score', highScore: 3, binning: 'mean' }],
		[{ weights: { recency: 0, frequency: 0, monetary: 0 } }],
		[{ weights: { recency: 1.5 } }],
		[{ rules: [] }],
		[{ rules: [rule('', [1, 5])] }],
		[{ rules: [rule('a', [5, 1])] }],
		[{ rules: [rule('a', [1, 5])], bins: 4 }],
		[{ rules: [rule('a', [1, 3])], binning: 'mean' }],
		[{ vip: {} }],
		[{ vip: { frequency: -1 } }],
		[{ window: 3 }],
		[null]
	])('refuse %j', (params) => {
		expect(v.safeParse(rfmParams, params).success).toBe(false);
	});

	it('take ascending cuts that fit the bins, equal ones among them', () => {
		expect(v.safeParse(rfmParams, { binning: 'fixed', bins: 3, cuts: three }).success).toBe(true);
	});

	it('are needed in full: fixed cuts that are not there stop the run', () => {
		const params = { ...v.parse(rfmParams, {}), binning: 'fixed' as const };
		const input = { ledger: ladder, frame: { asOf, from: null, weekStart: 1 } };
		expect(() => rfm.run(input, params)).toThrow(CoreError);
	});
});
