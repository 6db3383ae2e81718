import type { NumberStyle } from '#lib/core/dataset/recipe.ts';
import { signAtEdge } from './currency.ts';

/** What the cells of a column say about its decimal and group characters. */
export interface StyleEvidence {
	/** Cells that only make sense with a point (a comma) as the decimal character. */
	readonly point: number;
	readonly comma: number;
	/** Cells such as 1,234 or 1.234, which make sense both ways. */
	readonly eitherComma: number;
	readonly eitherPoint: number;
	/** Group characters seen beside, '' when none. */
	readonly group: '' | ' ' | "'";
	/** A cell that can be read both ways, for the question. */
	readonly example: string;
}

type Lean = 'point' | 'comma' | 'eitherComma' | 'eitherPoint' | 'none';

/**
 * What one number says about the style of its column.
 *
 * @example
 * leanOf('1.234,56') // => 'comma'
 * leanOf('1,234') // => 'eitherComma'
 * leanOf('0.125') // => 'point'
 * leanOf('1234') // => 'none'
 */
export function leanOf(raw: string): Lean {
	return leanOfBare(bareNumber(raw));
}

/** The same of what `bareNumber` gives. */
function leanOfBare(digits: string): Lean {
	const point = digits.indexOf('.');
	const comma = digits.indexOf(',');
	if (point < 0 && comma < 0) return 'none';
	if (point >= 0 && comma >= 0) {
		return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? 'point' : 'comma';
	}
	const mark = point >= 0 ? '.' : ',';
	const asDecimal: Lean = mark === '.' ? 'point' : 'comma';
	const asGroup: Lean = mark === '.' ? 'comma' : 'point';
	const parts = digits.split(mark);
	if (parts.length > 2) return asGroup;
	const [before = '', after = ''] = parts;
	const groupable = /^[1-9]\d{0,2}$/.test(before) && /^\d{3}$/.test(after);
	if (!groupable) return asDecimal;
	return mark === ',' ? 'eitherComma' : 'eitherPoint';
}

/** Most cells are text or plain numbers, and need no closer look. */
const LONGEST = 60;
const HAS_DIGIT = /[\d０-９]/;
const PLAIN = /^-?\d+(?:[.,]\d+)?$/;
/** What no number has, however it is written: ids, dates and names mostly end here. */
const NEVER = /[:/_#@&*=;<>?!"\\[\]{}|~^`]|\d-\d|[a-z]{5}|^[a-z]\d/i;

/** Digits, points and commas of a number, or '' when it is none; spaces and apostrophes that group are dropped. */
export function bareNumber(raw: string): string {
	if (raw.length > LONGEST || !HAS_DIGIT.test(raw)) return '';
	if (PLAIN.test(raw)) return raw.charCodeAt(0) === 45 ? raw.slice(1) : raw;
	if (NEVER.test(raw)) return '';
	let text = raw
		.normalize('NFKC')
		.replace(/\u2212/g, '-')
		.replace(/\u2019/g, "'")
		.trim();
	text = text.replace(/^[-+(\s]+/, '');
	text = text
		.slice(signAtEdge(text, 'start').length)
		.trim()
		.replace(/^[-+(\s]+/, '');
	text = text.replace(/[-)\s%]+$/, '');
	text = text.slice(0, text.length - signAtEdge(text, 'end').length).trim();
	text = text
		.replace(/(?:百万|千万|[千万亿kKM])$/, '')
		.replace(/[-\s%]+$/, '')
		.replace(/[eE][-+]?\d+$/, '');
	text = text.replace(/(\d)[ '](?=\d{3}(?:\D|$))/g, '$1');
	return /^[\d.,]+$/.test(text) && /\d/.test(text) ? text : '';
}

/** Whether a text is a number in some style. */
export const looksNumeric = (raw: string): boolean => bareNumber(raw) !== '';

/** Gathers the evidence of a column's cells. `bare`: what `bareNumber` gives of each, where that is known. */
export function styleEvidence(cells: readonly string[], bare?: readonly string[]): StyleEvidence {
	const counts = { point: 0, comma: 0, eitherComma: 0, eitherPoint: 0 };
	let group: StyleEvidence['group'] = '';
	let example = '';
	for (let i = 0; i < cells.length; i++) {
		const raw = cells[i] as string;
		const digits = bare?.[i] ?? bareNumber(raw);
		if (digits === '') continue;
		if (/\d['\u2019]\d{3}(?:\D|$)/.test(raw)) group = "'";
		else if (/\d[ \u00a0\u202f]\d{3}(?:\D|$)/.test(raw)) group = ' ';
		const lean = leanOfBare(digits);
		if (lean === 'none') continue;
		counts[lean]++;
		if (example === '' && (lean === 'eitherComma' || lean === 'eitherPoint')) example = raw.trim();
	}
	return { ...counts, group, example };
}

/** One style, several to choose from, or a column that contradicts itself. */
export interface StyleDecision {
	/** Absent when the values leave it open. */
	readonly style?: NumberStyle;
	readonly choices: readonly NumberStyle[];
}

const POINT: NumberStyle = { decimal: '.', group: ',' };
const COMMA: NumberStyle = { decimal: ',', group: '.' };

/** Cells against the majority that are taken for mistakes, not for another style. */
const STRAY_SHARE = 0.01;

/**
 * The style of a column from all its cells. A column of whole numbers only has no group character, so that a
 * later 1,234 is not read either way without a decision. Cells that only contradict each other, and cells that
 * all read both ways, leave the choice to a person.
 *
 * @example
 * decideStyle(styleEvidence(['1.652,29', '17'])).style // => { decimal: ',', group: '.' }
 * decideStyle(styleEvidence(['1,234', '5,678'])).style // => undefined
 */
export function decideStyle(evidence: StyleEvidence): StyleDecision {
	const { point, comma, eitherComma, eitherPoint, group } = evidence;
	const decided = point + comma;
	if (decided === 0) {
		if (eitherComma + eitherPoint === 0) {
			const plain: NumberStyle = { decimal: '.', group };
			return { style: plain, choices: [plain] };
		}
		// Points and commas both, and none of them decides: still two readings.
		return { choices: eitherPoint > eitherComma ? [COMMA, POINT] : [POINT, COMMA] };
	}
	const minority = Math.min(point, comma);
	if (minority > STRAY_SHARE * decided) return { choices: [POINT, COMMA] };
	const style: NumberStyle =
		point >= comma
			? { decimal: '.', group: group === '' ? ',' : group }
			: { decimal: ',', group: group === '' ? '.' : group };
	return { style, choices: [style] };
}
