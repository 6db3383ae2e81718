import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { filledIn } from './filled-in.ts';
import { datePartsOf } from './values/date-parts.ts';
import { bareNumber } from './values/number-style.ts';

/** What a row is rejected for when there is nothing in a cell. */
const missing: readonly IssueCode[] = ['date-missing', 'amount-missing'];

/** What sentences have, and ids and names of one word have not. */
const OF_SENTENCES = /[\s:：。，,;；（(]/;

/** What numbers, amounts and times have none of. */
const LETTER = /\p{L}/u;

/**
 * Whether a row that lacks what it needs is a note below a table, padded to its width: one text alone, which reads like a
 * sentence. An id, an amount or a date alone is a row that lacks the rest, as is what stands in one of the columns `own`: those
 * of the customer and of the money.
 *
 * @example
 * isNoteInstead('date-missing', ['注：金额含税', '', '']) // => true
 * isNoteInstead('date-missing', ['C-1001', '', '']) // => false
 * isNoteInstead('date-missing', ['Anna Schmidt', '', ''], [0]) // => false
 * isNoteInstead('date-missing', ['', '', '1 234,50']) // => false
 * isNoteInstead('amount-missing', ['', '5 March 2024', '']) // => false
 * isNoteInstead('date-invalid', ['Printed by admin', '', '']) // => false
 */
export function isNoteInstead(
	found: IssueCode,
	cells: readonly string[],
	own: readonly number[] = []
): boolean {
	if (!missing.includes(found) || filledIn(cells) !== 1) return false;
	const at = cells.findIndex((cell) => cell.trim() !== '');
	const text = (cells[at] ?? '').normalize('NFKC').trim();
	if (own.includes(at) || !LETTER.test(text) || bareNumber(text) !== '' || datePartsOf(text) !== null)
		return false;
	return OF_SENTENCES.test(text);
}
