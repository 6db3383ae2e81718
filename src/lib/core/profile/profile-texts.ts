import { compareKeyBytes } from '../columns/compare-key-bytes.ts';
import { NO_CODE, stringAt, type Dictionary } from '../columns/dictionary.ts';
import type { TextValues } from '../dataset/column-profile.ts';

/** Values named one by one. */
const NAMED = 10;

/**
 * Counts the texts of a column of dictionary codes; `NO_CODE` is an empty cell. Entries that no row uses do not count as
 * values. Null where all are empty. One pass over the rows, one over the dictionary.
 */
export function profileTexts(codes: Uint32Array, dictionary: Dictionary): TextValues | null {
	const counts = new Uint32Array(dictionary.size);
	let filled = 0;
	for (let row = 0; row < codes.length; row++) {
		const code = codes[row] as number;
		if (code === NO_CODE) continue;
		counts[code] = (counts[code] as number) + 1;
		filled++;
	}
	if (filled === 0) return null;
	const before = (a: number, b: number) =>
		(counts[b] as number) - (counts[a] as number) || compareKeyBytes(dictionary, a, b);
	const best: number[] = [];
	let distinct = 0;
	for (let code = 0; code < counts.length; code++) {
		if (counts[code] === 0) continue;
		distinct++;
		if (best.length === NAMED && before(code, best[NAMED - 1] as number) > 0) continue;
		let at = best.length;
		while (at > 0 && before(code, best[at - 1] as number) < 0) at--;
		best.splice(at, 0, code);
		best.length = Math.min(best.length, NAMED);
	}
	const top = best.map((code) => ({ value: stringAt(dictionary, code), rows: counts[code] as number }));
	const named = top.reduce((sum, { rows }) => sum + rows, 0);
	return { kind: 'text', distinct, top, otherRows: filled - named };
}
