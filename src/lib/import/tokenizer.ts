import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import { BlankTokenizer } from './tokenizers/blanks.ts';
import { PapaTokenizer } from './tokenizers/papa.ts';
import type { Tokenizer } from './tokenizers/tokenizer.ts';

/** The format's delimiter that stands for runs of blanks. */
export const BLANKS = ' +';

/** The tokenizer for a format. Lines end with LF or CRLF; lone CRs were made even before (`LineEnds`). */
export function tokenizerFor(format: TextFormat): Tokenizer {
	return format.delimiter === BLANKS
		? new BlankTokenizer()
		: new PapaTokenizer(format.delimiter, format.quote);
}
