import { countProspects } from '../../ledger/count-prospects.ts';
import type { MethodInput } from '../types.ts';
import { rankMeasure } from './rank-measure.ts';
import type { Ranked } from './ranked.ts';
import type { RfmParams } from './types.ts';

/** R, F and M of the scored base: one entry per customer with an order in the window, ascending customer index. */
export interface Measures {
	readonly n: number;
	readonly customer: Uint32Array;
	/** Days from the last order in the window to the as-of date. */
	readonly recency: Int32Array;
	/** Orders, or distinct order days, in the window. */
	readonly frequency: Uint32Array;
	/** Exact sum in smallest units, or that sum ÷ orders. */
	readonly monetary: Float64Array;
	/** Exact sum in smallest units, whatever `monetary` is: the same array where that is the sum too. */
	readonly revenue: Float64Array;
	readonly totalRevenue: number;
	/** Customers with a frequency of one: the part of the base that the frequency score cannot tell apart. */
	readonly once: number;
	readonly prospects: number;
	/** Customers with orders, all of them before the window. */
	readonly outsideWindow: number;
	readonly ranked: {
		readonly recency: Ranked;
		readonly frequency: Ranked;
		readonly monetary: Ranked;
	};
}

/** The measures for these parameters; other cuts, bins or rules of the same input find them kept. */
export function measuresOf(input: MethodInput, params: RfmParams): Measures {
	const make = (): Measures => measure(input, params);
	return input.keep?.(`rfm ${params.frequency} ${params.monetary}`, make) ?? make();
}

/**
 * Measures every customer in one pass over the orders. Sums are of whole smallest units, so they are exact
 * and equal amounts are equal numbers.
 */
export function measure({ ledger, frame }: MethodInput, params: RfmParams): Measures {
	const { offsets, day, amount } = ledger;
	const size = ledger.customers.size;
	const { asOf } = frame;
	const from = frame.from ?? ledger.firstDay;
	const byDays = params.frequency === 'days';
	const customer = new Uint32Array(size);
	const recency = new Int32Array(size);
	const frequency = new Uint32Array(size);
	const revenue = new Float64Array(size);
	const mean = params.monetary === 'mean' ? new Float64Array(size) : null;
	let n = 0;
	let totalRevenue = 0;
	let once = 0;
	let outsideWindow = 0;
	for (let who = 0; who < size; who++) {
		const first = offsets[who] as number;
		let end = offsets[who + 1] as number;
		// Days ascend within a customer: the window's orders stand together.
		let start = first;
		while (start < end && (day[start] as number) < from) start++;
		while (end > start && (day[end - 1] as number) > asOf) end--;
		const orders = end - start;
		if (orders === 0) {
			if (start > first) outsideWindow++;
			continue;
		}
		let sum = 0;
		for (let i = start; i < end; i++) sum += amount[i] as number;
		customer[n] = who;
		recency[n] = asOf - (day[end - 1] as number);
		const often = byDays ? distinctDays(day, start, end) : orders;
		frequency[n] = often;
		once += often === 1 ? 1 : 0;
		if (mean !== null) mean[n] = sum / orders;
		revenue[n] = sum;
		totalRevenue += sum;
		n++;
	}
	const head = <A extends Int32Array | Uint32Array | Float64Array>(all: A): A =>
		(n === size ? all : all.slice(0, n)) as A;
	const sums = head(revenue);
	const measures = {
		n,
		customer: head(customer),
		recency: head(recency),
		frequency: head(frequency),
		monetary: mean === null ? sums : head(mean),
		revenue: sums,
		totalRevenue,
		once,
		// Where everybody has an order there is nobody to look for.
		prospects: n + outsideWindow === size ? 0 : countProspects(ledger, asOf),
		outsideWindow
	};
	return {
		...measures,
		ranked: {
			recency: rankMeasure(measures.recency),
			// Numbers of orders are far from 2^31: the same bytes, read as the other whole-number measure is.
			frequency: rankMeasure(new Int32Array(measures.frequency.buffer, 0, n)),
			monetary: rankMeasure(measures.monetary)
		}
	};
}

/** Different days of the orders start .. end − 1, of which there is at least one. */
function distinctDays(day: Int32Array, start: number, end: number): number {
	let days = 1;
	for (let i = start + 1; i < end; i++) if (day[i] !== day[i - 1]) days++;
	return days;
}
