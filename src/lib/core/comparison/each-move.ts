import type { Matching } from './match-codes.ts';
import { NO_GROUP } from './types.ts';

/** The places that customers of two states have: the groups, "in no group" and "not in this state" where these occur. */
export interface MovePlaces {
	/** Codes of groups are 0 .. groups − 1, and so are their places. */
	readonly groups: number;
	/** How many there are. The last one is "not in this state", where anyone is not in one of them. */
	readonly width: number;
	/** Whether the place after the groups is "in no group". */
	readonly none: boolean;
}

/** The groups of two states' customers, in the order that `matching` speaks of. */
export interface GroupsMatched {
	readonly matching: Matching;
	readonly first: Uint8Array;
	readonly second: Uint8Array;
}

/**
 * Which places there are for the customers of two states. Linear.
 *
 * @example
 * const matching = { first: [0], second: [0], left: [1], joined: [] };
 * movePlaces({ matching, first: [1, 0], second: [0] }, 2) // => { groups: 2, width: 3, none: false }
 */
export function movePlaces({ matching, first, second }: GroupsMatched, groups: number): MovePlaces {
	const none = first.includes(NO_GROUP) || second.includes(NO_GROUP);
	const absent = matching.left.length > 0 || matching.joined.length > 0;
	return { groups, width: groups + (none ? 1 : 0) + (absent ? 1 : 0), none };
}

/** One customer's move: from and to which place, and its index in each state; null where it is not in it. */
export type VisitMove = (from: number, to: number, first: number | null, second: number | null) => void;

/**
 * Visits every customer of either of two states once. Linear.
 *
 * @example
 * const matched = { matching: { first: [0], second: [0], left: [1], joined: [] }, first: [1, 0], second: [0] };
 * const seen = [];
 * eachMove(matched, movePlaces(matched, 2), (from, to) => seen.push([from, to]));
 * seen // => [[1, 0], [0, 2]]
 */
export function eachMove(
	{ matching, first, second }: GroupsMatched,
	{ groups, width }: MovePlaces,
	visit: VisitMove
): void {
	const away = width - 1;
	const placed = (codes: Uint8Array, i: number): number => {
		const code = codes[i] as number;
		return code === NO_GROUP ? groups : code;
	};
	for (let pair = 0; pair < matching.first.length; pair++) {
		const [i, j] = [matching.first[pair] as number, matching.second[pair] as number];
		visit(placed(first, i), placed(second, j), i, j);
	}
	for (const i of matching.left) visit(placed(first, i), away, i, null);
	for (const j of matching.joined) visit(away, placed(second, j), null, j);
}
