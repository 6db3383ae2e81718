import {
	intervalRow,
	intervalRows,
	intervalsTable,
	purchaseInterval
} from '../../ledger/purchase-intervals.ts';
import { medianGaps } from '../median-gaps.ts';
import { keptConcentration } from '../kept-concentration.ts';
import { observedSpan, type ObservedSpan } from '../observed-span.ts';
import { fewCustomers, remark } from '../remarks.ts';
import { activeBetween, noSuchSelection, selectCustomers } from '../select-customers.ts';
import type { Method, MethodInput, Warning } from '../types.ts';
import { withoutRows } from '../without-rows.ts';
import { customerFacts, type CustomerFacts } from './customer-facts.ts';
import { overviewDefinition } from './definition.ts';
import { orderCountRow, orderCountRows, orderCountsTable } from './order-counts.ts';
import { overviewParams } from './params.ts';
import { profitScalars } from './profit.ts';
import { overviewScalars } from './scalars.ts';
import { revenueSpread, setBits, setsTable } from './sets.ts';
import { trendPeriods, trendTable } from './trend.ts';
import { overviewSets, type OverviewParams, type OverviewResult, type OverviewScalars } from './types.ts';

/** The base at a glance: who buys, how much, how often, how concentrated, and what changed. */
export const overview: Method<OverviewParams, OverviewResult> = {
	definition: overviewDefinition,
	params: overviewParams,
	run(input, params) {
		const { ledger, frame } = input;
		const observed = observedSpan(input);
		const span = daysOf(input, observed);
		const periods = trendPeriods(span, params.unit, frame);
		const facts = customerFacts(ledger, span, params.days, periods);
		const spread = revenueSpread(facts);
		const gaps = medianGaps(input, span);
		const sure = keptConcentration(input, 'overview', spread.ascending);
		const scalars = {
			...overviewScalars(facts, spread, sure, purchaseInterval(gaps), observed, params.days),
			...profitScalars(ledger, span.from, span.asOf)
		};
		const tables = {
			trend: trendTable(facts.onDay, span, periods),
			orderCounts: orderCountsTable(facts.orders, facts.revenue),
			intervals: intervalsTable(gaps),
			sets: setsTable(facts, spread)
		};
		const n = spread.ascending.length;
		const result: OverviewResult = {
			method: 'overview',
			version: overviewDefinition.version,
			params,
			frame,
			status: n > 0 ? 'ok' : 'not-enough-data',
			missing: n > 0 ? [] : [remark(observed === null ? 'no-orders' : 'no-orders-in-window')],
			n,
			warnings: n > 0 ? warningsOf(scalars, facts, params, span) : [],
			scalars,
			tables: n > 0 ? tables : withoutRows(tables)
		};
		return { result, customers: null };
	},
	members(input, params, table, row) {
		const { ledger, frame } = input;
		const size = ledger.customers.size;
		const observed = observedSpan(input);
		const span = daysOf(input, observed);
		const periods = trendPeriods(span, params.unit, frame);
		const facts = customerFacts(ledger, span, params.days, periods);
		if (observed === null || !hasOrders(facts)) throw noSuchSelection(table, row);
		const isRow = (rows: number): boolean => Number.isInteger(row) && row >= 0 && row < rows;
		if (table === 'trend') {
			if (!isRow(periods.count)) throw noSuchSelection(table, row);
			const start = Math.max(periods.starts[row] as number, span.from);
			return activeBetween(ledger, start, Math.min((periods.starts[row + 1] as number) - 1, span.asOf));
		}
		if (table === 'orderCounts' && isRow(orderCountRows)) {
			return selectCustomers(size, (customer) => orderCountRow(facts.orders[customer] as number) === row);
		}
		if (table === 'intervals' && isRow(intervalRows)) {
			const gaps = medianGaps(input, span);
			return selectCustomers(size, (customer) => intervalRow(gaps[customer] as number) === row);
		}
		if (table === 'sets' && isRow(overviewSets.length)) {
			const bits = setBits(facts, revenueSpread(facts));
			return selectCustomers(size, (customer) => ((bits[customer] as number) & (1 << row)) !== 0);
		}
		throw noSuchSelection(table, row);
	}
};

/** The observed days; where there are none, the as-of date alone, so that every kernel has a range to walk. */
function daysOf({ frame: { asOf } }: MethodInput, observed: ObservedSpan | null): ObservedSpan {
	if (observed !== null && observed.from <= asOf) return observed;
	// `from` lies beyond the as-of date only for a window in the future: nothing may count, not even today.
	return { firstDay: asOf + 1, from: asOf + 1, asOf, cut: false };
}

function hasOrders(facts: CustomerFacts): boolean {
	return facts.orders.some((orders) => orders > 0);
}

function warningsOf(
	scalars: OverviewScalars,
	facts: CustomerFacts,
	params: OverviewParams,
	span: ObservedSpan
): Warning[] {
	const warnings: Warning[] = [];
	if (scalars.customers < fewCustomers) {
		warnings.push(remark('few-customers', { n: scalars.customers, minimum: fewCustomers }));
	}
	if (
		scalars.currentActive > 0 &&
		scalars.currentActive < fewCustomers &&
		scalars.customers >= fewCustomers
	) {
		warnings.push(
			remark('few-active', { n: scalars.currentActive, minimum: fewCustomers, days: params.days })
		);
	}
	if (scalars.revenue === 0) warnings.push(remark('no-revenue'));
	if (scalars.beforeComplete === 0) {
		warnings.push(
			remark('period-before-incomplete', { days: params.days, known: span.asOf - span.firstDay + 1 })
		);
	}
	if (scalars.purchaseIntervalCustomers === 0) warnings.push(remark('no-repeat-days'));
	if (facts.firstDay === facts.lastDay) warnings.push(remark('single-day'));
	return warnings;
}
