import type { TableModel } from '../model/types.ts';

type Weighted = NonNullable<TableModel['weighted']>;

/**
 * A row whose hidden count is given away by two sums, that of people and that of what they have (orders, months): with two
 * exact rows hidden both follow. Null where each row of `unknown` can hold another count, while both sums stay as they are and
 * no count is negative.
 *
 * Other counts are looked for among moves of a few people between two rows, and between three so that the second sum stays. To
 * overlook some is on the safe side: more is hidden then. About the cube of the rows that are hidden.
 *
 * @param counts people in each row
 * @param unknown the rows that a reader cannot see
 * @example
 * givenByWeights([90, 3, 2], [false, true, true], { ranges: [[1, 1], [2, 2], [3, 3]], sum: 102 }) // => 1
 * givenByWeights([90, 3, 2], [false, true, true], { ranges: [[1, 1], [2, 5], [6, Infinity]], sum: 118 }) // => null
 */
export function givenByWeights(
	counts: readonly number[],
	unknown: readonly boolean[],
	weighted: Weighted
): number | null {
	const places = unknown.flatMap((is, at) => (is ? [at] : []));
	const moves = [...pairs(places), ...triples(places, weighted)].filter((move) =>
		keeps(counts, move, weighted)
	);
	const free = new Set(moves.flatMap((move) => [...move.keys()]));
	return places.find((at) => !free.has(at)) ?? null;
}

/** People that come to rows or leave them; as many come as leave. */
type Move = ReadonlyMap<number, number>;

function pairs(places: readonly number[]): Move[] {
	return places.flatMap((from) =>
		places
			.filter((to) => to !== from)
			.map(
				(to): Move =>
					new Map([
						[from, -1],
						[to, 1]
					])
			)
	);
}

/** From the middle of three to both ends or back, as many to each as keeps the second sum where rows are exact. */
function triples(places: readonly number[], { ranges }: Weighted): Move[] {
	const least = (at: number): number => ranges[at]?.[0] ?? 0;
	const ordered = [...places].sort((a, b) => least(a) - least(b));
	const moves: Move[] = [];
	for (const [i, low] of ordered.entries()) {
		for (const [j, middle] of ordered.entries()) {
			for (const [k, high] of ordered.entries()) {
				if (i >= j || j >= k) continue;
				const [up, down] = [least(high) - least(middle), least(middle) - least(low)];
				const divisor = greatestCommon(up, down);
				for (const sign of [1, -1]) {
					const [toLow, toHigh] = [(sign * up) / divisor, (sign * down) / divisor];
					moves.push(
						new Map([
							[low, toLow],
							[middle, -toLow - toHigh],
							[high, toHigh]
						])
					);
				}
			}
		}
	}
	return moves;
}

const greatestCommon = (a: number, b: number): number =>
	b === 0 ? Math.max(1, a) : greatestCommon(b, a % b);

/** Whether all counts and both sums can be so after a move. */
function keeps(counts: readonly number[], move: Move, { ranges, sum }: Weighted): boolean {
	let [low, high] = [0, 0];
	for (const [at, count] of counts.entries()) {
		const people = count + (move.get(at) ?? 0);
		if (people < 0) return false;
		const [least, most] = ranges[at] ?? [0, Infinity];
		low += people * least;
		high += people === 0 ? 0 : people * most;
	}
	return low <= sum && sum <= high;
}
