import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { betaGeometric } from '#lib/core/methods/value/models/beta-geometric.ts';
import {
	contractRetention,
	contractSurvival,
	discountedLifetime,
	discountedResidualLifetime,
	fitContract
} from '#lib/core/methods/renewal-models.ts';
import type { Fit } from '#lib/core/methods/fit-by-likelihood.ts';
import { fitPurchases } from '#lib/core/methods/value/models/fit-purchases.ts';
import { expectedSpend, fitGammaGamma } from '#lib/core/methods/value/models/gamma-gamma.ts';
import { discountedIfAlive, pareto } from '#lib/core/methods/value/models/pareto.ts';
import { chanceOfPurchases } from '#lib/core/methods/value/models/purchase-counts.ts';
import { expectedNext } from '#lib/core/methods/value/models/purchase-model.ts';
import { groupRepeats, type RepeatGroups } from '#lib/core/methods/value/models/repeat-groups.ts';
import { summariseRepeats, type RepeatSummary } from '#lib/core/methods/value/repeat-summary.ts';
import { dataFile, describeWithData, hasData } from '../../support/data.ts';
import { dayOf } from '../../support/ledger.ts';
import { loadLedger, oracleCsv, oracleJson, parseCsv } from '../../support/real-data.ts';

const bg = betaGeometric(0);
const mbg = betaGeometric(1);
/** Parameters as the papers print them, and as the R package BTYD stops at them. */
const printed = {
	bg: Float64Array.of(0.243, 4.414, 0.793, 2.426),
	pn: Float64Array.of(0.553, 10.578, 0.606, 11.669),
	gg: Float64Array.of(6.25, 3.74, 15.44)
};

/** One customer as a group of its own, to ask a model about. */
const one = (x: number, last: number, age: number): RepeatGroups =>
	// A hundredth of a week as unit: whole numbers stand for the two decimals of the papers.
	groupRepeats(
		{
			x: Uint32Array.of(x),
			last: Int32Array.of(Math.round(last * 1000)),
			age: Int32Array.of(Math.round(age * 1000))
		},
		1000
	).groups;
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const near = (actual: number | undefined, expected: number, tolerance: number): void => {
	expect(Math.abs((actual ?? NaN) - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(tolerance);
};
const nearAll = (actual: ArrayLike<number>, expected: readonly number[], tolerance: number): void => {
	expect(actual).toHaveLength(expected.length);
	expected.forEach((value, i) => near(actual[i], value, tolerance));
};

/** By Gauss and Jordan, with pivots. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] {
	const rows = matrix.map((row, i) => [...row, ...matrix.map((_, k) => (k === i ? 1 : 0))]);
	const size = rows.length;
	for (let i = 0; i < size; i++) {
		const best = [...rows.keys()]
			.slice(i)
			.reduce((a, b) => (Math.abs(rows[b]![i]!) > Math.abs(rows[a]![i]!) ? b : a));
		[rows[i], rows[best]] = [rows[best]!, rows[i]!];
		const pivot = rows[i]![i]!;
		rows[i] = rows[i]!.map((value) => value / pivot);
		rows.forEach((row, k) => {
			if (k !== i) rows[k] = row.map((value, at) => value - row[i]! * rows[i]![at]!);
		});
	}
	return rows.map((row) => row.slice(size));
}

let summary: RepeatSummary;
let groups: RepeatGroups;
let groupOf: Uint32Array;
let fits: Record<'bg' | 'mbg' | 'pn' | 'gg', Fit>;

function load(): void {
	const ledger = loadLedger('cdnow-sample');
	summary = summariseRepeats(ledger, dayOf('1997-09-30'), dayOf('1998-06-30'));
	({ groups, groupOf } = groupRepeats(summary));
	const repeating = [...summary.x.keys()].filter((i) => summary.x[i]! > 0);
	const spend = {
		x: Uint32Array.from(repeating, (i) => summary.x[i]!),
		// In dollars, as the papers have it.
		mean: Float64Array.from(repeating, (i) => summary.repeatValue[i]! / summary.x[i]! / 100)
	};
	fits = {
		bg: fitPurchases(bg, groups)!,
		mbg: fitPurchases(mbg, groups)!,
		pn: fitPurchases(pareto, groups)!,
		gg: fitGammaGamma(spend)!
	};
}

beforeAll(() => {
	if (hasData) load();
});

interface ScipyAnswers {
	readonly checks: Readonly<Record<string, number & readonly number[]>>;
	readonly freq_table_bgnbd: Readonly<Record<'act' | 'exp' | 'n', readonly number[]>>;
	readonly freq_table_paretonbd: Readonly<Record<'act' | 'exp' | 'n', readonly number[]>>;
}

// STATISTICS of the set: 6,696 customer-days, 2,457 repeats, 1,411 customers without one, 1,882 later purchases.
describeWithData('the CDNOW sample, prepared from its orders', () => {
	test('has the counts of the papers', () => {
		expect(summary.customer).toHaveLength(2357);
		expect(sum(summary.x)).toBe(2457);
		expect(summary.x.filter((x) => x === 0)).toHaveLength(1411);
		expect(sum(summary.laterDays)).toBe(1882);
		expect(2357 + sum(summary.x) + sum(summary.laterDays)).toBe(6696);
	});

	test('equals the independent preparation of all 2,357 customers, to its printed digits', () => {
		const rows = oracleCsv('cdnow_clv_predictions.csv');
		expect(rows).toHaveLength(2357);
		rows.forEach((row, i) => {
			expect([summary.x[i], summary.laterDays[i]]).toEqual([Number(row['x']), Number(row['x_star'])]);
			near(summary.last[i]! / 7, Number(row['tx']), 1e-6);
			near(summary.age[i]! / 7, Number(row['T']), 1e-6);
			const mean = summary.x[i] === 0 ? 0 : summary.repeatValue[i]! / summary.x[i]! / 100;
			near(mean, Number(row['mx']), 1e-5 * Math.max(1, mean));
		});
	});
});

// Fader, Hardie and Lee (2005), Batislam et al. (2007), Fader and Hardie (2013); seven digits by scipy.
describeWithData('the published fits to the CDNOW sample', () => {
	test('BG/NBD: r .2425945, alpha 4.4136019, a .7929199, b 2.4258881 within 2e-5 relative, LL −9582.429', () => {
		nearAll(
			fits.bg.params.map((own, i) => own / [0.2425945, 4.4136019, 0.7929199, 2.4258881][i]!),
			[1, 1, 1, 1],
			2e-5
		);
		near(fits.bg.logLikelihood, -9582.429206673929, 1e-6);
		near(fits.bg.logLikelihood, -9582.4, 0.05);
		expect(fits.bg).toMatchObject({ way: 'plain', penalty: 0 });
	});

	test('Pareto/NBD: LL −9594.976 within 1e-3, parameters within .02 of the paper', () => {
		near(fits.pn.logLikelihood, -9594.976, 1e-3);
		nearAll(fits.pn.params, [0.553, 10.578, 0.606, 11.669], 0.02);
		nearAll(fits.pn.params, [0.5532770728, 10.577683977, 0.6062398458, 11.668730964], 2e-5);
	});

	// The five digits and standard errors that CLVTools prints. Tolerance: 3e-4 relative along the flat ridge of s and beta, 1 % for
	// the errors.
	test('Pareto/NBD: CLVTools’ .55315 10.57633 .60625 11.67150, with standard errors .0476 .8427 .1873 6.2105', () => {
		const params = Float64Array.of(0.55315, 10.57633, 0.60625, 11.6715);
		nearAll(
			fits.pn.params.map((own, i) => own / params[i]!),
			[1, 1, 1, 1],
			3e-4
		);
		const slopesAt = (at: Float64Array): Float64Array => {
			const slopes = new Float64Array(4);
			pareto.logLikelihood(groups, at, slopes);
			return slopes;
		};
		const curvature = Array.from(fits.pn.params, (own, i) => {
			const step = own * 1e-4;
			const [up, down] = [step, -step].map((by) =>
				slopesAt(fits.pn.params.map((value, k) => (k === i ? value + by : value)))
			) as [Float64Array, Float64Array];
			return Array.from(up, (slope, k) => (down[k]! - slope) / (2 * step));
		});
		const errors = inverseOf(curvature).map((row, i) => Math.sqrt(row[i]!));
		[0.0476, 0.8427, 0.1873, 6.2105].forEach((said, i) => near(errors[i]! / said, 1, 0.01));
	});

	test('MBG/NBD: r .525, alpha 6.183, a .891, b 1.614 as printed, LL −9582.1357', () => {
		nearAll(fits.mbg.params, [0.525, 6.183, 0.891, 1.614], 5e-4);
		near(fits.mbg.logLikelihood, -9582.135715553748, 1e-6);
	});

	test('Gamma–Gamma on 946 customers: p 6.25, q 3.74, v 15.44 as printed, LL −4055.9177', () => {
		nearAll(fits.gg.params, [6.25, 3.74, 15.44], 5e-3);
		nearAll(fits.gg.params, [6.249572866854526, 3.744224390879253, 15.443518267222498], 2e-5);
		near(fits.gg.logLikelihood, -4055.9176948018685, 1e-5);
	});

	test('searches that start elsewhere end at the same peak', () => {
		for (const start of [
			[3, 0.4, 0.2, 9],
			[0.05, 60, 4, 0.3]
		]) {
			near(fitPurchases(bg, groups, Float64Array.from(start))!.logLikelihood, fits.bg.logLikelihood, 1e-6);
			near(
				fitPurchases(pareto, groups, Float64Array.from(start))!.logLikelihood,
				fits.pn.logLikelihood,
				1e-6
			);
		}
	});
});

describeWithData('BG/NBD against the papers, BTYD and scipy', () => {
	const oracle = (): Readonly<Record<string, number & readonly number[]>> => oracleJson('btyd_oracle.json');
	const checks = () => oracleJson<ScipyAnswers>('clv_scipy.json').checks;

	test('E[X(52)] is 1.444004 (BTYD walkthrough; 2e-5, its own optimum stops short)', () => {
		near(bg.expected(fits.bg.params, 52), 1.444004, 2e-5);
		near(bg.expected(fits.bg.params, 52), checks()['bg_E_52']!, 1e-6);
	});

	test('E[X(t)] at six times equals Hardie’s spreadsheet within 1e-3 and scipy within 1e-6', () => {
		const times = [0.1429, 1, 3, 31.8571, 32, 78];
		const own = times.map((t) => bg.expected(fits.bg.params, t));
		nearAll(own, [0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576], 1e-3);
		nearAll(own, checks()['bg_E_times']!, 1e-6);
	});

	test('a customer with x = 2, t = 30.43, T = 38.86 is expected to buy 1.226 times in 39 weeks', () => {
		near(expectedNext(bg, one(2, 30.43, 38.86), fits.bg.params, 39)[0], 1.226, 5e-4);
	});

	test('customer 1516 (x = 26): 25.75659 and .9688523 within 2e-3, scipy’s optimum within 1e-5', () => {
		const who = one(26, 30.857, 31);
		near(expectedNext(bg, who, fits.bg.params, 52)[0], 25.75659, 2e-3);
		near(bg.alive(who, fits.bg.params)[0], 0.9688523, 2e-3);
		const exact = summary.x.indexOf(26, 1515);
		expect(exact).toBe(1515);
		near(expectedNext(bg, groups, fits.bg.params, 52)[groupOf[exact]!], checks()['bg_CE_1516']!, 1e-4);
		near(bg.alive(groups, fits.bg.params)[groupOf[exact]!], checks()['bg_PA_1516']!, 1e-6);
	});

	test('BTYD’s tables of expectation, conditional expectation, P(alive) and likelihood, within 1e-9', () => {
		const said = oracle();
		nearAll(
			Array.from({ length: 10 }, (_, i) => bg.expected(printed.bg, i + 1)),
			said['bgnbd_E_1to10']!,
			1e-9
		);
		near(expectedNext(bg, one(10, 35, 39), printed.bg, 2)[0], said['bgnbd_CE_10_35_39_T2']!, 1e-9);
		const ranged = Array.from(
			{ length: 16 },
			(_, i) => expectedNext(bg, one(i + 5, 25, 39), printed.bg, 2)[0]!
		);
		nearAll(ranged, said['bgnbd_CE_5to20_25_39_T2']!, 1e-9);
		near(bg.alive(one(23, 39, 39), printed.bg)[0], said['bgnbd_PA_23_39_39']!, 1e-9);
		const alive = Array.from({ length: 16 }, (_, i) => bg.alive(one(i + 5, 30, 39), printed.bg)[0]!);
		nearAll(alive, said['bgnbd_PA_5to20_30_39']!, 1e-9);
	});

	test('chances of purchase counts: P(X(39) = 0) .5737864 to P(X(2) = 10) 1.07869e-07, n = 11 … 20 within 1e-10', () => {
		const said = oracle();
		near(chanceOfPurchases(printed.bg, 39, 0), 0.5737864, 5e-8);
		near(chanceOfPurchases(printed.bg, 2, 10) / 1.07869e-7, 1, 1e-5);
		near(chanceOfPurchases(printed.bg, 2, 10) / said['bgnbd_pmf_t2_10']!, 1, 1e-9);
		const eleven = Array.from({ length: 10 }, (_, i) => chanceOfPurchases(printed.bg, 30, i + 11));
		const published = [
			0.0019995214, 0.0015170236, 0.001163315, 0.0009003148, 0.0007023638, 0.0005517902, 0.0004361913,
			0.0003467171, 0.0002769613, 0.000222226
		];
		nearAll(eleven, published, 1e-10);
		nearAll(
			Array.from({ length: 8 }, (_, i) => chanceOfPurchases(printed.bg, 39, i)),
			said['bgnbd_pmf_t39_0to7']!,
			1e-11
		);
	});
});

describeWithData('Pareto/NBD against the papers, BTYD and scipy', () => {
	const checks = () => oracleJson<ScipyAnswers>('clv_scipy.json').checks;
	const oracle = (): Readonly<Record<string, number & readonly number[]>> => oracleJson('btyd_oracle.json');
	const btyd = (): Float64Array => Float64Array.from(oracle()['pnbd_est']!);

	test('E[X(52)] is 1.473434 within 1e-5', () => {
		near(pareto.expected(fits.pn.params, 52), 1.473434, 1e-5);
		nearAll(
			Array.from({ length: 10 }, (_, t) => pareto.expected(fits.pn.params, t)),
			checks()['pn_E_0_9']!,
			1e-6
		);
	});

	test('customer 1516: 25.45647 and .997874 within 2e-3, scipy’s optimum within 1e-4', () => {
		const who = groupOf[1515]!;
		near(expectedNext(pareto, groups, fits.pn.params, 52)[who], 25.45647, 2e-3);
		near(pareto.alive(groups, fits.pn.params)[who], 0.997874, 2e-3);
		near(expectedNext(pareto, groups, fits.pn.params, 52)[who], checks()['pn_CE_1516']!, 1e-4);
	});

	test('P(alive) of one who never came back in 39 weeks is .2941633 within 2e-3, BTYD’s parameters within 1e-6', () => {
		near(pareto.alive(one(0, 0, 39), fits.pn.params)[0], 0.2941633, 2e-3);
		near(pareto.alive(one(0, 0, 39), btyd())[0], oracle()['pnbd_PA_0_0_39']!, 1e-6);
		near(pareto.alive(one(0, 0, 39), fits.pn.params)[0], checks()['pn_PA_0_0_39']!, 1e-6);
	});

	test('BTYD’s tables of conditional expectation and P(alive) with its parameters, within 1e-9', () => {
		const said = oracle();
		// The parameters of the package's help pages.
		const params = Float64Array.of(0.55, 10.56, 0.61, 11.64);
		near(expectedNext(pareto, one(10, 35, 39), params, 2)[0], said['pnbd_CE_10_35_39_T2']!, 1e-9);
		const range = Array.from({ length: 16 }, (_, i) => i + 5);
		const next = range.map((x) => expectedNext(pareto, one(x, 25, 39), params, 2)[0]!);
		nearAll(next, said['pnbd_CE_5to20_25_39_T2']!, 1e-9);
		const alive = range.map((x) => pareto.alive(one(x, 30, 39), params)[0]!);
		nearAll(alive, said['pnbd_PA_5to20_30_39']!, 1e-9);
	});

	test('discounted residual transactions: 1.864183, and ten more, within 1e-9 of BTYD', () => {
		const params = Float64Array.of(0.5629966, 12.559037, 0.4081095, 10.5148048);
		const dert = (x: number, last: number) =>
			pareto.alive(one(x, last, 77.86), params)[0]! * discountedIfAlive(params, x, 77.86, 0.0027);
		near(dert(7, 35), 1.864183, 5e-7);
		near(dert(7, 35), oracle()['pnbd_DERT_7_35_77.86']!, 1e-9);
		const ten = Array.from({ length: 10 }, (_, i) => dert(i + 1, 30));
		nearAll(ten, [2.1992, 2.8435, 2.8671, 2.4454, 1.8405, 1.2624, 0.8096, 0.4948, 0.292, 0.1679], 5e-5);
		nearAll(ten, oracle()['pnbd_DERT_1to10_30_77.86']!, 1e-9);
	});
});

describeWithData('all 2,357 customers against scipy, cell by cell', () => {
	test('expected purchases, P(alive), spend, discounted value: within 2e-5 relative of 8 printed digits', () => {
		const rows = oracleCsv('cdnow_clv_predictions.csv');
		const at = (values: Float64Array, i: number) => values[groupOf[i]!]!;
		const own = {
			bg_palive: bg.alive(groups, fits.bg.params),
			bg_ce39: expectedNext(bg, groups, fits.bg.params, 39),
			pn_palive: pareto.alive(groups, fits.pn.params),
			pn_ce39: expectedNext(pareto, groups, fits.pn.params, 39),
			mbg_palive: mbg.alive(groups, fits.mbg.params)
		};
		let most = 0;
		const check = (actual: number, text: string | undefined): void => {
			const off = Math.abs(actual - Number(text)) / Math.max(1e-3, Math.abs(Number(text)));
			most = Math.max(most, off);
		};
		// 15 % a year, continuously by the week, as the papers round it.
		const discount = 0.0027;
		rows.forEach((row, i) => {
			for (const name of Object.keys(own) as (keyof typeof own)[]) check(at(own[name], i), row[name]);
			const x = summary.x[i]!;
			const spend = expectedSpend(printed.gg, x, x === 0 ? 0 : summary.repeatValue[i]! / x / 100);
			const fitted = expectedSpend(fits.gg.params, x, x === 0 ? 0 : summary.repeatValue[i]! / x / 100);
			near(spend, Number(row['gg_spend']), 0.1 + 1e-3 * spend);
			check(fitted, row['gg_spend']);
			const dert = at(own.pn_palive, i) * discountedIfAlive(fits.pn.params, x, summary.age[i]! / 7, discount);
			check(dert, row['pn_dert_15pct']);
			check(dert * fitted, row['clv_pn_gg']);
		});
		expect(most).toBeLessThan(2e-5);
	});

	test('the calibration tables by purchase count equal the papers’ within their digits', () => {
		const table = (values: Float64Array): number[] =>
			Array.from({ length: 8 }, (_, x) => {
				const members = [...summary.x.keys()].filter((i) => Math.min(7, summary.x[i]!) === x);
				return sum(members.map((i) => values[groupOf[i]!]!)) / members.length;
			});
		const actual = table(Float64Array.from(groups.count, () => 0));
		expect(actual).toEqual(new Array(8).fill(0));
		const bgTable = table(expectedNext(bg, groups, fits.bg.params, 39));
		const pnTable = table(expectedNext(pareto, groups, fits.pn.params, 39));
		nearAll(bgTable, [0.2251, 0.5231, 1.0441, 1.5203, 2.1638, 2.6538, 3.504, 6.157], 1e-3);
		nearAll(pnTable, [0.138, 0.6, 1.196, 1.714, 2.399, 2.907, 3.819, 6.403], 2e-3);
		const scipy = oracleJson<ScipyAnswers>('clv_scipy.json');
		nearAll(bgTable, scipy.freq_table_bgnbd.exp, 1e-5);
		nearAll(pnTable, scipy.freq_table_paretonbd.exp, 1e-5);
		const later = Array.from({ length: 8 }, (_, x) => {
			const members = [...summary.x.keys()].filter((i) => Math.min(7, summary.x[i]!) === x);
			return sum(members.map((i) => summary.laterDays[i]!)) / members.length;
		});
		nearAll(later, scipy.freq_table_bgnbd.act, 1e-12);
	});

	test('cumulative purchases in weeks 20 to 25: actual equal, BG/NBD within 2e-2, Pareto/NBD within 1', () => {
		const ledger = loadLedger('cdnow-sample');
		const begin = dayOf('1997-01-01');
		const weeks = [20, 21, 22, 23, 24, 25];
		const actual = weeks.map((week) => sum(summariseRepeats(ledger, begin + 7 * week - 1).x));
		expect(actual).toEqual([1359, 1414, 1484, 1517, 1573, 1672]);
		const cumulative = (model: typeof bg, params: Float64Array) =>
			weeks.map((week) =>
				sum(Array.from(summary.first, (day) => model.expected(params, Math.max(0, week - (day - begin) / 7))))
			);
		nearAll(cumulative(bg, fits.bg.params), [1312.458, 1387.346, 1460.392, 1531.713, 1601.418, 1669.6], 2e-2);
		nearAll(
			cumulative(pareto, fits.pn.params),
			[1308.856, 1385.275, 1459.923, 1532.906, 1604.32, 1674.253],
			1
		);
	});
});

describe('Gamma–Gamma', () => {
	test('the prior mean is p·v ÷ (q − 1), and more purchases pull towards the own mean', () => {
		near(expectedSpend(Float64Array.of(6.25, 3.744, 15.44), 0, 0), (6.25 * 15.44) / 2.744, 1e-12);
	});
});

describeWithData('Gamma–Gamma against the papers and BTYD', () => {
	test('the ten first customers: published table within 0.1, scipy within 1e-2 of its rounded means', () => {
		const own = Array.from({ length: 10 }, (_, i) => {
			const x = summary.x[i]!;
			return expectedSpend(fits.gg.params, x, x === 0 ? 0 : summary.repeatValue[i]! / x / 100);
		});
		nearAll(own, [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17], 0.1);
		const { checks } = oracleJson<ScipyAnswers>('clv_scipy.json');
		nearAll(
			Array.from({ length: 10 }, (_, i) => {
				const x = summary.x[i]!;
				return expectedSpend(
					printed.gg,
					x,
					x === 0 ? 0 : Number((summary.repeatValue[i]! / x / 100).toFixed(2))
				);
			}),
			checks['gg_first10']!,
			2e-2
		);
	});

	test('BTYD’s expected values for 1 to 10 purchases at 35, with p 6.25, q 3.74, v 15.44, within 1e-9', () => {
		const said = oracleJson<Record<string, number[]>>('btyd_oracle.json');
		nearAll(
			Array.from({ length: 10 }, (_, i) => expectedSpend(printed.gg, i + 1, 35)),
			said['spend_EV_1to10_35']!,
			1e-9
		);
	});
});

// Fader and Hardie (2007), Table 1 and page 7; survivors of 1,000 customers. BdW by scipy.
describeWithData('contracts: the Regular and High End cohorts', () => {
	const cohort = (name: 'regular' | 'high_end', years: number): number[] =>
		parseCsv(readFileSync(dataFile('foretell/customer_retention.csv'), 'utf8'))
			.slice(0, years + 1)
			.map((row) => Math.round(Number(row[name]) * 10));
	type Projection = Readonly<Record<'alpha' | 'beta' | 'c' | 'LL' | 'DEL_10pct', number>> &
		Readonly<Record<'surv' | 'retention', readonly number[]>>;

	test.each([
		['regular', 7, [0.704, 1.182], -1680.265],
		['high_end', 7, [0.668, 3.806], -1611.158],
		['regular', 4, [0.7637, 1.2958], -1401.559],
		['high_end', 4, [1.281, 7.7904], -1225.135]
	] as const)(
		'sBG on %s, %i years: parameters and log-likelihood to the printed digits',
		(name, years, params, ll) => {
			const fit = fitContract(cohort(name, years), 'sbg')!;
			nearAll(fit.params.slice(0, 2), params, 6e-4);
			near(fit.logLikelihood, ll, 1e-3);
			const scipy = oracleJson<Record<string, Projection>>('clv_scipy.json')[`sbg_${name}_${years}yr`]!;
			nearAll(
				Array.from({ length: 13 }, (_, t) => 100 * contractSurvival(fit.params, t)),
				scipy.surv,
				2e-3
			);
			nearAll(
				Array.from({ length: 12 }, (_, t) => contractRetention(fit.params, t + 1)),
				scipy.retention,
				2e-5
			);
			if (years === 7) near(discountedLifetime(fit.params, 0.1), scipy.DEL_10pct, 2e-4);
		}
	);

	test.each([
		['regular', 7, [0.4556, 0.7793, 1.2835], -1679.603],
		['high_end', 7, [0.2143, 1.4266, 1.7236], -1605.314],
		['regular', 4, [0.523, 0.8943, 1.1964], -1401.383],
		['high_end', 4, [0.2593, 1.7226, 1.5844], -1222.749]
	] as const)(
		'BdW on %s, %i years: parameters and log-likelihood to the printed digits',
		(name, years, params, ll) => {
			const fit = fitContract(cohort(name, years), 'bdw')!;
			nearAll(fit.params, params, 2e-3);
			near(fit.logLikelihood, ll, 1e-3);
			const scipy = oracleJson<Record<string, Projection>>('clv_scipy.json')[`bdw_${name}_${years}yr`]!;
			nearAll(
				Array.from({ length: 13 }, (_, t) => 100 * contractSurvival(fit.params, t)),
				scipy.surv,
				5e-3
			);
		}
	);

	test('residual lifetimes of Fader and Hardie (2010), Table 3, within .01, and scipy’s within 1e-9', () => {
		const said =
			oracleJson<Record<'case1' | 'case2', Record<'published' | 'computed', number[]>>>('derl_check.json');
		for (const [params, answers] of [
			[Float64Array.of(3.8, 15.2, 1), said.case1],
			[Float64Array.of(0.067, 0.267, 1), said.case2]
		] as const) {
			const own = [1, 2, 3, 4, 5].map((n) => discountedResidualLifetime(params, 0.1, n));
			nearAll(own, answers.published, 0.01);
			nearAll(own, answers.computed, 1e-9);
		}
	});

	test('the sum for BdW meets the closed form where c = 1', () => {
		const sBG = Float64Array.of(0.7, 1.2, 1);
		const nearly = Float64Array.of(0.7, 1.2, 1 + 1e-12);
		near(discountedLifetime(nearly, 0.1), discountedLifetime(sBG, 0.1), 1e-9);
		near(discountedResidualLifetime(nearly, 0.01, 4), discountedResidualLifetime(sBG, 0.01, 4), 1e-7);
	});
});
