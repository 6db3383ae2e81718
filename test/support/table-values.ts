import { NO_CODE, stringAt } from '#lib/core/columns/dictionary.ts';
import { textAt } from '#lib/core/columns/text-column.ts';
import { NO_DAY, type EntityColumn, type EntityTable } from '#lib/core/dataset/entity-table.ts';

/** A column's values in words: what a person would read in it. */
export function valuesOf(table: EntityTable, header: string): unknown[] {
	const column = table.columns.find((known) => known.header === header) as EntityColumn;
	return Array.from({ length: table.rows }, (_, row) => {
		switch (column.type) {
			case 'key':
			case 'category':
				return column.codes[row] === NO_CODE
					? null
					: stringAt(column.dictionary, column.codes[row] as number);
			case 'text':
				return textAt(column.text, row);
			case 'date':
				return column.day[row] === NO_DAY ? null : (column.instant?.[row] ?? column.day[row]);
			default:
				return Number.isNaN(column.values[row]) ? null : column.values[row];
		}
	});
}
