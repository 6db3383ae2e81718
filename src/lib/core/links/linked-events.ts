import { codeOf, dictionaryOf, NO_CODE, type Dictionary } from '../columns/dictionary.ts';
import type { EntityColumn, EntityTable } from '../dataset/entity-table.ts';
import { NO_DAY } from '../dataset/entity-table.ts';
import { eventDay } from '../dataset/event-day.ts';
import { eventTable, isMeasure, type EventFacts, type EventSource } from '../dataset/event-source.ts';
import type { MergedIds } from '../identity/types.ts';
import { eventLedger, type EventRows } from '../ledger/event-ledger.ts';
import type { Ledger } from '../ledger/types.ts';
import type { LinkedTable } from './linked-tables.ts';

/** Places of the columns of a table that a source reads. */
export interface EventColumns {
	readonly key: number;
	readonly day: number;
	readonly value: number | null;
}

/** Events of a table in the place of orders, and what became of its rows. */
export interface LinkedEvents {
	readonly ledger: Ledger;
	readonly facts: EventFacts;
}

/** The linked table that a source means and its columns; null where there is none, or it has no such column of numbers. */
export function eventColumns(
	tables: readonly LinkedTable[],
	{ table, value }: EventSource
): { readonly linked: LinkedTable; readonly columns: EventColumns } | null {
	for (const linked of tables) {
		const { manifest, column: key } = linked;
		const day = eventDay(manifest.columns);
		if (manifest.name !== table || eventTable(manifest) === null || day === null) continue;
		if (value === null) return { linked, columns: { key, day, value: null } };
		const at = manifest.columns.findIndex((column) => column.header === value && isMeasure(column));
		if (at >= 0) return { linked, columns: { key, day, value: at } };
	}
	return null;
}

/**
 * Entries of a table's keys as customers, those of ids that were merged into another customer included. `match` gives per
 * entry of the first dictionary the entry of the second that means the same.
 */
export async function customersOfKeys(
	keys: Dictionary,
	customers: Dictionary,
	merged: readonly MergedIds[],
	match: (from: Dictionary, to: Dictionary) => Promise<Uint32Array>
): Promise<Uint32Array> {
	const found = await match(keys, customers);
	const pairs = merged.flatMap(([first = '', ...others]) => others.map((id) => [id, first] as const));
	if (pairs.length === 0) return found;
	const aliases = await match(keys, dictionaryOf(pairs.map(([id]) => id)));
	return found.map((code, entry) => {
		const alias = aliases[entry] as number;
		return code !== NO_CODE || alias === NO_CODE ? code : codeOf(customers, pairs[alias]?.[1] ?? '');
	});
}

/** The rows of a read table as events. `whoOf`: the customer that an entry of the table's keys means. */
export function linkedEvents(
	source: EventSource,
	{ entity, rows, currency }: EntityTable,
	read: { readonly keys: Uint32Array; readonly day: EntityColumn | undefined; readonly value: EntityColumn | undefined },
	whoOf: Uint32Array,
	orders: Ledger
): LinkedEvents {
	const { keys, day, value } = read;
	const events: EventRows = {
		customer: keys.map((entry) => (entry === NO_CODE ? NO_CODE : (whoOf[entry] as number))),
		day: day?.type === 'date' ? day.day : new Int32Array(rows).fill(NO_DAY),
		value: value?.type === 'number' || value?.type === 'money' ? value.values : null,
		scale: value?.type === 'money' ? value.scale : null
	};
	const { ledger, ...left } = eventLedger(events, orders);
	return {
		ledger,
		facts: {
			source,
			entity,
			day: day?.header ?? '',
			currency: value?.type === 'money' ? currency : null,
			rows,
			used: ledger.orders,
			...left
		}
	};
}
