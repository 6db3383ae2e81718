import type { Table, TableColumn } from '../result/table.ts';

/**
 * The same tables with all their columns and no rows, for an answer of `not-enough-data`. Every column is new,
 * because results are transferred and a buffer can be transferred once only.
 *
 * @example
 * const sets = { rows: 2, columns: { customers: Uint32Array.of(7, 9) }, types: { customers: 'count' } };
 * withoutRows({ sets }) // => { sets: { rows: 0, columns: { customers: [] }, types: { customers: 'count' } } }
 */
export function withoutRows<T extends Readonly<Record<string, Table>>>(tables: T): T {
	const bare: Record<string, Table> = {};
	for (const [name, table] of Object.entries(tables)) {
		const columns: Record<string, TableColumn> = {};
		for (const [column, values] of Object.entries(table.columns)) columns[column] = values.slice(0, 0);
		bare[name] = { rows: 0, columns, types: table.types };
	}
	// Names, column kinds and types are those of T by construction; the compiler cannot follow the loop.
	return bare as T;
}
