import { CoreError } from '../errors.ts';
import type { ColumnMoney, TableTotals } from './table-manifest.ts';

/**
 * Source = kept + merged + filtered + replaced + rejected, in rows and in the money of each column.
 *
 * @throws CoreError `import-totals-mismatch` {rows, amount}: the differences. It means a fault of the program, and
 *   nothing of the import may be used.
 * @example
 * const rows = { source: 3, kept: 1, merged: 1, rejected: 1 };
 * checkTableTotals({ ...rows, money: [] }) // => undefined
 * checkTableTotals({ ...rows, source: 4, money: [] }) // => throws 'import-totals-mismatch'
 */
export function checkTableTotals(totals: TableTotals): void {
	const rows = excess(totals);
	const amount = totals.money.reduce((sum, column) => sum + Math.abs(excess(column)), 0);
	if (rows !== 0 || amount !== 0) throw new CoreError('import-totals-mismatch', { rows, amount });
}

const excess = ({
	kept,
	merged,
	filtered = 0,
	replaced = 0,
	rejected,
	source
}: TableTotals | ColumnMoney): number => kept + merged + filtered + replaced + rejected - source;
