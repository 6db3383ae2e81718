import { decodeAll, dictionaryOf, type Dictionary } from '#lib/core/columns/dictionary.ts';
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
 * counts stay; they stand in the order of the new texts, which says nothing of the old ones.
 */
export function withTexts({ codes }: Coded, texts: readonly string[]): Coded {
	const renamed = dictionaryOf(texts);
	const { dictionary, newCode } = reorderDictionary(renamed, sortKeys(renamed));
	return { dictionary, codes: remapCodes(codes, newCode) };
}

/** The same, where entries with one text become one. */
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
