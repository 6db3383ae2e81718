import * as v from 'valibot';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import { columnsOfEntityTable, entityTableOfColumns } from '#lib/core/dataset/entity-columns.ts';
import type { EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import {
	columnOver,
	columnsOfTable,
	elementBytes,
	tableOfColumns,
	type ColumnArray,
	type NamedColumn
} from '#lib/core/dataset/table-columns.ts';
import { CoreError } from '#lib/core/errors.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { sha256Hex } from '../sha256.ts';
import { readSnapshot } from '../snapshot/read-snapshot.ts';
import { ArchiveReader, joinedBytes } from './archive.ts';
import { refuse } from './check-columns.ts';
import { checkOrders } from './check-orders.ts';
import { checkTable } from './check-table.ts';
import {
	ORDERS,
	ROWS_FORMAT,
	ROWS_SCHEMA,
	rowsBodySchema,
	type RowsBody,
	type StoredColumnEntry
} from './rows-schema.ts';
import { SNAPSHOT_ENTRY } from './is-rows-file.ts';
import { rowsLimits, withinLimit } from './limits.ts';
import { PIECE_BYTES } from './pieces.ts';
import { checksumOf, hashOf, pieceName, ROWS_ENTRY } from './write-rows.ts';

/** What a file with rows holds, checked. */
export interface ReadRows {
	readonly snapshot: OpenSnapshot;
	/** The snapshot as a file of its own. */
	readonly snapshotText: string;
	/** Names the file's content: equal for equal files, locked or not. */
	readonly checksum: string;
	readonly body: RowsBody;
	/** Of the orders as they are in the file: without the columns that were left out. */
	readonly manifest: DatasetManifest;
	readonly orders: OrderTable;
	readonly tables: readonly EntityTable[];
}

/**
 * Opens a file with rows of unknown origin. Everything is checked before anything is handed out: the snapshot, every field, the
 * SHA-256 of every piece, and every value of every column against what methods rely on.
 *
 * @throws CoreError `snapshot-invalid` with `at`, `snapshot-newer`, `file-too-large`; whatever `pause`, called between pieces, throws.
 */
export async function readRows(file: Uint8Array<ArrayBuffer>, pause: () => Promise<void>): Promise<ReadRows> {
	const archive = new ArchiveReader(file);
	const decoder = new TextDecoder();
	const snapshotText = decoder.decode(await archive.next(SNAPSHOT_ENTRY, rowsLimits.snapshot));
	const snapshot = readSnapshot(snapshotText);
	const { body, checksum } = parsed(decoder.decode(await archive.next(ROWS_ENTRY, rowsLimits.rows)));
	if (body.snapshot !== checksumOf(snapshotText)) refuse('rows.snapshot');
	// Where small groups are hidden, rows would tell them.
	if (snapshot.disclosed !== null) refuse('rows.disclosed');
	refuseTooMuch(body);
	const read = (folder: string, columns: readonly StoredColumnEntry[]) =>
		columnsOf(archive, folder, columns, pause);
	const { shape } = body.orders;
	const orders = joined(tableOfColumns, columnsOfTable, shape, await read('orders', body.orders.columns));
	const manifest = { ...snapshot.dataset, attributes: shape.attributes, rejectsBytes: 0 };
	if (!shape.attributes.every((header) => snapshot.dataset.attributes.includes(header)))
		refuse('rows.orders.attributes');
	await pause();
	checkOrders(orders, manifest);
	const tables: EntityTable[] = [];
	for (const [i, one] of body.tables.entries()) {
		const table = joined(
			entityTableOfColumns,
			columnsOfEntityTable,
			one.shape,
			await read(`tables/${i}`, one.columns)
		);
		await pause();
		checkTable(table, one.manifest);
		tables.push(table);
	}
	archive.end();
	checkLinks(body);
	return { snapshot, snapshotText, checksum, body, manifest, orders, tables };
}

function parsed(text: string): { readonly body: RowsBody; readonly checksum: string } {
	let file: unknown;
	try {
		file = JSON.parse(text);
	} catch {
		refuse('rows.json');
	}
	const head = v.safeParse(
		v.object({ format: v.literal(ROWS_FORMAT), schema: v.number(), checksum: v.string(), body: v.unknown() }),
		file
	);
	if (!head.success) refuse('rows.format');
	const { schema, checksum, body } = head.output;
	if (schema > ROWS_SCHEMA) throw new CoreError('snapshot-newer', { schema, supported: ROWS_SCHEMA });
	if (schema !== ROWS_SCHEMA) refuse('rows.schema');
	if (sha256Hex(canonicalJson(body)) !== checksum) refuse('rows.checksum');
	const answer = v.safeParse(rowsBodySchema, body);
	if (!answer.success) refuse(`rows.${v.getDotPath(answer.issues[0]) ?? 'body'}`);
	return { body: answer.output, checksum };
}

/** Every piece is full but the last, as they are written: there are no more than the bytes need. */
function refuseTooMuch(body: RowsBody): void {
	const columns = [body.orders, ...body.tables].flatMap((table) => table.columns);
	let size = 0;
	for (const { type, length, chunks } of columns) {
		const bytes = length * elementBytes(type);
		size += bytes;
		withinLimit(size, rowsLimits.columns);
		if (chunks.length !== Math.ceil(bytes / PIECE_BYTES)) refuse('rows.chunks');
		for (const [part, chunk] of chunks.entries()) {
			if (chunk.bytes !== Math.min(PIECE_BYTES, bytes - part * PIECE_BYTES)) refuse('rows.chunks');
		}
	}
}

async function columnsOf(
	archive: ArchiveReader,
	folder: string,
	columns: readonly StoredColumnEntry[],
	pause: () => Promise<void>
): Promise<ReadonlyMap<string, ColumnArray>> {
	const found = new Map<string, ColumnArray>();
	for (const { name, type, length, chunks } of columns) {
		if (found.has(name)) refuse(`rows.${folder}`);
		// Room is made for what was found, not for what was told.
		const pieces: Uint8Array<ArrayBuffer>[] = [];
		for (const [part, expected] of chunks.entries()) {
			await pause();
			const piece = await archive.next(pieceName(folder, name, part), expected.bytes);
			if (piece.length !== expected.bytes || (await hashOf(piece)) !== expected.sha256)
				refuse(`rows.${folder}`);
			pieces.push(piece);
		}
		const bytes = joinedBytes(pieces);
		found.set(name, columnOver(type, bytes.buffer, length));
	}
	return found;
}

/** Columns that are absent, too many or of another type are the file's fault. */
function joined<Shape, Table>(
	join: (shape: Shape, columns: ReadonlyMap<string, ColumnArray>) => Table,
	split: (table: Table) => readonly NamedColumn[],
	shape: Shape,
	columns: ReadonlyMap<string, ColumnArray>
): Table {
	try {
		const table = join(shape, columns);
		const used = new Set(split(table).map(({ name }) => name));
		if (used.size !== columns.size || [...columns.keys()].some((name) => !used.has(name)))
			refuse('rows.columns');
		return table;
	} catch (thrown) {
		if (thrown instanceof TypeError) refuse('rows.columns');
		throw thrown;
	}
}

function checkLinks({ links, tables, beside }: RowsBody): void {
	if (beside.linked.length !== tables.length) refuse('rows.beside');
	const isColumn = (end: number, column: number): boolean => {
		const table = tables[end];
		if (end === ORDERS) return column === ORDERS;
		const type = table?.shape.columns[column]?.type;
		return type === 'key' || type === 'category';
	};
	for (const { from, to, role, fromColumn, toColumn } of links) {
		// One end of each is the customers of the orders.
		if (role !== 'customer' || (from === ORDERS) === (to === ORDERS)) refuse('rows.links');
		if (!isColumn(from, fromColumn) || !isColumn(to, toColumn)) refuse('rows.links');
	}
}
