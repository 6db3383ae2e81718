import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chiSquareTail } from '#lib/core/math/chi-square.ts';
import { kaplanMeier, limitKinds, survivalAt } from '#lib/core/math/survival/kaplan-meier.ts';
import { logRank } from '#lib/core/math/survival/log-rank.ts';
import { medianSurvival, restrictedMean } from '#lib/core/math/survival/summaries.ts';
import { tallySpells, type SpellTally } from '#lib/core/math/survival/tally.ts';
import { dataFile, describeWithData } from '../../support/data.ts';
import { oracleCsv, oracleJson, parseCsv } from '../../support/real-data.ts';

type Row = Readonly<Record<string, string>>;
type Groups = ReadonlyMap<string, SpellTally>;

interface Set {
	readonly file: string;
	readonly time: string;
	readonly ended: (row: Row) => boolean;
}
const sets: Readonly<Record<'aml' | 'lung' | 'ovarian' | 'waltons' | 'telco', Set>> = {
	aml: { file: 'survival/aml.csv', time: 'time', ended: (row) => row['status'] === '1' },
	lung: { file: 'survival/lung.csv', time: 'time', ended: (row) => row['status'] === '2' },
	ovarian: { file: 'survival/ovarian.csv', time: 'futime', ended: (row) => row['fustat'] === '1' },
	waltons: { file: 'lifelines/waltons_dataset.csv', time: 'T', ended: (row) => Number(row['E']) === 1 },
	telco: { file: 'telco/Telco-Customer-Churn.csv', time: 'tenure', ended: (row) => row['Churn'] === 'Yes' }
};

/** The tallies of a set by the values of a column ('' = all in one), in the order of those values. */
function load(name: keyof typeof sets, by: string): Groups {
	const { file, time, ended } = sets[name];
	const rows = parseCsv(readFileSync(dataFile(file), 'utf8')).filter((row) => row[by] !== 'NA');
	const keys = by === '' ? [''] : [...new Set(rows.map((row) => row[by] as string))].sort();
	return new Map(
		keys.map((key) => {
			const own = rows.filter((row) => by === '' || row[by] === key);
			return [
				key,
				tallySpells(
					own.map((row) => Number(row[time])),
					own.map((row) => (ended(row) ? 1 : 0))
				)
			];
		})
	);
}

const groupsOf: Readonly<Record<string, () => Groups>> = {
	aml: () => load('aml', 'x'),
	lung: () => load('lung', ''),
	lung_sex: () => load('lung', 'sex'),
	waltons: () => load('waltons', 'group'),
	telco: () => load('telco', ''),
	telco_contract: () => load('telco', 'Contract')
};
const pick = (groups: Groups, key: string): SpellTally => {
	const found = groups.get(key.slice(key.indexOf('=') + 1));
	if (found === undefined) throw new Error(`no group ${key}`);
	return found;
};
/** NA and NaN are no value. */
const number = (text: string | number): number => (text === 'NA' || text === 'NaN' ? NaN : Number(text));
const near = (actual: number | undefined, expected: number, tolerance: number): void => {
	if (Number.isNaN(expected)) expect(actual).toBeNaN();
	else expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(tolerance);
};
const within = (value: number, digits: number): number => 0.5 * 10 ** -digits + 1e-12 * Math.abs(value);

// R survival 3.5-3, 15 decimals. Tolerance: 1e-12, counts exact.
describeWithData('Kaplan–Meier against R survival', () => {
	const rows = oracleCsvOrNone();
	test.each(Object.keys(groupsOf))('all rows of %s agree to 1e-12 in S, error and limits', (name) => {
		const own = rows.filter((row) => row['set'] === name);
		expect(own.length).toBeGreaterThan(10);
		const groups = groupsOf[name]?.() ?? new Map<string, SpellTally>();
		let compared = 0;
		for (const kind of limitKinds) {
			for (const [key, tally] of groups) {
				const curve = kaplanMeier(tally, kind);
				const expected = own.filter(
					(row) => row['conf'] === kind && (row['strata'] ?? '').split('=').at(-1) === key
				);
				// Each set is listed for the kinds of limits that R was asked for; rows are lengths with an event.
				if (expected.length === 0) continue;
				const at = [...curve.time.keys()].filter((i) => (curve.events[i] as number) > 0);
				expect(at.map((i) => curve.time[i])).toEqual(expected.map((row) => Number(row['time'])));
				at.forEach((i, k) => {
					const row = expected[k] as Row;
					expect([curve.atRisk[i], curve.events[i]]).toEqual([Number(row['n_risk']), Number(row['n_event'])]);
					near(curve.survival[i], number(row['surv'] as string), 1e-12);
					near(curve.error[i], number(row['std_err'] as string), 1e-12);
					near(curve.low[i], number(row['lower'] as string), 1e-12);
					near(curve.high[i], number(row['upper'] as string), 1e-12);
					compared++;
				});
			}
		}
		expect(compared).toBe(own.length);
	});

	test('no row of the oracle is left out', () => {
		const known = new Set(Object.keys(groupsOf));
		expect(rows.filter((row) => !known.has(row['set'] as string))).toEqual([]);
		expect(rows).toHaveLength(1404);
	});
});

function oracleCsvOrNone(): Row[] {
	try {
		return oracleCsv('km_oracle.csv');
	} catch {
		return [];
	}
}

interface Described {
	readonly records: number;
	readonly events: number;
	readonly rmean: number;
	readonly 'se(rmean)': number;
	readonly median: number | 'NA';
	readonly '0.95LCL': number | 'NA';
	readonly '0.95UCL': number | 'NA';
}

// R survival's summary tables: medians with log limits exact; restricted mean to 1e-10 (12 decimals printed).
describeWithData('medians and restricted means against R survival', () => {
	const oracle = (): Record<string, Record<string, Described>> => oracleJson('km_oracle.json');

	test.each([
		['aml_table', 'aml', 161],
		['lung_table', 'lung_sex', 1022],
		['waltons_table', 'waltons', 75],
		['telco_table', 'telco_contract', 72],
		['lung_all', 'lung', 1022],
		['telco_all', 'telco', 72]
	] as const)('%s', (table, set, horizon) => {
		const groups = groupsOf[set]?.() ?? new Map<string, SpellTally>();
		const found = oracle()[table] as unknown;
		const expected = (table.endsWith('_all') ? { '': found } : found) as Readonly<Record<string, Described>>;
		expect(Object.keys(expected)).toHaveLength(groups.size);
		for (const [key, row] of Object.entries(expected)) {
			const curve = kaplanMeier(pick(groups, key));
			const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
			expect(sum(curve.events)).toBe(row.events);
			expect(sum(curve.events) + sum(curve.censored)).toBe(row.records);
			const { median, low, high } = medianSurvival(curve);
			expect([median, low, high]).toEqual(
				[row.median, row['0.95LCL'], row['0.95UCL']].map((value) => number(value))
			);
			const { mean, error } = restrictedMean(curve, horizon);
			near(mean, row.rmean, 1e-9);
			near(error, row['se(rmean)'], 1e-9);
		}
	});

	test('the restricted means of aml at 35 weeks and of Telco at 72 months', () => {
		const means = oracleJson<Record<'aml_rmst' | 'telco_rmst72', [number, number][]>>('km_oracle.json');
		for (const [set, horizon, expected] of [
			['aml', 35, means.aml_rmst],
			['telco_contract', 72, means.telco_rmst72]
		] as const) {
			const groups = [...(groupsOf[set]?.() ?? new Map<string, SpellTally>()).values()];
			groups.forEach((tally, g) => {
				const { mean, error } = restrictedMean(kaplanMeier(tally), horizon);
				near(mean, expected[g]?.[0] as number, 1e-9);
				near(error, expected[g]?.[1] as number, 1e-9);
			});
		}
	});
});

interface Tested {
	readonly obs: readonly number[];
	readonly exp: readonly number[];
	readonly var: readonly (readonly number[])[];
	readonly chisq: number;
	readonly df: number;
	readonly p: number;
}

// R survival's survdiff, 12 decimals. Tolerance: 1e-9 of each number (relative for chi-square and p).
describeWithData('log-rank against R survival', () => {
	test.each([
		['aml_lr', 'aml', 'x', 'log-rank'],
		['aml_peto', 'aml', 'x', 'rho-1'],
		['lung_lr', 'lung', 'sex', 'log-rank'],
		['lung_peto', 'lung', 'sex', 'rho-1'],
		['lung_ecog_lr', 'lung', 'ph.ecog', 'log-rank'],
		['waltons_lr', 'waltons', 'group', 'log-rank'],
		['telco_contract_lr', 'telco', 'Contract', 'log-rank'],
		['telco_gender_lr', 'telco', 'gender', 'log-rank'],
		['telco_internet_lr', 'telco', 'InternetService', 'log-rank']
	] as const)('%s', (name, set, by, weight) => {
		const expected = oracleJson<Record<string, Tested>>('km_oracle.json')[name] as Tested;
		const found = logRank([...load(set, by).values()], weight);
		expected.obs.forEach((value, g) => near(found.observed[g], value, 1e-9));
		expected.exp.forEach((value, g) => near(found.expected[g], value, 1e-9));
		expected.var.forEach((row, g) => row.forEach((value, h) => near(found.variance[g]?.[h], value, 1e-8)));
		expect(found.degrees).toBe(expected.df);
		near(found.chiSquare, expected.chisq, 1e-9 * expected.chisq);
		near(found.p, expected.p, 1e-9 * expected.p);
	});
});

// Published figures, to the digits printed.
describeWithData('published survival figures', () => {
	test('aml: R’s saved output of the maintained group, and of the other', () => {
		const groups = load('aml', 'x');
		const maintained = kaplanMeier(pick(groups, 'Maintained'));
		const at = [9, 13, 18, 23, 31, 34, 48];
		const s = [0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184];
		const se = [0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535];
		at.forEach((t, k) => {
			near(survivalAt(maintained, t), s[k] as number, within(1, 3));
			near(maintained.error[maintained.time.indexOf(t)], se[k] as number, within(1, 4));
		});
		const i31 = maintained.time.indexOf(31);
		near(maintained.low[i31], 0.2549, within(1, 4));
		near(maintained.high[i31], 0.946, within(1, 3));
		expect(medianSurvival(maintained)).toEqual({ median: 31, low: 18, high: NaN });
		const other = kaplanMeier(pick(groups, 'Nonmaintained'));
		const rest = [0.8333, 0.6667, 0.5833, 0.4861, 0.3889, 0.2917, 0.1944, 0.0972, 0];
		[5, 8, 12, 23, 27, 30, 33, 43, 45].forEach((t, k) =>
			near(survivalAt(other, t), rest[k] as number, within(1, 4))
		);
		expect(other.error.at(-1)).toBeNaN();
		expect(medianSurvival(other)).toEqual({ median: 23, low: 8, high: NaN });
		const { observed, expected, chiSquare, p } = logRank([...groups.values()]);
		expect([...observed]).toEqual([7, 11]);
		near(expected[0], 10.69, within(1, 2));
		near(expected[1], 7.31, within(1, 2));
		near(chiSquare, 3.396389, within(1, 6));
		near(p, 0.065339, within(1, 6));
	});

	test('lung by sex: medians, limits, S(365), log-rank', () => {
		const [men, women] = [...load('lung', 'sex').values()].map((tally) => kaplanMeier(tally));
		expect(medianSurvival(men!)).toEqual({ median: 270, low: 212, high: 310 });
		expect(medianSurvival(women!)).toEqual({ median: 426, low: 348, high: 550 });
		near(survivalAt(men!, 365), 0.336, within(1, 3));
		near(survivalAt(women!, 365), 0.526, within(1, 3));
		const { chiSquare, p } = logRank([men!, women!]);
		near(chiSquare, 10.3267, within(1, 4));
		near(p, 0.00131, within(1, 5));
	});

	test('ovarian by treatment: 7/5 observed, 5.23/6.77 expected, chi-square 1.063, p .303', () => {
		const { observed, expected, chiSquare, p } = logRank([...load('ovarian', 'rx').values()]);
		expect([...observed]).toEqual([7, 5]);
		near(expected[0], 5.23, within(1, 2));
		near(expected[1], 6.77, within(1, 2));
		near(chiSquare, 1.063, within(1, 3));
		near(p, 0.303, within(1, 3));
	});

	test('waltons: medians 58 (56–60) and 26 (22–29), chi-square 122.249, p 2.04e-28', () => {
		const [control, other] = [...load('waltons', 'group').values()].map((tally) => kaplanMeier(tally));
		expect(medianSurvival(control!)).toEqual({ median: 58, low: 56, high: 60 });
		expect(medianSurvival(other!)).toEqual({ median: 26, low: 22, high: 29 });
		const { chiSquare, p } = logRank([control!, other!]);
		near(chiSquare, 122.249, within(1, 3));
		near(p, 2.04e-28, 0.5e-30);
	});

	test('Telco: 11 rows of no tenure, S at 12, 24 and 72 months, and three log-rank tests', () => {
		const all = kaplanMeier(pick(load('telco', ''), ''));
		expect([all.time[0], all.events[0], all.censored[0], all.atRisk[1]]).toEqual([0, 0, 11, 7032]);
		expect(all.events.reduce((sum, value) => sum + value, 0)).toBe(1869);
		near(survivalAt(all, 12), 0.8432, within(1, 6));
		near(survivalAt(all, 24), 0.788736, within(1, 6));
		near(survivalAt(all, 72), 0.59279, within(1, 6));
		const test = (by: string) => logRank([...load('telco', by).values()]);
		near(test('Contract').chiSquare, 2352.8725, within(1, 4));
		expect(test('Contract').degrees).toBe(2);
		near(test('gender').chiSquare, 0.525707, within(1, 6));
		near(test('gender').p, 0.4684, within(1, 4));
		near(test('InternetService').chiSquare, 520.1206, within(1, 4));
	});
});

describe('published survival figures that need no file', () => {
	const censor = (text: string): SpellTally => {
		const spells = text.split(' ');
		return tallySpells(
			spells.map((spell) => Number.parseFloat(spell)),
			spells.map((spell) => (spell.endsWith('+') ? 0 : 1))
		);
	};

	// Freireich et al. (1963); Kleinbaum and Klein, Survival Analysis, chapter 2, to the digits printed there.
	test.each([
		['log-rank', 16.793, 3],
		['gehan', 13.457852, 6],
		['tarone-ware', 15.123575, 6],
		['peto', 14.084139, 6]
	] as const)('Freireich’s 6-MP trial, weight %s: chi-square %f', (weight, chi, digits) => {
		const drug = censor('6 6 6 7 10 13 16 22 23 6+ 9+ 10+ 11+ 17+ 19+ 20+ 25+ 32+ 32+ 34+ 35+');
		const placebo = censor('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');
		const { chiSquare, p } = logRank([drug, placebo], weight);
		// The published Peto figure is cut after its sixth decimal, not rounded (it is 14.08413987).
		near(chiSquare, chi, weight === 'peto' ? 1e-6 : within(chi, digits));
		if (weight === 'log-rank') near(p, 4.17e-5, 0.5e-7);
	});

	// R's survdiff on six rows, as quoted in the tests of lifelines.
	test.each([
		['10 20 30', '10 20 50', 0.254237, 0.614107],
		['10 20+ 30', '10 20+ 50', 0.384615, 0.535143]
	])('three against three, %s and %s: chi-square %f, p %f', (a, b, chi, p) => {
		const found = logRank([censor(a), censor(b)]);
		near(found.chiSquare, chi, within(1, 6));
		near(found.p, p, within(1, 6));
	});

	// McKelvey et al. (1976), lymphoma by stage, as worked through by StatsDirect.
	test('lymphoma by stage: chi-square 6.70971, p .0096', () => {
		const three = censor('6 19 32 42 42 43+ 94 126+ 169+ 207 211+ 227+ 253 255+ 270+ 310+ 316+ 335+ 346+');
		const four = censor(
			'4 6 10 11 11 11 13 17 20 20 21 22 24 24 29 30 30 31 33 34 35 39 40 41+ 43+ 45 46 50 56 61+ 61+ 63 68 82 85 88 89 90 93 104 110 134 137 160+ 169 171 173 175 184 201 222 235+ 247+ 260+ 284+ 290+ 291+ 302+ 304+ 341+ 345+'
		);
		const { chiSquare, p } = logRank([three, four]);
		near(chiSquare, 6.70971, within(1, 5));
		near(p, 0.0096, within(1, 4));
	});

	// Abramowitz and Stegun, table 26.8, and closed forms for even degrees. Tolerance: 1e-12, relative.
	test.each([
		[3.841458820694124, 1, 0.05],
		[5.991464547107979, 2, 0.05],
		[6.634896601021213, 1, 0.01],
		[18.307038053275143, 10, 0.05],
		[1, 2, Math.exp(-0.5)],
		[60, 4, Math.exp(-30) * 31],
		[300, 2, Math.exp(-150)]
	])('the chance of chi-square %f with %i degrees of freedom', (x, degrees, p) => {
		near(chiSquareTail(x, degrees), p, 1e-12 * p);
	});
});
