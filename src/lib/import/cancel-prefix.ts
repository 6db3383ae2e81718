import { cellText } from './values/cell-text.ts';

/** Share of order ids that may be cancellations: more than this is how the shop numbers its orders. */
const MOST_CANCELLED = 0.3;

/** Of the rows under the prefix, so many must be negative where amounts can be. */
const MOSTLY_NEGATIVE = 0.9;

/**
 * The letters that mark cancellations in order ids (C536379 among 536365): few ids have them, the others are digits
 * alone, and their rows are negative. '' when there is no such thing.
 *
 * @example
 * guessCancelPrefix(['536365', '536366', '536367', 'C536379'], [false, false, false, true]) // => 'C'
 * guessCancelPrefix(['A1', 'A2', 'A3'], [false, true, false]) // => ''
 */
export function guessCancelPrefix(orders: readonly string[], negative: readonly boolean[]): string {
	const rows = new Map<string, { rows: number; negative: number }>();
	let digits = 0;
	let filled = 0;
	orders.forEach((raw, i) => {
		const id = cellText(raw);
		if (id === '') return;
		filled++;
		if (/^\d+$/.test(id)) {
			digits++;
			return;
		}
		const prefix = /^([A-Za-z]{1,4}-?)\d+$/.exec(id)?.[1];
		if (prefix === undefined) return;
		const count = rows.get(prefix) ?? { rows: 0, negative: 0 };
		count.rows++;
		if (negative[i] === true) count.negative++;
		rows.set(prefix, count);
	});
	if (filled === 0 || digits < (1 - MOST_CANCELLED) * filled) return '';
	let best = '';
	let most = 0;
	for (const [prefix, count] of rows) {
		if (count.negative >= MOSTLY_NEGATIVE * count.rows && count.rows > most) {
			best = prefix;
			most = count.rows;
		}
	}
	return best;
}
