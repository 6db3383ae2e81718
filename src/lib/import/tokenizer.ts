import type { SourceFormat } from '#lib/core/dataset/recipe.ts';
import type { RowRepairer } from './repair/repair-row.ts';
import { BlankTokenizer } from './tokenizers/blanks.ts';
import { DelimitedTokenizer } from './tokenizers/delimited.ts';
import type { Tokenizer } from './tokenizers/tokenizer.ts';

/** The format's delimiter that stands for runs of blanks. */
export const BLANKS = ' +';

/** The tokenizer for a format. Lines end with LF or CRLF; lone CRs were made even before (`LineEnds`). */
export function tokenizerFor(format: SourceFormat, repairer: RowRepairer | null = null): Tokenizer {
	if (format.delimiter === BLANKS) return new BlankTokenizer();
	const rows = format.header ? (format.headerRows ?? 1) : 0;
	return new DelimitedTokenizer(format, repairer, { above: format.skipRows, rows });
}
