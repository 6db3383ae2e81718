import { EDGE_KINDS, EDGES, FROM, QUOTED, TO } from './layout';

const LF: u8 = 10;
const CR: u8 = 13;

/** Of what a byte at an edge says, what the last one of a cell says too. */
const MAY_BE_WRAPPED: u8 = 1;

/** The place behind the rows that were cut last. */
export let next: usize = 0;

/** One bit for each of the 64 bytes at a place: whether it is the delimiter, the quote, LF or CR. */
function marksOf(at: usize, delimiters: v128, quotes: v128): u64 {
	return (
		marks(at, delimiters, quotes) |
		(marks(at + 16, delimiters, quotes) << 16) |
		(marks(at + 32, delimiters, quotes) << 32) |
		(marks(at + 48, delimiters, quotes) << 48)
	);
}

function marks(at: usize, delimiters: v128, quotes: v128): u64 {
	const bytes = v128.load(at);
	const ends = v128.or(i8x16.eq(bytes, i8x16.splat(LF)), i8x16.eq(bytes, i8x16.splat(CR)));
	const others = v128.or(i8x16.eq(bytes, delimiters), i8x16.eq(bytes, quotes));
	return <u64>i8x16.bitmask(v128.or(ends, others));
}

/**
 * Cuts the rows from `start` on, `most` of them at most, up to `ready`, where a line ends; gives how many, and their
 * end as `next`. It ends before a row that has not `width` cells, one on several lines, or one with a quote but around
 * whole cells. Cells of column c and row r are put at `c × pitch + 4 r`. A quote that is the delimiter is none.
 */
export function cutRows(
	start: usize,
	ready: usize,
	most: i32,
	width: i32,
	pitch: usize,
	delimiter: u8,
	quote: u8
): i32 {
	const delimiters = i8x16.splat(delimiter);
	const quotes = i8x16.splat(quote);
	let block = start;
	// Bits of this block that were not come to yet.
	let left = marksOf(block, delimiters, quotes);
	next = start;
	let row = 0;
	for (; row < most && next < ready; row++) {
		let begin = next;
		let cell = FROM + 4 * <usize>row;
		let column = 0;
		let isQuoted: u8 = 0;
		for (;;) {
			while (left === 0) left = marksOf((block += 64), delimiters, quotes);
			let at = block + <usize>ctz(left);
			left &= left - 1;
			let end = at;
			let byte = load<u8>(at);
			if (byte !== delimiter && byte === quote) {
				if (at !== begin) return row;
				isQuoted = 1;
				begin++;
				// Delimiters may stand in quotes; line ends are looked into elsewhere.
				do {
					while (left === 0) left = marksOf((block += 64), delimiters, quotes);
					end = block + <usize>ctz(left);
					left &= left - 1;
					byte = load<u8>(end);
				} while (byte === delimiter);
				if (byte !== quote) return row;
				while (left === 0) left = marksOf((block += 64), delimiters, quotes);
				at = block + <usize>ctz(left);
				left &= left - 1;
				byte = load<u8>(at);
				if (at !== end + 1 || (byte !== delimiter && byte === quote)) return row;
			}
			store<i32>(cell, <i32>begin);
			store<i32>(cell + (TO - FROM), <i32>end);
			const first = load<u8>(EDGE_KINDS + load<u8>(begin));
			const last = load<u8>(EDGE_KINDS + load<u8>(end - 1)) & MAY_BE_WRAPPED;
			store<u8>(EDGES + column, load<u8>(EDGES + column) | first | last);
			column++;
			if (byte === delimiter) {
				if (column === width) return row;
				cell += pitch;
				begin = at + 1;
				continue;
			}
			// There is a line end at `ready` at the latest.
			if (column !== width || at > ready) return row;
			store<u8>(QUOTED + row, isQuoted);
			if (at === ready) {
				next = ready;
			} else if (byte === LF) {
				next = at + 1;
			} else {
				// A CR that stands alone ends lines too, but not here.
				if (at + 1 >= ready || load<u8>(at + 1) !== LF) return row;
				next = at + 2;
				while (left === 0) left = marksOf((block += 64), delimiters, quotes);
				left &= left - 1;
			}
			break;
		}
	}
	return row;
}
