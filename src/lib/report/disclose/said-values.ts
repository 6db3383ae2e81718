import type { SharedColumnId, SharingPolicy } from '#lib/core/dataset/sharing.ts';
import type { ColumnNature } from '#lib/core/dataset/sharing.ts';
import { masked } from '#lib/core/privacy/mask.ts';
import { messagesFor, type Locale } from '#lib/i18n/messages.ts';
import type { Coder } from './pseudonyms.ts';

/** Values of a column as its rule allows them to be told, in their order; those that are left out are numbered. */
export async function saidValues(
	values: readonly string[],
	{
		policy,
		nature,
		column,
		coder,
		locale
	}: {
		readonly policy: SharingPolicy;
		readonly nature: ColumnNature;
		readonly column: SharedColumnId;
		readonly coder: () => Promise<Coder>;
		readonly locale: Locale;
	}
): Promise<readonly string[]> {
	switch (policy) {
		case 'keep':
			return values;
		case 'mask':
			return values.map((value) => masked(value, nature));
		case 'pseudonym':
			return (await coder())(column, values);
		case 'drop':
			return values.map((_, i) => messagesFor(locale).sharing.redaction.group({ n: i + 1 }));
	}
}
