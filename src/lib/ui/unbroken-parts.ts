/** A sign that is read as one with a number beside it; a line never ends between. */
const sign = '(?:[^\\s，。；：、（）()\\p{Script=Han}]|[万亿])';
/** A number and what stands by it. What is longer is none that anybody reads, and would be searched through time and again. */
const number = `(?:(?!\\d)${sign}){0,40}\\d${sign}{0,40}`;
const joined = [
	`(?<!${sign})${number} ?– ?${number}`,
	'\\d{4}-\\d{2}(?:-\\d{2})?',
	'[-−+±]?[A-Z]{0,3}[$£€¥]?\\d[\\d,.]{0,40}\\s?[万亿]',
	`→ ${number}`,
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
