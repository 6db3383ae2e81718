import type { PurchaseInterval } from '../../ledger/purchase-intervals.ts';
import type { ConcentrationIntervals } from '../../math/compare/concentration-intervals.ts';
import { gini } from '../../math/concentration.ts';
import { wilson } from '../../math/wilson.ts';
import type { ObservedSpan } from '../observed-span.ts';
import type { CustomerFacts } from './customer-facts.ts';
import { meanOrderInterval } from './mean-order.ts';
import type { RevenueSpread } from './sets.ts';
import type { OverviewScalars } from './types.ts';

/**
 * The headline numbers. Counts and sums are exact; a ratio over nothing is NaN, "no value".
 *
 * @param span null when there is no valid order up to the as-of date
 */
export function overviewScalars(
	facts: CustomerFacts,
	spread: RevenueSpread,
	sure: ConcentrationIntervals,
	interval: PurchaseInterval,
	span: ObservedSpan | null,
	days: number
): OverviewScalars {
	const customers = spread.ascending.length;
	let orders = 0;
	let onceCustomers = 0;
	let onceRevenue = 0;
	for (let customer = 0; customer < facts.orders.length; customer++) {
		const count = facts.orders[customer] as number;
		orders += count;
		if (count !== 1) continue;
		onceCustomers++;
		onceRevenue += facts.revenue[customer] as number;
	}
	const repeatCustomers = customers - onceCustomers;
	const repeat = wilson(repeatCustomers, customers);
	const { current, before } = facts;
	const ofAll = meanOrderInterval(facts.orders, facts.revenue);
	const ofCurrent = meanOrderInterval(facts.currentOrders, facts.currentRevenue);
	return {
		customers,
		prospects: facts.prospects,
		orders,
		lines: facts.lines,
		revenue: spread.total,
		averageOrder: ratio(spread.total, orders),
		averageOrderLow: ofAll.low,
		averageOrderHigh: ofAll.high,
		repeatCustomers,
		repeatRate: ratio(repeatCustomers, customers),
		repeatRateLow: repeat.low,
		repeatRateHigh: repeat.high,
		onceCustomers,
		onceRevenueShare: ratio(onceRevenue, spread.total),
		purchaseInterval: interval.days,
		purchaseIntervalLow: interval.low,
		purchaseIntervalHigh: interval.high,
		purchaseIntervalCustomers: interval.customers,
		topTenthRevenueShare: ratio(spread.topTenth.sum, spread.total),
		topTenthRevenueShareLow: sure.topTenth.low,
		topTenthRevenueShareHigh: sure.topTenth.high,
		topFifthRevenueShare: ratio(spread.topFifth.sum, spread.total),
		topFifthRevenueShareLow: sure.topFifth.low,
		topFifthRevenueShareHigh: sure.topFifth.high,
		eightyPercentCustomers: spread.eightyPercent.count,
		eightyPercentCustomerShare: ratio(spread.eightyPercent.count, customers),
		gini: gini(spread.ascending),
		giniLow: sure.gini.low,
		giniHigh: sure.gini.high,
		currentActive: current.active,
		beforeActive: before.active,
		currentNew: current.new,
		beforeNew: before.new,
		currentOrders: current.orders,
		beforeOrders: before.orders,
		currentRevenue: current.revenue,
		beforeRevenue: before.revenue,
		currentAverageOrder: ratio(current.revenue, current.orders),
		currentAverageOrderLow: ofCurrent.low,
		currentAverageOrderHigh: ofCurrent.high,
		beforeAverageOrder: ratio(before.revenue, before.orders),
		beforeComplete: span !== null && span.firstDay <= span.asOf - 2 * days + 1 ? 1 : 0
	};
}

function ratio(part: number, whole: number): number {
	return whole === 0 ? Number.NaN : part / whole;
}
