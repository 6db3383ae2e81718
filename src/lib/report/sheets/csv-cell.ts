import { isoDate } from '#lib/core/calendar/day.ts';
import type { CsvCell } from '../csv.ts';
import type { SheetCell } from './sheet.ts';

/**
 * A cell as CSV holds it: days as ISO dates, money as a number of whole units, the double nearest to the decimal number,
 * which prints as that number.
 *
 * @example
 * csvCellOf({ value: 1234, as: 'money' }, 2) // => 12.34
 * csvCellOf({ value: 19_787, as: 'day' }, 2) // => '2024-03-05'
 */
export function csvCellOf(cell: SheetCell, scale: number): CsvCell {
	if (cell === null) return null;
	if ('text' in cell) return cell.text;
	if (cell.as === 'day') return isoDate(cell.value);
	return cell.as === 'money' ? wholeUnits(cell.value, scale) : cell.value;
}

/**
 * Money of the smallest unit as a number of whole units. A mean has two decimals more than the currency: what comes behind
 * them says nothing.
 *
 * @example
 * [wholeUnits(1234, 2), wholeUnits(27660.4545454, 2)] // => [12.34, 276.6045]
 */
export function wholeUnits(value: number, scale: number): number {
	return Number.isInteger(value) ? value / 10 ** scale : Math.round(value * 100) / 10 ** (scale + 2);
}
