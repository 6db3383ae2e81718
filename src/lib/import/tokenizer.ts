import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import { BlankTokenizer } from './tokenizers/blanks.ts';
import { DelimitedTokenizer } from './tokenizers/delimited.ts';
import { RowTaker } from './tokenizers/row-taker.ts';
import type { Tokenizer } from './tokenizers/tokenizer.ts';

/** The format's delimiter that stands for runs of blanks. */
export const BLANKS = ' +';

/**
 * The tokenizer for a format. Lines end with LF or CRLF; lone CRs were made even before (`LineEnds`). Without a taker
 * that knows the table, rows are cut and nothing is repaired.
 */
export function tokenizerFor(format: TextFormat, taker: RowTaker = new RowTaker(format)): Tokenizer {
	return format.delimiter === BLANKS ? new BlankTokenizer() : new DelimitedTokenizer(taker);
}
