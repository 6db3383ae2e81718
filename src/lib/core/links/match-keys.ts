import { NO_CODE } from '../columns/dictionary.ts';
import type { LinkRates } from '../dataset/link.ts';
import type { KeySpace } from './key-space.ts';

/** Keys of a column: the number of each entry of its dictionary in a space, and the entry of each row. */
export interface NumberedKeys {
	readonly numbers: Uint32Array;
	readonly codes: Uint32Array;
}

/** What each entry of `from` means in `to`. */
export interface KeyMatch {
	/** Per entry of `from` an entry of `to`: the first with the same number; `NO_CODE` where there is none. */
	readonly entries: Uint32Array;
	readonly rates: LinkRates;
}

/**
 * Holds the keys of two columns against each other, exactly. Keys that no key of the other side equals are tried once more
 * without leading zeros, where one key of `to` alone can be meant; how many only met so is counted. Entries without a
 * row do not count. Linear in entries and rows.
 *
 * @example
 * const space = { size: 3, bareSize: 0, bare: () => 4294967295 };
 * const from = { numbers: Uint32Array.of(0, 1), codes: Uint32Array.of(0, 1, 1) };
 * const to = { numbers: Uint32Array.of(2, 1), codes: Uint32Array.of(0, 1) };
 * matchKeys(space, from, to).entries // => [4294967295, 1]
 * matchKeys(space, from, to).rates.fromRowsMatched // => 2
 */
export function matchKeys(
	space: Pick<KeySpace, 'size' | 'bareSize' | 'bare'>,
	from: NumberedKeys,
	to: NumberedKeys
): KeyMatch {
	const entryOf = new Uint32Array(space.size).fill(NO_CODE);
	const usedTo = entriesInUse(to);
	let toValues = 0;
	for (let entry = 0; entry < to.numbers.length; entry++) {
		const number = to.numbers[entry] as number;
		if (usedTo[entry] === 0 || number === NO_CODE || entryOf[number] !== NO_CODE) continue;
		entryOf[number] = entry;
		toValues++;
	}
	const bareEntry = bareEntries(space, entryOf);
	const usedFrom = entriesInUse(from);
	const entries = new Uint32Array(from.numbers.length).fill(NO_CODE);
	const seen = new Uint8Array(space.size);
	const hit = new Uint8Array(to.numbers.length);
	let fromValues = 0;
	let fromMatched = 0;
	let byZeros = 0;
	for (let entry = 0; entry < from.numbers.length; entry++) {
		const number = from.numbers[entry] as number;
		if (number === NO_CODE) continue;
		let found = entryOf[number] as number;
		const bare = found === NO_CODE ? space.bare(number) : NO_CODE;
		if (bare !== NO_CODE && (bareEntry[bare] as number) < AMBIGUOUS) found = bareEntry[bare] as number;
		entries[entry] = found;
		if (usedFrom[entry] === 0 || seen[number] === 1) continue;
		seen[number] = 1;
		fromValues++;
		if (found === NO_CODE) continue;
		fromMatched++;
		hit[found] = 1;
		if (bare !== NO_CODE) byZeros++;
	}
	let fromRows = 0;
	let fromRowsMatched = 0;
	for (const code of from.codes) {
		if (code === NO_CODE || from.numbers[code] === NO_CODE) continue;
		fromRows++;
		if (entries[code] !== NO_CODE) fromRowsMatched++;
	}
	const toMatched = hit.reduce((sum, is) => sum + is, 0);
	return {
		entries,
		rates: { fromValues, fromMatched, toValues, toMatched, fromRows, fromRowsMatched, byZeros }
	};
}

/** Several keys are the same without their zeros. */
const AMBIGUOUS = NO_CODE - 1;

/** Per bare number the one entry of `to` that has it; `AMBIGUOUS` or `NO_CODE` where not exactly one has. */
function bareEntries(space: Pick<KeySpace, 'bareSize' | 'bare'>, entryOf: Uint32Array): Uint32Array {
	const entries = new Uint32Array(space.bareSize).fill(NO_CODE);
	for (let number = 0; number < entryOf.length; number++) {
		const bare = space.bare(number);
		const entry = entryOf[number] as number;
		if (bare === NO_CODE || entry === NO_CODE) continue;
		entries[bare] = entries[bare] === NO_CODE ? entry : AMBIGUOUS;
	}
	return entries;
}

function entriesInUse({ numbers, codes }: NumberedKeys): Uint8Array {
	const used = new Uint8Array(numbers.length);
	for (const code of codes) if (code !== NO_CODE) used[code] = 1;
	return used;
}
