import type { RetentionParams } from '#lib/core/methods/retention/types.ts';
import { customersOf, periodIndex, periodStarts, type Shop } from './shop.ts';

export interface ModelCell {
	readonly cohort: number;
	readonly n: number;
	readonly base: number;
	readonly active: readonly number[];
	readonly moneyBase: number;
	readonly money: number;
	readonly incomplete: number;
}

export interface RetentionModel {
	readonly cohorts: readonly {
		readonly cohort: number;
		readonly members: readonly number[];
		readonly incomplete: number;
	}[];
	readonly cells: readonly ModelCell[];
}

/** Cohort by cohort, N by N, member by member, day by day: slow, and hard to get wrong. */
export function retentionModel(shop: Shop, params: RetentionParams): RetentionModel {
	const { asOf, from } = shop;
	const buyers = customersOf(shop).filter(({ orders }) => orders.length > 0);
	if (buyers.length === 0 || (from !== null && from > asOf)) return { cohorts: [], cells: [] };
	const firstDay = Math.min(...buyers.map(({ orders }) => orders[0]?.day ?? asOf));
	const starts = periodStarts(firstDay, asOf, params.unit, shop);
	const days = { day: 1, week: 7, month: 30, quarter: 91, year: 365 }[params.unit];
	const lastPeriod = periodIndex(starts, asOf);
	const firstShown = periodIndex(starts, Math.max(from ?? firstDay, firstDay));
	const cohorts: { cohort: number; members: number[]; incomplete: number }[] = [];
	const cells: ModelCell[] = [];
	for (let period = firstShown; period <= lastPeriod; period++) {
		const inPeriod = (day: number): boolean => periodIndex(starts, day) === period;
		const members = buyers.filter(({ orders }) =>
			params.entry === 'first' ? inPeriod(orders[0]?.day ?? 0) : orders.some(({ day }) => inPeriod(day))
		);
		if (members.length === 0) continue;
		const cohort = starts[period] as number;
		cohorts.push({
			cohort,
			members: members.map(({ index }) => index),
			incomplete: (starts[period + 1] as number) - 1 > asOf ? 1 : 0
		});
		for (let n = 0; n <= params.maxPeriods; n++) {
			let base = 0;
			let incomplete = 0;
			const active: number[] = [];
			let [moneyBase, money] = [0, 0];
			for (const { index, orders } of members) {
				const entry = orders.find(({ day }) => inPeriod(day))?.day ?? 0;
				const begin = params.periods === 'rolling' ? entry + n * days : (starts[period + n] ?? asOf + 1);
				const end =
					params.periods === 'rolling' ? begin + days - 1 : (starts[period + n + 1] ?? asOf + 2) - 1;
				if (begin > asOf) continue;
				base++;
				if (end > asOf) incomplete = 1;
				const last = params.measure === 'on' ? end : asOf;
				if (orders.some(({ day }) => day >= entry && day >= begin && day <= last)) active.push(index);
				const zeroEnd =
					params.periods === 'rolling' ? entry + days - 1 : (starts[period + 1] ?? asOf + 2) - 1;
				for (const { day, amount } of orders) {
					if (day >= entry && day <= zeroEnd) moneyBase += amount;
					if (day >= entry && day >= begin && day <= end) money += amount;
				}
			}
			if (base > 0) cells.push({ cohort, n, base, active, moneyBase, money, incomplete });
		}
	}
	return { cohorts, cells };
}
