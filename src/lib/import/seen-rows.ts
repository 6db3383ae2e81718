/**
 * Finds rows equal to an earlier one without keeping the rows: 96 bits of hash per distinct row in open addressing.
 * Among ten million rows, two different ones share their hash with a chance below 10^-14.
 */
export class SeenRows {
	#slots = new Uint32Array(3 * 8192);
	#capacity = 8192;
	#size = 0;

	/** Whether these cells were seen before; remembers them if not. Time is linear in their text. */
	add(cells: readonly string[], width: number): boolean {
		let a = 0x811c9dc5;
		let b = 0x9747b28c;
		let c = 0x1b873593;
		for (let column = 0; column < width; column++) {
			const cell = cells[column] ?? '';
			const length = cell.length;
			// Two UTF-16 units make a word. The length parts cells, so that a|bc and ab|c differ.
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
		return this.#insert(mix(a), mix(b), mix(c) | 1);
	}

	/**
	 * The same for a row that stands in bytes; `seed` is of all that the bytes do not say of it. `view` must go on for three
	 * bytes behind `to`. Rows that are handed in as cells and as bytes are never told to be equal.
	 */
	addBytes(view: DataView, from: number, to: number, seed: number): boolean {
		let a = 0x811c9dc5 ^ seed;
		let b = 0x9747b28c + seed;
		let c = 0x1b873593;
		for (let at = from; at < to; at += 4) {
			let word = view.getInt32(at);
			if (to - at < 4) word &= -1 << (8 * (4 - to + at));
			word = Math.imul(word, 0xcc9e2d51);
			word = (word << 15) | (word >>> 17);
			a = Math.imul(a ^ word, 0x1b873593);
			a = (a << 13) | (a >>> 19);
			b = Math.imul((b << 11) | (b >>> 21), 5) + word;
			c = Math.imul(c + word, 0x5bd1e995);
			c ^= c >>> 15;
		}
		const length = to - from;
		return this.#insert(mix(a ^ length), mix(b + length), mix(c ^ seed) | 1);
	}

	/** Makes room for as many rows as are expected. */
	reserve(rows: number): void {
		while (rows * 4 >= this.#capacity * 3) this.#grow();
	}

	/** The third word is never 0 in a filled slot: its lowest bit is set. */
	#insert(a: number, b: number, c: number): boolean {
		if (4 * this.#size >= 3 * this.#capacity) this.#grow();
		const slots = this.#slots;
		const mask = this.#capacity - 1;
		const first = a >>> 0;
		const second = b >>> 0;
		const third = c >>> 0;
		for (let slot = first & mask; ; slot = (slot + 1) & mask) {
			const at = 3 * slot;
			if (slots[at + 2] === 0) {
				slots[at] = first;
				slots[at + 1] = second;
				slots[at + 2] = third;
				this.#size++;
				return false;
			}
			if (slots[at] === first && slots[at + 1] === second && slots[at + 2] === third) return true;
		}
	}

	#grow(): void {
		const old = this.#slots;
		this.#capacity *= 2;
		this.#slots = new Uint32Array(3 * this.#capacity);
		const mask = this.#capacity - 1;
		for (let from = 0; from < old.length; from += 3) {
			if (old[from + 2] === 0) continue;
			let slot = (old[from] as number) & mask;
			while (this.#slots[3 * slot + 2] !== 0) slot = (slot + 1) & mask;
			this.#slots[3 * slot] = old[from] as number;
			this.#slots[3 * slot + 1] = old[from + 1] as number;
			this.#slots[3 * slot + 2] = old[from + 2] as number;
		}
	}
}

/** Spreads every input bit over the word (the finaliser of MurmurHash3). */
function mix(word: number): number {
	let h = word ^ (word >>> 16);
	h = Math.imul(h, 0x85ebca6b);
	h ^= h >>> 13;
	h = Math.imul(h, 0xc2b2ae35);
	return h ^ (h >>> 16);
}
