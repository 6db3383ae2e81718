import type { Sources } from './sources.ts';
import type { FindingsTables } from './types.ts';

/** How many customers are named. */
const listed = 10;

/** Who moved most, and how many moved in that direction at all. */
export interface Movers {
	readonly table: FindingsTables['movers'];
	readonly moved: number;
}

/**
 * Every customer's change of revenue from the period before, and of those in the direction of the whole the ten largest,
 * with their share of all changes in that direction. Equal changes stand in canonical order. Nobody when the whole did not
 * change. One pass over the customers of both periods, and a sort of those who moved.
 */
export function findMovers({ spend, last, before, trend }: Sources): Movers {
	const { revenue } = trend.columns;
	const direction = Math.sign((revenue[last] as number) - (revenue[before] as number));
	const change = new Map<number, number>();
	const [was, now] = [spend.of(before), spend.of(last)];
	const spent = new Map<number, number>();
	was.customer.forEach((who, i) => {
		spent.set(who, was.revenue[i] as number);
		change.set(who, -(was.revenue[i] as number));
	});
	now.customer.forEach((who, i) => change.set(who, (change.get(who) ?? 0) + (now.revenue[i] as number)));
	const moved = [...change].filter(([, money]) => money * direction > 0);
	const all = moved.reduce((sum, [, money]) => sum + Math.abs(money), 0);
	const most = moved.sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || a - b).slice(0, listed);
	return {
		moved: moved.length,
		table: moversTable(most.map(([who, money]) => [who, spent.get(who) ?? 0, money, Math.abs(money) / all]))
	};
}

/**
 * The table of single customers: who, revenue before, its change, and the share of all changes in that direction.
 *
 * @example
 * moversTable([[4, 100, -60, 0.5]]).columns.now // => [40]
 */
export function moversTable(
	most: readonly (readonly [number, number, number, number])[]
): FindingsTables['movers'] {
	return {
		rows: most.length,
		columns: {
			customer: Uint32Array.from(most, ([who]) => who),
			before: Float64Array.from(most, ([, before]) => before),
			now: Float64Array.from(most, ([, before, change]) => before + change),
			change: Float64Array.from(most, ([, , change]) => change),
			share: Float64Array.from(most, ([, , , share]) => share)
		},
		types: { customer: 'code', before: 'money', now: 'money', change: 'money', share: 'share' }
	};
}
