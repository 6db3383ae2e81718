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
	return cell.as === 'money' ? cell.value / 10 ** scale : cell.value;
}

/**
 * The same for a list that people read: a mean of money has two decimals more than the currency, as what comes behind them
 * says nothing.
 *
 * @example
 * csvCellForReaders({ value: 27660.4545454, as: 'money' }, 2) // => 276.6045
 * csvCellForReaders({ value: 1234, as: 'money' }, 2) // => 12.34
 */
export function csvCellForReaders(cell: SheetCell, scale: number): CsvCell {
	const isMean = cell !== null && 'value' in cell && cell.as === 'money' && !Number.isInteger(cell.value);
	return isMean ? Math.round(cell.value * 100) / 10 ** (scale + 2) : csvCellOf(cell, scale);
}
