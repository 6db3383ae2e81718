import type { Messages } from '#lib/i18n/messages.ts';

/** A delimiter by its name. */
export function delimiterName(delimiter: string, t: Messages): string {
	const { delimiters } = t.importing;
	switch (delimiter) {
		case ',':
			return delimiters.comma();
		case ';':
			return delimiters.semicolon();
		case '\t':
			return delimiters.tab();
		case '|':
			return delimiters.pipe();
		case '，':
			return delimiters.wideComma();
		case '^':
			return delimiters.caret();
		case ' +':
			return delimiters.blanks();
		case ' ':
			return delimiters.blank();
		default:
			return delimiters.other({ sign: delimiter });
	}
}
