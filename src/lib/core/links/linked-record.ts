import { NO_CODE, stringAt } from '../columns/dictionary.ts';
import { textAt } from '../columns/text-column.ts';
import { NO_DAY, type EntityColumn, type EntityTable } from '../dataset/entity-table.ts';
import { eventDay } from '../dataset/event-day.ts';
import type { LinkedRecord, LinkedValue } from '../dataset/linked-record.ts';
import type { TableManifest } from '../dataset/table-manifest.ts';

/**
 * How many rows of a table are about a customer, when the last of them happened, and, unless `keys` is null, what the last
 * row with a value says in each column but that of the keys.
 */
export function recordOf(
	{ name, entity }: Pick<TableManifest, 'name' | 'entity'>,
	table: EntityTable,
	rows: readonly number[],
	keys: EntityColumn | null
): LinkedRecord {
	const at = eventDay(table.columns);
	const days = at === null ? undefined : table.columns[at];
	let lastDay = NaN;
	if (days?.type === 'date') {
		for (const row of rows) {
			const day = days.day[row] as number;
			if (day !== NO_DAY && !(day <= lastDay)) lastDay = day;
		}
	}
	const told = keys === null ? [] : table.columns.filter((column) => column !== keys);
	return {
		table: name,
		entity,
		rows: rows.length,
		lastDay,
		dated: days !== undefined,
		currency: table.currency,
		values: told.flatMap((column): LinkedValue[] => {
			const value = rows
				.map((row) => valueAt(column, row))
				.reduce<Value | null>((last, one) => one ?? last, null);
			return value === null ? [] : [{ header: column.header, ...value }];
		})
	};
}

type Value = LinkedValue extends infer V ? (V extends unknown ? Omit<V, 'header'> : never) : never;

function valueAt(column: EntityColumn, row: number): Value | null {
	switch (column.type) {
		case 'key':
		case 'category': {
			const code = column.codes[row] as number;
			return code === NO_CODE ? null : { type: 'text', text: stringAt(column.dictionary, code) };
		}
		case 'text': {
			const text = textAt(column.text, row);
			return text === '' ? null : { type: 'text', text };
		}
		case 'date': {
			const day = column.day[row] as number;
			return day === NO_DAY ? null : { type: 'day', day };
		}
		case 'number':
		case 'money': {
			const value = column.values[row] as number;
			if (Number.isNaN(value)) return null;
			return column.type === 'number'
				? { type: 'number', value }
				: { type: 'money', value, scale: column.scale };
		}
	}
}
