import type { PeriodTable } from '../../calendar/period-table.ts';
import type { Ledger } from '../../ledger/types.ts';
import { wilson } from '../../math/wilson.ts';
import { buyerKinds, type ActivePeriodsTable, type RetentionTables } from './types.ts';

/** More rows than this no chart can show: the last one stands for all further periods. */
export const mostActivePeriods = 60;

/** Per customer, within the window. */
export interface WindowActivity {
	readonly orders: Uint32Array;
	/** Distinct calendar periods with an order. */
	readonly periods: Uint32Array;
}

/** Counts every customer's orders of the window, and the distinct periods that they lie in. One pass over the orders. */
export function windowActivity(
	{ offsets, day, customers }: Ledger,
	{ of, firstDay }: PeriodTable,
	{ from, asOf }: { readonly from: number; readonly asOf: number }
): WindowActivity {
	const orders = new Uint32Array(customers.size);
	const periods = new Uint32Array(customers.size);
	for (let customer = 0; customer < customers.size; customer++) {
		const end = offsets[customer + 1] as number;
		let i = offsets[customer] as number;
		while (i < end && (day[i] as number) < from) i++;
		let count = 0;
		let distinct = 0;
		let last = -1;
		for (; i < end; i++) {
			const on = day[i] as number;
			if (on > asOf) break;
			const period = of[on - firstDay] as number;
			// 1 in a new period, else 0: nobody can guess which.
			distinct += (last - period) >>> 31;
			last = period;
			count++;
		}
		orders[customer] = count;
		periods[customer] = distinct;
	}
	return { orders, periods };
}

/**
 * Customers with two or more orders and with one, as shares of all with an order.
 *
 * @example
 * repeatTable(Uint32Array.of(0, 1, 2, 5)).columns.customers // => [2, 1]
 * repeatTable(Uint32Array.of(2, 2)).columns.share // => [1, 0]
 */
export function repeatTable(orders: Uint32Array): RetentionTables['repeat'] {
	let once = 0;
	let repeat = 0;
	for (let customer = 0; customer < orders.length; customer++) {
		const count = orders[customer] as number;
		if (count === 1) once++;
		else if (count > 1) repeat++;
	}
	const all = once + repeat;
	return {
		rows: buyerKinds.length,
		columns: {
			kind: Uint8Array.of(0, 1),
			customers: Uint32Array.of(repeat, once),
			...sharesOf([repeat, once], all)
		},
		types: { kind: 'code', customers: 'count', share: 'share', low: 'share', high: 'share' }
	};
}

/**
 * Buyers by distinct periods with an order: in exactly n, and in n or more, n from 1 to the most that anybody has.
 *
 * @example
 * activePeriodsTables(Uint32Array.of(0, 1, 3, 3)).exactly.columns.customers // => [1, 0, 2]
 * activePeriodsTables(Uint32Array.of(0, 1, 3, 3)).atLeast.columns.customers // => [3, 2, 2]
 */
export function activePeriodsTables(periods: Uint32Array): Pick<RetentionTables, 'exactly' | 'atLeast'> {
	const counts = new Uint32Array(mostActivePeriods + 1);
	let most = 0;
	for (let customer = 0; customer < periods.length; customer++) {
		const n = periods[customer] as number;
		if (n > most) most = n;
		const row = Math.min(n, mostActivePeriods);
		counts[row] = (counts[row] as number) + 1;
	}
	const exactly = counts.slice(1, Math.min(most, mostActivePeriods) + 1);
	const atLeast = exactly.slice();
	for (let row = atLeast.length - 2; row >= 0; row--) {
		atLeast[row] = (atLeast[row] as number) + (atLeast[row + 1] as number);
	}
	const all = atLeast[0] ?? 0;
	const table = (customers: Uint32Array): ActivePeriodsTable => ({
		rows: customers.length,
		columns: {
			n: customers.map((_, row) => row + 1),
			customers,
			...sharesOf(customers, all),
			more: Uint8Array.from(customers, (_, row) => (row + 1 === mostActivePeriods && most > row + 1 ? 1 : 0))
		},
		types: { n: 'number', customers: 'count', share: 'share', low: 'share', high: 'share', more: 'flag' }
	});
	return { exactly: table(exactly), atLeast: table(atLeast) };
}

/** Shares of `all` with their Wilson 95 % interval; NaN of nobody. */
function sharesOf(counts: ArrayLike<number>, all: number) {
	const intervals = Array.from(counts, (count) => wilson(count, all));
	return {
		share: Float64Array.from(counts, (count) => (all === 0 ? Number.NaN : count / all)),
		low: Float64Array.from(intervals, ({ low }) => low),
		high: Float64Array.from(intervals, ({ high }) => high)
	};
}
