import type { Encoding } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { decodeText } from '#lib/import/decode.ts';
import { guessEncoding } from '#lib/import/sniff/encoding.ts';
import { encodedExports, type EncodedExport } from './exports.ts';

/** How many of a kind of file were decoded to the letter. */
export interface Tally {
	files: number;
	right: number;
}

export interface EncodingFigures {
	readonly all: Tally;
	/** By language and form. */
	readonly kinds: ReadonlyMap<string, Tally>;
	readonly rows: ReadonlyMap<number, Tally>;
	readonly wrong: readonly (EncodedExport & { readonly guess: Encoding | null })[];
}

/** Decodes generated exports by the best guess alone, and compares every letter with what was written. */
export function measureEncodings(rounds: number, seed: number): EncodingFigures {
	const all: Tally = { files: 0, right: 0 };
	const kinds = new Map<string, Tally>();
	const rows = new Map<number, Tally>();
	const wrong: (EncodedExport & { guess: Encoding | null })[] = [];
	for (const file of encodedExports(rounds, seed)) {
		const guess = guessOf(file.bytes);
		const right = guess !== null && decodeText(file.bytes, guess) === file.text;
		if (!right) wrong.push({ ...file, guess });
		const kind = `${file.language}, ${file.form}`;
		for (const tally of [all, tallyOf(kinds, kind), tallyOf(rows, file.rows)]) {
			tally.files++;
			if (right) tally.right++;
		}
	}
	return { all, kinds, rows, wrong };
}

function guessOf(bytes: Uint8Array): Encoding | null {
	try {
		return guessEncoding([bytes])[0]?.value ?? null;
	} catch (error) {
		if (error instanceof CoreError) return null;
		throw error;
	}
}

function tallyOf<K>(tallies: Map<K, Tally>, key: K): Tally {
	const known = tallies.get(key) ?? { files: 0, right: 0 };
	tallies.set(key, known);
	return known;
}
