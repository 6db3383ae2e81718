import { NO_CODE } from '../columns/dictionary.ts';

/** Keys that the other side does not have: entries of a dictionary and how many rows each has, the most rows first. */
export interface Orphans {
	readonly entries: Uint32Array;
	readonly rows: Uint32Array;
}

/**
 * The entries of a column that mean nothing on the other side. `entries` as `matchKeys` gives them; those of blanks alone
 * (`numbers` is `NO_CODE`) and those without a row are none. Equal counts keep the order of the dictionary.
 *
 * @example
 * orphansOf(Uint32Array.of(0, 4294967295, 4294967295), Uint32Array.of(5, 6, 7), Uint32Array.of(0, 1, 2, 2)).rows // => [2, 1]
 */
export function orphansOf(entries: Uint32Array, numbers: Uint32Array, codes: Uint32Array): Orphans {
	const counts = new Uint32Array(entries.length);
	for (const code of codes) if (code !== NO_CODE) counts[code] = (counts[code] as number) + 1;
	const found: number[] = [];
	for (let entry = 0; entry < entries.length; entry++) {
		if (entries[entry] === NO_CODE && numbers[entry] !== NO_CODE && counts[entry] !== 0) found.push(entry);
	}
	found.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
	const order = Uint32Array.from(found);
	return { entries: order, rows: order.map((entry) => counts[entry] as number) };
}
