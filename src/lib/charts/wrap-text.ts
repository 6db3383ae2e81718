/**
 * Breaks a text into lines of at most `width`, at spaces, or between any two characters of Chinese text.
 * `measure` gives the width of a text. A word that is too long stays whole.
 *
 * @example
 * wrapText('one two three', 7, (text) => text.length) // => ['one two', 'three']
 * wrapText('客户分层', 2, (text) => text.length) // => ['客户', '分层']
 * wrapText('', 5, (text) => text.length) // => []
 */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
	const pieces = text.match(/[⺀-鿿豈-﫿＀-￯]|[^\s⺀-鿿豈-﫿＀-￯]+|\s+/gu) ?? [];
	const lines: string[] = [];
	let line = '';
	for (const piece of pieces) {
		if (line !== '' && measure((line + piece).trimEnd()) > width) {
			lines.push(line.trimEnd());
			line = piece.trimStart();
		} else line += line === '' ? piece.trimStart() : piece;
	}
	if (line.trim() !== '') lines.push(line.trimEnd());
	return lines;
}

/**
 * Rough width of a text of 12 px: Chinese characters are about twice as wide.
 *
 * @example
 * inkWidth('客户') // => 24
 */
export function inkWidth(text: string): number {
	return [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 12 : 6.4), 0);
}
