import { filledIn } from './filled-in.ts';

/** How sums of groups end in reports of spreadsheets: `C-1001 Total`, `华东 汇总`. */
const OF_GROUPS =
	/\s(?:sub-?total|totals?|gesamt|summe|ergebnis|totale)$|(?:汇总|彙總|小计|小計|合计|合計|总计|總計)$/i;

/**
 * Whether a row in which nothing stands for the date is the sum of the rows above: its first text ends as those do, and one cell
 * beside it is filled at most.
 *
 * @example
 * isGroupSum(['C-1001 Total', '', '', '61.25']) // => true
 * isGroupSum(['Total Gym', '', '', '61.25']) // => false
 * isGroupSum(['C-1001 Total', 'A7', '', '61.25']) // => false
 */
export function isGroupSum(cells: readonly string[]): boolean {
	const text = cells.find((cell) => cell.trim() !== '') ?? '';
	return OF_GROUPS.test(text.trim()) && filledIn(cells) <= 2;
}
