import type { Ledger } from '../../ledger/types.ts';
import { WholeNumberCounts } from '../../math/whole-number-counts.ts';
import { rollingDays } from '../../calendar/rolling.ts';
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
	const sums = emptySums(rows, maxPeriods + 1);
	const { width, base, active } = sums;
	const length = rollingDays(params.unit);
	const all = rows - 1;
	const spent = Array.from({ length: rows }, (): number[] => []);
	for (let who = 0; who < rowOf.length; who++) {
		const own = rowOf[who] as number;
		if (own === NO_GROUP) continue;
		const start = offsets[who] as number;
		let end = offsets[who + 1] as number;
		while (end > start && (day[end - 1] as number) > asOf) end--;
		add(sums.known, own, 1);
		if (end === start) continue;
		const first = day[start] as number;
		const age = asOf - first;
		const followed = age + 1 >= valueDays;
		let revenue = 0;
		let within = 0;
		let last = -1;
		// Windows 0 .. reach have ended for this customer.
		const reach = Math.min(maxPeriods, Math.floor((age + 1) / length) - 1);
		for (let n = 0; n <= reach; n++) add(base, own * width + n, 1);
		for (let i = start; i < end; i++) {
			const since = (day[i] as number) - first;
			const money = amount[i] as number;
			revenue += money;
			if (since < valueDays) within += money;
			const n = Math.floor(since / length);
			if (n !== last && n <= reach) add(active, own * width + n, 1);
			last = n;
		}
		add(sums.customers, own, 1);
		add(sums.orders, own, end - start);
		add(sums.revenue, own, revenue);
		if (followed) {
			add(sums.followed, own, 1);
			add(sums.valueWithin, own, within);
			spent[own]?.push(within);
			spent[all]?.push(within);
		}
		count(sums.toFirst, own, all, first - Math.min(first, firstSeen[who] as number));
		if (end - start < 2) {
			count(sums.waiting, own, all, age);
			continue;
		}
		const second = day[start + 1] as number;
		add(sums.repeat, own, 1);
		count(sums.toSecond, own, all, second - first);
		if (end - start < matureOrders) continue;
		add(sums.mature, own, 1);
		count(sums.toMature, own, all, (day[start + matureOrders - 1] as number) - second);
	}
	for (const column of [sums.known, sums.customers, sums.orders, sums.revenue, sums.repeat, sums.mature])
		sumUp(column, rows, 1);
	for (const column of [sums.followed, sums.valueWithin]) sumUp(column, rows, 1);
	for (const column of [base, active]) sumUp(column, rows, width);
	return { ...sums, spent: spent.map((values) => Float64Array.from(values).sort()) };
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
		toFirst: counts(),
		toSecond: counts(),
		toMature: counts(),
		waiting: counts(),
		followed: new Uint32Array(rows),
		valueWithin: new Float64Array(rows),
		base: new Uint32Array(rows * width),
		active: new Uint32Array(rows * width)
	};
}

function add(column: Uint32Array | Float64Array, at: number, value: number): void {
	column[at] = (column[at] as number) + value;
}

function count(column: readonly WholeNumberCounts[], own: number, all: number, days: number): void {
	column[own]?.add(days);
	column[all]?.add(days);
}

/** Writes the sum of all rows but the last into the last, place by place. */
function sumUp(column: Uint32Array | Float64Array, rows: number, width: number): void {
	const last = (rows - 1) * width;
	for (let at = 0; at < last; at++) add(column, last + (at % width), column[at] as number);
}
