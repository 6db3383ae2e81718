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
			for (let i = 0; i < cell.length; i++) {
				const unit = cell.charCodeAt(i);
				a = Math.imul(a ^ unit, 0x01000193);
				b = Math.imul(b + unit, 0x5bd1e995) ^ (b >>> 15);
				c = (Math.imul(c, 33) + unit) ^ (c >>> 13);
			}
			// What parts cells is no character, so that a|bc and ab|c differ.
			a = Math.imul(a ^ 0x10000, 0x01000193);
			b = Math.imul(b + 0x10000, 0x5bd1e995) ^ (b >>> 15);
			c = (Math.imul(c, 33) + 0x10000) ^ (c >>> 13);
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
