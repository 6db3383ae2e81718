import type { CustomerSort } from '#lib/api/index.ts';
import { decodeAll, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { rowOrder, sortByNumbers } from '#lib/core/columns/order-index.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { NONE, type Roster } from './roster.ts';
import { folded } from './search-index.ts';

/**
 * All customers sorted by one column. Those without a value come last, whichever way; equal values stay in
 * canonical key order, whichever way. A radix sort: about 10 ms for 115,000.
 */
export function customersSorted(
	roster: Roster,
	sort: CustomerSort,
	descending: boolean,
	nameRanks: () => Float64Array
): Uint32Array {
	const values = sortValues(roster, sort, nameRanks);
	return sortByNumbers(rowOrder(roster.size), descending ? values.map((value) => -value) : values);
}

function sortValues(roster: Roster, sort: CustomerSort, nameRanks: () => Float64Array): Float64Array {
	switch (sort) {
		case 'customer':
			return Float64Array.from(rowOrder(roster.size));
		case 'name':
			return nameRanks();
		case 'recency':
		case 'frequency':
		case 'monetary':
		case 'revenue':
			return roster[sort];
		case 'profit':
			return roster.profit?.own ?? new Float64Array(roster.size).fill(NaN);
		case 'segment':
		case 'stage':
			return Float64Array.from(roster[sort], (code) => (code === NONE ? NaN : code));
		case 'first':
			return roster.firstDay;
		case 'last':
			return roster.lastDay;
	}
}

/**
 * Per customer the place of its name among all names, case and width aside; NaN without a name. Made once per
 * dataset: about 150 ms for 115,000 names.
 */
export function nameRanksOf({ customers, names }: Pick<OrderTable, 'customers' | 'names'>): Float64Array {
	const ranks = new Float64Array(customers.size).fill(NaN);
	if (names === null) return ranks;
	const texts = decodeAll(names.dictionary).map(folded);
	const codes = Array.from(texts.keys()).sort((a, b) => compare(texts[a] ?? '', texts[b] ?? ''));
	const rankOfCode = new Float64Array(texts.length);
	let rank = 0;
	codes.forEach((code, at) => {
		const before = codes[at - 1];
		if (before !== undefined && texts[before] !== texts[code]) rank++;
		rankOfCode[code] = texts[code] === '' ? NaN : rank;
	});
	for (let who = 0; who < ranks.length; who++) {
		const code = names.codes[who] as number;
		if (code !== NO_CODE) ranks[who] = rankOfCode[code] as number;
	}
	return ranks;
}

function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
