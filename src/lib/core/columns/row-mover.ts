/** Columns that are moved: all that tables have, but those of bytes. */
type Column = Float64Array | Int32Array | Uint32Array;

/** Rows of a block: their numbers fit a cache near a core, and a place within it fits 16 bits. */
const LEAST_BITS = 14;
const MOST_BITS = 16;
/** Blocks wanted at most: each is written on a page of memory of its own. */
const BLOCKS_BITS = 8;

/**
 * Puts columns into another order, as `gather` does: `move(values)[i]` is `values[order[i]]`. `gather` waits for a far
 * place in memory with each row; here rows first go, in the order in which they stand, to the block that they belong to,
 * and then to their places within it, which are near. Worth its making where several long columns are moved alike. Time is
 * linear; ten bytes a row are held.
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
		this.#words = new Uint32Array(rows);
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

	/** A column in the new order; the one given stays as it is. */
	move<C extends Column>(values: C): C {
		const moved = new (values.constructor as new (length: number) => C)(this.#target.length);
		// The bits of numbers of four bytes are moved as what they are: one kind of array makes a fast loop.
		if (values instanceof Float64Array)
			this.#moveDoubles(values, new Float64Array(values.length), moved as Float64Array);
		else this.#moveWords(wordsOf(values), this.#words, wordsOf(moved as Int32Array | Uint32Array));
		return moved;
	}

	#moveWords(values: Uint32Array, between: Uint32Array, moved: Uint32Array): void {
		const target = this.#target;
		const within = this.#within;
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
			moved[(at & blocks) | (within[at] as number)] = between[at] as number;
	}

	/** The same for numbers of eight bytes: written out, as a loop for both kinds of array would be slow for either. */
	#moveDoubles(values: Float64Array, between: Float64Array, moved: Float64Array): void {
		const target = this.#target;
		const within = this.#within;
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
			moved[(at & blocks) | (within[at] as number)] = between[at] as number;
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
