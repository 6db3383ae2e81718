import { rowOrder, sortByNumbers } from '../../columns/order-index.ts';
import { groupMedians } from '../../math/group-medians.ts';
import { quantileOfCounts } from '../../math/quantile.ts';
import type { Ranked, Scored } from './ranked.ts';

/** A measure of whole numbers over a short range, as days and numbers of orders are: counted value by value. */
export class CountedMeasure implements Ranked {
	readonly values: Int32Array;
	readonly mean: number;
	readonly #low: number;
	readonly #counts: Uint32Array;
	#order: Uint32Array | undefined;

	/** Values are `low` .. `low + range − 1`. */
	constructor(values: Int32Array, low: number, range: number) {
		const counts = new Uint32Array(range);
		let sum = 0;
		for (let i = 0; i < values.length; i++) {
			const value = values[i] as number;
			counts[value - low] = (counts[value - low] as number) + 1;
			sum += value;
		}
		this.values = values;
		this.mean = values.length === 0 ? NaN : Math.min(Math.max(sum / values.length, low), low + range - 1);
		this.#low = low;
		this.#counts = counts;
	}

	get order(): Uint32Array {
		return (this.#order ??= sortByNumbers(rowOrder(this.values.length), this.values));
	}

	edges(bins: number): number[] {
		return Array.from({ length: bins - 1 }, (_, j) => {
			return quantileOfCounts(this.#counts, (j + 1) / bins, this.#low);
		});
	}

	/** Each value that occurs is scored once; the customers look theirs up. */
	score(_edges: readonly number[], bins: number, scoreOf: (value: number) => number): Scored {
		const { values } = this;
		const low = this.#low;
		const from = new Float64Array(bins).fill(NaN);
		const to = new Float64Array(bins).fill(NaN);
		const customers = new Uint32Array(bins);
		const scoreAt = new Uint8Array(this.#counts.length);
		for (let at = 0; at < scoreAt.length; at++) {
			const count = this.#counts[at] as number;
			if (count === 0) continue;
			const score = scoreOf(low + at);
			scoreAt[at] = score;
			if (customers[score - 1] === 0) from[score - 1] = low + at;
			to[score - 1] = low + at;
			customers[score - 1] = (customers[score - 1] as number) + count;
		}
		const scores = new Uint8Array(values.length);
		for (let i = 0; i < scores.length; i++) scores[i] = scoreAt[(values[i] as number) - low] as number;
		return { scores, ranges: { from, to, customers, split: new Uint32Array(bins) } };
	}

	medians(group: Uint8Array, customers: Uint32Array): Float64Array {
		const range = { low: this.#low, range: this.#counts.length };
		return groupMedians(this.values, group, customers.length, range);
	}
}
