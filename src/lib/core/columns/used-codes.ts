import { NO_CODE, type Dictionary } from './dictionary.ts';
import { entriesOf } from './merge-dictionaries.ts';
import { remapCodes } from './sort-dictionary.ts';

/**
 * A column of codes with a dictionary of only those strings that it uses, in their order. Codes and dictionary are the
 * given ones where all are used. Linear.
 *
 * @example
 * const ab = { size: 2, bytes: new TextEncoder().encode('ab'), offsets: Uint32Array.of(0, 1, 2) };
 * withUsedCodes(ab, Uint32Array.of(1, 0xffffffff)).codes // => [0, 4294967295]
 */
export function withUsedCodes(
	dictionary: Dictionary,
	codes: Uint32Array
): { readonly dictionary: Dictionary; readonly codes: Uint32Array; readonly kept: Uint32Array } {
	const used = new Uint8Array(dictionary.size);
	for (let i = 0; i < codes.length; i++) {
		const code = codes[i] as number;
		if (code !== NO_CODE) used[code] = 1;
	}
	const kept = new Uint32Array(dictionary.size);
	const newCode = new Uint32Array(dictionary.size);
	let size = 0;
	for (let code = 0; code < used.length; code++) {
		if (used[code] === 0) continue;
		newCode[code] = size;
		kept[size++] = code;
	}
	if (size === dictionary.size) return { dictionary, codes, kept };
	const left = kept.slice(0, size);
	return { dictionary: entriesOf(dictionary, left), codes: remapCodes(codes, newCode), kept: left };
}
