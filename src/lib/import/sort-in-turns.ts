import { compareKeyBytes } from '#lib/core/columns/compare-key-bytes.ts';
import type { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import type { Dictionary } from '#lib/core/columns/dictionary.ts';
import { reorderDictionary, sortKeys, type SortedDictionary } from '#lib/core/columns/sort-dictionary.ts';
import type { Breather } from './breather.ts';
import { headsOf, isBefore, sharedStart, type KeyRun } from './key-run.ts';

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
	const parts: Uint32Array[] = [];
	for (let from = 0; from < dictionary.size; from += RUN) {
		parts.push(sortedRun(dictionary, from, Math.min(dictionary.size, from + RUN)));
		await breather.pause();
	}
	const order = isInOrder(dictionary, parts) ? joined(parts) : await merged(dictionary, parts, breather);
	const sorted = reorderDictionary(dictionary, order);
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

/** Whether each run stands behind the one before, as it does of keys that came in order. */
const isInOrder = (dictionary: Dictionary, runs: readonly Uint32Array[]): boolean =>
	runs.every(
		(run, i) => i === 0 || compareKeyBytes(dictionary, runs[i - 1]?.at(-1) as number, run[0] as number) < 0
	);

function joined(runs: readonly Uint32Array[]): Uint32Array {
	const all = new Uint32Array(runs.reduce((length, run) => length + run.length, 0));
	let at = 0;
	for (const run of runs) {
		all.set(run, at);
		at += run.length;
	}
	return all;
}

/** Several runs as one, merged in pairs. */
async function merged(
	dictionary: Dictionary,
	parts: readonly Uint32Array[],
	breather: Breather
): Promise<Uint32Array> {
	const skip = sharedStart(dictionary, parts);
	let runs: KeyRun[] = [];
	for (const part of parts) {
		runs.push(headsOf(dictionary, part, skip));
		await breather.pause();
	}
	while (runs.length > 1) {
		const fewer: KeyRun[] = [];
		for (let i = 0; i < runs.length; i += 2) {
			const [a, b] = [runs[i] as KeyRun, runs[i + 1]];
			fewer.push(b === undefined ? a : await mergeRuns(a, b, runs.length === 2, dictionary, breather));
		}
		runs = fewer;
	}
	return (runs[0] as KeyRun).codes;
}

/** Two runs as one; the heads of the `last`, which are as large as all keys, are of no use any more. */
async function mergeRuns(
	a: KeyRun,
	b: KeyRun,
	last: boolean,
	dictionary: Dictionary,
	breather: Breather
): Promise<KeyRun> {
	const length = a.codes.length + b.codes.length;
	const codes = new Uint32Array(length);
	const heads = new Float64Array(last ? 0 : length);
	const rests = new Uint32Array(last ? 0 : length);
	let i = 0;
	let j = 0;
	for (let at = 0; at < length; at++) {
		const isA = j >= b.codes.length || (i < a.codes.length && isBefore(dictionary, a, i, b, j));
		const from = isA ? a : b;
		const place = isA ? i++ : j++;
		codes[at] = from.codes[place] as number;
		if (!last) {
			heads[at] = from.heads[place] as number;
			rests[at] = from.rests[place] as number;
		}
		if (at % TURN === TURN - 1) await breather.pause();
	}
	return { codes, heads, rests };
}
