import type { Table } from 'dexie';
import { isLostError } from './errors.ts';

/** What a table holds, as far as the browser can still give it back. */
export interface ReadableRecords<R> {
	readonly records: readonly R[];
	/** Keys of records that are there and cannot be read. */
	readonly unreadable: readonly string[];
}

/**
 * All records of a table. One that the browser cannot give back (its bytes on disk are damaged) must not hide the
 * others: the records are then read one by one.
 */
export async function readableRecords<R>(table: Table<R, string>): Promise<ReadableRecords<R>> {
	try {
		return { records: await table.toArray(), unreadable: [] };
	} catch (thrown) {
		if (!isLostError(thrown)) throw thrown;
	}
	const records: R[] = [];
	const unreadable: string[] = [];
	for (const key of await table.toCollection().primaryKeys()) {
		try {
			const record = await table.get(key);
			if (record !== undefined) records.push(record);
		} catch (thrown) {
			if (!isLostError(thrown)) throw thrown;
			unreadable.push(key);
		}
	}
	return { records, unreadable };
}
