import { NO_CODE } from './dictionary.ts';

/** Columns that are moved: all that tables have, but those of bytes. */
type Column = Float64Array | Int32Array | Uint32Array;

/** Rows of a block: their numbers fit a cache near a core, and a place within it fits 16 bits. */
const LEAST_BITS = 14;
const MOST_BITS = 16;
/** Blocks wanted at most: each is written on a page of memory of its own. */
const BLOCKS_BITS = 8;

/**
 * Puts columns into another order where they stand, as `gather` makes new ones: what was `values[order[i]]` is `values[i]`. `gather` waits for a far
 * place in memory with each row; here rows first go, in the order in which they stand, to the block that they belong to,
 * and then to their places within it, which are near. Worth its making where several long columns are moved alike. Time is
 * linear; fourteen bytes a row are held.
 *
 * @example
 * new RowMover(Uint32Array.of(2, 0, 1)).move(Int32Array.of(10, 20, 30)) // => [30, 10, 20]
 */
export class RowMover {
	readonly #bits: number;
	/** By row as it stands: where it goes. */
	readonly #target: Uint32Array;
	/** By row in the order of blocks: where it goes within its block. */
	readonly #within: Uint16Array;
	/** By block: where its next row goes. */
	readonly #next: Uint32Array;
	/** By row in the order of blocks: a column on its way, of numbers of eight bytes or of four. */
	readonly #doubles: Float64Array;
	readonly #words: Uint32Array;

	/** `order`: all rows of the columns, once each. */
	constructor(order: Uint32Array) {
		const rows = order.length;
		const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, 32 - Math.clz32(rows) - BLOCKS_BITS));
		const target = new Uint32Array(rows);
		for (let i = 0; i < rows; i++) target[order[i] as number] = i;
		this.#bits = bits;
		this.#target = target;
		this.#next = new Uint32Array((rows >>> bits) + 1);
		this.#doubles = new Float64Array(rows);
		this.#words = new Uint32Array(this.#doubles.buffer, 0, rows);
		this.#within = new Uint16Array(rows);
		const next = this.#starts();
		const mask = (1 << bits) - 1;
		for (let row = 0; row < rows; row++) {
			const to = target[row] as number;
			const block = to >>> bits;
			const at = next[block] as number;
			this.#within[at] = to & mask;
			next[block] = at + 1;
		}
	}

	/** Moves a column, and gives it back. */
	move<C extends Column>(values: C): C {
		// The bits of numbers of four bytes are moved as what they are: one kind of array makes a fast loop.
		if (values instanceof Float64Array) this.#moveDoubles(values);
		else this.#moveWords(wordsOf(values), null);
		return values;
	}

	/** Moves a column of codes, each of which becomes its new one on the way; `NO_CODE` stays. */
	moveCodes(codes: Uint32Array, newCode: Uint32Array): Uint32Array {
		this.#moveWords(codes, newCode);
		return codes;
	}

	#moveWords(values: Uint32Array, newCode: Uint32Array | null): void {
		const target = this.#target;
		const within = this.#within;
		const between = this.#words;
		const next = this.#starts();
		const bits = this.#bits;
		for (let row = 0; row < target.length; row++) {
			const block = (target[row] as number) >>> bits;
			const at = next[block] as number;
			const value = values[row] as number;
			between[at] = newCode === null || value === NO_CODE ? value : (newCode[value] as number);
			next[block] = at + 1;
		}
		const blocks = -1 << bits;
		for (let at = 0; at < target.length; at++)
			values[(at & blocks) | (within[at] as number)] = between[at] as number;
	}

	/** The same for numbers of eight bytes: written out, as a loop for both kinds of array would be slow for either. */
	#moveDoubles(values: Float64Array): void {
		const target = this.#target;
		const within = this.#within;
		const between = this.#doubles;
		const next = this.#starts();
		const bits = this.#bits;
		for (let row = 0; row < target.length; row++) {
			const block = (target[row] as number) >>> bits;
			const at = next[block] as number;
			between[at] = values[row] as number;
			next[block] = at + 1;
		}
		const blocks = -1 << bits;
		for (let at = 0; at < target.length; at++)
			values[(at & blocks) | (within[at] as number)] = between[at] as number;
	}

	/** Blocks are full: each begins where the one before ends. */
	#starts(): Uint32Array {
		const next = this.#next;
		for (let block = 0; block < next.length; block++) next[block] = block << this.#bits;
		return next;
	}
}

const wordsOf = (values: Int32Array | Uint32Array): Uint32Array =>
	new Uint32Array(values.buffer, values.byteOffset, values.length);
