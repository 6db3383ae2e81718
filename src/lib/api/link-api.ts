import type { ValueCount } from '#lib/core/dataset/column-profile.ts';
import type { Link } from '#lib/core/dataset/link.ts';

/** Which tables are linked, and by which of their columns; null unlinks them. */
export type LinkChoice = Pick<Link, 'from' | 'to' | 'fromColumn' | 'toColumn'>;

/** Keys of one side of a link that the other does not have. */
export interface OrphanList {
	readonly total: number;
	/** The first of them, those with the most rows before others. */
	readonly first: readonly ValueCount[];
	/** All of them with their rows, as CSV (UTF-8 with byte order mark). */
	readonly file: Blob;
}
