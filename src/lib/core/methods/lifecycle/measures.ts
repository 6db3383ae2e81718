import type { CustomerSigns } from '../../dataset/customer-signs.ts';
import { signKinds } from '../../dataset/customer-signs.ts';
import type { Ledger } from '../../ledger/types.ts';
import type { ObservedSpan } from '../observed-span.ts';
import { stageFinder, type ResolvedRule } from './resolve-rules.ts';

/** The stage of a customer who is not known yet on the as-of date. */
export const NO_STAGE = 255;

/** Per customer, what stage rules look at on the as-of date, and the revenue in the window. */
export interface StageMeasures {
	readonly known: Uint8Array;
	readonly orders: Uint32Array;
	/** −1 without an order. */
	readonly daysSinceLast: Int32Array;
	/** −1 without two order days. */
	readonly previousGap: Int32Array;
	readonly revenue: Float64Array;
}

/**
 * Looks at every customer known by the as-of date. Orders and gaps are those of all history up to that date; only the
 * revenue is the window's. One pass over the orders.
 */
export function stageMeasuresOf(ledger: Ledger, { from, asOf }: ObservedSpan): StageMeasures {
	const { offsets, day, amount, firstSeen } = ledger;
	const { size } = ledger.customers;
	const known = new Uint8Array(size);
	const orders = new Uint32Array(size);
	const daysSinceLast = new Int32Array(size).fill(-1);
	const previousGap = new Int32Array(size).fill(-1);
	const revenue = new Float64Array(size);
	for (let customer = 0; customer < size; customer++) {
		const start = offsets[customer] as number;
		let end = offsets[customer + 1] as number;
		while (end > start && (day[end - 1] as number) > asOf) end--;
		if (start === end) {
			if ((firstSeen[customer] as number) <= asOf) known[customer] = 1;
			continue;
		}
		const last = day[end - 1] as number;
		let before = end - 2;
		while (before >= start && day[before] === last) before--;
		known[customer] = 1;
		orders[customer] = end - start;
		daysSinceLast[customer] = asOf - last;
		if (before >= start) previousGap[customer] = last - (day[before] as number);
		let money = 0;
		for (let i = end - 1; i >= start && (day[i] as number) >= from; i--) money += amount[i] as number;
		revenue[customer] = money;
	}
	return { known, orders, daysSinceLast, previousGap, revenue };
}

/** Per customer what linked tables tell up to the as-of date; null where none tells of it. */
export interface ToldMeasures {
	readonly contacts: Float64Array | null;
	/** The last answer on 0–10; NaN without one. */
	readonly score: Float64Array | null;
}

/**
 * Counts contacts of every kind (contact log, campaigns, tickets, answers) and finds the last answer. Linear.
 *
 * @example
 * const rows = { told: ['contact', 'answer'], offsets: Uint32Array.of(0, 2), day: Int32Array.of(3, 5), kind: Uint8Array.of(0, 3), value: Float64Array.of(NaN, 9) };
 * toldMeasures(rows, 1, 4) // => { contacts: [1], score: [NaN] }
 * toldMeasures(rows, 1, 5) // => { contacts: [2], score: [9] }
 * toldMeasures(null, 1, 5) // => { contacts: null, score: null }
 */
export function toldMeasures(signs: CustomerSigns | null, customers: number, asOf: number): ToldMeasures {
	if (signs === null) return { contacts: null, score: null };
	const answer = signKinds.indexOf('answer');
	const contacts = new Float64Array(customers);
	const score = signs.told.includes('answer') ? new Float64Array(customers).fill(Number.NaN) : null;
	for (let customer = 0; customer < customers; customer++) {
		const end = signs.offsets[customer + 1] as number;
		for (let row = signs.offsets[customer] as number; row < end; row++) {
			if ((signs.day[row] as number) > asOf) break;
			contacts[customer] = (contacts[customer] as number) + 1;
			if (score !== null && signs.kind[row] === answer) score[customer] = signs.value[row] as number;
		}
	}
	return { contacts, score };
}

/**
 * Per customer the stage of the first matching rule; `NO_STAGE` for those not known yet.
 *
 * @example
 * const measures = { known: [1, 0], orders: [2, 0], daysSinceLast: [3, -1], previousGap: [7, -1], revenue: [9, 0] };
 * const rules = [{ stage: 4, when: [{ measure: 'previousGap', is: '>', value: 5 }] }, { stage: 1, when: [] }];
 * stagesBy(measures, { contacts: null, score: null }, rules) // => [4, 255]
 */
export function stagesBy(
	measures: StageMeasures,
	told: ToldMeasures,
	rules: readonly ResolvedRule[]
): Uint8Array {
	const { known, orders, daysSinceLast, previousGap } = measures;
	const find = stageFinder(rules);
	const { contacts, score } = told;
	const stage = new Uint8Array(known.length).fill(NO_STAGE);
	const orNone = (days: number): number => (days < 0 ? Number.NaN : days);
	for (let customer = 0; customer < known.length; customer++) {
		if (known[customer] === 0) continue;
		stage[customer] = find(
			orders[customer] as number,
			orNone(daysSinceLast[customer] as number),
			orNone(previousGap[customer] as number),
			contacts?.[customer],
			score?.[customer]
		);
	}
	return stage;
}
