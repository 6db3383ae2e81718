import { CoreError } from '../../errors.ts';
import type { OrderTable } from '../order-table.ts';

const tooLarge = (scale: number) => new CoreError('amount-sum-too-large', { scale });

/**
 * Money of a unit with `scale` decimals in one with at least as many.
 *
 * @throws CoreError `amount-sum-too-large` {scale} when it would not be exact.
 * @example
 * scaledAmount(12, 0, 2) // => 1200
 * scaledAmount(2 ** 52, 0, 1) // => throws 'amount-sum-too-large'
 */
export function scaledAmount(amount: number, scale: number, to: number): number {
	const scaled = amount * 10 ** (to - scale);
	if (!Number.isSafeInteger(scaled)) throw tooLarge(to);
	return scaled;
}

/** A column of money in a unit; NaN = none. */
interface Amounts {
	readonly amounts: Float64Array;
	readonly scale: number;
}

/**
 * Money of several tables in a unit that is as fine as the finest of theirs, so that all of it can be added exactly; NaN stays what
 * it is.
 *
 * @throws CoreError `amount-sum-too-large` {scale} where it cannot: its sum without signs is beyond 2^53.
 * @example
 * scaledAmounts([{ amounts: Float64Array.of(12, NaN), scale: 0 }], 2) // => [[1200, NaN]]
 * scaledAmounts([{ amounts: Float64Array.of(2 ** 52, 2 ** 52), scale: 0 }], 0) // => throws 'amount-sum-too-large'
 */
export function scaledAmounts(columns: readonly Amounts[], to: number): Float64Array[] {
	let absolute = 0;
	for (const { amounts, scale } of columns) {
		const factor = 10 ** (to - scale);
		for (const amount of amounts) if (!Number.isNaN(amount)) absolute += Math.abs(amount) * factor;
	}
	if (absolute > Number.MAX_SAFE_INTEGER) throw tooLarge(to);
	return columns.map(({ amounts, scale }) => {
		const factor = 10 ** (to - scale);
		return factor === 1 ? amounts : amounts.map((amount) => amount * factor);
	});
}

/**
 * Profits of tables in such a unit; null where none has any, or they cannot be added exactly: they never stop an import.
 *
 * @example
 * scaledProfits([{ profit: Float64Array.of(3), scale: 0, rows: 1 }, { profit: null, scale: 2, rows: 1 }], 2) // => [[300], [NaN]]
 * scaledProfits([{ profit: Float64Array.of(2 ** 53), scale: 0, rows: 1 }], 2) // => null
 */
export function scaledProfits(
	tables: readonly Pick<OrderTable, 'profit' | 'scale' | 'rows'>[],
	scale: number
): Float64Array[] | null {
	if (tables.every(({ profit }) => profit === null)) return null;
	const columns = tables.map(({ profit, scale: own, rows }) => ({
		amounts: profit?.subarray(0, rows) ?? new Float64Array(rows).fill(NaN),
		scale: own
	}));
	try {
		return scaledAmounts(columns, scale);
	} catch (error) {
		if (error instanceof CoreError) return null;
		throw error;
	}
}
