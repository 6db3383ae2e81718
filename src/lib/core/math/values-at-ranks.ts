import type { Buckets } from './buckets.ts';

/**
 * What would stand at given ranks if each group's values were sorted: the same numbers, without sorting them. The
 * values are counted by group and bucket; only the buckets in which a wanted rank lies are sorted. Two passes over
 * the values, whose number does not change with the number of ranks.
 *
 * @param group group of each value, 0 .. ranks.length − 1
 * @param ranks per group the ranks wanted, from 0, in any order, each less than the group's number of values
 * @returns per group the values at its ranks
 * @example
 * const buckets = { of: Uint16Array.of(0, 2, 0, 1), count: 3 };
 * valuesAtRanks(Float64Array.of(5, 40, 3, 9), buckets, Uint8Array.of(0, 1, 0, 0), [[0, 2], [0]]) // => [[3, 9], [40]]
 */
export function valuesAtRanks(
	values: Float64Array,
	buckets: Pick<Buckets, 'of' | 'count'>,
	group: Uint8Array,
	ranks: readonly (readonly number[])[]
): number[][] {
	const { of, count } = buckets;
	const n = values.length;
	const counts = new Uint32Array(ranks.length * count);
	for (let i = 0; i < n; i++) {
		const cell = (group[i] as number) * count + (of[i] as number);
		counts[cell] = (counts[cell] as number) + 1;
	}
	const { placeOf, starts, found } = cellsAtRanks(counts, count, ranks);
	const picked = new Float64Array(starts.at(-1) as number);
	const next = Uint32Array.from(starts);
	for (let i = 0; i < n; i++) {
		const place = placeOf[(group[i] as number) * count + (of[i] as number)] as number;
		if (place === 0) continue;
		const at = next[place - 1] as number;
		picked[at] = values[i] as number;
		next[place - 1] = at + 1;
	}
	return valuesOf(found, picked, starts);
}

/**
 * The same of all values as one group, whose buckets have been counted before: one pass.
 *
 * @param ranks from 0, in any order, each less than the number of values
 * @example
 * const buckets = { of: Uint16Array.of(0, 2, 0, 1), sizes: Uint32Array.of(2, 1, 1) };
 * valuesAtRanksOfAll(Float64Array.of(5, 40, 3, 9), buckets, [3, 0]) // => [40, 3]
 */
export function valuesAtRanksOfAll(
	values: Float64Array,
	{ of, sizes }: Pick<Buckets, 'of' | 'sizes'>,
	ranks: readonly number[]
): number[] {
	const { placeOf, starts, found } = cellsAtRanks(sizes, sizes.length, [ranks]);
	const picked = new Float64Array(starts.at(-1) as number);
	const next = Uint32Array.from(starts);
	for (let i = 0; i < values.length; i++) {
		const place = placeOf[of[i] as number] as number;
		if (place === 0) continue;
		const at = next[place - 1] as number;
		picked[at] = values[i] as number;
		next[place - 1] = at + 1;
	}
	return valuesOf(found, picked, starts)[0] as number[];
}

/** A value wanted: in which of the cells picked, and at which place once that is sorted. */
interface Wanted {
	readonly place: number;
	readonly at: number;
}

interface Cells {
	/** Per cell that holds a wanted rank: 1 + its place among such cells. */
	readonly placeOf: Uint32Array;
	/** Where the values of each such cell begin, and where the last one's end. */
	readonly starts: number[];
	readonly found: readonly (readonly Wanted[])[];
}

/** The cells (group × bucket) in which the wanted ranks of each group lie. */
function cellsAtRanks(counts: Uint32Array, count: number, ranks: readonly (readonly number[])[]): Cells {
	const placeOf = new Uint32Array(counts.length);
	const starts: number[] = [0];
	const found = ranks.map((wanted, own) => {
		let cell = own * count;
		let seen = counts[cell] as number;
		return wanted.map((rank) => {
			while (seen <= rank) seen += counts[++cell] as number;
			while (seen - (counts[cell] as number) > rank) seen -= counts[cell--] as number;
			const inCell = counts[cell] as number;
			if (placeOf[cell] === 0) {
				placeOf[cell] = starts.length;
				starts.push((starts.at(-1) as number) + inCell);
			}
			return { place: (placeOf[cell] as number) - 1, at: rank - (seen - inCell) };
		});
	});
	return { placeOf, starts, found };
}

function valuesOf(found: Cells['found'], picked: Float64Array, starts: readonly number[]): number[][] {
	const sorted = starts
		.slice(0, -1)
		.map((start, place) => sortUnlessEqual(picked, start, starts[place + 1] as number));
	return found.map((wanted) => wanted.map(({ place, at }) => sorted[place]?.[at] as number));
}

/** Many customers can have one price: sorting equal values is time for nothing. */
function sortUnlessEqual(values: Float64Array, from: number, to: number): Float64Array {
	const range = values.subarray(from, to);
	const first = range[0];
	return range.every((value) => value === first) ? range : range.sort();
}
