import { hashCells, hashRange, type RowHash } from './row-hash.ts';

/** Equal rows have equal order ids, and an order has few rows: so many are compared one by one. */
const MOST_COMPARED = 32;
const FIRST_ROWS = 4096;

/**
 * Finds rows equal to an earlier one without keeping the rows: 96 bits of hash for each distinct row. Among ten million
 * rows, two different ones share their hash with a chance below 10^-14.
 *
 * A row is told from the others of its order, which mostly stand nearby; a table of all rows, with a cache miss for each,
 * is made only when rows have no order, or an order turns out to have many.
 */
export class SeenRows {
	readonly #hash: RowHash = { a: 0, b: 0, c: 0 };
	/** Three words for each row that was remembered. */
	#words = new Uint32Array(3 * FIRST_ROWS);
	#size = 0;
	/** Row + 1: the latest of each order, and the one before of the same order. */
	#latest = new Uint32Array(FIRST_ROWS);
	#before = new Uint32Array(FIRST_ROWS);
	/** Row + 1 by hash, once it is needed. */
	#slots: Uint32Array | null = null;

	/**
	 * Whether these cells were seen before; remembers them if not. Time is linear in their text. `order`: a number that
	 * equal rows share and few others do, −1 for none.
	 */
	add(cells: readonly string[], width: number, order: number): boolean {
		hashCells(cells, width, this.#hash);
		return this.#wasSeen(order);
	}

	/**
	 * The same for a row that stands in bytes; `seed` is of all that the bytes do not say of it. `view` must go on for three
	 * bytes behind `to`. Rows that are handed in as cells and as bytes are never told to be equal.
	 */
	addBytes(view: DataView, from: number, to: number, seed: number, order: number): boolean {
		hashRange(view, from, to, seed, this.#hash);
		return this.#wasSeen(order);
	}

	/** The same for a row whose hash stands at a place among others; `addBytes` tells it to be equal to the same bytes. */
	addHashed(hashes: Uint32Array, at: number, order: number): boolean {
		this.#hash.a = hashes[at] as number;
		this.#hash.b = hashes[at + 1] as number;
		this.#hash.c = hashes[at + 2] as number;
		return this.#wasSeen(order);
	}

	/** Makes room for as many rows as are expected. */
	reserve(rows: number): void {
		this.#words = grown(this.#words, 3 * rows);
		this.#before = grown(this.#before, rows);
		if (this.#slots === null) this.#latest = grown(this.#latest, rows);
	}

	#wasSeen(order: number): boolean {
		if (this.#slots !== null || order < 0) return this.#isInTable(this.#slots ?? this.#makeTable());
		if (order >= this.#latest.length)
			this.#latest = grown(this.#latest, Math.max(2 * this.#latest.length, order + 1));
		const latest = this.#latest[order] as number;
		let compared = 0;
		for (let row = latest; row !== 0; row = this.#before[row - 1] as number) {
			if (this.#isRow(row - 1)) return true;
			if (++compared === MOST_COMPARED) return this.#isInTable(this.#makeTable());
		}
		this.#remember();
		this.#before[this.#size - 1] = latest;
		this.#latest[order] = this.#size;
		return false;
	}

	#isRow(row: number): boolean {
		const { a, b, c } = this.#hash;
		const at = 3 * row;
		return this.#words[at] === a >>> 0 && this.#words[at + 1] === b >>> 0 && this.#words[at + 2] === c >>> 0;
	}

	#remember(): void {
		const row = this.#size++;
		if (3 * row === this.#words.length) this.reserve(2 * row);
		const at = 3 * row;
		this.#words[at] = this.#hash.a;
		this.#words[at + 1] = this.#hash.b;
		this.#words[at + 2] = this.#hash.c;
	}

	#isInTable(slots: Uint32Array): boolean {
		const mask = slots.length - 1;
		let slot = this.#hash.a & mask;
		for (; slots[slot] !== 0; slot = (slot + 1) & mask)
			if (this.#isRow((slots[slot] as number) - 1)) return true;
		this.#remember();
		slots[slot] = this.#size;
		if (2 * this.#size > slots.length) this.#makeTable();
		return false;
	}

	/** A table of all rows so far, at most a quarter full. From now on orders are of no use. */
	#makeTable(): Uint32Array {
		let capacity = FIRST_ROWS;
		while (capacity < 4 * this.#size) capacity *= 2;
		const slots = new Uint32Array(capacity);
		const mask = capacity - 1;
		for (let row = 0; row < this.#size; row++) {
			let slot = (this.#words[3 * row] as number) & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = row + 1;
		}
		this.#slots = slots;
		this.#latest = new Uint32Array(0);
		return slots;
	}
}

function grown(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
	if (length <= array.length) return array;
	const larger = new Uint32Array(length);
	larger.set(array);
	return larger;
}
