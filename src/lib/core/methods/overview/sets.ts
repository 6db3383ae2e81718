import { fewestForShare, topCount, type TopCut } from '../../math/concentration.ts';
import { sortAscending } from '../../math/sort-ascending.ts';
import { Standing, type CustomerFacts } from './customer-facts.ts';
import { overviewSets, type OverviewTables } from './types.ts';

export type OverviewSet = (typeof overviewSets)[number];

/** How the window's revenue is spread over its customers. */
export interface RevenueSpread {
	/** Revenue of each customer with an order in the window, ascending. */
	readonly ascending: Float64Array;
	readonly total: number;
	/** The tenth of customers (rounded up) with the most revenue. */
	readonly topTenth: TopCut;
	/** The fifth of customers (rounded up) with the most revenue. */
	readonly topFifth: TopCut;
	/** The fewest customers that make four fifths of the revenue. */
	readonly eightyPercent: TopCut;
}

/** Sorts the customers' revenue once; the cuts that the headline sets need come from that. */
export function revenueSpread(facts: CustomerFacts): RevenueSpread {
	const { orders, revenue } = facts;
	const found = new Float64Array(orders.length);
	let count = 0;
	for (let customer = 0; customer < orders.length; customer++) {
		if ((orders[customer] as number) > 0) found[count++] = revenue[customer] as number;
	}
	const ascending = sortAscending(found.subarray(0, count));
	let total = 0;
	for (let i = 0; i < ascending.length; i++) total += ascending[i] as number;
	return {
		ascending,
		total,
		topTenth: topCount(ascending, Math.ceil(ascending.length / 10)),
		topFifth: topCount(ascending, Math.ceil(ascending.length / 5)),
		eightyPercent: topCount(ascending, fewestForShare(ascending, 4, 5))
	};
}

/**
 * Which of the headline sets each customer belongs to: bit s for the set `overviewSets[s]`. Where equal revenue
 * straddles a cut, the customers first in canonical order are in.
 */
export function setBits(facts: CustomerFacts, spread: RevenueSpread): Uint16Array {
	const { orders, revenue, standing } = facts;
	const bits = new Uint16Array(orders.length);
	const tenth = cutTester(spread.topTenth);
	const fifth = cutTester(spread.topFifth);
	const eighty = cutTester(spread.eightyPercent);
	const ofStanding = bitsOfStandings();
	const [customers, repeat, once] = [bitOf('customers'), bitOf('repeat'), bitOf('once')];
	const [topTenth, topFifth] = [bitOf('top-tenth'), bitOf('top-fifth')];
	const eightyPercent = bitOf('eighty-percent');
	for (let customer = 0; customer < orders.length; customer++) {
		const count = orders[customer] as number;
		let own = ofStanding[standing[customer] as number] as number;
		if (count > 0) {
			const money = revenue[customer] as number;
			own |= customers | (count > 1 ? repeat : once);
			if (tenth(money)) own |= topTenth;
			if (fifth(money)) own |= topFifth;
			if (eighty(money)) own |= eightyPercent;
		}
		bits[customer] = own;
	}
	return bits;
}

/** The sets that follow from a standing alone, for every combination of its bits. */
function bitsOfStandings(): Uint16Array {
	return Uint16Array.from({ length: 32 }, (_, was) => {
		let own = 0;
		if (was & Standing.PROSPECT) own |= bitOf('prospects');
		if (was & Standing.CURRENT_ACTIVE) own |= bitOf('current-active');
		if (was & Standing.BEFORE_ACTIVE) own |= bitOf('before-active');
		if (was & Standing.CURRENT_NEW) own |= bitOf('current-new');
		if (was & Standing.BEFORE_NEW) own |= bitOf('before-new');
		return own;
	});
}

/**
 * The bit of a headline set.
 *
 * @example
 * bitOf('repeat') // => 4
 */
export function bitOf(set: OverviewSet): number {
	return 1 << overviewSets.indexOf(set);
}

/**
 * One row per headline set. The revenue of the sets of a period is that period's; of the others, the window's.
 */
export function setsTable(facts: CustomerFacts, spread: RevenueSpread): OverviewTables['sets'] {
	const bits = setBits(facts, spread);
	const rows = overviewSets.length;
	const customers = new Uint32Array(rows);
	const revenue = new Float64Array(rows);
	// Customers by their combination of sets first: there are few combinations, and many customers.
	const combinations = 1 << rows;
	const people = new Uint32Array(combinations);
	const money = new Float64Array(combinations);
	for (let customer = 0; customer < bits.length; customer++) {
		const own = bits[customer] as number;
		people[own] = (people[own] as number) + 1;
		money[own] = (money[own] as number) + (facts.revenue[customer] as number);
	}
	for (let own = 1; own < combinations; own++) {
		if (people[own] === 0) continue;
		for (let row = 0; row < rows; row++) {
			if ((own & (1 << row)) === 0) continue;
			customers[row] = (customers[row] as number) + (people[own] as number);
			revenue[row] = (revenue[row] as number) + (money[own] as number);
		}
	}
	revenue[overviewSets.indexOf('current-active')] = facts.current.revenue;
	revenue[overviewSets.indexOf('before-active')] = facts.before.revenue;
	revenue[overviewSets.indexOf('current-new')] = facts.current.newRevenue;
	revenue[overviewSets.indexOf('before-new')] = facts.before.newRevenue;
	return {
		rows,
		columns: { set: Uint8Array.from(overviewSets, (_, row) => row), customers, revenue },
		types: { set: 'code', customers: 'count', revenue: 'money' }
	};
}

/** Says of each value in turn whether it is in the cut; equal values at the border only while places last. */
function cutTester(cut: TopCut): (value: number) => boolean {
	let places = cut.ties;
	return (value) => value > cut.value || (value === cut.value && places-- > 0);
}
