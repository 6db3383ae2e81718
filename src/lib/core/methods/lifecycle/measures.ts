import type { CustomerSigns } from '../../dataset/customer-signs.ts';
import { signKinds } from '../../dataset/customer-signs.ts';
import type { Ledger } from '../../ledger/types.ts';
import { groupMedians } from '../../math/group-medians.ts';
import type { ObservedSpan } from '../observed-span.ts';
import { rangeOf, type Range, type ResolvedRule } from './resolve-rules.ts';
import type { StageMeasure } from './types.ts';

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
 * Per customer the stage of the first rule whose conditions all hold; `NO_STAGE` for those not known yet. No condition
 * holds on a measure that a customer does not have: days since last without an order, a previous gap without two order
 * days, contacts where no table tells of any. Rule by rule over those whom none has taken: each pass reads one column.
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
	const { known } = measures;
	const columns: Readonly<Record<StageMeasure, Column | null>> = {
		orders: measures.orders,
		daysSinceLast: measures.daysSinceLast,
		previousGap: measures.previousGap,
		contacts: told.contacts,
		score: told.score
	};
	const stage = new Uint8Array(known.length).fill(NO_STAGE);
	let open = new Uint32Array(known.length);
	let count = 0;
	for (let customer = 0; customer < known.length; customer++) {
		open[count] = customer;
		count += known[customer] as number;
	}
	open = open.subarray(0, count);
	for (const rule of rules) {
		let taken = open;
		for (const condition of rule.when) taken = within(columns[condition.measure], taken, rangeOf(condition));
		for (let i = 0; i < taken.length; i++) stage[taken[i] as number] = rule.stage;
		if (taken.length > 0) open = without(open, taken.length, stage);
	}
	// Nobody is left: the parameters' schema demands a last rule without conditions.
	return stage;
}

type Column = Uint32Array | Int32Array | Float64Array;

/** Those of some customers whose measure lies in a range: no days (below zero) and NaN lie in none. */
function within(
	column: Column | null,
	people: Uint32Array,
	{ least, most }: Range
): Uint32Array<ArrayBuffer> {
	if (column === null) return new Uint32Array(0);
	const from = column instanceof Int32Array ? Math.max(0, least) : least;
	const found = new Uint32Array(people.length);
	let count = 0;
	for (let i = 0; i < people.length; i++) {
		const own = column[people[i] as number] as number;
		found[count] = people[i] as number;
		// Nobody can guess who is in it, and a wrong guess costs more than the sum.
		count += +(own >= from && own <= most);
	}
	return found.subarray(0, count);
}

/** Those of some customers who have no stage yet, when so many have got one. */
function without(people: Uint32Array, taken: number, stage: Uint8Array): Uint32Array<ArrayBuffer> {
	const left = new Uint32Array(people.length - taken + 1);
	let count = 0;
	for (let i = 0; i < people.length; i++) {
		left[count] = people[i] as number;
		count += +(stage[people[i] as number] === NO_STAGE);
	}
	return left.subarray(0, count);
}

/**
 * The median of the days since the last order per group; NaN for a group without orders.
 *
 * @example
 * medianSilence({ daysSinceLast: Int32Array.of(4, 10, -1) }, Uint8Array.of(0, 0, 1), 2) // => [7, NaN]
 */
export function medianSilence(
	{ daysSinceLast }: StageMeasures,
	group: Uint8Array,
	groups: number
): Float64Array {
	let longest = 0;
	for (let i = 0; i < daysSinceLast.length; i++) longest = Math.max(longest, daysSinceLast[i] as number);
	return groupMedians(daysSinceLast, group, groups, { low: 0, range: longest + 1 });
}
