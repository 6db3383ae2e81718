import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { contracts } from '#lib/core/methods/contracts/method.ts';
import { contractGroupKinds } from '#lib/core/methods/contracts/types.ts';
import { dataFile, describeWithData } from '../../support/data.ts';
import { datedContracts, tenureContracts, type TestContract } from '../../support/contracts.ts';
import { dayOf, ledgerOf } from '../../support/ledger.ts';
import { oracleJson, parseCsv } from '../../support/real-data.ts';

const near = (found: number | undefined, expected: number, tolerance: number) =>
	expect(Math.abs((found ?? NaN) - expected)).toBeLessThanOrEqual(tolerance);
const frameAt = (asOf: number) => ({ asOf, from: null, weekStart: 1 });

// Fader and Hardie (2007), Table 1 and page 7; BdW by scipy. Tolerance: parameters 6e-4 and 2e-3, log-likelihood 1e-3.
describeWithData('contracts of the Regular and High End cohorts, through the method', () => {
	/** A contract per customer, made on the first day of 2000 and ended when the cohort's survival says so. */
	const cohort = (name: 'regular' | 'high_end', years: number): TestContract[] => {
		const left = parseCsv(readFileSync(dataFile('foretell/customer_retention.csv'), 'utf8'))
			.slice(0, years + 1)
			.map((row) => Math.round(Number(row[name]) * 10));
		const start = dayOf('2000-01-01');
		return Array.from({ length: 1000 }, (_, who): TestContract => {
			const ended = left.findIndex((n, year) => year > 0 && who >= n);
			return [who, start, ended < 0 ? null : dayOf(`${2000 + ended}-01-01`), 100];
		});
	};
	const run = (name: 'regular' | 'high_end', years: number) =>
		contracts.run(
			{
				ledger: ledgerOf([]),
				frame: frameAt(dayOf(`${2000 + years}-01-01`)),
				contracts: datedContracts(cohort(name, years))
			},
			v.parse(contracts.params, { grace: 0, amountIn: 'year', ahead: 6 })
		).result;

	test.each([
		['regular', 7, [0.704, 1.182, -1680.265], [0.4556, 0.7793, 1.2835, -1679.603]],
		['high_end', 7, [0.668, 3.806, -1611.158], [0.2143, 1.4266, 1.7236, -1605.314]],
		['regular', 4, [0.7637, 1.2958, -1401.559], [0.523, 0.8943, 1.1964, -1401.383]],
		['high_end', 4, [1.281, 7.7904, -1225.135], [0.2593, 1.7226, 1.5844, -1222.749]]
	] as const)('%s, %i years: both models, the better by AIC, and projections', (name, years, sbg, bdw) => {
		const { tables, scalars } = run(name, years);
		const { alpha, beta, c, logLikelihood, best } = tables.models.columns;
		near(alpha[0], sbg[0], 6e-4);
		near(beta[0], sbg[1], 6e-4);
		near(logLikelihood[0], sbg[2], 1e-3);
		near(alpha[1], bdw[0], 2e-3);
		near(beta[1], bdw[1], 2e-3);
		near(c[1], bdw[2], 2e-3);
		near(logLikelihood[1], bdw[3], 1e-3);
		// 2k − 2LL: one parameter more must bring more than one of log-likelihood.
		const better = bdw[3] - sbg[2] > 1 ? 1 : 0;
		expect([...best]).toEqual([1 - better, better]);
		expect(scalars.best).toBe(better);
		const scipy = oracleJson<Record<string, { surv: number[] }>>('clv_scipy.json');
		tables.ages.columns.sbg
			.slice(0, years + 6)
			.forEach((own, t) => near(100 * own, scipy[`sbg_${name}_${years}yr`]?.surv[t] ?? NaN, 2e-3));
	});

	test('observed survival, those under contract, and residual value of the Regular cohort', () => {
		const { tables, scalars } = run('regular', 7);
		const { observed, active, value, money, remaining } = tables.ages.columns;
		[1, 0.631, 0.468, 0.382, 0.326, 0.289, 0.262, 0.241].forEach((own, t) => near(observed[t], own, 1e-12));
		expect([scalars.active, scalars.ended, active[7], money[7]]).toEqual([241, 759, 241, 24_100]);
		near(value[7], 24_100 * (remaining[7] ?? NaN), 1e-6);
		near(scalars.residualValue, value[7] ?? NaN, 1e-6);
	});
});

// R survival 3.5-3, to the digits that STATISTICS prints.
describeWithData('Telco as contracts with lengths, through the method', () => {
	const rows = () => parseCsv(readFileSync(dataFile('telco/Telco-Customer-Churn.csv'), 'utf8'));
	const run = (by: string) =>
		contracts.run(
			{
				ledger: ledgerOf([]),
				frame: frameAt(0),
				contracts: tenureContracts(
					rows().map((row) => ({
						tenure: Number(row['tenure']),
						ended: row['Churn'] === 'Yes',
						group: row[by] ?? ''
					}))
				)
			},
			v.parse(contracts.params, { age: 'month' })
		).result;

	test('7,043 customers, 1,869 ends, S at 12, 24 and 72 months, means at 72 months and the log-rank by contract', () => {
		const { scalars, tables } = run('Contract');
		expect([scalars.spells, scalars.ended, scalars.used, scalars.rows]).toEqual([7043, 1869, 7043, 7043]);
		const { group, time, survival } = tables.survival.columns;
		const all = tables.groups.columns.kind.indexOf(contractGroupKinds.indexOf('all'));
		const at = (t: number) => survival[time.findIndex((own, row) => group[row] === all && own === t)];
		near(at(12), 0.8432, 5e-7);
		near(at(24), 0.788736, 5e-7);
		near(at(72), 0.59279, 5e-7);
		near(scalars.logRank, 2352.8725, 5e-5);
		expect([scalars.degrees, scalars.meanHorizon]).toEqual([2, 72]);
		const means = new Map(
			tables.groups.columns.label.map((own, row) => [own, tables.groups.columns.mean[row]])
		);
		near(means.get('Month-to-month'), 36.298, 5e-4);
		near(means.get('One year'), 66.417, 5e-4);
		near(means.get('Two year'), 71.54, 5e-4);
	});

	test.each([
		['gender', 0.525707, 5e-7],
		['InternetService', 520.1206, 5e-5]
	] as const)('log-rank by %s is %f', (by, expected, tolerance) => {
		near(run(by).scalars.logRank, expected, tolerance);
	});
});
