import { placeOf } from '../model/marks.ts';
import type { MarkPlace, Remark } from '../model/types.ts';
import { markup, type Markup } from './markup.ts';

/** The numbers of the remarks on each mark of a piece. */
export type RemarkNumbers = ReadonlyMap<MarkPlace, string>;

export const noNumbers: RemarkNumbers = new Map();

/**
 * @example
 * numbersOf([{ at: '', place: null, text: 'a' }, { at: 'May', place: '4', text: 'b' }, { at: 'May', place: '4', text: 'c' }]) // => new Map([['4', '2, 3']])
 */
export function numbersOf(remarks: readonly Remark[]): RemarkNumbers {
	const found = new Map<MarkPlace, string>();
	for (const [i, { place }] of remarks.entries()) {
		if (place === null) continue;
		const before = found.get(place);
		found.set(place, before === undefined ? String(i + 1) : `${before}, ${i + 1}`);
	}
	return found;
}

/** The numbers of a mark's remarks beside its text: of a row beside its head, of a cell in it; null without any. */
export function numberMarks(numbers: RemarkNumbers, row: number, cell?: number): Markup | null {
	const text = numbers.get(placeOf(row, cell));
	return text === undefined ? null : markup`<sup class="remark">${text}</sup>`;
}

/** What is said of the points of a picture: the words of each, and the numbers of the remarks on it. */
export interface PointWords {
	readonly tips: readonly string[];
	readonly numbers: RemarkNumbers;
}
