import { compareKeyBytes } from '#lib/core/columns/compare-keys.ts';
import type { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import type { Dictionary } from '#lib/core/columns/dictionary.ts';
import { reorderDictionary, sortKeys, type SortedDictionary } from '#lib/core/columns/sort-dictionary.ts';
import type { Breather } from './breather.ts';

/** Keys sorted in one go: about 60 ms. */
const RUN = 1 << 17;

/** Comparisons between two looks at the clock. */
const TURN = 16_384;

/**
 * The same as `sortDictionary`, with turns for the event loop: ten million order ids in no order take seconds to sort,
 * too long to leave a cancel unheard. Runs are sorted one by one, then merged in pairs; runs that follow each other
 * already, as the ids of orders in order of time do, are joined.
 */
export async function sortInTurns(builder: DictionaryBuilder, breather: Breather): Promise<SortedDictionary> {
	const dictionary = builder.build();
	let runs: Uint32Array[] = [];
	for (let from = 0; from < dictionary.size; from += RUN) {
		runs.push(sortedRun(dictionary, from, Math.min(dictionary.size, from + RUN)));
		await breather.pause();
	}
	while (runs.length > 1) {
		const merged: Uint32Array[] = [];
		for (let i = 0; i < runs.length; i += 2) {
			const [a, b] = [runs[i] as Uint32Array, runs[i + 1]];
			merged.push(b === undefined ? a : await mergeRuns(a, b, dictionary, breather));
		}
		runs = merged;
	}
	const sorted = reorderDictionary(dictionary, runs[0] ?? new Uint32Array(0));
	await breather.pause();
	return sorted;
}

/** Codes from .. to − 1 in canonical order. */
function sortedRun({ bytes, offsets }: Dictionary, from: number, to: number): Uint32Array {
	// A part of the offsets over the same bytes is a dictionary of that part.
	const run = sortKeys({ size: to - from, bytes, offsets: offsets.subarray(from, to + 1) });
	for (let i = 0; i < run.length; i++) run[i] = (run[i] as number) + from;
	return run;
}

async function mergeRuns(
	a: Uint32Array,
	b: Uint32Array,
	dictionary: Dictionary,
	breather: Breather
): Promise<Uint32Array> {
	const merged = new Uint32Array(a.length + b.length);
	if (compareKeyBytes(dictionary, a[a.length - 1] as number, b[0] as number) < 0) {
		merged.set(a);
		merged.set(b, a.length);
		return merged;
	}
	let i = 0;
	let j = 0;
	for (let at = 0; at < merged.length; at++) {
		const takeA =
			j >= b.length || (i < a.length && compareKeyBytes(dictionary, a[i] as number, b[j] as number) < 0);
		merged[at] = takeA ? (a[i++] as number) : (b[j++] as number);
		if (at % TURN === TURN - 1) await breather.pause();
	}
	return merged;
}
