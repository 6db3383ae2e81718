import { datePartsOf } from '../values/date-parts.ts';
import { looksNumeric } from '../values/number-style.ts';
import { roleByName } from '../synonyms.ts';

type Kind = 'empty' | 'value' | 'text';

const kindOfCell = (cell: string): Kind => {
	const text = cell.trim();
	if (text === '') return 'empty';
	return looksNumeric(text) || datePartsOf(text) !== null ? 'value' : 'text';
};

/** Rows below the first that it is compared with. */
const COMPARED = 50;

/**
 * How surely the first row names the columns: above 0 it does, below it is a row like the others. A number or a date
 * in it speaks against; text above a column of numbers or dates, a word of the trade, and texts that never come
 * again speak for.
 *
 * @example
 * headerScore([['customer', 'date'], ['17', '2024-01-05']]) > 0 // => true
 * headerScore([['00004', '19970101'], ['00004', '19970118']]) > 0 // => false
 */
export function headerScore(rows: readonly (readonly string[])[]): number {
	const first = rows[0];
	if (first === undefined) return -1;
	const body = rows.slice(1, 1 + COMPARED);
	let score = 0;
	for (let column = 0; column < first.length; column++) {
		const cell = first[column] as string;
		const kind = kindOfCell(cell);
		if (kind === 'empty') continue;
		if (kind === 'value') {
			// A year or a code above a column of text is still a name; above numbers it is a number.
			score -= 1.5;
			continue;
		}
		if (roleByName(cell) !== null) score += 1;
		const below = body.map((row) => row[column] ?? '');
		const values = below.filter((text) => kindOfCell(text) === 'value').length;
		const filled = below.filter((text) => text.trim() !== '').length;
		if (filled > 0 && values / filled > 0.6) score += 1;
		else if (filled > 3) score += below.includes(cell) ? -0.5 : 0.15;
	}
	return score;
}
