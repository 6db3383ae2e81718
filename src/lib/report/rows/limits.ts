import { CoreError } from '#lib/core/errors.ts';

const MIB = 1024 * 1024;
/** Bytes of what stands in a file with rows, unpacked: nobody writes more, and nobody unpacks more. */
export const rowsLimits = {
	/** It is read whole. */
	snapshot: 256 * MIB,
	/** What says how rows are held has a line per piece. */
	rows: 64 * MIB,
	/** All columns together: some 20 million rows. */
	columns: 1024 * MIB
} as const;

/** Throws `file-too-large` beyond a limit, both in bytes. */
export function withinLimit(size: number, limit: number): void {
	if (size > limit) throw new CoreError('file-too-large', { size, limit });
}
