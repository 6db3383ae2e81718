import { compareKeys } from '#lib/core/columns/compare-keys.ts';
import type { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { dictionaryOf } from '#lib/core/columns/dictionary.ts';
import { sortDictionary, type SortedDictionary } from '#lib/core/columns/sort-dictionary.ts';
import type { Breather } from './breather.ts';

/** Strings sorted in one go: about 25 ms. */
const RUN = 20_000;

/** Comparisons between two looks at the clock. */
const TURN = 16_384;

/**
 * The same as `sortDictionary`, with turns for the event loop: a million order ids take about a second to sort, too
 * long to leave a cancel unheard. Runs are sorted one by one, then merged in pairs.
 */
export async function sortInTurns(builder: DictionaryBuilder, breather: Breather): Promise<SortedDictionary> {
	if (builder.size <= RUN) return sortDictionary(builder.build());
	const strings = builder.strings();
	let runs: Uint32Array[] = [];
	for (let from = 0; from < strings.length; from += RUN) {
		runs.push(sortedRun(strings, from, Math.min(strings.length, from + RUN)));
		await breather.pause();
	}
	while (runs.length > 1) {
		const merged: Uint32Array[] = [];
		for (let i = 0; i < runs.length; i += 2) {
			const [a, b] = [runs[i] as Uint32Array, runs[i + 1]];
			merged.push(b === undefined ? a : await mergeRuns(a, b, strings, breather));
		}
		runs = merged;
	}
	const order = runs[0] as Uint32Array;
	const newCode = new Uint32Array(strings.length);
	const sorted = new Array<string>(strings.length);
	for (let position = 0; position < order.length; position++) {
		const old = order[position] as number;
		newCode[old] = position;
		sorted[position] = strings[old] as string;
	}
	await breather.pause();
	return { dictionary: dictionaryOf(sorted), newCode };
}

/** Codes from .. to − 1 in canonical order. */
function sortedRun(strings: readonly string[], from: number, to: number): Uint32Array {
	const { newCode } = sortDictionary(dictionaryOf(strings.slice(from, to)));
	const run = new Uint32Array(to - from);
	newCode.forEach((position, i) => {
		run[position] = from + i;
	});
	return run;
}

async function mergeRuns(
	a: Uint32Array,
	b: Uint32Array,
	strings: readonly string[],
	breather: Breather
): Promise<Uint32Array> {
	const merged = new Uint32Array(a.length + b.length);
	let i = 0;
	let j = 0;
	for (let at = 0; at < merged.length; at++) {
		const takeA =
			j >= b.length ||
			(i < a.length && compareKeys(strings[a[i] as number] as string, strings[b[j] as number] as string) < 0);
		merged[at] = takeA ? (a[i++] as number) : (b[j++] as number);
		if (at % TURN === TURN - 1) await breather.pause();
	}
	return merged;
}
