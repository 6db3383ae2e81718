import { beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { decodeAll } from '#lib/core/columns/dictionary.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import { rfmParams } from '#lib/core/methods/rfm/params.ts';
import { valueTypeIds, type RfmCustomers } from '#lib/core/methods/rfm/types.ts';
import { describeWithData } from '../../support/data.ts';
import { dayOf } from '../../support/ledger.ts';
import { loadLedger, oracleCsv, oracleJson, type RealData } from '../../support/real-data.ts';

/** The oracles' names of the eight value types, in the order of `valueTypeIds`. */
const typeNames = [
	'重要价值客户',
	'重要发展客户',
	'重要保持客户',
	'重要挽留客户',
	'一般价值客户',
	'一般发展客户',
	'一般保持客户',
	'一般挽留客户'
];

function runRfm(ledger: Ledger, asOf: string, params: Record<string, unknown>) {
	const frame = { asOf: dayOf(asOf), from: null, weekStart: 1 };
	const outcome = rfm.run({ ledger, frame }, v.parse(rfmParams, params));
	return { result: outcome.result, customers: (outcome.customers as RfmCustomers).columns };
}

/** Each scored customer as one line, by the key that the oracle writes. */
function linesOf(
	ledger: Ledger,
	customers: RfmCustomers['columns'],
	keyOf: (key: string) => string,
	write: (i: number) => readonly (number | string | undefined)[]
): Record<string, string> {
	const keys = decodeAll(ledger.customers);
	return Object.fromEntries(
		Array.from(customers.customer, (who, i) => [keyOf(keys[who] as string), write(i).join('|')])
	);
}

function oracleLines(rows: Record<string, string>[], key: string, columns: readonly string[]) {
	return Object.fromEntries(
		rows.map((row) => [row[key] as string, columns.map((column) => row[column]).join('|')])
	);
}

interface RfmOracle {
	readonly customers: number;
	readonly edges: Readonly<Record<'recency' | 'frequency' | 'monetary', readonly number[]>>;
	readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
	readonly code8_mean: Readonly<Record<string, number>>;
	readonly code8_score_mean?: Readonly<Record<string, number>>;
}

interface Case {
	readonly data: RealData;
	readonly oracle: string;
	readonly summary: 'rfm_retail' | 'rfm_cdnow';
	readonly key: string;
	readonly keyOf: (key: string) => string;
	/** One day after the last order, as the oracle says. */
	readonly asOf: string;
	readonly customers: number;
	readonly orders: number;
	readonly revenue: number;
	/** Smallest units to the oracle's money. */
	readonly units: number;
}

const cases: readonly Case[] = [
	{
		data: 'online-retail',
		oracle: 'retail_rfm_scores.csv',
		summary: 'rfm_retail',
		key: 'CustomerID',
		keyOf: (key) => key,
		asOf: '2011-12-10',
		customers: 4338,
		orders: 18532,
		// 8,911,407.904: the oracles print it to two decimals.
		revenue: 8_911_407_904,
		units: 1000
	},
	{
		data: 'cdnow',
		oracle: 'cdnow_rfm_scores.csv',
		summary: 'rfm_cdnow',
		key: 'id',
		keyOf: (key) => String(Number(key)),
		asOf: '1998-07-01',
		customers: 23570,
		orders: 69659,
		revenue: 250_031_563,
		units: 100
	}
];

describeWithData('RFM against pandas and SQL, customer by customer', () => {
	describe.each(cases)('$data', (data) => {
		let ledger: Ledger;
		let rows: Record<string, string>[];
		let summary: RfmOracle;
		beforeAll(() => {
			ledger = loadLedger(data.data);
			rows = oracleCsv(data.oracle);
			summary = oracleJson<Record<string, RfmOracle>>('retail_pandas.json')[data.summary] as RfmOracle;
		}, 60_000);

		it('has the published customers, orders and revenue', () => {
			const { result } = runRfm(ledger, data.asOf, {});
			expect(result.n).toBe(data.customers);
			expect(result.scalars.revenue).toBe(data.revenue);
			expect(ledger.orders).toBe(data.orders);
			expect(rows).toHaveLength(data.customers);
		});

		it('measures the same recency, frequency and money for every customer', () => {
			const { customers } = runRfm(ledger, data.asOf, {});
			const keys = decodeAll(ledger.customers).map(data.keyOf);
			const byKey = new Map(rows.map((row) => [row[data.key], row]));
			expect(customers.customer).toHaveLength(rows.length);
			const differing = Array.from(customers.customer, (who) => keys[who] as string).filter((key, i) => {
				const row = byKey.get(key) as Record<string, string>;
				// The oracle prints money to two decimals: half a hundredth, and the rounding of doubles.
				const money = (customers.monetary[i] as number) / data.units;
				return (
					String(customers.recency[i]) !== row['recency'] ||
					String(customers.frequency[i]) !== row['frequency'] ||
					!(Math.abs(money - Number(row['monetary'])) < 0.005_000_1)
				);
			});
			expect(differing).toEqual([]);
		});

		it.each([
			['quantile', 'q_right'],
			['ntile', 'ntile']
		])('gives every customer the same R, F and M score by the %s rule', (binning, suffix) => {
			const { customers, result } = runRfm(ledger, data.asOf, { binning });
			const ours = linesOf(ledger, customers, data.keyOf, (i) => [
				customers.r[i],
				customers.f[i],
				customers.m[i]
			]);
			const columns = ['R', 'F', 'M'].map((letter) => `${letter}_${suffix}`);
			expect(ours).toEqual(oracleLines(rows, data.key, columns));
			const cuts = result.tables.cuts.columns;
			columns.forEach((column, measure) => {
				const counts = summary.counts[column] as Record<string, number>;
				const own = Array.from({ length: 5 }, (_, j) => cuts.customers[measure * 5 + j]);
				expect(own).toEqual([1, 2, 3, 4, 5].map((score) => counts[score] ?? 0));
			});
		});

		it('cuts at the same edges', () => {
			const { edges } = runRfm(ledger, data.asOf, {}).result.tables;
			const money = Array.from(edges.columns.edge.subarray(8), (edge) => edge / data.units);
			const expected = summary.edges;
			const ours = [...edges.columns.edge.subarray(0, 8), ...money];
			const theirs = [...expected.recency, ...expected.frequency, ...expected.monetary];
			expect([...edges.columns.measure]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
			ours.forEach((edge, i) => expect(edge).toBeCloseTo(theirs[i] as number, 9));
		});

		// The oracle takes its mean scores from NTILE.
		it.each([
			['mean-value', 'quantile', 'code8_mean'],
			['mean-score', 'ntile', 'code8_score_mean']
		] as const)('puts every customer in the same value type by the %s rule', (high, binning, column) => {
			const { customers, result } = runRfm(ledger, data.asOf, { high, binning });
			const ours = linesOf(ledger, customers, data.keyOf, (i) => [typeNames[customers.type[i] as number]]);
			expect(ours).toEqual(oracleLines(rows, data.key, [column]));
			const counts = summary[column];
			if (counts !== undefined) {
				const table = Array.from(result.tables.types.columns.customers, (n, i) => [typeNames[i], n]);
				expect(Object.fromEntries(table)).toEqual(counts);
			}
			expect(result.tables.types.rows).toBe(valueTypeIds.length);
		});

		it('scores by the mean as the value types by the mean value do', () => {
			const { customers } = runRfm(ledger, data.asOf, { binning: 'mean' });
			// Types by name: 重要 is M high; 价值 R and F, 发展 R alone, 保持 F alone, 挽留 neither.
			const ours = linesOf(ledger, customers, data.keyOf, (i) => {
				const [r, f, m] = [customers.r[i] === 2, customers.f[i] === 2, customers.m[i] === 2];
				const second = r ? (f ? '价值' : '发展') : f ? '保持' : '挽留';
				return [`${m ? '重要' : '一般'}${second}客户`];
			});
			expect(ours).toEqual(oracleLines(rows, data.key, ['code8_mean']));
		});

		it('scores by fixed cuts at the quantile edges as by quantiles', () => {
			const quantile = runRfm(ledger, data.asOf, {});
			const { edge } = quantile.result.tables.edges.columns;
			const cuts = {
				recency: [...edge.subarray(0, 4)],
				frequency: [...edge.subarray(4, 8)],
				monetary: [...edge.subarray(8)]
			};
			expect(runRfm(ledger, data.asOf, { binning: 'fixed', cuts }).customers).toEqual(quantile.customers);
		});
	});
});

/** The 10-segment table of the R package's own tests: ranges of R, F and M; the first that fits wins. */
const packageSegments: readonly (readonly [string, ...(readonly [number, number])[]])[] = [
	['Champions', [4, 5], [4, 5], [4, 5]],
	['Loyal Customers', [2, 5], [3, 5], [3, 5]],
	['Potential Loyalist', [3, 5], [1, 3], [1, 3]],
	['New Customers', [4, 5], [1, 1], [1, 1]],
	['Promising', [3, 4], [1, 1], [1, 1]],
	['Need Attention', [2, 3], [2, 3], [2, 3]],
	['About To Sleep', [2, 3], [1, 2], [1, 2]],
	['At Risk', [1, 2], [2, 5], [2, 5]],
	["Can't Lose Them", [1, 1], [4, 5], [4, 5]],
	['Lost', [1, 2], [1, 2], [1, 2]]
];

function packageSegment(r: number, f: number, m: number): string {
	const within = (score: number, range: readonly [number, number] | undefined) =>
		range !== undefined && range[0] <= score && score <= range[1];
	const found = packageSegments.find(([, rs, fs, ms]) => within(r, rs) && within(f, fs) && within(m, ms));
	return found?.[0] ?? 'Others';
}

interface PackageOracle {
	readonly customers: number;
	readonly orders: number;
	readonly revenue: number;
	readonly bins: Readonly<Record<'R' | 'F' | 'M', readonly number[]>>;
	readonly segments_test: Readonly<Record<string, number>>;
	readonly champions: { readonly n: number; readonly orders: number; readonly revenue: number };
	readonly order_dist: Readonly<Record<string, number>>;
	readonly heatmap: readonly { readonly R: number; readonly F: number; readonly amount: number }[];
}

/**
 * The package puts its edges one above the quantiles and takes them into the higher bin. On whole numbers that is
 * the quantile rule wherever the quantile is whole; at the three edges that fall between two whole numbers (297.4,
 * 255.8, 506.4) the next whole number stays in its lower bin. Its bins are fixed cuts here: x ≥ t is x > ⌈t⌉ − 1.
 */
const asFixedCuts = (thresholds: readonly number[]) => thresholds.map((t) => Math.ceil(t) - 1);

describeWithData('RFM against the R package rfm, customer by customer', () => {
	const itself = (key: string) => key;
	let ledger: Ledger;
	let oracle: PackageOracle;
	let run: ReturnType<typeof runRfm>;
	beforeAll(() => {
		ledger = loadLedger('rfm-r');
		oracle = oracleJson<PackageOracle>('rfm_r_orders.json');
		const { R, F, M } = oracle.bins;
		const cuts = { recency: asFixedCuts(R), frequency: asFixedCuts(F), monetary: asFixedCuts(M) };
		run = runRfm(ledger, '2006-12-31', { binning: 'fixed', cuts });
	});

	it('measures and scores every customer as the package does', () => {
		const { customers } = run;
		const { recency, frequency, monetary, r, f, m } = customers;
		const ours = linesOf(ledger, customers, itself, (i) => [
			recency[i],
			frequency[i],
			monetary[i],
			r[i],
			f[i],
			m[i]
		]);
		const rows = oracleCsv('rfm_r_orders_scores.csv');
		expect(ours).toEqual(oracleLines(rows, 'customer_id', ['rec', 'n', 'amount', 'R', 'F', 'M']));
		expect([run.result.n, ledger.orders, run.result.scalars.revenue]).toEqual([995, 4906, 464158]);
	});

	it('gives the rows that its README prints', () => {
		const { r, f, m } = run.customers;
		const scores = linesOf(ledger, run.customers, itself, (i) => [`${r[i]}${f[i]}${m[i]}`]);
		expect(scores).toMatchObject({
			"Abbey O'Reilly": '343',
			'Add Senger': '412',
			'Aden Lesch': '323',
			'Aden Murphy': '544',
			'Admiral Senger': '433'
		});
	});

	it('has quantile edges one below its thresholds', () => {
		const { edge } = runRfm(ledger, '2006-12-31', {}).result.tables.edges.columns;
		const theirs = [...oracle.bins.R, ...oracle.bins.F, ...oracle.bins.M];
		expect(edge).toHaveLength(12);
		edge.forEach((own, i) => expect(own + 1).toBeCloseTo(theirs[i] as number, 9));
	});

	it('differs from it by quantiles only where a value lies between a quantile and its threshold', () => {
		const quantile = runRfm(ledger, '2006-12-31', {}).customers;
		const { recency, monetary, r, f, m } = run.customers;
		const between = (value: number, thresholds: readonly number[]) =>
			thresholds.some((t) => value > t - 1 && value < t);
		let differing = 0;
		recency.forEach((days, i) => {
			expect(quantile.f[i]).toBe(f[i]);
			expect(quantile.r[i] !== r[i]).toBe(between(days, oracle.bins.R));
			expect(quantile.m[i] !== m[i]).toBe(between(monetary[i] as number, oracle.bins.M));
			if (quantile.r[i] !== r[i] || quantile.m[i] !== m[i]) differing++;
		});
		expect(differing).toBe(3);
	});

	it('gives the mean money of each cell of its heat map', () => {
		const { r, column, meanMonetary } = run.result.tables.matrix.columns;
		const ours = new Map(Array.from(meanMonetary, (mean, i) => [`${r[i]} ${column[i]}`, mean]));
		expect(oracle.heatmap).toHaveLength(25);
		for (const cell of oracle.heatmap) {
			expect(ours.get(`${cell.R} ${cell.F}`)).toBeCloseTo(cell.amount, 9);
		}
	});

	it('counts customers by number of orders as it does', () => {
		const counts: Record<string, number> = {};
		for (const orders of run.customers.frequency) counts[orders] = (counts[orders] ?? 0) + 1;
		expect(counts).toEqual(oracle.order_dist);
	});

	it('leads to its segments when its own table of ten is laid over the scores', () => {
		const { r, f, m, frequency, monetary } = run.customers;
		const counts: Record<string, number> = {};
		const champions = { n: 0, orders: 0, revenue: 0 };
		r.forEach((score, i) => {
			const segment = packageSegment(score, f[i] as number, m[i] as number);
			counts[segment] = (counts[segment] ?? 0) + 1;
			if (segment !== 'Champions') return;
			champions.n++;
			champions.orders += frequency[i] as number;
			champions.revenue += monetary[i] as number;
		});
		expect(counts).toEqual(oracle.segments_test);
		expect(champions).toEqual(oracle.champions);
	});
});
