import { CoreError } from '../errors.ts';
import type { ControlTotals, PlacedRows } from './control-totals.ts';

/**
 * Source = kept + merged + set aside + rejected, in rows and to the last smallest unit of money; the same of profit where it
 * is known.
 *
 * @throws CoreError `import-totals-mismatch` {rows, amount}: the differences. It means a fault of the program, and
 *   nothing of the import may be used.
 * @example
 * const [none, one] = [{ rows: 0, amount: 0 }, { rows: 1, amount: 5 }];
 * const totals = { source: one, kept: { sales: one, refunds: none }, merged: none, setAside: {}, rejected: none };
 * checkTotals(totals) // => undefined
 * checkTotals({ ...totals, rejected: one }) // => throws 'import-totals-mismatch'
 */
export function checkTotals(totals: PlacedRows & Pick<ControlTotals, 'profit'>): void {
	checkParts(totals);
	if (totals.profit !== undefined) checkParts(totals.profit);
}

function checkParts(totals: PlacedRows): void {
	const parts = [
		totals.kept.sales,
		totals.kept.refunds,
		totals.merged,
		...Object.values(totals.setAside),
		totals.rejected
	];
	const rows = parts.reduce((sum, part) => sum + part.rows, 0) - totals.source.rows;
	const amount = parts.reduce((sum, part) => sum + part.amount, 0) - totals.source.amount;
	if (rows !== 0 || amount !== 0) throw new CoreError('import-totals-mismatch', { rows, amount });
}
