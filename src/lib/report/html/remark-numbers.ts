import type { Remark } from '../model/types.ts';
import { markup, type Markup } from './markup.ts';

/** The numbers of the remarks on each row, or point, of a piece. */
export type RemarkNumbers = ReadonlyMap<number, string>;

export const noNumbers: RemarkNumbers = new Map();

/**
 * @example
 * numbersOf([{ at: '', row: null, text: 'a' }, { at: 'May', row: 4, text: 'b' }, { at: 'May', row: 4, text: 'c' }]) // => new Map([[4, '2, 3']])
 */
export function numbersOf(remarks: readonly Remark[]): RemarkNumbers {
	const found = new Map<number, string>();
	for (const [i, { row }] of remarks.entries()) {
		if (row === null) continue;
		const before = found.get(row);
		found.set(row, before === undefined ? String(i + 1) : `${before}, ${i + 1}`);
	}
	return found;
}

/** The numbers of a row's remarks beside its head; null without any. */
export function numberMarks(numbers: RemarkNumbers, row: number): Markup | null {
	const text = numbers.get(row);
	return text === undefined ? null : markup`<sup class="remark">${text}</sup>`;
}

/** What is said of the points of a picture: the words of each, and the numbers of the remarks on it. */
export interface PointWords {
	readonly tips: readonly string[];
	readonly numbers: RemarkNumbers;
}

/** The same on a picture, above a point. `x` and `y` are as SVG has them. */
export function numberOnPicture(numbers: RemarkNumbers, row: number, x: string, y: number): Markup | null {
	const text = numbers.get(row);
	if (text === undefined) return null;
	return markup`<text class="remark" x="${x}" y="${y.toFixed(1)}">${text}</text>`;
}
