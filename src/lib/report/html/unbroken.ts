import { markup, type Markup } from './markup.ts';

/** A sign that stands by a number, with no blank, mark or Chinese word between. */
const sign = '(?:[^\\s，。；：、（）()\\p{Script=Han}]|[万亿])';
/** A number and what stands by it. What is longer is none that anybody reads, and would be searched through time and again. */
const number = `(?:(?!\\d)${sign}){0,40}\\d${sign}{0,40}`;
/** A range: "0.36–0.44", "−5.0 – 20.0%", "5.1万–6.2万". */
const range = new RegExp(`((?<!${sign})${number} ?– ?${number})`, 'u');

/**
 * Text whose ranges stay on one line. Not by characters that join: those would be copied along.
 *
 * @example
 * unbroken('Gini 0.36–0.44.').text // => 'Gini <span class="range">0.36–0.44.</span>'
 */
export function unbroken(text: string): Markup {
	if (!text.includes('–')) return markup`${text}`;
	const parts = text.split(range);
	return markup`${parts.map((part, at) => (at % 2 === 1 ? markup`<span class="range">${part}</span>` : markup`${part}`))}`;
}
