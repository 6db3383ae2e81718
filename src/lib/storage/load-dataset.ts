import type { Dictionary } from '#lib/core/columns/dictionary.ts';
import { entityTableOfColumns, isOfColumn } from '#lib/core/dataset/entity-columns.ts';
import type { EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { IssueGroup } from '#lib/core/dataset/issue-group.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { AttributeColumn, OrderTable } from '#lib/core/dataset/order-table.ts';
import {
	attributeOfColumns,
	columnOver,
	elementBytes,
	isBesideLedger,
	NamedColumns,
	tableOfColumns,
	type ColumnArray
} from '#lib/core/dataset/table-columns.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import { CoreError } from '#lib/core/errors.ts';
import { isBesideTable, issuesColumn, rejectsColumn } from './beside-columns.ts';
import { recordChecksum, sha256Hex } from './checksum.ts';
import type { ClienteleDatabase } from './database.ts';
import { isLostError } from './errors.ts';
import { packedBytes, unpacked } from './packing.ts';
import {
	isTableRecord,
	type ColumnEntry,
	type Current,
	type CurrentDataset,
	type CurrentTable
} from './records.ts';
import { liveVersion } from './versions.ts';

export interface LoadedDataset {
	readonly manifest: DatasetManifest;
	readonly table: OrderTable;
	/** Names exactly what was read: another version of the dataset has another name. */
	readonly version: string;
}

/** The version of a dataset that `loadTable` would read. Throws as it does. */
export async function currentVersion(database: ClienteleDatabase, datasetId: string): Promise<string> {
	return (await currentDataset(database, datasetId)).id;
}

/**
 * Reads a dataset's table back. Every chunk read is compared with its hash: what differs is never returned.
 * With `columns: 'ledger'`, only what a ledger and a list of customers are made of is read (and checked): then
 * instants, quantities and attributes are absent; with `timed`, instants are read too.
 *
 * Throws `storage-not-found`, or `storage-damaged` with the dataset's name.
 */
export async function loadTable(
	database: ClienteleDatabase,
	datasetId: string,
	{ columns: wanted }: { columns: 'all' | 'ledger' | 'timed' } = { columns: 'all' }
): Promise<LoadedDataset> {
	const record = await currentDataset(database, datasetId);
	return namingDamage(record, async () => {
		await checkRecord(record);
		const columns = new Map<string, ColumnArray>();
		for (const entry of record.columns) {
			const besideLedger = isBesideLedger(entry.name) && !(wanted === 'timed' && entry.name === 'instant');
			if (isBesideTable(entry.name) || (wanted !== 'all' && besideLedger)) continue;
			columns.set(entry.name, await loadColumn(database, record.id, entry));
		}
		const table = tableOfColumns(record.shape, columns);
		return { manifest: record.manifest, table, version: record.id };
	});
}

/**
 * One attribute of a version of a dataset, by its header: a ledger does without them all, and a question needs one at
 * most. Null when the dataset has none of that name. Throws as `loadTable`; a version in the bin is read all the same,
 * for whoever has its table.
 */
export async function loadAttribute(
	database: ClienteleDatabase,
	version: string,
	header: string
): Promise<AttributeColumn | null> {
	const record = await database.datasets.get(version);
	if (record?.state !== 'current' || isTableRecord(record)) throw new CoreError('storage-not-found');
	return namingDamage(record, async () => {
		await checkRecord(record);
		const index = record.shape.attributes.indexOf(header);
		if (index < 0) return null;
		const columns = new Map<string, ColumnArray>();
		for (const entry of record.columns) {
			if (!entry.name.startsWith(`attribute.${index}.`)) continue;
			columns.set(entry.name, await loadColumn(database, version, entry));
		}
		return attributeOfColumns(header, index, columns);
	});
}

/** The customers of orders, and the one of each row, without the rest of the table. Throws as `loadTable`. */
export async function loadCustomers(
	database: ClienteleDatabase,
	datasetId: string
): Promise<{ readonly dictionary: Dictionary; readonly codes: Uint32Array }> {
	const record = await currentDataset(database, datasetId);
	return namingDamage(record, async () => {
		await checkRecord(record);
		const columns = new Map<string, ColumnArray>();
		for (const entry of record.columns) {
			if (entry.name === 'customer' || entry.name.startsWith('customers.'))
				columns.set(entry.name, await loadColumn(database, record.id, entry));
		}
		const parts = new NamedColumns(columns);
		return { dictionary: parts.dictionary('customers'), codes: parts.required('customer', Uint32Array) };
	});
}

export interface LoadedTable {
	readonly manifest: TableManifest;
	readonly table: EntityTable;
}

/**
 * Reads a table of another entity back, checked as `loadTable` does it: all of its columns, or those with the indexes
 * that are asked for, in their order. Throws as `loadTable`.
 */
export async function loadEntityTable(
	database: ClienteleDatabase,
	tableId: string,
	indexes: readonly number[] | null = null
): Promise<LoadedTable> {
	const record = await currentTable(database, tableId);
	return namingDamage(record, async () => {
		await checkRecord(record);
		const wanted = (index: number): boolean => indexes === null || indexes.includes(index);
		const columns = new Map<string, ColumnArray>();
		for (const entry of record.columns) {
			if (isBesideTable(entry.name)) continue;
			if (indexes !== null && !indexes.some((index) => isOfColumn(entry.name, index))) continue;
			columns.set(entry.name, await loadColumn(database, record.id, entry));
		}
		return { manifest: record.manifest, table: entityTableOfColumns(record.shape, columns, wanted) };
	});
}

/** The rejected rows of a dataset or table as they were saved. Throws as `loadTable`. */
export async function loadRejects(
	database: ClienteleDatabase,
	datasetId: string
): Promise<Uint8Array<ArrayBuffer>> {
	const record = await currentRecord(database, datasetId);
	return namingDamage(record, async () => {
		await checkRecord(record);
		const entry = record.columns.find(({ name }) => name === rejectsColumn);
		if (entry === undefined) return new Uint8Array();
		const column = await loadColumn(database, record.id, entry);
		return new Uint8Array(column.buffer as ArrayBuffer);
	});
}

/**
 * What was wrong with rows, by code, as it was saved; null where nothing of it was. Throws as `loadTable`.
 */
export async function loadIssues(
	database: ClienteleDatabase,
	datasetId: string
): Promise<readonly IssueGroup[] | null> {
	const record = await currentRecord(database, datasetId);
	return namingDamage(record, async () => {
		await checkRecord(record);
		const entry = record.columns.find(({ name }) => name === issuesColumn);
		if (entry === undefined) return null;
		const { buffer } = await loadColumn(database, record.id, entry);
		// Its checksum was compared: it is what was written.
		return JSON.parse(new TextDecoder().decode(buffer)) as readonly IssueGroup[];
	});
}

/** The record of what exists and is not in the bin. */
async function currentRecord(database: ClienteleDatabase, id: string): Promise<Current> {
	const record = await liveVersion(database, id).catch((thrown: unknown) => {
		if (isLostError(thrown)) throw new CoreError('storage-damaged', { dataset: id }, { cause: thrown });
		throw thrown;
	});
	if (record === undefined) throw new CoreError('storage-not-found');
	return record;
}

/** The record of orders. */
async function currentDataset(database: ClienteleDatabase, id: string): Promise<CurrentDataset> {
	const record = await currentRecord(database, id);
	if (isTableRecord(record)) throw new CoreError('storage-not-found');
	return record;
}

/** The record of a table of another entity. */
async function currentTable(database: ClienteleDatabase, id: string): Promise<CurrentTable> {
	const record = await currentRecord(database, id);
	if (!isTableRecord(record)) throw new CoreError('storage-not-found');
	return record;
}

/** Whether a record is what was written: its own hash covers manifest, shape and the hash of every chunk. */
export async function isWholeRecord({ manifest, shape, columns, root }: Current): Promise<boolean> {
	try {
		return (await recordChecksum({ manifest, shape, columns })) === root;
	} catch (thrown) {
		// What JSON cannot hold was never written.
		if (thrown instanceof CoreError && thrown.code === 'internal') return false;
		throw thrown;
	}
}

class Damage extends Error {}

async function checkRecord(record: Current): Promise<void> {
	if (!(await isWholeRecord(record))) throw new Damage('record');
}

async function loadColumn(
	database: ClienteleDatabase,
	dataset: string,
	entry: ColumnEntry
): Promise<ColumnArray> {
	const { type, length, packing } = entry;
	if (packing === undefined) {
		const bytes = await loadBytes(database, dataset, entry, length * elementBytes(type));
		return columnOver(type, bytes.buffer, length);
	}
	const bytes = await loadBytes(database, dataset, entry, length * packedBytes(packing.type));
	return unpacked(
		packing,
		bytes.buffer,
		columnOver(type, new ArrayBuffer(length * elementBytes(type)), length)
	);
}

/** The bytes of a column's chunks end to end, of which there must be so many. */
async function loadBytes(
	database: ClienteleDatabase,
	dataset: string,
	{ name, chunks }: ColumnEntry,
	size: number
): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = new Uint8Array(size);
	const starts: number[] = [];
	let end = 0;
	for (const chunk of chunks) {
		starts.push(end);
		end += chunk.bytes;
	}
	if (end !== bytes.length) throw new Damage(`${name}: length`);
	const keys = chunks.map((_, part): [string, string, number] => [dataset, name, part]);
	const records = await database.chunks.bulkGet(keys);
	await Promise.all(
		chunks.map(async (expected, part) => {
			const stored = await records[part]?.data.arrayBuffer();
			if (stored?.byteLength !== expected.bytes) throw new Damage(`${name}.${part}: length`);
			const piece = new Uint8Array(stored);
			if ((await sha256Hex(piece)) !== expected.sha256) throw new Damage(`${name}.${part}: checksum`);
			bytes.set(piece, starts[part]);
		})
	);
	return bytes;
}

/** Turns every way in which stored bytes can fail us into one error that names the dataset. */
async function namingDamage<T>(record: Current, read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (thrown) {
		// A TypeError: a record that lost its fields. A RangeError is our own memory, not the data's fault.
		if (thrown instanceof Damage || thrown instanceof TypeError || isLostError(thrown)) {
			throw new CoreError('storage-damaged', { dataset: nameOf(record) }, { cause: thrown });
		}
		throw thrown;
	}
}

function nameOf(record: Current): string {
	const manifest = record.manifest as DatasetManifest | undefined;
	return typeof manifest?.name === 'string' ? manifest.name : record.id;
}
