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

const code = (move: CustomerMove): number => customerMoves.indexOf(move);

/** Adds up both periods per customer and says what became of each. One pass over the orders. */
export function contributionFacts({ customers, offsets, day, amount }: Ledger, periods: TwoPeriods): Facts {
	const { from, to, beforeFrom, beforeTo } = periods;
	const size = customers.size;
	const now = new Float64Array(size);
	const before = new Float64Array(size);
	const ordersNow = new Uint32Array(size);
	const ordersBefore = new Uint32Array(size);
	const move = new Uint8Array(size).fill(NO_MOVE);
	for (let who = 0; who < size; who++) {
		const start = offsets[who] as number;
		const end = offsets[who + 1] as number;
		let [sum, count, sumBefore, countBefore] = [0, 0, 0, 0];
		for (let i = start; i < end; i++) {
			const on = day[i] as number;
			if (on >= from && on <= to) {
				sum += amount[i] as number;
				count++;
			} else if (on >= beforeFrom && on <= beforeTo) {
				sumBefore += amount[i] as number;
				countBefore++;
			}
		}
		if (count + countBefore === 0) continue;
		now[who] = sum;
		before[who] = sumBefore;
		ordersNow[who] = count;
		ordersBefore[who] = countBefore;
		// Days ascend: the first order ever is the first of the range.
		const isNew = (day[start] as number) >= from;
		move[who] = moveOf(count, countBefore, sum - sumBefore, isNew);
	}
	return {
		now,
		before,
		ordersNow,
		ordersBefore,
		move,
		sumNow: periodSum(now, ordersNow),
		sumBefore: periodSum(before, ordersBefore)
	};
}

function moveOf(orders: number, ordersBefore: number, change: number, isNew: boolean): number {
	if (orders === 0) return code('lost');
	if (ordersBefore === 0) return code(isNew ? 'new' : 'back');
	return code(change > 0 ? 'grown' : change < 0 ? 'shrunk' : 'steady');
}

function periodSum(revenue: Float64Array, orders: Uint32Array): PeriodSum {
	let [customers, count, sum] = [0, 0, 0];
	for (let who = 0; who < orders.length; who++) {
		if (orders[who] === 0) continue;
		customers++;
		count += orders[who] as number;
		sum += revenue[who] as number;
	}
	return { customers, orders: count, revenue: sum };
}
