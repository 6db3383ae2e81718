import { rollingDays, windowsOf } from '../../calendar/rolling.ts';
import type { Ledger } from '../../ledger/types.ts';
import { sortAscending } from '../../math/sort-ascending.ts';
import { sumFromTheRight } from '../../math/sum-from-the-right.ts';
import { WholeNumberCounts } from '../../math/whole-number-counts.ts';
import { NO_GROUP, type GroupPlan } from './plan.ts';
import type { OriginsParams } from './types.ts';

/** What the members of each group did, row by row of the plan; the last row is everybody's. */
export interface GroupSums {
	readonly rows: number;
	/** Width of a row of `base` and `active`: N from 0 to the longest. */
	readonly width: number;
	readonly known: Uint32Array;
	readonly customers: Uint32Array;
	readonly orders: Uint32Array;
	readonly revenue: Float64Array;
	readonly repeat: Uint32Array;
	readonly mature: Uint32Array;
	/** Days from first seen to the first order, from the first to the second, from the second to the mature one. */
	readonly toFirst: readonly WholeNumberCounts[];
	readonly toSecond: readonly WholeNumberCounts[];
	readonly toMature: readonly WholeNumberCounts[];
	/** Days since the first order of those who have not placed a second. */
	readonly waiting: readonly WholeNumberCounts[];
	readonly followed: Uint32Array;
	/** Revenue of the followed in their first `valueDays` days. */
	readonly valueWithin: Float64Array;
	/** The same of each of the followed, ascending. */
	readonly spent: readonly Float64Array[];
	/** Row × N: members whose window N has ended by the as-of date, and those of them with an order in it. */
	readonly base: Uint32Array;
	readonly active: Uint32Array;
}

/**
 * Follows every customer of the plan from the first order to the as-of date and sums up by group. Money is summed in
 * whole smallest units: exact, and the same for any order of customers. One pass over the orders.
 */
export function walkGroups(
	ledger: Ledger,
	{ kind, rowOf }: GroupPlan,
	asOf: number,
	params: OriginsParams
): GroupSums {
	const { offsets, day, amount, firstSeen } = ledger;
	const { valueDays, matureOrders, maxPeriods } = params;
	const rows = kind.length;
	const width = maxPeriods + 1;
	const sums = emptySums(rows, width);
	const { base, active, known, customers, orders, revenue, repeat, mature, followed, valueWithin } = sums;
	const length = rollingDays(params.unit);
	// Read from a table: a division per order would cost more than all else.
	const windowOf = windowsOf(Math.max(0, asOf - ledger.firstDay) + 1, length);
	const within = new Float64Array(rowOf.length).fill(Number.NaN);
	for (let who = 0; who < rowOf.length; who++) {
		const own = rowOf[who] as number;
		if (own === NO_GROUP) continue;
		const start = offsets[who] as number;
		let end = offsets[who + 1] as number;
		while (end > start && (day[end - 1] as number) > asOf) end--;
		known[own] = (known[own] as number) + 1;
		if (end === start) continue;
		const first = day[start] as number;
		const age = asOf - first;
		let money = 0;
		let early = 0;
		let last = -1;
		// Windows 0 .. reach have ended for this customer.
		const reach = Math.min(maxPeriods, Math.floor((age + 1) / length) - 1);
		const at = own * width;
		if (reach >= 0) base[at + reach] = (base[at + reach] as number) + 1;
		for (let i = start; i < end; i++) {
			const since = (day[i] as number) - first;
			const spent = amount[i] as number;
			money += spent;
			if (since < valueDays) early += spent;
			const n = windowOf[since] as number;
			if (n > reach) continue;
			// 1 in a new window, else 0: nobody can guess which, and a wrong guess costs more than the sum.
			active[at + n] = (active[at + n] as number) + ((last - n) >>> 31);
			last = n;
		}
		customers[own] = (customers[own] as number) + 1;
		orders[own] = (orders[own] as number) + end - start;
		revenue[own] = (revenue[own] as number) + money;
		if (age + 1 >= valueDays) {
			followed[own] = (followed[own] as number) + 1;
			valueWithin[own] = (valueWithin[own] as number) + early;
			within[who] = early;
		}
		sums.toFirst[own]?.add(first - Math.min(first, firstSeen[who] as number));
		if (end - start < 2) {
			sums.waiting[own]?.add(age);
			continue;
		}
		const second = day[start + 1] as number;
		repeat[own] = (repeat[own] as number) + 1;
		sums.toSecond[own]?.add(second - first);
		if (end - start < matureOrders) continue;
		mature[own] = (mature[own] as number) + 1;
		sums.toMature[own]?.add((day[start + matureOrders - 1] as number) - second);
	}
	sumFromTheRight(base, width);
	for (const column of [known, customers, orders, revenue, repeat, mature]) sumUp(column, rows, 1);
	for (const column of [followed, valueWithin]) sumUp(column, rows, 1);
	for (const column of [base, active]) sumUp(column, rows, width);
	const withAll = (counts: readonly WholeNumberCounts[]) => [
		...counts.slice(0, -1),
		WholeNumberCounts.sum(counts.slice(0, -1))
	];
	return {
		...sums,
		toFirst: withAll(sums.toFirst),
		toSecond: withAll(sums.toSecond),
		toMature: withAll(sums.toMature),
		waiting: withAll(sums.waiting),
		spent: spentBy(followed, rowOf, within)
	};
}

/** What each of the followed spent, row by row, everybody in the last one: ascending. NaN: not followed. */
function spentBy(followed: Uint32Array, rowOf: Uint8Array, within: Float64Array): Float64Array[] {
	const rows = followed.length;
	const spent = Array.from(followed, (count) => new Float64Array(count));
	const all = spent[rows - 1] as Float64Array;
	const found = new Uint32Array(rows);
	let everybody = 0;
	for (let who = 0; who < within.length; who++) {
		const value = within[who] as number;
		if (Number.isNaN(value)) continue;
		const own = rowOf[who] as number;
		const place = found[own] as number;
		(spent[own] as Float64Array)[place] = value;
		found[own] = place + 1;
		all[everybody++] = value;
	}
	return spent.map(sortAscending);
}

function emptySums(rows: number, width: number): Omit<GroupSums, 'spent'> {
	const counts = () => Array.from({ length: rows }, () => new WholeNumberCounts());
	return {
		rows,
		width,
		known: new Uint32Array(rows),
		customers: new Uint32Array(rows),
		orders: new Uint32Array(rows),
		revenue: new Float64Array(rows),
		repeat: new Uint32Array(rows),
		mature: new Uint32Array(rows),
		followed: new Uint32Array(rows),
		valueWithin: new Float64Array(rows),
		toFirst: counts(),
		toSecond: counts(),
		toMature: counts(),
		waiting: counts(),
		base: new Uint32Array(rows * width),
		active: new Uint32Array(rows * width)
	};
}

/** Writes the sum of all rows but the last into the last, place by place. */
function sumUp(column: Uint32Array | Float64Array, rows: number, width: number): void {
	const last = (rows - 1) * width;
	for (let at = 0; at < last; at++) {
		const into = last + (at % width);
		column[into] = (column[into] as number) + (column[at] as number);
	}
}
