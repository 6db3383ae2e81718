import { rowOrder, sortByNumbers } from '../../columns/order-index.ts';
import { bucketsOf, type Buckets } from '../../math/buckets.ts';
import { between, quantilePosition } from '../../math/quantile.ts';
import { sortAscending } from '../../math/sort-ascending.ts';
import { valuesAtRanks, valuesAtRanksOfAll } from '../../math/values-at-ranks.ts';
import type { Ranked, Scored } from './ranked.ts';

/** Stands for the score of a bucket with values on both sides of an edge: of a bucket without one all have the same. */
const MIXED = 255;

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
		const found = valuesAtRanksOfAll(values, this.#buckets, ranks);
		return positions.map(({ part, parts }, j) => {
			return between(found[2 * j] as number, found[2 * j + 1] as number, part, parts);
		});
	}

	/** Buckets say the scores and how many have each; values are looked at only where an edge or a range's end can be. */
	score(edges: readonly number[], bins: number, scoreOf: (value: number) => number): Scored {
		const { values } = this;
		const { of, sizes } = this.#buckets;
		const scoreAt = this.#scoresOfBuckets(edges, scoreOf);
		const customers = new Uint32Array(bins);
		const looked = bucketsToLookInto(scoreAt, sizes, bins);
		for (let at = 0; at < scoreAt.length; at++) {
			const score = scoreAt[at] as number;
			if (looked[at] === 0) customers[score - 1] = (customers[score - 1] as number) + (sizes[at] as number);
		}
		const from = new Float64Array(bins).fill(Infinity);
		const to = new Float64Array(bins).fill(-Infinity);
		const scores = new Uint8Array(values.length);
		for (let i = 0; i < scores.length; i++) {
			const at = of[i] as number;
			let score = scoreAt[at] as number;
			if (looked[at] === 1) {
				const value = values[i] as number;
				if (score === MIXED) score = scoreOf(value);
				customers[score - 1] = (customers[score - 1] as number) + 1;
				if (value < (from[score - 1] as number)) from[score - 1] = value;
				if (value > (to[score - 1] as number)) to[score - 1] = value;
			}
			scores[i] = score;
		}
		for (let bin = 0; bin < bins; bin++) if (customers[bin] === 0) from[bin] = to[bin] = NaN;
		return { scores, ranges: { from, to, customers, split: new Uint32Array(bins) } };
	}

	#scoresOfBuckets(edges: readonly number[], scoreOf: (value: number) => number): Uint8Array {
		const { count, bucketOf, lowestOf } = this.#buckets;
		const scoreAt = new Uint8Array(count);
		for (let at = 0; at < count; at++) scoreAt[at] = scoreOf(lowestOf(at));
		if (this.values.length > 0) for (const edge of edges) scoreAt[bucketOf(edge)] = MIXED;
		return scoreAt;
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

/** 1 for buckets with an edge in them, and for each score's first and last bucket, as its range ends there. */
function bucketsToLookInto(scoreAt: Uint8Array, sizes: Uint32Array, bins: number): Uint8Array {
	const looked = new Uint8Array(scoreAt.length);
	const first = new Int32Array(bins).fill(-1);
	const last = new Int32Array(bins).fill(-1);
	for (let at = 0; at < scoreAt.length; at++) {
		const score = scoreAt[at] as number;
		if (score === MIXED) looked[at] = 1;
		else if (sizes[at] !== 0) {
			if (first[score - 1] === -1) first[score - 1] = at;
			last[score - 1] = at;
		}
	}
	for (let bin = 0; bin < bins; bin++) {
		if (first[bin] === -1) continue;
		looked[first[bin] as number] = 1;
		looked[last[bin] as number] = 1;
	}
	return looked;
}
