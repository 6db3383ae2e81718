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
	const placeOf = new Map(first.map((code, i) => [code, i]));
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
	}
	const isPaired = new Uint8Array(first.length);
	for (const place of pairs) isPaired[place] = 1;
	return {
		first: Uint32Array.from(pairs),
		second: Uint32Array.from(found),
		left: Uint32Array.from(first.keys()).filter((i) => isPaired[i] === 0),
		joined: Uint32Array.from(joined)
	};
}
