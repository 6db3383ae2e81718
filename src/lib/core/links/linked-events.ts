import { NO_CODE } from '../columns/dictionary.ts';
import type { EntityColumn, EntityTable } from '../dataset/entity-table.ts';
import { NO_DAY } from '../dataset/entity-table.ts';
import { eventDay } from '../dataset/event-day.ts';
import { eventTable, isMeasure, type EventFacts, type EventSource } from '../dataset/event-source.ts';
import type { MergedIds } from '../identity/types.ts';
import { eventLedger, type EventRows } from '../ledger/event-ledger.ts';
import type { Ledger } from '../ledger/types.ts';
import { coded, customersOfKeys, type LinkedReader, type LinkedTable } from './linked-reader.ts';

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

/** The rows that a source means in the place of orders; null where no linked table is that. */
export async function eventsOf(
	{ tables, load, match }: LinkedReader,
	source: EventSource,
	orders: Ledger,
	merged: readonly MergedIds[]
): Promise<LinkedEvents | null> {
	const found = eventColumns(tables, source);
	if (found === null) return null;
	const { linked, columns } = found;
	const wanted = [...new Set([columns.key, columns.day, columns.value ?? columns.key])].sort((a, b) => a - b);
	const table = await load(linked.manifest.id, wanted);
	const at = (place: number) => table.columns[wanted.indexOf(place)];
	const keys = coded(at(columns.key));
	const whoOf = await customersOfKeys(keys.dictionary, orders.customers, merged, match);
	const value = columns.value === null ? undefined : at(columns.value);
	return linkedEvents(source, table, { keys: keys.codes, day: at(columns.day), value }, whoOf, orders);
}

/** The rows of a read table as events. `whoOf`: the customer that an entry of the table's keys means. */
function linkedEvents(
	source: EventSource,
	{ entity, rows, currency }: EntityTable,
	read: {
		readonly keys: Uint32Array;
		readonly day: EntityColumn | undefined;
		readonly value: EntityColumn | undefined;
	},
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
