import type { Matching } from './match-codes.ts';
import type { ChangeSplit } from './types.ts';

/** A figure of customers, one element each: the sum of `of`, or, with `by`, that ÷ the sum of `by`. */
export interface CustomerFigure {
	readonly of: ArrayLike<number>;
	readonly by: ArrayLike<number> | null;
}

/**
 * Splits the change of a figure from one state to another, leaving no rest: the figure of all of the first, of those of
 * them that both have (left), of the same ones later (behaviour), of all of the later state (joined), each against the
 * one before; and the later state by its own definitions against the same data by those of the first (definition). Where
 * the definitions are the same, the way back has every part with the other sign, left and joined having changed places.
 * For sums of whole numbers the parts add up exactly; for ratios to rounding. Null where a ratio has nothing to divide by.
 * Linear.
 *
 * @param held the later state by the definitions of the first, in the order that `matching` speaks of
 * @param now the figure of the later state by its own definitions
 * @example
 * const matching = { first: [0], second: [0], left: [1], joined: [1] };
 * splitChange(matching, { of: [10, 4], by: null }, { of: [12, 7], by: null }, 20) // => { left: -4, behaviour: 2, joined: 7, definition: 1 }
 */
export function splitChange(
	matching: Matching,
	first: CustomerFigure,
	held: CustomerFigure,
	now: number
): ChangeSplit | null {
	const all = figureOf(first);
	const stayed = figureOf(first, matching.first);
	const later = figureOf(held, matching.second);
	const everyone = figureOf(held);
	const split = {
		left: stayed - all,
		behaviour: later - stayed,
		joined: everyone - later,
		definition: now - everyone
	};
	return Object.values(split).every(Number.isFinite) ? split : null;
}

/**
 * A figure of some customers, or of all.
 *
 * @example
 * figureOf({ of: [10, 4], by: [1, 1] }) // => 7
 * figureOf({ of: [10, 4], by: null }, [1]) // => 4
 */
export function figureOf({ of, by }: CustomerFigure, some?: ArrayLike<number>): number {
	const n = some?.length ?? of.length;
	let [top, bottom] = [0, 0];
	for (let i = 0; i < n; i++) {
		const at = some === undefined ? i : (some[i] as number);
		top += of[at] as number;
		bottom += by === null ? 0 : (by[at] as number);
	}
	return by === null ? top : top / bottom;
}
