import { fewestForShare } from '../../math/concentration.ts';
import { rankGroups } from '../../math/rank-groups.ts';
import { sortAscending } from '../../math/sort-ascending.ts';
import type { Ledger } from '../../ledger/types.ts';
import { tierIds, type ValueParams, type ValueTables } from './types.ts';

/** Rows of the concentration table but for the first, which is empty. */
const parts = 100;
/** Shares are compared as ten-thousandths, in whole numbers. */
export const ofWhole = 10_000;

/** What each customer brought in the window. */
export interface Contribution {
	/** Customers with an order in the window, ascending index. */
	readonly customer: Uint32Array;
	readonly revenue: Float64Array;
	/** In the window, at least one. */
	readonly orders: Uint32Array;
	readonly ascending: Float64Array;
	readonly total: number;
	/** Index into `tierIds`. */
	readonly tier: Uint8Array;
}

/** Sums the window's orders per customer and splits the customers into tiers. One pass and one sort. */
export function contributionOf(
	{ customers, offsets, day, amount }: Ledger,
	from: number,
	to: number,
	{ tierA, tierB }: Pick<ValueParams, 'tierA' | 'tierB'>
): Contribution {
	const size = customers.size;
	const customer = new Uint32Array(size);
	const revenue = new Float64Array(size);
	const ordered = new Uint32Array(size);
	let n = 0;
	let total = 0;
	for (let who = 0; who < size; who++) {
		const end = offsets[who + 1] as number;
		let orders = 0;
		let sum = 0;
		for (let i = offsets[who] as number; i < end; i++) {
			const on = day[i] as number;
			if (on > to) break;
			if (on < from) continue;
			orders++;
			sum += amount[i] as number;
		}
		if (orders === 0) continue;
		customer[n] = who;
		ordered[n] = orders;
		revenue[n++] = sum;
		total += sum;
	}
	const own = revenue.slice(0, n);
	const ascending = sortAscending(own);
	const gains = gainsOf(ascending);
	const counts = [tierA, tierB].map((share) => fewestForShare(gains, Math.round(share * ofWhole), ofWhole));
	return {
		customer: customer.slice(0, n),
		revenue: own,
		orders: ordered.slice(0, n),
		ascending,
		total,
		tier: rankGroups(own, counts, ascending)
	};
}

/**
 * Those of ascending values that add to the whole: tiers are shares of them, as what is lost by some would let few
 * others make all of the rest.
 *
 * @example
 * gainsOf(Float64Array.of(-7, 0, 2, 5)) // => [2, 5]
 */
export function gainsOf(ascending: Float64Array): Float64Array {
	let first = 0;
	while (first < ascending.length && (ascending[first] as number) <= 0) first++;
	return ascending.subarray(first);
}

/**
 * One row per tier.
 *
 * @param predicted predicted value of each customer of the contribution; NaN when there is none
 */
export function tiersTable(
	{ customer, revenue, total, tier }: Contribution,
	predicted: Float64Array
): ValueTables['tiers'] {
	const rows = tierIds.length;
	const customers = new Uint32Array(rows);
	const sums = new Float64Array(rows);
	const ahead = new Float64Array(rows);
	for (let i = 0; i < customer.length; i++) {
		const row = tier[i] as number;
		customers[row] = (customers[row] as number) + 1;
		sums[row] = (sums[row] as number) + (revenue[i] as number);
		ahead[row] = (ahead[row] as number) + (predicted[i] as number);
	}
	return {
		rows,
		columns: {
			tier: Uint8Array.from(tierIds, (_, row) => row),
			customers,
			share: Float64Array.from(customers, (count) => count / customer.length),
			revenue: sums,
			revenueShare: sums.map((sum) => (total <= 0 ? Number.NaN : sum / total)),
			meanRevenue: sums.map((sum, row) =>
				customers[row] === 0 ? Number.NaN : sum / (customers[row] as number)
			),
			predicted: ahead
		},
		types: {
			tier: 'code',
			customers: 'count',
			share: 'share',
			revenue: 'money',
			revenueShare: 'share',
			meanRevenue: 'money',
			predicted: 'money'
		}
	};
}

/**
 * How many of n customers stand behind row `row` of the concentration table.
 *
 * @example
 * countAtPart(250, 1) // => 3
 */
export function countAtPart(n: number, row: number): number {
	return Math.ceil((n * row) / parts);
}

/** The customers with the most revenue first: for every percent of them, how much of the revenue they make. */
export function concentrationTable({ ascending, total }: Contribution): ValueTables['concentration'] {
	const n = ascending.length;
	const rows = parts + 1;
	const customers = Uint32Array.from({ length: rows }, (_, row) => countAtPart(n, row));
	const revenue = new Float64Array(rows);
	let sum = 0;
	let taken = 0;
	customers.forEach((count, row) => {
		for (; taken < count; taken++) sum += ascending[n - 1 - taken] as number;
		revenue[row] = sum;
	});
	return {
		rows,
		columns: {
			part: Float64Array.from({ length: rows }, (_, row) => row / parts),
			customers,
			revenue,
			revenueShare: revenue.map((own) => (total <= 0 ? Number.NaN : own / total))
		},
		types: { part: 'share', customers: 'count', revenue: 'money', revenueShare: 'share' }
	};
}
