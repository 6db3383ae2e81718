import { logRank } from '../../math/survival/log-rank.ts';
import { medianSurvival, restrictedMean } from '../../math/survival/summaries.ts';
import type { SurvivalCurve } from '../../math/survival/kaplan-meier.ts';
import { wilson } from '../../math/wilson.ts';
import { fewCustomers, remark } from '../remarks.ts';
import { nobodyLeaves } from '../nobody-leaves.ts';
import type { Warning } from '../types.ts';
import { suggestedWindow, type BackTest } from './back-test.ts';
import type { ChurnStanding } from './standing.ts';
import type { ChurnCuts, Silences } from './silences.ts';
import type { LossStanding } from './loss-reasons.ts';
import {
	aliveBands,
	causeIds,
	riskBands,
	type ChurnParams,
	type ChurnScalars,
	type ChurnTables
} from './types.ts';

/** A year is as far as a mean of silences is worth reading. */
const longestMean = 365;

/** What the single numbers are taken from. */
export interface ChurnParts {
	readonly params: ChurnParams;
	readonly silences: Silences;
	readonly cuts: ChurnCuts;
	readonly test: BackTest;
	readonly curves: readonly SurvivalCurve[];
	readonly warned: number;
	readonly stakeWarned: number;
	readonly profiles: ChurnStanding;
	readonly loss: LossStanding | null;
	readonly tables: ChurnTables;
}

/** The single numbers of churn. */
export function churnScalars(parts: ChurnParts): ChurnScalars {
	const { params, silences, cuts, test, curves, profiles, tables } = parts;
	const { agreement } = tables;
	const pair = (band: (typeof riskBands)[number], alive: (typeof aliveBands)[number]): number =>
		agreement.columns.customers[riskBands.indexOf(band) * aliveBands.length + aliveBands.indexOf(alive)] ?? 0;
	const estimates = profiles.alive.filter((own) => !Number.isNaN(own));
	const { customers, stake } = tables.bands.columns;
	const [active = 0, atRisk = 0, churned = 0] = customers;
	const followed = test.followed[cuts.churned] ?? 0;
	const wonBack = followed === 0 ? 0 : (test.returned[cuts.churned] ?? 0);
	const interval = wilson(wonBack, followed);
	const finite = (days: number): number => (Number.isFinite(days) ? days : Number.NaN);
	const [all, first, later] = curves;
	const median = all === undefined ? null : medianSurvival(all);
	const restrictedTo = Math.min(longestMean, all?.time.at(-1) ?? Number.NaN);
	const compared = first === undefined || later === undefined ? null : logRank([first, later]);
	const last = (table: 'periods' | 'revenue'): number => tables[table].columns.incomplete.lastIndexOf(0);
	const revenue = tables.revenue.columns;
	return {
		customers: active + atRisk + churned,
		active,
		atRisk,
		churned,
		atRiskAfter: finite(cuts.atRisk),
		churnedAfter: finite(cuts.churned),
		gaps: silences.all.ended.reduce((sum, n) => sum + n, 0),
		stakeAtRisk: stake[1] ?? 0,
		stakeChurned: stake[2] ?? 0,
		warned: parts.warned,
		stakeWarned: parts.stakeWarned,
		churnedButAlive: pair('churned', 'high'),
		activeButLow: pair('active', 'low'),
		expectedAlive: estimates.reduce((sum, own) => sum + own, 0),
		estimated: estimates.length,
		lostSaid: parts.loss === null ? Number.NaN : saidWhy(tables.causes),
		lostSaidEarly: parts.loss?.early ?? Number.NaN,
		complaintsTold: profiles.told.complaintsTold ? 1 : 0,
		answersTold: profiles.told.answersTold ? 1 : 0,
		followed,
		wonBack,
		winBackRate: followed === 0 ? Number.NaN : wonBack / followed,
		winBackLow: interval.low,
		winBackHigh: interval.high,
		suggestedDays: suggestedWindow(test, params.toleratedReturn),
		churnRate: tables.periods.columns.rate[last('periods')] ?? Number.NaN,
		revenueChurn: revenue.revenueChurn[last('revenue')] ?? Number.NaN,
		nrr: revenue.nrr[last('revenue')] ?? Number.NaN,
		grr: revenue.grr[last('revenue')] ?? Number.NaN,
		medianDays: median?.median ?? Number.NaN,
		medianLow: median?.low ?? Number.NaN,
		medianHigh: median?.high ?? Number.NaN,
		restrictedMean: all === undefined ? Number.NaN : restrictedMean(all, restrictedTo).mean,
		restrictedTo,
		logRank: compared?.chiSquare ?? Number.NaN,
		logRankP: compared?.p ?? Number.NaN
	};
}

/** What to bear in mind with these numbers. */
export function churnWarnings(
	scalars: ChurnScalars,
	{ params, silences, profiles, tables }: ChurnParts
): Warning[] {
	const warnings: Warning[] = [];
	const { customers, gaps, followed, winBackRate } = scalars;
	if (customers < fewCustomers) {
		warnings.push(remark('few-customers', { n: customers, minimum: fewCustomers }));
	}
	if (tables.bands.columns.stake.every((money) => money === 0)) warnings.push(remark('no-revenue'));
	if (params.window === 'percentile' && gaps === 0) warnings.push(remark('no-gaps'));
	else if (params.window === 'percentile' && gaps < fewCustomers) {
		warnings.push(remark('few-gaps', { n: gaps, minimum: fewCustomers }));
	}
	if (followed === 0) warnings.push(remark('churn-none-followed', { days: params.winBackDays }));
	else if (followed < fewCustomers) {
		warnings.push(remark('churn-few-followed', { n: followed, minimum: fewCustomers }));
	} else if (winBackRate * 100 > params.toleratedReturn) {
		const longer = Number.isNaN(scalars.suggestedDays)
			? 'churn-window-short-no-better'
			: 'churn-window-short';
		warnings.push(
			remark(longer, {
				share: winBackRate,
				days: scalars.churnedAfter,
				within: params.winBackDays,
				...(Number.isNaN(scalars.suggestedDays) ? {} : { suggested: scalars.suggestedDays })
			})
		);
	}
	const { lostSaid, churned } = scalars;
	if (params.lossReasons !== null && Number.isNaN(lostSaid)) warnings.push(remark('churn-no-reasons'));
	else if (churned > 0 && lostSaid < fewCustomers) {
		warnings.push(remark('churn-few-reasons', { n: lostSaid, of: churned, minimum: fewCustomers }));
	}
	if (nobodyLeaves(profiles.alive)) warnings.push(remark('model-nobody-leaves'));
	const once = onceShare(silences);
	if (gaps > 0 && once > 0.5) warnings.push(remark('churn-mostly-once', { share: once }));
	if (!tables.periods.columns.incomplete.includes(0)) warnings.push(remark('churn-no-complete-period'));
	return warnings;
}

function saidWhy({ columns }: ChurnTables['causes']): number {
	return columns.customers.reduce((sum, n, row) => (causeIds[row] === 'unsaid' ? sum : sum + n), 0);
}

/** Of all customers, the share whose first order day is their only one so far. */
function onceShare({ first }: Silences): number {
	const sum = (counts: Uint32Array): number => counts.reduce((total, n) => total + n, 0);
	const once = sum(first.running);
	return once / (once + sum(first.ended));
}
