/** Numbers and their neighbours that are read as one; a line never ends inside them. */
const word = '(?:[^\\s，。；：、（）()\\p{Script=Han}]|[万亿])*';
const joined = [
	`${word}\\d${word} ?– ?${word}\\d${word}`,
	'\\d{4}-\\d{2}(?:-\\d{2})?',
	'[-−+±]?[A-Z]{0,3}[$£€¥]?\\d[\\d,.]*\\s?[万亿]',
	`→ ${word}\\d${word}`,
	'[pn] ?[=<>] ?\\d[\\d.,]*'
];
const pattern = new RegExp(`(${joined.join('|')})`, 'u');

/**
 * Cuts a text into what may break over lines (even places) and what may not (odd places): ranges, days, numbers with 万 or
 * 亿, the second of two values, and signs with their number.
 *
 * @example
 * unbrokenParts('between 0.36–0.44 today') // => ['between ', '0.36–0.44', ' today']
 * unbrokenParts('中位数的区间为 55–62 天') // => ['中位数的区间为 ', '55–62', ' 天']
 * unbrokenParts('到 2026-01-30，共 £7.56万') // => ['到 ', '2026-01-30', '，共 ', '£7.56万', '']
 */
export function unbrokenParts(text: string): readonly string[] {
	return text.split(pattern);
}
