import { NO_CODE, stringAt, type Dictionary } from '../columns/dictionary.ts';
import { DictionaryBuilder } from '../columns/dictionary-builder.ts';
import { NO_DAY } from '../dataset/entity-table.ts';
import type { KnownCustomers } from '../dataset/known-customers.ts';
import { coded, type LinkedReader } from './linked-reader.ts';

/** Customers of linked tables of customers that the orders do not have; null when there are none. */
export async function unknownCustomers(
	{ tables, load, match }: LinkedReader,
	customers: Dictionary
): Promise<KnownCustomers | null> {
	const keys = new DictionaryBuilder();
	const since: number[] = [];
	for (const { manifest, column } of tables) {
		if (manifest.entity !== 'customer') continue;
		const joined = manifest.columns.findIndex(({ role }) => role === 'joined');
		const wanted = joined < 0 ? [column] : [column, joined];
		const table = await load(manifest.id, wanted);
		const named = coded(table.columns.find(({ type }) => type === 'key' || type === 'category'));
		const dates = table.columns.find(({ role }) => role === 'joined');
		const entries = await match(named.dictionary, customers);
		for (let row = 0; row < table.rows; row++) {
			const entry = named.codes[row] as number;
			if (entry === NO_CODE || entries[entry] !== NO_CODE) continue;
			const known = keys.size;
			const code = keys.intern(stringAt(named.dictionary, entry));
			const day = dates?.type === 'date' ? (dates.day[row] as number) : NO_DAY;
			if (code === known) since.push(day);
		}
	}
	return keys.size === 0 ? null : { keys: keys.build(), since: Int32Array.from(since) };
}
