import { compareKeyBytes } from '#lib/core/columns/compare-key-bytes.ts';
import type { Dictionary } from '#lib/core/columns/dictionary.ts';
import { sharedPrefix } from '#lib/core/columns/sort-bytes.ts';

/** Codes in canonical key order. */
export interface KeyRun {
	readonly codes: Uint32Array;
	/** By place: a number that orders most keys, and what orders texts of which it is the same; see `headsOf`. */
	readonly heads: Float64Array;
	readonly rests: Uint32Array;
}

const ZERO = 48;

/** Digits that a double holds exactly, and a number above all of so many. */
const SAFE_DIGITS = 15;
const ABOVE_DIGITS = 10 ** SAFE_DIGITS;

/** Bytes of a text that its head holds, and that its rest holds. */
const HEAD_BYTES = 6;
const REST_BYTES = 4;
/** Above all digits; texts stand behind them. */
const FIRST_TEXT = 2 ** 51;

/**
 * The heads of keys in the order of `codes`: the value of digits, or the next ten bytes of a text behind its first `skip`.
 * Merged runs are mostly told by these, which are read in a line; each key stands somewhere else in memory.
 */
export function headsOf({ bytes, offsets }: Dictionary, codes: Uint32Array, skip: number): KeyRun {
	const heads = new Float64Array(codes.length);
	const rests = new Uint32Array(codes.length);
	for (let i = 0; i < codes.length; i++) {
		const code = codes[i] as number;
		const from = offsets[code] as number;
		const to = offsets[code + 1] as number;
		const value = valueOf(bytes, from, to);
		heads[i] = value >= 0 ? value : FIRST_TEXT + wordOf(bytes, from + skip, to, HEAD_BYTES);
		rests[i] = value >= 0 ? 0 : wordOf(bytes, from + skip + HEAD_BYTES, to, REST_BYTES);
	}
	return { codes, heads, rests };
}

/**
 * How many bytes all keys begin with alike, of runs in canonical order: what the first and last of each share. Where there
 * are digits alone, which stand first, they say nothing of the texts behind them.
 */
export function sharedStart(dictionary: Dictionary, runs: readonly Uint32Array[]): number {
	const { bytes, offsets } = dictionary;
	const areTexts = runs.every((run) => {
		const first = run[0] as number;
		return valueOf(bytes, offsets[first] as number, offsets[first + 1] as number) < 0;
	});
	if (!areTexts) return 0;
	return sharedPrefix(
		dictionary,
		Uint32Array.from(runs.flatMap((run) => [run[0] as number, run.at(-1) as number]))
	);
}

/** The value of a key of digits alone, as far as a double holds it; −1 of any other. */
function valueOf(bytes: Uint8Array, from: number, to: number): number {
	let value = 0;
	for (let i = from; i < to; i++) {
		const digit = (bytes[i] as number) - ZERO;
		if (digit < 0 || digit > 9) return -1;
		value = Math.min(ABOVE_DIGITS, value * 10 + digit);
	}
	return to > from ? value : -1;
}

/** So many bytes as one number, zeros beyond the end. */
function wordOf(bytes: Uint8Array, from: number, to: number, length: number): number {
	let word = 0;
	for (let i = from; i < from + length; i++) word = word * 256 + (i < to ? (bytes[i] as number) : 0);
	return word;
}

/** Whether the key at place `i` of a run stands before the one at place `j` of another. */
export function isBefore(dictionary: Dictionary, a: KeyRun, i: number, b: KeyRun, j: number): boolean {
	const head = (a.heads[i] as number) - (b.heads[j] as number);
	if (head !== 0) return head < 0;
	const rest = (a.rests[i] as number) - (b.rests[j] as number);
	if (rest !== 0) return rest < 0;
	return compareKeyBytes(dictionary, a.codes[i] as number, b.codes[j] as number) < 0;
}
