import { eachMove, movePlaces } from './each-move.ts';
import type { Matching } from './match-codes.ts';
import type { StandingGroup, Standings } from './types.ts';

/** A cell of the matrix of moves, or all of a row or a column: null stands for every place. */
export interface MoveCell {
	readonly from: number | null;
	readonly to: number | null;
}

/**
 * The codes of those who went from one place to another between two states: as many as the cell of `movesBetween` says.
 * Linear in the customers.
 *
 * @param groups how many groups there are: codes 0 .. groups − 1
 * @example
 * const state = { codes: ['a', 'b'], orders: [1, 1], revenue: [5, 5], segments: [0, 1] };
 * const matching = { first: [0, 1], second: [0, 1], left: [], joined: [] };
 * moversIn(matching, state, { ...state, segments: [1, 1] }, 'segments', 2, { from: 0, to: 1 }) // => ['a']
 * moversIn(matching, state, { ...state, segments: [1, 1] }, 'segments', 2, { from: null, to: 1 }) // => ['a', 'b']
 */
export function moversIn(
	matching: Matching,
	first: Standings,
	second: Standings,
	of: StandingGroup,
	groups: number,
	cell: MoveCell
): string[] {
	const found: string[] = [];
	const matched = { matching, first: first[of], second: second[of] };
	eachMove(matched, movePlaces(matched, groups), (from, to, i, j) => {
		if ((cell.from !== null && cell.from !== from) || (cell.to !== null && cell.to !== to)) return;
		found.push((i === null ? second.codes[j as number] : first.codes[i]) as string);
	});
	return found;
}
