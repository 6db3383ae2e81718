import { atOnce, type Steps } from './steps.ts';

/** Which customers two states have in common: pairs of indices, and those that only one of them has. */
export interface Matching {
	readonly first: Uint32Array;
	readonly second: Uint32Array;
	readonly left: Uint32Array;
	readonly joined: Uint32Array;
}

/**
 * Finds the customers of one state in another by their codes; pairs stand in the order of the second. Codes are taken to
 * be different within a state. Linear.
 *
 * @example
 * matchCodes(['a', 'b'], ['b', 'c']) // => { first: [1], second: [0], left: [0], joined: [1] }
 */
export function matchCodes(first: readonly string[], second: readonly string[]): Matching {
	return atOnce(matchingSteps(first, second));
}

/** Codes looked at in a step: some 10 ms. */
const AT_ONCE = 8192;

/**
 * The same in steps.
 *
 * @example
 * [...matchingSteps(['a', 'b'], ['b', 'c'])] // => []
 */
export function* matchingSteps(first: readonly string[], second: readonly string[]): Steps<Matching> {
	const all = first.length + second.length;
	const placeOf = new Map<string, number>();
	for (const [i, code] of first.entries()) {
		placeOf.set(code, i);
		if (i % AT_ONCE === AT_ONCE - 1) yield i / all;
	}
	const pairs: number[] = [];
	const found: number[] = [];
	const joined: number[] = [];
	for (const [i, code] of second.entries()) {
		const place = placeOf.get(code);
		if (place === undefined) joined.push(i);
		else {
			pairs.push(place);
			found.push(i);
		}
		if (i % AT_ONCE === AT_ONCE - 1) yield (first.length + i) / all;
	}
	const isPaired = new Uint8Array(first.length);
	for (const place of pairs) isPaired[place] = 1;
	const left: number[] = [];
	for (let i = 0; i < first.length; i++) if (isPaired[i] === 0) left.push(i);
	return {
		first: Uint32Array.from(pairs),
		second: Uint32Array.from(found),
		left: Uint32Array.from(left),
		joined: Uint32Array.from(joined)
	};
}
