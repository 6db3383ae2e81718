import { decodeAll, dictionaryOf, NO_CODE, stringAt, type Dictionary } from '#lib/core/columns/dictionary.ts';
import { remapCodes, reorderDictionary, sortKeys } from '#lib/core/columns/sort-dictionary.ts';
import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import type { ColumnNature, SharingPolicy } from '#lib/core/dataset/sharing.ts';
import { masked } from '#lib/core/privacy/mask.ts';
import type { Coder } from '../disclose/pseudonyms.ts';

/** A column of codes with its dictionary. */
export interface Coded {
	readonly dictionary: Dictionary;
	readonly codes: Uint32Array;
}

/**
 * A column whose values have become other texts, one per entry. Entries stay apart even where their texts are alike, so that
 * counts stay; in which order they go into a file, `byFirstUse` says.
 */
function withTexts({ codes }: Coded, texts: readonly string[]): Coded {
	return { dictionary: dictionaryOf(texts), codes };
}

/**
 * A column whose entries stand in the order in which its rows first name them, and none that no row names. Any other order tells of
 * the data before: of sorted names, or of the order of rows in the client's file.
 */
export function byFirstUse({ dictionary, codes }: Coded): Coded {
	const order: number[] = [];
	const newCode = new Uint32Array(dictionary.size).fill(NO_CODE);
	for (const code of codes) {
		if (code === NO_CODE || newCode[code] !== NO_CODE) continue;
		newCode[code] = order.length;
		order.push(code);
	}
	const used = dictionaryOf(order.map((code) => stringAt(dictionary, code)));
	return { dictionary: used, codes: remapCodes(codes, newCode) };
}

/** A column whose values have become other texts, where entries with one text become one, in the order of the texts. */
export function withJoinedTexts({ codes }: Coded, texts: readonly string[]): Coded {
	const builder = new DictionaryBuilder();
	const joined = Uint32Array.from(texts, (text) => builder.intern(text));
	const found = builder.build();
	const { dictionary, newCode } = reorderDictionary(found, sortKeys(found));
	return { dictionary, codes: remapCodes(remapCodes(codes, joined), newCode) };
}

/** A column by its rule; null where it is left out. */
export async function byPolicy(
	column: Coded,
	{
		id,
		nature,
		policy
	}: { readonly id: string; readonly nature: ColumnNature; readonly policy: SharingPolicy },
	coder: () => Promise<Coder>
): Promise<Coded | null> {
	switch (policy) {
		case 'drop':
			return null;
		case 'keep':
			return column;
		case 'mask':
			return withTexts(
				column,
				decodeAll(column.dictionary).map((text) => masked(text, nature))
			);
		case 'pseudonym':
			return withTexts(column, await (await coder())(id, decodeAll(column.dictionary)));
	}
}
