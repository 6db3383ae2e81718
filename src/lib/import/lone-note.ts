import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { filledIn } from './filled-in.ts';

/** What a row is rejected for when there is nothing in a cell. */
const missing: readonly IssueCode[] = ['date-missing', 'amount-missing'];

/** What sentences have, and ids and names of one word have not. */
const OF_SENTENCES = /[\s:：。，,;；（(]/;

/**
 * Whether a row that lacks what it needs is a note below a table, padded to its width: one text alone, which reads like a
 * sentence. An id alone is a row that lacks the rest.
 *
 * @example
 * isNoteInstead('date-missing', ['注：金额含税', '', '']) // => true
 * isNoteInstead('date-missing', ['C-1001', '', '']) // => false
 * isNoteInstead('date-invalid', ['Printed by admin', '', '']) // => false
 */
export function isNoteInstead(found: IssueCode, cells: readonly string[]): boolean {
	if (!missing.includes(found) || filledIn(cells) !== 1) return false;
	const text = cells.find((cell) => cell.trim() !== '') ?? '';
	return OF_SENTENCES.test(text.trim());
}
