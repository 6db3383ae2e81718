/** 96 bits that tell a row; filled in place. */
export interface RowHash {
	a: number;
	b: number;
	c: number;
}

/**
 * The hash of the first `width` cells of a row, absent ones as empty. The length of each cell parts it from the next,
 * so that a|bc and ab|c differ.
 *
 * @example
 * const [one, other] = [{ a: 0, b: 0, c: 0 }, { a: 0, b: 0, c: 0 }];
 * hashCells(['a', 'bc'], 2, one);
 * hashCells(['ab', 'c'], 2, other);
 * one.a === other.a // => false
 */
export function hashCells(cells: readonly string[], width: number, out: RowHash): void {
	let a = 0x811c9dc5;
	let b = 0x9747b28c;
	let c = 0x1b873593;
	for (let column = 0; column < width; column++) {
		const cell = cells[column] ?? '';
		const length = cell.length;
		// Two UTF-16 units make a word.
		for (let i = 0; i < length; i += 2) {
			const word = cell.charCodeAt(i) | (i + 1 < length ? cell.charCodeAt(i + 1) << 16 : 0);
			a = Math.imul(a ^ word, 0x01000193);
			a ^= a >>> 15;
			b = Math.imul((b << 13) | (b >>> 19), 5) + Math.imul(word, 0xcc9e2d51);
			c = Math.imul(c + word, 0x5bd1e995);
		}
		a = Math.imul(a ^ length, 0x01000193);
		b = Math.imul(b ^ length, 0x1b873593);
		c = Math.imul(c ^ (c >>> 17) ^ length, 0x85ebca6b);
	}
	out.a = mix(a);
	out.b = mix(b);
	out.c = mix(c);
}

/**
 * The hash of the bytes between two places, and of a seed. Eight bytes are taken at a time; the view must go on for
 * seven bytes behind the end.
 *
 * @example
 * const view = new DataView(Uint8Array.of(1, 2, 3, 4, 5, 9, 9, 9, 9).buffer);
 * const [one, other] = [{ a: 0, b: 0, c: 0 }, { a: 0, b: 0, c: 0 }];
 * hashRange(view, 0, 5, 0, one);
 * hashRange(view, 0, 4, 0, other);
 * one.b === other.b // => false
 */
export function hashRange(view: DataView, from: number, to: number, seed: number, out: RowHash): void {
	let a = 0x811c9dc5 ^ seed;
	let b = (0x9747b28c + seed) | 0;
	let c = 0x1b873593;
	for (let at = from; at < to; at += 8) {
		let one = view.getInt32(at, true);
		let two = view.getInt32(at + 4, true);
		const left = to - at;
		if (left < 8) {
			if (left <= 4) two = 0;
			else two &= -1 >>> (8 * (8 - left));
			if (left < 4) one &= -1 >>> (8 * (4 - left));
		}
		one = Math.imul(one, 0xcc9e2d51);
		two = Math.imul(two, 0x9e3779b1);
		a = Math.imul(a ^ one ^ ((two << 16) | (two >>> 16)), 0x1b873593);
		a = (a << 13) | (a >>> 19);
		b = (Math.imul((b << 11) | (b >>> 21), 5) + one + two) | 0;
		c = Math.imul(c + two - ((one << 15) | (one >>> 17)), 0x5bd1e995);
		c ^= c >>> 15;
	}
	const length = to - from;
	out.a = mix(a ^ length);
	out.b = mix(b + length);
	out.c = mix(c ^ seed);
}

/** Spreads every input bit over the word (the finaliser of MurmurHash3). */
function mix(word: number): number {
	let h = word ^ (word >>> 16);
	h = Math.imul(h, 0x85ebca6b);
	h ^= h >>> 13;
	h = Math.imul(h, 0xc2b2ae35);
	return h ^ (h >>> 16);
}
