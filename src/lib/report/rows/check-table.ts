import { NO_DAY, type EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import {
	checkCodes,
	checkDays,
	checkDictionary,
	checkInstants,
	checkLength,
	checkMoney,
	checkNumbers,
	checkTexts,
	refuse
} from './check-columns.ts';

/**
 * Checks a table of another entity of unknown origin: lengths, codes, days and money, and that it has the columns and rows that are
 * told of it. Linear.
 *
 * @throws CoreError `snapshot-invalid` with `at`.
 */
export function checkTable(table: EntityTable, manifest: Omit<TableManifest, 'id' | 'workspaceId'>): void {
	const { rows, columns } = table;
	if (table.entity !== manifest.entity || rows !== manifest.rows || table.currency !== manifest.currency)
		refuse('rows.tables.shape');
	checkLength({ length: columns.length }, manifest.columns.length, 'rows.tables.columns');
	for (const [i, column] of columns.entries()) {
		const told = manifest.columns[i];
		const at = `rows.tables.column.${i}`;
		if (told?.header !== column.header || told.role !== column.role || told.type !== column.type) refuse(at);
		switch (column.type) {
			case 'key':
			case 'category':
				checkDictionary(column.dictionary, at);
				checkLength(column.codes, rows, at);
				checkCodes(column.codes, column.dictionary.size, true, at);
				break;
			case 'text':
				checkLength(column.text.offsets, rows + 1, at);
				checkTexts(column.text.bytes, column.text.offsets, at);
				break;
			case 'date':
				checkLength(column.day, rows, at);
				checkDays(column.day, NO_DAY, at);
				if (column.instant === null) break;
				checkLength(column.instant, rows, at);
				checkInstants(column.instant, column.day, NO_DAY, at);
				break;
			case 'money':
				checkLength(column.values, rows, at);
				checkMoney(column.values, true, at);
				break;
			case 'number':
				checkLength(column.values, rows, at);
				checkNumbers(column.values, at);
		}
	}
}
