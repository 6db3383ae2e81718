import type { OverviewParams } from '#lib/core/methods/overview/types.ts';
import {
	customersOf,
	naiveQuantile,
	periodIndex,
	periodStarts,
	type NaiveCustomer,
	type Shop
} from './shop.ts';

type Order = NaiveCustomer['orders'][number];
const money = (orders: readonly Order[]): number => orders.reduce((sum, { amount }) => sum + amount, 0);
const indices = (customers: readonly NaiveCustomer[]): number[] => customers.map(({ index }) => index);

export interface OverviewModel {
	readonly scalars: Readonly<Record<string, number>>;
	/** People and revenue per headline set, in the order of `overviewSets`. */
	readonly sets: readonly { readonly people: number[]; readonly revenue: number }[];
	readonly trend: readonly {
		readonly period: number;
		readonly people: number[];
		readonly fresh: number;
		readonly orders: number;
		readonly revenue: number;
		readonly incomplete: number;
	}[];
	/** Per customer with an order in the window: number of orders, and median gap (NaN: none). */
	readonly customers: readonly { readonly index: number; readonly orders: number; readonly gap: number }[];
}

/** The overview by filtering lists of orders over and over. */
export function overviewModel(shop: Shop, params: OverviewParams): OverviewModel {
	const { asOf, from } = shop;
	const known = customersOf(shop);
	const within = (customer: NaiveCustomer, first: number, last: number): Order[] =>
		customer.orders.filter(({ day }) => day >= first && day <= last);
	const firstDay = Math.min(asOf + 1, ...known.flatMap(({ orders }) => orders.map(({ day }) => day)));
	const begin = Math.max(from ?? firstDay, firstDay);
	const inWindow = (customer: NaiveCustomer): Order[] => within(customer, begin, asOf);
	const buyers = known.filter((customer) => inWindow(customer).length > 0);
	const ranked = [...buyers].sort((a, b) => money(inWindow(b)) - money(inWindow(a)) || a.index - b.index);
	const total = money(buyers.flatMap(inWindow));
	const top = ranked.slice(0, Math.ceil(buyers.length / 10));
	const fifth = ranked.slice(0, Math.ceil(buyers.length / 5));
	let eighty = 0;
	while (money(ranked.slice(0, eighty).flatMap(inWindow)) * 5 < total * 4) eighty++;
	const repeat = buyers.filter((customer) => inWindow(customer).length > 1);
	const once = buyers.filter((customer) => inWindow(customer).length === 1);
	const gapOf = (customer: NaiveCustomer): number => {
		const days = [...new Set(inWindow(customer).map(({ day }) => day))];
		return naiveQuantile(
			days.slice(1).map((day, at) => day - (days[at] as number)),
			0.5
		);
	};
	const gaps = buyers.map(gapOf).filter((gap) => !Number.isNaN(gap));
	const periodSets = [asOf - params.days + 1, asOf - 2 * params.days + 1].map((first) => {
		const last = first + params.days - 1;
		const active = known.filter((customer) => within(customer, first, last).length > 0);
		const fresh = active.filter(({ orders }) => (orders[0]?.day ?? 0) >= first);
		const ordersOf = (customers: readonly NaiveCustomer[]): Order[] =>
			customers.flatMap((customer) => within(customer, first, last));
		return { active, fresh, orders: ordersOf(active), freshOrders: ordersOf(fresh) };
	});
	const [current, before] = periodSets as [(typeof periodSets)[0], (typeof periodSets)[0]];
	const set = (people: readonly NaiveCustomer[], orders = people.flatMap(inWindow)) => ({
		people: [...indices(people)].sort((a, b) => a - b),
		revenue: money(orders)
	});
	const prospects = known.filter(({ orders }) => orders.length === 0);
	const starts = periodStarts(Math.min(begin, asOf), asOf, params.unit, shop);
	const trend =
		buyers.length === 0
			? []
			: starts.slice(0, periodIndex(starts, asOf) + 1).map((start, at) => {
					const end = (starts[at + 1] as number) - 1;
					const active = buyers.filter(
						(customer) => within(customer, Math.max(start, begin), Math.min(end, asOf)).length
					);
					const orders = active.flatMap((customer) =>
						within(customer, Math.max(start, begin), Math.min(end, asOf))
					);
					return {
						period: start,
						people: indices(active),
						fresh: active.filter(({ orders: all }) => (all[0]?.day ?? 0) >= Math.max(start, begin)).length,
						orders: orders.length,
						revenue: money(orders),
						incomplete: end > asOf || (begin > firstDay && start < begin) ? 1 : 0
					};
				});
	return {
		scalars: {
			customers: buyers.length,
			prospects: prospects.length,
			orders: buyers.flatMap(inWindow).length,
			lines: buyers.flatMap(inWindow).length,
			revenue: total,
			repeatCustomers: repeat.length,
			onceCustomers: once.length,
			onceRevenueShare: money(once.flatMap(inWindow)) / total,
			averageOrder: total / buyers.flatMap(inWindow).length,
			repeatRate: repeat.length / buyers.length,
			purchaseInterval: naiveQuantile(gaps, 0.5),
			purchaseIntervalCustomers: gaps.length,
			topTenthRevenueShare: money(top.flatMap(inWindow)) / total,
			topFifthRevenueShare: money(fifth.flatMap(inWindow)) / total,
			eightyPercentCustomers: eighty,
			eightyPercentCustomerShare: eighty / buyers.length,
			currentActive: current.active.length,
			beforeActive: before.active.length,
			currentNew: current.fresh.length,
			beforeNew: before.fresh.length,
			currentOrders: current.orders.length,
			beforeOrders: before.orders.length,
			currentRevenue: money(current.orders),
			beforeRevenue: money(before.orders),
			currentAverageOrder: money(current.orders) / current.orders.length,
			beforeAverageOrder: money(before.orders) / before.orders.length,
			beforeComplete: firstDay <= asOf - 2 * params.days + 1 ? 1 : 0
		},
		sets: [
			set(buyers),
			set(prospects),
			set(repeat),
			set(once),
			set(current.active, current.orders),
			set(before.active, before.orders),
			set(current.fresh, current.freshOrders),
			set(before.fresh, before.freshOrders),
			set(top),
			set(ranked.slice(0, eighty)),
			set(fifth)
		],
		trend,
		customers: buyers.map((customer) => ({
			index: customer.index,
			orders: inWindow(customer).length,
			gap: gapOf(customer)
		}))
	};
}
