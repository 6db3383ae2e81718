import type { CustomerSort, RfmParams } from '#lib/api/index.ts';
import type { Messages } from '#lib/i18n/messages.ts';

/** A column of the list: its sort key, and how it stands in the grid. */
export interface ListColumn {
	readonly id: CustomerSort | 'score';
	/** Track of the CSS grid. */
	readonly track: string;
	readonly numeric: boolean;
}

const all: readonly ListColumn[] = [
	{ id: 'customer', track: 'minmax(8rem, 1.4fr)', numeric: false },
	{ id: 'name', track: 'minmax(8rem, 1.4fr)', numeric: false },
	{ id: 'segment', track: 'minmax(9rem, 1.2fr)', numeric: false },
	{ id: 'stage', track: 'minmax(5.5rem, 0.8fr)', numeric: false },
	{ id: 'score', track: '4.5rem', numeric: false },
	{ id: 'recency', track: '7.5rem', numeric: true },
	{ id: 'frequency', track: '5.5rem', numeric: true },
	{ id: 'monetary', track: 'minmax(7rem, 1fr)', numeric: true },
	{ id: 'first', track: '6.5rem', numeric: true },
	{ id: 'last', track: '7.25rem', numeric: true }
];

/** The columns of the list, without the names where the data have none. */
export function listColumns(hasNames: boolean): readonly ListColumn[] {
	return hasNames ? all : all.filter((column) => column.id !== 'name');
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
export function columnName(id: CustomerSort, t: Messages, source: RfmParams['source'] | undefined): string {
	const letter = letters[id];
	if (!source || letter === undefined) return t.customers.columns[id]();
	return `${letter} · ${id === 'monetary' ? (source.value ?? source.table) : source.table}`;
}
