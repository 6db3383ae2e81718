import type { Ledger } from '../../ledger/types.ts';
import { quantileOfCounts } from '../../math/quantile.ts';
import { sortRange } from '../../math/sort-range.ts';
import type { ObservedSpan } from '../observed-span.ts';
import type { OverviewTables } from './types.ts';

/** First day count of each row; each row ends before the next begins, the last has no end. */
const firsts = [1, 8, 15, 31, 61, 91, 181, 366] as const;
export const intervalRows = firsts.length;

/**
 * Each customer's median gap in days between the distinct days with an order in the window, **times two**, so
 * that it is whole; 0 for customers with orders on fewer than two days. One pass over the orders, and a sort
 * of each customer's own gaps. The ledger is not changed.
 */
export function doubledMedianGaps(ledger: Ledger, span: ObservedSpan): Int32Array {
	const { offsets, day } = ledger;
	const size = ledger.customers.size;
	const doubled = new Int32Array(size);
	let longest = 0;
	for (let customer = 0; customer < size; customer++) {
		longest = Math.max(longest, (offsets[customer + 1] as number) - (offsets[customer] as number));
	}
	const gaps = new Int32Array(longest);
	for (let customer = 0; customer < size; customer++) {
		const end = offsets[customer + 1] as number;
		let count = 0;
		let last = span.asOf + 1;
		for (let i = offsets[customer] as number; i < end; i++) {
			const on = day[i] as number;
			if (on > span.asOf) break;
			if (on < span.from) continue;
			if (on > last) gaps[count++] = on - last;
			last = on;
		}
		if (count === 0) continue;
		if (count > 2) sortRange(gaps, 0, count);
		doubled[customer] = (gaps[(count - 1) >> 1] as number) + (gaps[count >> 1] as number);
	}
	return doubled;
}

/** The median purchase interval over customers, and how many have one; NaN when none has. */
export interface PurchaseInterval {
	readonly days: number;
	readonly customers: number;
}

/**
 * Median over customers of their median gaps.
 *
 * @example
 * purchaseInterval(Int32Array.of(0, 20, 61)) // => { days: 20.25, customers: 2 }
 */
export function purchaseInterval(doubledGaps: Int32Array): PurchaseInterval {
	let longest = 0;
	for (let customer = 0; customer < doubledGaps.length; customer++) {
		if ((doubledGaps[customer] as number) > longest) longest = doubledGaps[customer] as number;
	}
	const counts = new Uint32Array(longest + 1);
	let customers = 0;
	for (let customer = 0; customer < doubledGaps.length; customer++) {
		const gap = doubledGaps[customer] as number;
		if (gap === 0) continue;
		counts[gap] = (counts[gap] as number) + 1;
		customers++;
	}
	return { days: quantileOfCounts(counts, 0.5) / 2, customers };
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
export function intervalsTable(doubledGaps: Int32Array): OverviewTables['intervals'] {
	const customers = new Uint32Array(firsts.length);
	for (let customer = 0; customer < doubledGaps.length; customer++) {
		const row = intervalRow(doubledGaps[customer] as number);
		if (row >= 0) customers[row] = (customers[row] as number) + 1;
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
