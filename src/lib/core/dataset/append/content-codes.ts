/** A column whose rows can be told apart word by word: codes, days, or doubles. */
export type ComparedColumn = Uint8Array | Uint32Array | Int32Array | Float64Array;

/**
 * Gives rows of equal cells equal codes, 0, 1, 2 … in order of first appearance. Exact: hashes only find the rows to
 * compare. NaN equals NaN, and −0 equals 0. Linear in rows and columns.
 *
 * @example
 * contentCodes([Uint32Array.of(1, 2, 1), Float64Array.of(0, 5, -0)], 3) // => { codes: [0, 1, 0], distinct: 2 }
 */
export function contentCodes(
	columns: readonly ComparedColumn[],
	rows: number
): { readonly codes: Uint32Array; readonly distinct: number } {
	const hashes = new Int32Array(rows);
	for (const column of columns) addToHashes(hashes, column);
	let capacity = 16;
	while (capacity < 2 * rows) capacity *= 2;
	const mask = capacity - 1;
	/** The first row of a content, plus one. */
	const slots = new Uint32Array(capacity);
	const codes = new Uint32Array(rows);
	let distinct = 0;
	for (let row = 0; row < rows; row++) {
		const hash = hashes[row] as number;
		for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
			const held = slots[slot] as number;
			if (held === 0) {
				slots[slot] = row + 1;
				codes[row] = distinct++;
				break;
			}
			if (hashes[held - 1] === hash && areEqual(columns, held - 1, row)) {
				codes[row] = codes[held - 1] as number;
				break;
			}
		}
	}
	return { codes, distinct };
}

function areEqual(columns: readonly ComparedColumn[], one: number, other: number): boolean {
	for (const column of columns) {
		const [a, b] = [column[one] as number, column[other] as number];
		if (a !== b && !(Number.isNaN(a) && Number.isNaN(b))) return false;
	}
	return true;
}

function addToHashes(hashes: Int32Array, column: ComparedColumn): void {
	const isDouble = column instanceof Float64Array;
	const word = new Float64Array(1);
	const halves = new Int32Array(word.buffer);
	for (let row = 0; row < hashes.length; row++) {
		let hash = hashes[row] as number;
		if (isDouble) {
			const value = column[row] as number;
			// One form for each value: −0 and the many bits of NaN.
			word[0] = Number.isNaN(value) ? NaN : value + 0;
			hash = mixed(mixed(hash, halves[0] as number), halves[1] as number);
		} else hash = mixed(hash, column[row] as number);
		hashes[row] = hash;
	}
}

function mixed(hash: number, word: number): number {
	const h = Math.imul(hash ^ word, 0x9e3779b1);
	return (h ^ (h >>> 15)) + 0x7f4a7c15;
}

function spread(hash: number): number {
	const h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	return h ^ (h >>> 13);
}
