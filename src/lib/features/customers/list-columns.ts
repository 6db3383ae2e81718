import type { CustomerSort, RfmParams } from '#lib/api/index.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import type { CustomerList } from '#lib/state/customer-list.svelte.ts';

/** A column of the list: its sort key, and how it stands in the grid. */
export interface ListColumn {
	readonly id: CustomerSort | 'score';
	/** The least width in rem, and its part of what room is left. */
	readonly least: number;
	readonly grows: number;
	readonly numeric: boolean;
}

/** What R, F and M are; as orders and revenue where it says nothing else. */
export type Scoring = Partial<RfmParams>;

const all: readonly ListColumn[] = [
	{ id: 'customer', least: 7, grows: 1.4, numeric: false },
	{ id: 'name', least: 8.75, grows: 1.4, numeric: false },
	{ id: 'segment', least: 8.75, grows: 1.2, numeric: false },
	// What the list is sorted by at first stands in sight in a narrow panel too, and its profit beside it.
	{ id: 'monetary', least: 6.5, grows: 1, numeric: true },
	{ id: 'revenue', least: 6.5, grows: 1, numeric: true },
	{ id: 'profit', least: 6.25, grows: 1, numeric: true },
	{ id: 'frequency', least: 5, grows: 0, numeric: true },
	{ id: 'recency', least: 7.25, grows: 0, numeric: true },
	{ id: 'stage', least: 5.5, grows: 0.8, numeric: false },
	{ id: 'score', least: 4, grows: 0, numeric: false },
	{ id: 'first', least: 6, grows: 0, numeric: true },
	{ id: 'last', least: 6.5, grows: 0, numeric: true }
];

/**
 * The columns of the list: without names where the data have none, with revenue and profit where M is not just that.
 *
 * @example
 * const ids = (scoring) => listColumns({ names: false, orders: true, profit: true }, scoring).map(({ id }) => id).slice(2, 5);
 * ids({}) // => ['monetary', 'profit', 'frequency']
 * ids({ basis: 'profit', monetary: 'mean' }) // => ['monetary', 'revenue', 'profit']
 */
export function listColumns(known: CustomerList['known'], scoring: Scoring): readonly ListColumn[] {
	const m = sumOf(scoring);
	const shown = {
		name: known.names,
		revenue: known.orders && m !== 'revenue',
		profit: known.orders && known.profit && m !== 'profit'
	};
	return all.filter(({ id }) => !(id in shown) || shown[id as keyof typeof shown]);
}

/** What M is the sum of; null where it is a mean, or of other rows than orders. */
function sumOf({ source, monetary, basis }: Scoring): 'revenue' | 'profit' | null {
	return source || monetary === 'mean' ? null : (basis ?? 'revenue');
}

const letters: Readonly<Partial<Record<CustomerSort, string>>> = {
	recency: 'R',
	frequency: 'F',
	monetary: 'M'
};

/**
 * What a column is called: R, F and M of other rows than orders by their letters and the table, or the column whose
 * numbers M is of, as they are neither orders nor revenue.
 */
export function columnName(id: CustomerSort, t: Messages, scoring: Scoring): string {
	const { columns, measured } = t.customers;
	const { source, frequency, basis = 'revenue' } = scoring;
	const letter = letters[id];
	if (source && letter !== undefined)
		return `${letter} · ${id === 'monetary' ? (source.value ?? source.table) : source.table}`;
	if (id === 'frequency' && frequency === 'days') return measured.days();
	if (id !== 'monetary') return columns[id]();
	const sum = sumOf(scoring);
	return sum === null ? measured[basis]() : columns[sum]();
}
