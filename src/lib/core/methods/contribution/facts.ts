import type { Ledger } from '../../ledger/types.ts';
import type { TwoPeriods } from './periods.ts';
import { customerMoves, type CustomerMove } from './types.ts';

/** Stands for a customer without an order in either period. */
export const NO_MOVE = 255;

/** What one period amounts to. Sums are exact. */
export interface PeriodSum {
	readonly customers: number;
	readonly orders: number;
	readonly revenue: number;
}

/** Two periods customer by customer, each array with an element per customer of the ledger. */
export interface Facts {
	readonly now: Float64Array;
	readonly before: Float64Array;
	readonly ordersNow: Uint32Array;
	readonly ordersBefore: Uint32Array;
	/** Index into `customerMoves`, or `NO_MOVE`. */
	readonly move: Uint8Array;
	readonly sumNow: PeriodSum;
	readonly sumBefore: PeriodSum;
}

const [NEW, BACK, GROWN, STEADY, SHRUNK, LOST] = (
	['new', 'back', 'grown', 'steady', 'shrunk', 'lost'] satisfies CustomerMove[]
).map((move) => customerMoves.indexOf(move)) as [number, number, number, number, number, number];

/**
 * Adds up both periods per customer and says what became of each. The earlier one ends before the later one begins. One
 * pass over the orders from the earlier one on.
 */
export function contributionFacts({ customers, offsets, day, amount }: Ledger, periods: TwoPeriods): Facts {
	const { from, to, beforeFrom, beforeTo } = periods;
	const size = customers.size;
	const now = new Float64Array(size);
	const before = new Float64Array(size);
	const ordersNow = new Uint32Array(size);
	const ordersBefore = new Uint32Array(size);
	const move = new Uint8Array(size).fill(NO_MOVE);
	const sumNow = { customers: 0, orders: 0, revenue: 0 };
	const sumBefore = { customers: 0, orders: 0, revenue: 0 };
	for (let who = 0; who < size; who++) {
		const start = offsets[who] as number;
		let at = offsets[who + 1] as number;
		// Days ascend, so that from the last order back the periods come one after the other, and most end before them.
		if (at === start || (day[at - 1] as number) < beforeFrom) continue;
		while (at > start && (day[at - 1] as number) > to) at--;
		const end = at;
		let sum = 0;
		while (at > start && (day[at - 1] as number) >= from) sum += amount[--at] as number;
		const count = end - at;
		while (at > start && (day[at - 1] as number) > beforeTo) at--;
		const between = at;
		let earlier = 0;
		while (at > start && (day[at - 1] as number) >= beforeFrom) earlier += amount[--at] as number;
		const countBefore = between - at;
		if (count + countBefore === 0) continue;
		now[who] = sum;
		before[who] = earlier;
		ordersNow[who] = count;
		ordersBefore[who] = countBefore;
		if (count > 0) add(sumNow, count, sum);
		if (countBefore > 0) add(sumBefore, countBefore, earlier);
		// The first order ever is the first of the range.
		const isNew = (day[start] as number) >= from;
		move[who] = moveOf(count, countBefore, sum - earlier, isNew);
	}
	return { now, before, ordersNow, ordersBefore, move, sumNow, sumBefore };
}

function moveOf(orders: number, ordersBefore: number, change: number, isNew: boolean): number {
	if (orders === 0) return LOST;
	if (ordersBefore === 0) return isNew ? NEW : BACK;
	return change > 0 ? GROWN : change < 0 ? SHRUNK : STEADY;
}

function add(sum: { -readonly [K in keyof PeriodSum]: PeriodSum[K] }, orders: number, revenue: number): void {
	sum.customers++;
	sum.orders += orders;
	sum.revenue += revenue;
}
