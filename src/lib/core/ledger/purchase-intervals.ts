import { medianRanks } from '../math/median-ranks.ts';
import { quantileOfCounts } from '../math/quantile.ts';
import { sortRange } from '../math/sort-range.ts';
import type { Table } from '../result/table.ts';
import type { Ledger } from './types.ts';

/** First day count of each row; each row ends before the next begins, the last has no end. */
const firsts = [1, 8, 15, 31, 61, 91, 181, 366] as const;
export const intervalRows = firsts.length;

/** From this many gaps on, counting them beats sorting them: the more there are, the smaller their median must be. */
const countedFrom = 9;

/**
 * Each customer's median gap in days between the distinct days with an order in the window, **times two**, so
 * that it is whole; 0 for customers with orders on fewer than two days. One pass over the orders, and for each
 * customer a short sort of the gaps, or a count of them up to their median. The ledger is not changed.
 */
export function doubledMedianGaps(
	ledger: Ledger,
	{ from, asOf }: { readonly from: number; readonly asOf: number }
): Int32Array {
	const { offsets, day } = ledger;
	const size = ledger.customers.size;
	const doubled = new Int32Array(size);
	let longest = 0;
	for (let customer = 0; customer < size; customer++) {
		longest = Math.max(longest, (offsets[customer + 1] as number) - (offsets[customer] as number));
	}
	const gaps = new Int32Array(longest);
	const counts = new Uint32Array(Math.max(0, asOf - from) + 1);
	for (let customer = 0; customer < size; customer++) {
		let i = offsets[customer] as number;
		let end = offsets[customer + 1] as number;
		while (i < end && (day[i] as number) < from) i++;
		while (end > i && (day[end - 1] as number) > asOf) end--;
		if (end - i < 2) continue;
		let count = 0;
		let last = day[i] as number;
		for (i++; i < end; i++) {
			const on = day[i] as number;
			const gap = on - last;
			// A gap of no days is written too, and written over: whether there is one is nothing to be guessed right.
			gaps[count] = gap;
			count += -gap >>> 31;
			last = on;
		}
		if (count === 0) continue;
		if (count >= countedFrom) {
			doubled[customer] = doubledMedianByCounts(gaps, count, counts);
			continue;
		}
		if (count > 2) sortRange(gaps, 0, count);
		doubled[customer] = (gaps[(count - 1) >> 1] as number) + (gaps[count >> 1] as number);
	}
	return doubled;
}

/** Twice the median of `gaps[0 .. count)`, all below the length of `counts`, which is blank before and after. */
function doubledMedianByCounts(gaps: Int32Array, count: number, counts: Uint32Array): number {
	for (let i = 0; i < count; i++) {
		const gap = gaps[i] as number;
		counts[gap] = (counts[gap] as number) + 1;
	}
	let value = 0;
	let seen = 0;
	while (seen <= (count - 1) >> 1) seen += counts[++value] as number;
	const lower = value;
	while (seen <= count >> 1) seen += counts[++value] as number;
	for (let i = 0; i < count; i++) counts[gaps[i] as number] = 0;
	return lower + value;
}

/** The purchase interval over customers: its median and other quantiles, and how many have one; NaN when none has. */
export interface PurchaseInterval {
	readonly p25: number;
	readonly days: number;
	/** The 95 % interval of the median; NaN for fewer than six customers. */
	readonly low: number;
	readonly high: number;
	readonly p75: number;
	readonly p90: number;
	readonly customers: number;
}

/**
 * Median over customers of their median gaps, and the quarters and the nine tenths beside it (type 7). One pass over the
 * customers, and one over the range of gaps.
 *
 * @example
 * purchaseInterval(Int32Array.of(0, 20, 61)).days // => 20.25
 * purchaseInterval(Int32Array.of(0, 20, 61)).customers // => 2
 * purchaseInterval(Int32Array.of(20, 40, 60, 80, 100)).p75 // => 40
 * purchaseInterval(Int32Array.of(20, 40, 60, 80, 100, 120)).low // => 10
 */
export function purchaseInterval(doubledGaps: Int32Array): PurchaseInterval {
	const counts = countsOf(doubledGaps);
	const customers = doubledGaps.length - (counts[0] as number);
	counts[0] = 0;
	const at = (p: number): number => quantileOfCounts(counts, p) / 2;
	const ranks = medianRanks(customers);
	const ranked = (rank: number | undefined): number =>
		rank === undefined ? Number.NaN : valueAtRank(counts, rank) / 2;
	return {
		p25: at(0.25),
		days: at(0.5),
		low: ranked(ranks?.low),
		high: ranked(ranks?.high),
		p75: at(0.75),
		p90: at(0.9),
		customers
	};
}

/** The value at a rank, from 0, of so many values as `counts` has. */
function valueAtRank(counts: Uint32Array, rank: number): number {
	let value = 0;
	let seen = counts[0] as number;
	while (seen <= rank) seen += counts[++value] as number;
	return value;
}

/** How many customers have each doubled gap, those without one (0) among them. */
function countsOf(doubledGaps: Int32Array): Uint32Array {
	let longest = 0;
	for (let customer = 0; customer < doubledGaps.length; customer++) {
		if ((doubledGaps[customer] as number) > longest) longest = doubledGaps[customer] as number;
	}
	const counts = new Uint32Array(longest + 1);
	for (let customer = 0; customer < doubledGaps.length; customer++) {
		const gap = doubledGaps[customer] as number;
		counts[gap] = (counts[gap] as number) + 1;
	}
	return counts;
}

/**
 * The row of the table for a doubled median gap; −1 for customers without a gap.
 *
 * @example
 * [0, 2, 15, 16, 731, 732].map(intervalRow) // => [-1, 0, 0, 1, 6, 7]
 */
export function intervalRow(doubledGap: number): number {
	let row = -1;
	while (row + 1 < firsts.length && doubledGap >= 2 * (firsts[row + 1] as number)) row++;
	return row;
}

/**
 * Customers by their median gap, in rows of about a week, two weeks, a month … a year and more.
 *
 * @example
 * intervalsTable(Int32Array.of(0, 14, 15, 60)).columns.customers // => [2, 0, 1, 0, 0, 0, 0, 0]
 */
export function intervalsTable(
	doubledGaps: Int32Array
): Table<{ from: Int32Array; to: Int32Array; customers: Uint32Array }> {
	const customers = new Uint32Array(firsts.length);
	const counts = countsOf(doubledGaps);
	for (let gap = 1; gap < counts.length; gap++) {
		if (counts[gap] === 0) continue;
		const row = intervalRow(gap);
		if (row >= 0) customers[row] = (customers[row] as number) + (counts[gap] as number);
	}
	return {
		rows: firsts.length,
		columns: {
			from: Int32Array.from(firsts),
			to: Int32Array.from(firsts, (_, row) => firsts[row + 1] ?? -1),
			customers
		},
		types: { from: 'days', to: 'days', customers: 'count' }
	};
}
