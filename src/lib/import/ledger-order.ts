import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import { rowOrder, sortByNumbers } from '#lib/core/columns/order-index.ts';
import type { Breather } from './breather.ts';
import { DAY_MS } from './values/read-date.ts';

/** What rows are sorted by first. Codes are as they were given out; the rank says where each belongs. */
export interface SortKeys {
	readonly customer: Uint32Array;
	readonly customerRank: Uint32Array;
	readonly day: Int32Array;
	/** Milliseconds of the day, or null when all rows have none. */
	readonly time: Uint32Array | null;
}

/** Rows in order, and where each customer's rows begin; those without a customer stand behind the last. */
export interface LedgerOrder {
	readonly rows: Uint32Array;
	readonly starts: Uint32Array;
}

/**
 * The rows by customer and instant, equal ones as they came. Files are mostly in order of time: that is seen in one pass,
 * and what is left is a counting sort by customer. `breakTies` makes ledger order of it.
 */
export async function ledgerOrder(keys: SortKeys, breather: Breather): Promise<LedgerOrder> {
	const byTime = isInTime(keys) ? null : sortByNumbers(rowOrder(keys.day.length), instantsOf(keys));
	await breather.pause();
	const starts = customerStarts(keys);
	await breather.pause();
	const rows = byCustomer(keys, starts, byTime);
	await breather.pause();
	return { rows, starts };
}

function isInTime({ day, time }: SortKeys): boolean {
	for (let i = 1; i < day.length; i++) {
		const step = (day[i] as number) - (day[i - 1] as number);
		if (step < 0 || (step === 0 && time !== null && (time[i] as number) < (time[i - 1] as number)))
			return false;
	}
	return true;
}

function instantsOf({ day, time }: SortKeys): Int32Array | Float64Array {
	if (time === null) return day;
	const instant = new Float64Array(day.length);
	for (let i = 0; i < day.length; i++) instant[i] = (day[i] as number) * DAY_MS + (time[i] as number);
	return instant;
}

/** By rank: the first place of each customer's rows, then of those without one, then the number of rows. */
function customerStarts({ customer, customerRank }: SortKeys): Uint32Array {
	const size = customerRank.length;
	const counts = new Uint32Array(size + 1);
	for (let i = 0; i < customer.length; i++) {
		const code = customer[i] as number;
		const at = code === NO_CODE ? size : code;
		counts[at] = (counts[at] as number) + 1;
	}
	const starts = new Uint32Array(size + 2);
	for (let code = 0; code < size; code++) starts[(customerRank[code] as number) + 1] = counts[code] as number;
	starts[size + 1] = counts[size] as number;
	for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
	return starts;
}

function byCustomer(
	{ customer, customerRank }: SortKeys,
	starts: Uint32Array,
	byTime: Uint32Array | null
): Uint32Array {
	const size = customerRank.length;
	// The next place by the code that rows have: one look less for each row.
	const next = new Uint32Array(size + 1);
	for (let code = 0; code < size; code++) next[code] = starts[customerRank[code] as number] as number;
	next[size] = starts[size] as number;
	const rows = new Uint32Array(customer.length);
	for (let i = 0; i < rows.length; i++) {
		const row = byTime === null ? i : (byTime[i] as number);
		const code = customer[row] as number;
		const bucket = code === NO_CODE ? size : code;
		const at = next[bucket] as number;
		rows[at] = row;
		next[bucket] = at + 1;
	}
	return rows;
}

/** Rows sorted between two looks at the clock. */
const TURN = 1 << 18;

/**
 * Sorts rows of one customer and instant by the rank of their order, in place. `customer` and `instant` (or the day) are in
 * the order of `rows` already and stay true, as they do not differ within a run; read in a line, they cost little.
 *
 * @returns whether any row changed its place
 */
export async function breakTies(
	rows: Uint32Array,
	sorted: { readonly customer: Uint32Array; readonly instant: Float64Array | Int32Array },
	order: Uint32Array,
	rank: Uint32Array,
	breather: Breather
): Promise<boolean> {
	const { customer, instant } = sorted;
	let isOther = false;
	let looked = TURN;
	for (let from = 0; from < rows.length;) {
		const who = customer[from];
		const when = instant[from];
		let to = from + 1;
		while (to < rows.length && instant[to] === when && customer[to] === who) to++;
		if (to - from > 1 && sortRun(rows.subarray(from, to), order, rank)) isOther = true;
		from = to;
		if (from >= looked) {
			looked = from + TURN;
			await breather.pause();
		}
	}
	return isOther;
}

/** Runs up to this length are sorted by insertion. */
const SHORT = 24;

function sortRun(run: Uint32Array, order: Uint32Array, rank: Uint32Array): boolean {
	const rankOf = (row: number): number => {
		const code = order[row] as number;
		return code === NO_CODE ? NO_CODE : (rank[code] as number);
	};
	if (run.length > SHORT) {
		const ranks = Float64Array.from(run, rankOf);
		const sorted = sortByNumbers(rowOrder(run.length), ranks);
		run.set(sorted.map((at) => run[at] as number));
		return sorted.some((at, i) => at !== i);
	}
	let isOther = false;
	for (let i = 1; i < run.length; i++) {
		const row = run[i] as number;
		const mine = rankOf(row);
		let at = i;
		for (; at > 0 && rankOf(run[at - 1] as number) > mine; at--) run[at] = run[at - 1] as number;
		run[at] = row;
		if (at !== i) isOther = true;
	}
	return isOther;
}
