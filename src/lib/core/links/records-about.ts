import { dictionaryOf, NO_CODE } from '../columns/dictionary.ts';
import { eventDay } from '../dataset/event-day.ts';
import type { LinkedRecord } from '../dataset/linked-record.ts';
import { describing } from './linked-attributes.ts';
import { coded, type LinkedReader } from './linked-reader.ts';
import { recordOf } from './linked-record.ts';

/**
 * What each linked table has about one customer, who may have several ids. Tables are read one by one and let go; of a
 * table of events only its keys and days are.
 */
export async function recordsAbout(
	{ tables, load, match }: LinkedReader,
	ids: readonly string[]
): Promise<LinkedRecord[]> {
	const records: LinkedRecord[] = [];
	for (const { manifest, column } of tables) {
		const tells = describing.has(manifest.entity);
		const wanted = tells ? [...manifest.columns.keys()] : [column, eventDay(manifest.columns) ?? column];
		const places = [...new Set(wanted)].sort((a, b) => a - b);
		const table = await load(manifest.id, places);
		const keys = coded(table.columns.find(({ header }) => header === manifest.columns[column]?.header));
		const own = new Set(await match(dictionaryOf(ids), keys.dictionary));
		own.delete(NO_CODE);
		const rows = [...keys.codes.keys()].filter((row) => own.has(keys.codes[row] as number));
		records.push(recordOf(manifest, table, rows, tells ? keys : null));
	}
	return records;
}
