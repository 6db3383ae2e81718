import { rowOrder, sortByNumbers } from '../../columns/order-index.ts';
import { bucketsOf, type Buckets } from '../../math/buckets.ts';
import { between, quantilePosition } from '../../math/quantile.ts';
import { sortAscending } from '../../math/sort-ascending.ts';
import { valuesAtRanks } from '../../math/values-at-ranks.ts';
import type { Ranked, Scored } from './ranked.ts';

/** What is not known yet of a bucket's score, and the mark of a bucket with values on both sides of an edge. */
const NOT_YET = 255;
const MIXED = 254;

/** A measure of any numbers, as sums of money are: put into buckets, of which only those that matter are sorted. */
export class BucketedMeasure implements Ranked {
	readonly values: Float64Array;
	readonly #buckets: Buckets;
	#mean: number | undefined;
	#order: Uint32Array | undefined;

	constructor(values: Float64Array) {
		this.values = values;
		this.#buckets = bucketsOf(values);
	}

	get mean(): number {
		return (this.#mean ??= meanOf(this.values));
	}

	get order(): Uint32Array {
		return (this.#order ??= sortByNumbers(rowOrder(this.values.length), this.values));
	}

	edges(bins: number): number[] {
		const { values } = this;
		const n = values.length;
		if (n === 0) return new Array<number>(bins - 1).fill(NaN);
		const positions = Array.from({ length: bins - 1 }, (_, j) => quantilePosition(n, (j + 1) / bins));
		const ranks = positions.flatMap(({ index, part }) => (part === 0 ? [index, index] : [index, index + 1]));
		const [found = []] = valuesAtRanks(values, this.#buckets, new Uint8Array(n), [ranks]);
		return positions.map(({ part, parts }, j) => {
			return between(found[2 * j] as number, found[2 * j + 1] as number, part, parts);
		});
	}

	/** A bucket without an edge has one score: its first customer finds it, the others look it up. */
	score(edges: readonly number[], bins: number, scoreOf: (value: number) => number): Scored {
		const { values } = this;
		const { of, count, bucketOf } = this.#buckets;
		const scoreAt = new Uint8Array(count).fill(NOT_YET);
		if (values.length > 0) for (const edge of edges) scoreAt[bucketOf(edge)] = MIXED;
		const from = new Float64Array(bins).fill(Infinity);
		const to = new Float64Array(bins).fill(-Infinity);
		const customers = new Uint32Array(bins);
		const scores = new Uint8Array(values.length);
		for (let i = 0; i < scores.length; i++) {
			const value = values[i] as number;
			let score = scoreAt[of[i] as number] as number;
			if (score >= MIXED) {
				const known = score === MIXED;
				score = scoreOf(value);
				if (!known) scoreAt[of[i] as number] = score;
			}
			scores[i] = score;
			customers[score - 1] = (customers[score - 1] as number) + 1;
			if (value < (from[score - 1] as number)) from[score - 1] = value;
			if (value > (to[score - 1] as number)) to[score - 1] = value;
		}
		for (let bin = 0; bin < bins; bin++) if (customers[bin] === 0) from[bin] = to[bin] = NaN;
		return { scores, ranges: { from, to, customers, split: new Uint32Array(bins) } };
	}

	medians(group: Uint8Array, customers: Uint32Array): Float64Array {
		const ranks = Array.from(customers, (count) => (count === 0 ? [] : [(count - 1) >>> 1, count >>> 1]));
		const found = valuesAtRanks(this.values, this.#buckets, group, ranks);
		return Float64Array.from(found, ([low, high]) => ((low ?? NaN) + (high ?? NaN)) / 2);
	}
}

/** Sums of whole numbers are exact in any order; fractions are added from the smallest up. */
function meanOf(values: Float64Array): number {
	const n = values.length;
	if (n === 0) return NaN;
	let low = values[0] as number;
	let high = low;
	let sum = 0;
	let magnitude = 0;
	let whole = true;
	for (let i = 0; i < n; i++) {
		const value = values[i] as number;
		if (value < low) low = value;
		if (value > high) high = value;
		if (value !== Math.floor(value)) whole = false;
		sum += value;
		magnitude += Math.abs(value);
	}
	if (!whole || magnitude > Number.MAX_SAFE_INTEGER) sum = sortAscending(values).reduce((a, b) => a + b, 0);
	return Math.min(Math.max(sum / n, low), high);
}
