import type { EntityShape } from '#lib/core/dataset/entity-columns.ts';
import type { Link } from '#lib/core/dataset/link.ts';
import type { LogEntry } from '#lib/core/dataset/log.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { ElementType, TableShape } from '#lib/core/dataset/table-columns.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import type { SnapshotSummary, Workspace } from '#lib/core/dataset/workspace.ts';

/** A piece of something stored: how many bytes, and what they must hash to. */
export interface ChunkEntry {
	readonly bytes: number;
	/** SHA-256 of the chunk, as 64 hex digits. */
	readonly sha256: string;
}

/** How numbers of a column are stored as smaller ones, which stand for `base + unit × code`. */
export interface Packing {
	/** Of the codes; the greatest stands for NO_CODE. */
	readonly type: 'u8' | 'u16' | 'u32';
	readonly base: number;
	readonly unit: number;
	/** A code says how much its number is above the one before, the first above `base`. */
	readonly steps?: true;
}

/** A stored column: where its bytes are, and what they must hash to. */
export interface ColumnEntry {
	readonly name: string;
	readonly type: ElementType;
	/** Number of elements. */
	readonly length: number;
	/** Absent where elements are stored as they are. */
	readonly packing?: Packing;
	readonly chunks: readonly ChunkEntry[];
}

/** A file that a dataset was made from, kept beside it. Versions of a dataset made from the same file share it. */
export interface KeptOriginal {
	/** Under which name its pieces lie among the chunks. */
	readonly id: string;
	/** That of the file: which of the dataset's it is. */
	readonly fingerprint: string;
	readonly name: string;
	/** Bytes of the file. */
	readonly size: number;
	/** Whether each piece is a gzip file of its own. */
	readonly packed: boolean;
	/** The pieces as they are stored. */
	readonly pieces: readonly ChunkEntry[];
}

/** An import under way: its chunks may exist in part, nobody sees it. */
export interface PendingDataset {
	readonly id: string;
	readonly workspaceId: string;
	readonly state: 'pending';
	/** The import job that writes it, so that a job ended by force can be undone. */
	readonly job: string;
}

/**
 * A version of a dataset. Written in one transaction after all of its chunks. `id` names the version, `manifest.id` the
 * dataset: of the versions of a dataset, one at most is outside the bin.
 */
interface CurrentRecord<Manifest, Shape> {
	readonly id: string;
	readonly workspaceId: string;
	readonly state: 'current';
	readonly job: string;
	readonly manifest: Manifest;
	readonly shape: Shape;
	readonly columns: readonly ColumnEntry[];
	/** SHA-256 over manifest, shape and columns (their chunk hashes included): names the whole content. */
	readonly root: string;
	/** When it went to the bin, ms since 1970 UTC; null = not in the bin. */
	readonly deletedAt: number | null;
	/** The version whose place this one took, so that a job ended by force can be undone. */
	readonly replaced?: string;
	/** Of the files that it was made from, those that are kept; absent where none was, or they were let go since. */
	readonly originals?: readonly KeptOriginal[];
}

/** A dataset: orders. */
export type CurrentDataset = CurrentRecord<DatasetManifest, TableShape>;

/** A table of another entity. */
export type CurrentTable = CurrentRecord<TableManifest, EntityShape>;

export type Current = CurrentDataset | CurrentTable;

/** Whether a record is of a table of another entity than orders. */
export function isTableRecord(record: Current): record is CurrentTable {
	return 'entity' in record.shape;
}

export type DatasetRecord = PendingDataset | Current;

/** One piece of a column, or of a kept file. Key: dataset, column, part. */
export interface ChunkRecord {
	/** The version, or the name of the kept file. */
	readonly dataset: string;
	readonly column: string;
	readonly part: number;
	readonly data: Blob;
}

export interface SnapshotRecord {
	readonly id: string;
	readonly summary: SnapshotSummary;
	/** The file as it was given. */
	readonly data: Blob;
	readonly sha256: string;
}

/** A workspace with what stays in storage and is never handed out. */
export interface WorkspaceRecord extends Workspace {
	/** Made when pseudonyms are first asked for. */
	readonly sharingKey?: CryptoKey;
	/** Being written with all that it holds: nobody sees it, and it goes when its writer is gone. */
	readonly pending?: true;
}

/** A line of the log; the database numbers them in the order in which they were written. */
export type LogRecord = LogEntry & { readonly id?: number };

export interface MetaRecord {
	readonly key: string;
	readonly value: number | string;
}

/** A link between two tables of a workspace. Key: from, to. */
export interface LinkRecord extends Link {
	readonly workspaceId: string;
}
