import type { ConcentrationIntervals } from '../../math/compare/concentration-intervals.ts';
import { gini, hhi } from '../../math/concentration.ts';
import { sortAscending } from '../../math/sort-ascending.ts';
import { keptConcentration } from '../kept-concentration.ts';
import { observedSpan } from '../observed-span.ts';
import { fewCustomers, remark } from '../remarks.ts';
import type { Method, Warning } from '../types.ts';
import { withoutRows } from '../without-rows.ts';
import { contributionDefinition } from './definition.ts';
import { contributionFacts, type Facts } from './facts.ts';
import { contributionMembers, rankedBuyers } from './members.ts';
import { contributionParams } from './params.ts';
import { twoPeriods, type TwoPeriods } from './periods.ts';
import { profitsOf } from './profits.ts';
import { contributionCustomers, movesTable, stepsTable, topTable } from './tables.ts';
import type { ContributionParams, ContributionResult, ContributionScalars } from './types.ts';

/** Where the change of revenue comes from: customers, orders and baskets; who came, grew, shrank and went. */
export const contribution: Method<ContributionParams, ContributionResult> = {
	definition: contributionDefinition,
	params: contributionParams,
	run(input, params) {
		const { ledger, frame } = input;
		const knownPeriods = twoPeriods(frame, params);
		const periods = knownPeriods ?? noPeriods(frame.asOf);
		const facts = contributionFacts(ledger, periods);
		const { sumNow, sumBefore } = facts;
		const enough = knownPeriods !== null && sumNow.orders + sumBefore.orders > 0;
		const { buyers, ranks } = rankedBuyers(facts);
		const ascendingBefore = ascendingOf(facts.before, facts.ordersBefore);
		const ascendingNow = ascendingOf(facts.now, facts.ordersNow);
		const profits = profitsOf(ledger, periods, facts);
		const tables = {
			steps: stepsTable(facts),
			moves: movesTable(facts),
			top: topTable(facts, buyers, ranks, ascendingBefore),
			...(profits && { profits: profits.table })
		};
		const span = observedSpan(input);
		const known =
			span === null ? 0 : Math.max(0, periods.beforeTo - Math.max(span.firstDay, periods.beforeFrom) + 1);
		const change = sumNow.revenue - sumBefore.revenue;
		const scalars: ContributionScalars = {
			nowFrom: periods.from,
			nowTo: periods.to,
			beforeFrom: periods.beforeFrom,
			beforeTo: periods.beforeTo,
			beforeKnown: known,
			customers: sumNow.customers,
			customersBefore: sumBefore.customers,
			orders: sumNow.orders,
			ordersBefore: sumBefore.orders,
			revenue: sumNow.revenue,
			revenueBefore: sumBefore.revenue,
			change,
			changeRate: sumBefore.revenue > 0 ? change / sumBefore.revenue : NaN,
			...concentrationScalars(
				ascendingNow,
				keptConcentration(input, `${periods.from} ${periods.to}`, ascendingNow),
				ascendingBefore,
				keptConcentration(input, `${periods.beforeFrom} ${periods.beforeTo}`, ascendingBefore)
			),
			...profits?.scalars
		};
		const result: ContributionResult = {
			method: 'contribution',
			version: contributionDefinition.version,
			params,
			frame,
			status: enough ? 'ok' : 'not-enough-data',
			missing: enough ? [] : [missingOf(span === null, knownPeriods === null)],
			n: facts.move.reduce((sum, move) => sum + (move === 255 ? 0 : 1), 0),
			warnings: enough ? warningsOf(facts, periods.beforeTo - periods.beforeFrom + 1, known) : [],
			scalars,
			tables: enough ? tables : withoutRows(tables)
		};
		return { result, customers: contributionCustomers(facts) };
	},
	members: contributionMembers
};

/** Smallest first, so that sums of shares do not depend on the order of customers. */
function ascendingOf(revenue: Float64Array, orders: Uint32Array): Float64Array {
	return sortAscending(revenue.filter((_, who) => (orders[who] as number) > 0));
}

/** Where New Years do not reach, nothing is compared with nothing. */
const noPeriods = (asOf: number): TwoPeriods => ({
	from: asOf + 1,
	to: asOf,
	beforeFrom: asOf + 1,
	beforeTo: asOf
});

function missingOf(empty: boolean, unaligned: boolean): Warning {
	if (empty) return remark('no-orders');
	return remark(unaligned ? 'migration-no-new-year' : 'contribution-no-orders');
}

function warningsOf({ sumNow, sumBefore }: Facts, days: number, known: number): Warning[] {
	const warnings: Warning[] = [];
	const n = Math.min(sumNow.customers, sumBefore.customers);
	if (sumBefore.orders === 0) warnings.push(remark('contribution-nothing-before'));
	else if (sumNow.orders === 0) warnings.push(remark('contribution-nothing-now'));
	else if (n < fewCustomers) warnings.push(remark('few-customers', { n, minimum: fewCustomers }));
	if (sumBefore.orders > 0 && known < days)
		warnings.push(remark('contribution-before-incomplete', { known, days }));
	return warnings;
}

/** How concentrated both periods are, and how sure that is. */
function concentrationScalars(
	now: Float64Array,
	sure: ConcentrationIntervals,
	before: Float64Array,
	sureBefore: ConcentrationIntervals
) {
	return {
		hhi: hhi(now),
		hhiBefore: hhi(before),
		gini: gini(now),
		giniLow: sure.gini.low,
		giniHigh: sure.gini.high,
		giniBefore: gini(before),
		giniBeforeLow: sureBefore.gini.low,
		giniBeforeHigh: sureBefore.gini.high
	};
}
