/** Words that stand at the start of a row of totals, in full. */
export const totalWords: readonly string[] = [
	...['合计', '总计', '小计', '共计', '总和', '本页小计', '本页合计', '合計', '總計', '小計'],
	...['total', 'totals', 'grand total', 'grandtotal', 'sub-total', 'subtotal', 'sum'],
	...['summe', 'gesamt', 'gesamtsumme', 'endsumme', 'zwischensumme', 'somme', 'total général', 'sous-total'],
	...['suma', 'suma total', 'total general', 'totale', 'totale generale', 'soma', 'total geral', 'итого'],
	...['総計', '総合計']
];
const totals = new RegExp(`^(?:${totalWords.join('|')})\\s*[:：]?$`, 'i');
const LONGEST = 16;

/**
 * Whether a row begins with a word for a sum: its first cell with text says so and no more.
 *
 * @example
 * beginsTotal(['', ' Total: ', '465.00']) // => true
 * beginsTotal(['合计', '', '465.00']) // => true
 * beginsTotal(['Total Gym Ltd', '2024-01-05', '465.00']) // => false
 */
export function beginsTotal(cells: readonly string[]): boolean {
	for (const cell of cells) {
		const text = cell.trim();
		if (text !== '') return text.length <= LONGEST && totals.test(text);
	}
	return false;
}
