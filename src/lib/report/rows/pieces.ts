import { elementBytes, type NamedColumn } from '#lib/core/dataset/table-columns.ts';

/** Bytes of a full piece of a column: 256 k numbers of 8 bytes. */
export const PIECE_BYTES = 2 * 1024 * 1024;

/**
 * Cuts a column into pieces of whole elements, which are views of its own memory; an empty column has none.
 *
 * @example
 * [...piecesOf({ type: 'i32', array: new Int32Array(3) }, 8)].map((piece) => piece.length) // => [8, 4]
 */
export function* piecesOf(
	{ type, array }: Pick<NamedColumn, 'type' | 'array'>,
	size = PIECE_BYTES
): Generator<Uint8Array<ArrayBuffer>> {
	const step = size - (size % elementBytes(type));
	const bytes = new Uint8Array(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength);
	for (let start = 0; start < bytes.length; start += step) yield bytes.subarray(start, start + step);
}
