import { markup, type Markup } from './markup.ts';

/** What stands by a number without a blank, a mark or a Chinese word between. */
const beside = '(?:[^\\s，。；：、（）()\\p{Script=Han}]|[万亿])*';
/** A range: "0.36–0.44", "−5.0 – 20.0%", "5.1万–6.2万". */
const range = new RegExp(`(${beside}\\d${beside} ?– ?${beside}\\d${beside})`, 'u');

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
