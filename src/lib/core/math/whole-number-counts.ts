import { quantileOfCounts } from './quantile.ts';

/**
 * Counts how often each whole number from 0 up was seen, so that quantiles of days and gaps need no sort.
 * Memory grows with the largest number seen, by doubling.
 *
 * @example
 * const seen = new WholeNumberCounts();
 * seen.add(3);
 * seen.add(90);
 * seen.n // => 2
 * seen.quantile(0.5) // => 46.5
 * WholeNumberCounts.sum([seen, seen]).n // => 4
 */
export class WholeNumberCounts {
	#counts = new Uint32Array(64);
	#n = 0;

	/** What was counted already: `counts[v]` numbers equal v. The array is taken over. */
	static of(counts: Uint32Array<ArrayBuffer>): WholeNumberCounts {
		const made = new WholeNumberCounts();
		made.#counts = counts;
		for (let value = 0; value < counts.length; value++) made.#n += counts[value] as number;
		return made;
	}

	/** All that several have counted. */
	static sum(parts: readonly WholeNumberCounts[]): WholeNumberCounts {
		const sum = new Uint32Array(Math.max(0, ...parts.map((part) => part.#counts.length)));
		for (const part of parts) {
			const counts = part.#counts;
			for (let value = 0; value < counts.length; value++)
				sum[value] = (sum[value] as number) + (counts[value] as number);
		}
		return WholeNumberCounts.of(sum);
	}

	/** How many numbers were added. */
	get n(): number {
		return this.#n;
	}

	/** Adds one number: whole, 0 or more. Constant time, amortised. */
	add(value: number): void {
		if (value >= this.#counts.length) {
			const grown = new Uint32Array(Math.max(value + 1, this.#counts.length * 2));
			grown.set(this.#counts);
			this.#counts = grown;
		}
		this.#counts[value] = (this.#counts[value] as number) + 1;
		this.#n++;
	}

	/** How often each number was seen, from 0 to the largest seen; a copy. */
	toArray(): Uint32Array {
		let length = this.#counts.length;
		while (length > 0 && this.#counts[length - 1] === 0) length--;
		return this.#counts.slice(0, length);
	}

	/** Type-7 quantile of the numbers added; NaN when there are none. */
	quantile(p: number): number {
		return quantileOfCounts(this.#counts, p);
	}
}
