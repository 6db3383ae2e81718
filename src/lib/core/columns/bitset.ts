/**
 * A set of row numbers 0 .. size − 1, one bit each, in 32-bit words. Bits beyond `size` are always zero.
 * Filters and selections combine a million rows in 31,250 steps.
 */
export interface Bitset {
	readonly size: number;
	readonly words: Uint32Array;
}

/**
 * The empty set over `size` rows.
 *
 * @example
 * emptyBitset(33).words // => [0, 0]
 */
export function emptyBitset(size: number): Bitset {
	return { size, words: new Uint32Array((size + 31) >>> 5) };
}

/**
 * The set of the rows listed.
 *
 * @throws RangeError for a row outside 0 .. size − 1.
 * @example
 * bitsetOf(40, [0, 33, 33]).words // => [1, 2]
 */
export function bitsetOf(size: number, rows: Iterable<number>): Bitset {
	const set = emptyBitset(size);
	for (const row of rows) {
		if (!(row >= 0 && row < size)) throw new RangeError(`row ${row} is outside a set of ${size}`);
		const word = row >>> 5;
		set.words[word] = (set.words[word] as number) | (1 << (row & 31));
	}
	return set;
}

/**
 * Whether a row is in the set; false for rows outside it.
 *
 * @example
 * hasBit(bitsetOf(10, [3]), 3) // => true
 * hasBit(bitsetOf(10, [3]), 4) // => false
 */
export function hasBit(set: Bitset, row: number): boolean {
	if (!(row >= 0 && row < set.size)) return false;
	return (((set.words[row >>> 5] as number) >>> (row & 31)) & 1) === 1;
}

/**
 * How many rows are in the set.
 *
 * @example
 * countBits(bitsetOf(100, [0, 31, 32, 99])) // => 4
 */
export function countBits(set: Bitset): number {
	let count = 0;
	for (let i = 0; i < set.words.length; i++) count += onesIn(set.words[i] as number);
	return count;
}

/** Ones in a word by adding neighbouring fields in parallel (H. S. Warren, Hacker's Delight, § 5-1). */
function onesIn(word: number): number {
	let sum = word - ((word >>> 1) & 0x55555555);
	sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
	return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Rows in both sets.
 *
 * @throws RangeError when the sets are over different numbers of rows.
 * @example
 * rowsOf(intersection(bitsetOf(9, [1, 2]), bitsetOf(9, [2, 3]))) // => [2]
 */
export function intersection(a: Bitset, b: Bitset): Bitset {
	return combine(a, b, (x, y) => x & y);
}

/**
 * Rows in either set.
 *
 * @throws RangeError when the sets are over different numbers of rows.
 * @example
 * rowsOf(union(bitsetOf(9, [1, 2]), bitsetOf(9, [2, 3]))) // => [1, 2, 3]
 */
export function union(a: Bitset, b: Bitset): Bitset {
	return combine(a, b, (x, y) => x | y);
}

/**
 * Rows in the first set and not in the second.
 *
 * @throws RangeError when the sets are over different numbers of rows.
 * @example
 * rowsOf(difference(bitsetOf(9, [1, 2]), bitsetOf(9, [2, 3]))) // => [1]
 */
export function difference(a: Bitset, b: Bitset): Bitset {
	return combine(a, b, (x, y) => x & ~y);
}

function combine(a: Bitset, b: Bitset, join: (x: number, y: number) => number): Bitset {
	if (a.size !== b.size) throw new RangeError(`sets over ${a.size} and ${b.size} rows`);
	const words = new Uint32Array(a.words.length);
	for (let i = 0; i < words.length; i++) words[i] = join(a.words[i] as number, b.words[i] as number);
	return { size: a.size, words };
}

/**
 * The rows of a set, ascending.
 *
 * @example
 * rowsOf(bitsetOf(70, [64, 5])) // => [5, 64]
 */
export function rowsOf(set: Bitset): Uint32Array {
	const rows = new Uint32Array(countBits(set));
	let at = 0;
	for (let i = 0; i < set.words.length; i++) {
		let word = set.words[i] as number;
		while (word !== 0) {
			const lowest = word & -word;
			rows[at++] = i * 32 + 31 - Math.clz32(lowest);
			word ^= lowest;
		}
	}
	return rows;
}
