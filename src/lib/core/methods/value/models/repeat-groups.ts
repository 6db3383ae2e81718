/** Repeat buying per customer, in whole days: entry i of each array is the same customer. */
export interface RepeatRecords {
	/** Repeat order days: days with an order after the first such day. */
	readonly x: Uint32Array;
	/** Days from the first order to the last one; 0 when x is 0. */
	readonly last: Int32Array;
	/** Days from the first order to the end of the observation. */
	readonly age: Int32Array;
}

/** Distinct pairs of a purchase count and a time: what the likelihoods compute once and look up often. */
export interface RepeatPairs {
	readonly size: number;
	readonly x: Uint32Array;
	/** In time units. */
	readonly time: Float64Array;
}

/** Customers with equal (x, last, age) merged: all that a purchase model needs to know of its data. */
export interface RepeatGroups {
	readonly size: number;
	readonly customers: number;
	/** Customers per group. */
	readonly count: Float64Array;
	readonly x: Uint32Array;
	/** Index into `pairs` of (x, last) and of (x, age). */
	readonly lastPair: Uint32Array;
	readonly agePair: Uint32Array;
	readonly pairs: RepeatPairs;
	readonly mostRepeats: number;
	/** Largest age, in time units. */
	readonly longestAge: number;
	/** Days in a time unit. */
	readonly unitDays: number;
}

/** Days in the unit of time that the models count in, unless another is asked for: a week. */
export const weekDays = 7;

/**
 * Groups customers by their whole-number records. Groups come in the order of (x, last, age), so that a sum over
 * them does not depend on the order of the customers. Time: one sort of the customers. The input is not changed.
 *
 * @param records entries of equal length; ages below 2²⁰ days, counts below 2¹²
 * @returns the groups, and for every customer the group that holds it
 * @example
 * const records = { x: Uint32Array.of(1, 0, 1), last: Int32Array.of(7, 0, 7), age: Int32Array.of(14, 14, 14) };
 * const { groups, groupOf } = groupRepeats(records);
 * [groups.size, groups.count, groups.pairs.time] // => [2, [1, 2], [0, 2, 1, 2]]
 * groupOf // => [1, 0, 1]
 */
export function groupRepeats(
	{ x, last, age }: RepeatRecords,
	unitDays = weekDays
): { readonly groups: RepeatGroups; readonly groupOf: Uint32Array } {
	const n = x.length;
	let mostRepeats = 0;
	let longest = 0;
	for (let i = 0; i < n; i++) {
		mostRepeats = Math.max(mostRepeats, x[i] as number);
		longest = Math.max(longest, age[i] as number);
	}
	const span = longest + 1;
	const keyOf = (i: number): number =>
		((x[i] as number) * span + (last[i] as number)) * span + (age[i] as number);
	const keys = new Float64Array(n);
	for (let i = 0; i < n; i++) keys[i] = keyOf(i);
	const distinct = distinctOf(keys.sort());
	const size = distinct.length;
	const groupOf = new Uint32Array(n);
	const count = new Float64Array(size);
	for (let i = 0; i < n; i++) {
		const group = placeOf(distinct, keyOf(i));
		groupOf[i] = group;
		count[group] = (count[group] as number) + 1;
	}
	const pairKeys = new Float64Array(2 * size);
	distinct.forEach((key, g) => {
		const lastKey = Math.floor(key / span);
		pairKeys[2 * g] = lastKey;
		pairKeys[2 * g + 1] = Math.floor(lastKey / span) * span + (key % span);
	});
	const pairs = distinctOf(pairKeys.slice().sort());
	const groups: RepeatGroups = {
		size,
		customers: n,
		count,
		x: Uint32Array.from(distinct, (key) => Math.floor(key / span / span)),
		lastPair: Uint32Array.from(distinct, (_, g) => placeOf(pairs, pairKeys[2 * g] as number)),
		agePair: Uint32Array.from(distinct, (_, g) => placeOf(pairs, pairKeys[2 * g + 1] as number)),
		pairs: {
			size: pairs.length,
			x: Uint32Array.from(pairs, (key) => Math.floor(key / span)),
			time: pairs.map((key) => (key % span) / unitDays)
		},
		mostRepeats,
		longestAge: longest / unitDays,
		unitDays
	};
	return { groups, groupOf };
}

function distinctOf(ascending: Float64Array): Float64Array {
	return ascending.filter((value, i) => i === 0 || value !== ascending[i - 1]);
}

/** Where a value stands in ascending distinct values that hold it. */
function placeOf(ascending: Float64Array, value: number): number {
	let low = 0;
	let high = ascending.length - 1;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((ascending[middle] as number) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
