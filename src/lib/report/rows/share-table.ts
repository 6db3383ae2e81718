import { gather, rowOrder, sortByCodes } from '#lib/core/columns/order-index.ts';
import { TextBuilder, textAt } from '#lib/core/columns/text-column.ts';
import type { EntityColumn, EntityTable } from '#lib/core/dataset/entity-table.ts';
import { byFirstUse } from './recode.ts';

/** A table's column as it goes into a file, and its place in the table before. */
export interface SharedTableColumn {
	readonly column: EntityColumn;
	readonly from: number;
}

/**
 * A table as it goes into a file: without the columns that are left out, its rows in the order of the customers that `by` names. A
 * file's own order of rows may be that of names.
 */
export function sharedTable(
	table: EntityTable,
	columns: readonly SharedTableColumn[],
	by: number
): EntityTable {
	const key = columns.find(({ from }) => from === by)?.column;
	if (key === undefined || (key.type !== 'key' && key.type !== 'category')) return { ...table, columns: [] };
	const rows = sortByCodes(rowOrder(table.rows), key.codes, key.dictionary.size);
	return { ...table, columns: columns.map(({ column }) => inOrder(column, rows)) };
}

function inOrder(column: EntityColumn, rows: Uint32Array): EntityColumn {
	switch (column.type) {
		case 'key':
		case 'category':
			return {
				...column,
				...byFirstUse({ dictionary: column.dictionary, codes: gather(column.codes, rows) })
			};
		case 'text': {
			const texts = new TextBuilder();
			for (const row of rows) texts.add(textAt(column.text, row));
			return { ...column, text: texts.build() };
		}
		case 'date':
			return {
				...column,
				day: gather(column.day, rows),
				instant: column.instant && gather(column.instant, rows)
			};
		default:
			return { ...column, values: gather(column.values, rows) };
	}
}
