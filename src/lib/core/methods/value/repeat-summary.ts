import type { Ledger } from '../../ledger/types.ts';
import type { RepeatRecords } from './models/repeat-groups.ts';

/** What the customers bought up to a day, as the models read it, and what they bought after it. One entry each. */
export interface RepeatSummary extends RepeatRecords {
	/** Customer indices, ascending. */
	readonly customer: Uint32Array;
	/** Day of the first order. */
	readonly first: Int32Array;
	/** Sum of the orders on repeat days, in smallest units. */
	readonly repeatValue: Float64Array;
	/** Sum of all orders up to the day. */
	readonly value: Float64Array;
	/** Order days after the day, up to the last one looked at, and what they brought. */
	readonly laterDays: Uint32Array;
	readonly laterValue: Float64Array;
}

/**
 * Summarises every customer whose first order is on or before `until`. Orders of one day are one purchase; the day
 * of the first order is no repeat, and its value is left out of the repeat value. Ages run to `until`. What comes
 * after it, up to `to`, is counted apart. One pass over the orders.
 *
 * @param until last day that the summary may know of, inclusive
 * @param to last day that is looked at for what came later, inclusive
 */
export function summariseRepeats(
	{ customers, offsets, day, amount }: Ledger,
	until: number,
	to = until
): RepeatSummary {
	const size = customers.size;
	const customer = new Uint32Array(size);
	const first = new Int32Array(size);
	const x = new Uint32Array(size);
	const last = new Int32Array(size);
	const age = new Int32Array(size);
	const repeatValue = new Float64Array(size);
	const value = new Float64Array(size);
	const laterDays = new Uint32Array(size);
	const laterValue = new Float64Array(size);
	let n = 0;
	for (let who = 0; who < size; who++) {
		const start = offsets[who] as number;
		const end = offsets[who + 1] as number;
		if (start === end) continue;
		const begin = day[start] as number;
		if (begin > until) continue;
		let before = begin;
		let repeats = 0;
		let later = 0;
		let latest = begin;
		let inRepeats = 0;
		let inAll = 0;
		let inLater = 0;
		for (let i = start; i < end; i++) {
			const on = day[i] as number;
			if (on > to) break;
			const money = amount[i] as number;
			if (on > until) {
				if (on !== before) later++;
				inLater += money;
			} else {
				if (on !== before) repeats++;
				if (on !== begin) inRepeats += money;
				inAll += money;
				latest = on;
			}
			before = on;
		}
		customer[n] = who;
		first[n] = begin;
		x[n] = repeats;
		last[n] = latest - begin;
		age[n] = until - begin;
		repeatValue[n] = inRepeats;
		value[n] = inAll;
		laterDays[n] = later;
		laterValue[n] = inLater;
		n++;
	}
	return {
		customer: customer.slice(0, n),
		first: first.slice(0, n),
		x: x.slice(0, n),
		last: last.slice(0, n),
		age: age.slice(0, n),
		repeatValue: repeatValue.slice(0, n),
		value: value.slice(0, n),
		laterDays: laterDays.slice(0, n),
		laterValue: laterValue.slice(0, n)
	};
}
