import type { TableEntity } from './entities.ts';
import type { TableManifest } from './table-manifest.ts';
import { eventDay } from './event-day.ts';

/** What is looked at in the place of orders: the rows of a linked table, and the number that each of them gives. */
export interface EventSource {
	/** Name of the table. */
	readonly table: string;
	/** Header of one of its columns of numbers or money; null: rows are counted and nothing else. */
	readonly value: string | null;
}

/** A linked table whose rows have a day: what can be chosen as a source. */
export interface EventTable {
	readonly table: string;
	readonly entity: TableEntity;
	/** Headers of its columns of numbers and money. */
	readonly values: readonly string[];
}

/** What became of the rows of a source, and what its numbers are. */
export interface EventFacts {
	readonly source: EventSource;
	readonly entity: TableEntity;
	/** Header of the column that says when a row happened. */
	readonly day: string;
	/** ISO 4217 code where the numbers are money whose currency is known. */
	readonly currency: string | null;
	/** All rows of the table: rows = used + orphans + undated + empty. */
	readonly rows: number;
	readonly used: number;
	/** Rows about nobody known. */
	readonly orphans: number;
	/** Rows of a known customer without a day; with a day, but without a value where one is looked at. */
	readonly undated: number;
	readonly empty: number;
}

/** Rows of these say what somebody or something is, not that something happened. */
const things: ReadonlySet<TableEntity> = new Set(['customer', 'product', 'owner', 'campaign']);

/**
 * A table as a source of events; null for one whose rows have no day, or say what somebody is like.
 *
 * @example
 * const points = { header: 'points', role: 'points', type: 'number' };
 * eventTable({ name: 'log', entity: 'interaction', columns: [points] }) // => null
 * eventTable({ name: 'log', entity: 'interaction', columns: [points, { header: 'on', role: 'date', type: 'date' }] }) // => { table: 'log', entity: 'interaction', values: ['points'] }
 */
export function eventTable({
	name,
	entity,
	columns
}: {
	readonly name: string;
	readonly entity: TableEntity;
	readonly columns: readonly Pick<TableManifest['columns'][number], 'header' | 'role' | 'type'>[];
}): EventTable | null {
	if (things.has(entity) || eventDay(columns) === null) return null;
	return { table: name, entity, values: columns.filter(isMeasure).map(({ header }) => header) };
}

/** Whether the cells of a column can be added up. */
export function isMeasure({ type }: Pick<TableManifest['columns'][number], 'type'>): boolean {
	return type === 'number' || type === 'money';
}
