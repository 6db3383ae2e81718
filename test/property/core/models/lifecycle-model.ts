import { stageIds, type LifecycleParams, type StageValue } from '#lib/core/methods/lifecycle/types.ts';
import { customersOf, periodIndex, periodStarts, type NaiveCustomer, type Shop } from './shop.ts';

const distinctDays = ({ orders }: NaiveCustomer): number[] => [...new Set(orders.map(({ day }) => day))];

const gapsOf = (customer: NaiveCustomer): number[] => {
	const days = distinctDays(customer);
	return days.slice(1).map((day, at) => day - (days[at] as number));
};

/** Number or percentile → number; null when there is nothing to take a percentile of. */
function valueOf(value: StageValue, gaps: readonly number[]): number | null {
	if (typeof value === 'number') return value;
	return gaps.length === 0 ? null : wholePercentile(gaps, value.percentile);
}

/** Type 7 in whole numbers: a limit that is a whole day must not miss it by a rounding, or `<` and `>` would. */
function wholePercentile(gaps: readonly number[], percent: number): number {
	const sorted = [...gaps].sort((a, b) => a - b);
	const hundredths = (sorted.length - 1) * percent;
	const at = Math.floor(hundredths / 100);
	const part = hundredths % 100;
	const [low, high] = [sorted[at] as number, sorted[at + 1] ?? 0];
	return part === 0 ? low : (low * (100 - part) + high * part) / 100;
}

export function stageModel(shop: Shop, params: LifecycleParams): Map<number, string> {
	const customers = customersOf(shop);
	const gaps = customers.flatMap(gapsOf);
	const stages = new Map<number, string>();
	for (const customer of customers) {
		const measures: Record<string, number | undefined> = {
			orders: customer.orders.length,
			daysSinceLast:
				customer.orders.length > 0 ? shop.asOf - (distinctDays(customer).at(-1) ?? 0) : undefined,
			previousGap: gapsOf(customer).at(-1)
		};
		const rule = params.rules.find(({ when }) =>
			when.every(({ measure, is, value }) => {
				const own = measures[measure];
				const limit = valueOf(value, gaps);
				if (own === undefined || limit === null) return false;
				if (is === '=') return own === limit;
				if (is.includes('=') && own === limit) return true;
				return is.startsWith('<') ? own < limit : own > limit;
			})
		);
		if (rule !== undefined) stages.set(customer.index, rule.stage);
	}
	return stages;
}

export interface StepModel {
	readonly members: number[];
	readonly times: number[];
}

/** The six steps of the funnel in row order. `isLost` says whether a silence of so many days is a loss. */
export function funnelModel(shop: Shop, params: LifecycleParams): StepModel[] {
	const customers = customersOf(shop);
	const gaps = customers.flatMap(gapsOf);
	const condition = params.rules
		.filter(({ stage }) => stage === 'lost')
		.flatMap(({ when }) => when)
		.find(({ measure, is }) => measure === 'daysSinceLast' && (is === '>' || is === '>='));
	const limit = condition === undefined ? null : valueOf(condition.value, gaps);
	const isLost = (days: number): boolean =>
		limit !== null && days > 0 && (condition?.is === '>' ? days > limit : days >= limit);
	const steps: StepModel[] = stageIds.slice(0, 6).map(() => ({ members: [], times: [] }));
	const reach = (step: number, index: number, time: number | null): void => {
		steps[step]?.members.push(index);
		if (time !== null) steps[step]?.times.push(time);
	};
	for (const customer of customers) {
		const { index, firstSeen, orders } = customer;
		reach(0, index, null);
		const days = orders.map(({ day }) => day);
		const [first, second] = days;
		if (first === undefined) continue;
		reach(1, index, first - firstSeen);
		if (second !== undefined) reach(2, index, second - first);
		const mature = days[params.matureOrders - 1];
		if (mature !== undefined) reach(3, index, mature - (second ?? mature));
		// Day by day: has the customer been silent for long enough?
		for (let today = first; today <= shop.asOf; today++) {
			const last = Math.max(...days.filter((day) => day < today), first);
			if (!isLost(today - last)) continue;
			reach(4, index, today - first);
			const back = days.find((day) => day >= today);
			if (back !== undefined) reach(5, index, back - today);
			break;
		}
	}
	return steps;
}

export interface GrowthModelRow {
	readonly period: number;
	readonly new: number[];
	readonly returning: number[];
	readonly resurrected: number[];
	readonly dormant: number[];
	readonly active: number[];
	readonly incomplete: number;
}

export function growthModel(shop: Shop, params: LifecycleParams): GrowthModelRow[] {
	const { asOf, from } = shop;
	const buyers = customersOf(shop).filter(({ orders }) => orders.length > 0);
	if (buyers.length === 0 || (from !== null && from > asOf)) return [];
	const firstDay = Math.min(...buyers.map(({ orders }) => orders[0]?.day ?? asOf));
	const starts = periodStarts(firstDay, asOf, params.unit, shop);
	const active = starts.map(
		(_, at) =>
			new Set(
				buyers
					.filter(({ orders }) => orders.some(({ day }) => periodIndex(starts, day) === at))
					.map(({ index }) => index)
			)
	);
	const rows: GrowthModelRow[] = [];
	const begin = from !== null && from > firstDay ? from : firstDay;
	for (let at = periodIndex(starts, begin); at <= periodIndex(starts, asOf); at++) {
		const now = [...(active[at] ?? [])];
		const before = active[at - 1] ?? new Set<number>();
		const earlier = new Set(active.slice(0, at).flatMap((set) => [...set]));
		rows.push({
			period: starts[at] as number,
			new: now.filter((who) => !earlier.has(who)),
			returning: now.filter((who) => before.has(who)),
			resurrected: now.filter((who) => earlier.has(who) && !before.has(who)),
			dormant: [...before].filter((who) => !now.includes(who)),
			active: now,
			incomplete:
				(starts[at + 1] as number) - 1 > asOf || (begin !== firstDay && (starts[at] as number) < begin)
					? 1
					: 0
		});
	}
	return rows;
}
