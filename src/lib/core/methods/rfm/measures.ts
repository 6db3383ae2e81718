import { countProspects } from '../../ledger/count-prospects.ts';
import type { MethodInput } from '../types.ts';
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
	/** Exact sum in smallest units, whatever `monetary` is. */
	readonly revenue: Float64Array;
	readonly totalRevenue: number;
	readonly prospects: number;
	/** Customers with orders, all of them before the window. */
	readonly outsideWindow: number;
}

/**
 * Measures every customer in one pass over the orders. Sums are of whole smallest units, so they are exact
 * and equal amounts are equal numbers.
 */
export function measure({ ledger, frame }: MethodInput, params: RfmParams): Measures {
	const { offsets, day, amount } = ledger;
	const size = ledger.customers.size;
	const from = frame.from ?? -Infinity;
	const customer = new Uint32Array(size);
	const recency = new Int32Array(size);
	const frequency = new Uint32Array(size);
	const monetary = new Float64Array(size);
	const revenue = new Float64Array(size);
	let n = 0;
	let totalRevenue = 0;
	let outsideWindow = 0;
	for (let who = 0; who < size; who++) {
		const start = offsets[who] as number;
		const end = offsets[who + 1] as number;
		let orders = 0;
		let days = 0;
		let sum = 0;
		let last = 0;
		let earlier = false;
		for (let i = start; i < end; i++) {
			const on = day[i] as number;
			if (on < from) {
				earlier = true;
				continue;
			}
			if (on > frame.asOf) break;
			if (orders === 0 || on !== last) days++;
			orders++;
			sum += amount[i] as number;
			last = on;
		}
		if (orders === 0) {
			if (earlier) outsideWindow++;
			continue;
		}
		customer[n] = who;
		recency[n] = frame.asOf - last;
		frequency[n] = params.frequency === 'orders' ? orders : days;
		monetary[n] = params.monetary === 'sum' ? sum : sum / orders;
		revenue[n] = sum;
		totalRevenue += sum;
		n++;
	}
	return {
		n,
		customer: customer.slice(0, n),
		recency: recency.slice(0, n),
		frequency: frequency.slice(0, n),
		monetary: monetary.slice(0, n),
		revenue: revenue.slice(0, n),
		totalRevenue,
		prospects: countProspects(ledger, frame.asOf),
		outsideWindow
	};
}
