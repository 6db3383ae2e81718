import { packedBytes, Packer } from './packing.ts';
import type { Packing } from './records.ts';
import type { ColumnArray } from '#lib/core/dataset/table-columns.ts';

/**
 * Bytes of a full chunk: 256 k numbers of 8 bytes. Blobs of this size were the fastest to write of all that was
 * tried (a third of the time of ArrayBuffers, 1/1400 of a record per row), and stay well below 4 MiB.
 */
export const chunkBytes = 2 * 1024 * 1024;

/** One piece of a column, not yet written. */
export interface Chunk {
	readonly column: string;
	readonly part: number;
	/** A view of the column's own memory, or, where it is packed, of memory that is used again for the next chunk. */
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** Bytes of the column that it holds, as they are in memory. */
	readonly covers: number;
}

/**
 * Cuts a column into chunks of whole elements, packed or as they are; an empty column has none.
 *
 * @example
 * [...chunksOf('day', Int32Array.of(5, 6, 9), null, 8)].map((chunk) => chunk.bytes.length) // => [8, 4]
 * const packing = { type: 'u8', base: 5, unit: 1 };
 * [...chunksOf('day', Int32Array.of(5, 6, 9), packing, 2)].map((chunk) => chunk.bytes.length) // => [2, 1]
 */
export function* chunksOf(
	column: string,
	array: ColumnArray,
	packing: Packing | null,
	size = chunkBytes
): Generator<Chunk> {
	const step = Math.floor(size / (packing === null ? array.BYTES_PER_ELEMENT : packedBytes(packing.type)));
	const packer = packing === null ? null : new Packer(packing, Math.min(step, array.length));
	for (let start = 0, part = 0; start < array.length; start += step, part++) {
		const elements = array.subarray(start, start + step);
		const { buffer, byteOffset, byteLength } = packer?.next(elements) ?? elements;
		const bytes = new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
		yield { column, part, bytes, covers: elements.byteLength };
	}
}
