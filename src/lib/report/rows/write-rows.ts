import type { NamedColumn } from '#lib/core/dataset/table-columns.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { hexOf } from '#lib/core/result/provenance.ts';
import { sha256Hex } from '../sha256.ts';
import { writeArchive, type ArchiveEntry } from './archive.ts';
import { SNAPSHOT_ENTRY } from './is-rows-file.ts';
import { rowsLimits, withinLimit } from './limits.ts';
import { piecesOf } from './pieces.ts';
import { ROWS_FORMAT, ROWS_SCHEMA, type RowsBody, type StoredColumnEntry } from './rows-schema.ts';

/** What says how the rows are held. */
export const ROWS_ENTRY = 'rows.json';

/** All that goes into a file with rows. */
export interface RowsToWrite {
	/** The snapshot, as a file of its own would be. */
	readonly snapshot: string;
	readonly body: Omit<RowsBody, 'snapshot' | 'orders' | 'tables'> & {
		readonly orders: Omit<RowsBody['orders'], 'columns'>;
		readonly tables: readonly Omit<RowsBody['tables'][number], 'columns'>[];
	};
	readonly orders: readonly NamedColumn[];
	/** In the order of the body's. */
	readonly tables: readonly (readonly NamedColumn[])[];
}

/**
 * A snapshot with its rows: a ZIP archive of the snapshot, of what says how the rows are held, and of the columns in pieces with
 * a SHA-256 each. See docs/snapshot-format.md.
 *
 * @throws CoreError `file-too-large` beyond what is read again; whatever `pause`, called between pieces, throws.
 */
export async function writeRows(
	{ snapshot, body, orders, tables }: RowsToWrite,
	pause: () => Promise<void>
): Promise<Blob> {
	const size = [orders, ...tables].flat().reduce((sum, { array }) => sum + array.byteLength, 0);
	withinLimit(size, rowsLimits.columns);
	const pieces: ArchiveEntry[] = [];
	const hashed = async (folder: string, columns: readonly NamedColumn[]): Promise<StoredColumnEntry[]> => {
		const entries: StoredColumnEntry[] = [];
		for (const column of columns) {
			const chunks: { bytes: number; sha256: string }[] = [];
			for (const bytes of piecesOf(column)) {
				await pause();
				pieces.push({ name: pieceName(folder, column.name, chunks.length), bytes });
				chunks.push({ bytes: bytes.length, sha256: await hashOf(bytes) });
			}
			entries.push({ name: column.name, type: column.type, length: column.array.length, chunks });
		}
		return entries;
	};
	const held = {
		...body,
		snapshot: checksumOf(snapshot),
		orders: { ...body.orders, columns: await hashed('orders', orders) },
		tables: [] as RowsBody['tables']
	};
	for (const [i, table] of body.tables.entries()) {
		held.tables.push({ ...table, columns: await hashed(`tables/${i}`, tables[i] ?? []) });
	}
	const text = canonicalJson(held);
	const about = { checksum: sha256Hex(text), format: ROWS_FORMAT, schema: ROWS_SCHEMA };
	const rows = `${canonicalJson(about).slice(0, -1)},"body":${text}}\n`;
	const encoder = new TextEncoder();
	const [said, how] = [encoder.encode(snapshot), encoder.encode(rows)];
	withinLimit(said.length, rowsLimits.snapshot);
	withinLimit(how.length, rowsLimits.rows);
	const parts = await writeArchive(
		[{ name: SNAPSHOT_ENTRY, bytes: said }, { name: ROWS_ENTRY, bytes: how }, ...pieces],
		pause
	);
	return new Blob(parts, { type: 'application/zip' });
}

/** Where a piece of a column stands in the archive. */
export const pieceName = (folder: string, column: string, part: number): string =>
	`${folder}/${column}.${part}`;

export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** The checksum that a snapshot's file says of itself. */
export function checksumOf(snapshot: string): string {
	const { checksum } = JSON.parse(snapshot) as { checksum: string };
	return checksum;
}
