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

	/** The third word is never 0 in a filled slot: its lowest bit is set. */
	#insert(a: number, b: number, c: number): boolean {
		if (2 * this.#size >= this.#capacity) this.#grow();
		const slots = this.#slots;
		const mask = this.#capacity - 1;
		const [first, second, third] = [a >>> 0, b >>> 0, c >>> 0];
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
			this.#slots.set(old.subarray(from, from + 3), 3 * slot);
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
