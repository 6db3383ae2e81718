import { decodeAll } from '#lib/core/columns/dictionary.ts';
import type { StatusMeaning } from '#lib/core/dataset/contract-states.ts';
import { isKept } from './reckon-rows.ts';
import { tableColumnId, type TableBeside } from './row-columns.ts';
import type { SharedRows } from './share-rows.ts';

/**
 * Of what somebody decided that statuses mean that which is said of values that stand in a column of the file as they are. Time:
 * linear in the values of the columns decided on.
 */
export function keptStatuses(
	statuses: readonly StatusMeaning[],
	before: readonly TableBeside[],
	{ tables, rules }: Pick<SharedRows, 'tables' | 'rules'>
): readonly StatusMeaning[] {
	const headers = new Set(statuses.map(({ column }) => column));
	const values = new Map([...headers].map((header) => [header, new Set<string>()]));
	for (const [at, { table }] of tables.entries()) {
		for (const column of table.columns) {
			const own = values.get(column.header);
			if (own === undefined || column.type !== 'category') continue;
			if (!isKept(tableColumnId(before[at] as TableBeside, column), rules)) continue;
			for (const value of decodeAll(column.dictionary)) own.add(value);
		}
	}
	return statuses.filter(({ column, value }) => values.get(column)?.has(value) === true);
}
