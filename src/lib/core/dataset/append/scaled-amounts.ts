import { CoreError } from '../../errors.ts';

/**
 * Money in units that are finer by so many decimals.
 *
 * @throws CoreError `amount-sum-too-large` when it would not be exact.
 * @example
 * scaledAmount(12, 2) // => 1200
 * scaledAmount(2 ** 52, 1) // => throws 'amount-sum-too-large'
 */
export function scaledAmount(amount: number, decimals: number): number {
	const scaled = amount * 10 ** decimals;
	if (!Number.isSafeInteger(scaled)) throw new CoreError('amount-sum-too-large');
	return scaled;
}

/**
 * The same of a column, in which NaN stays what it is.
 *
 * @throws CoreError as `scaledAmount`
 * @example
 * scaledAmounts(Float64Array.of(12, NaN), 2) // => [1200, NaN]
 */
export function scaledAmounts(amounts: Float64Array, decimals: number): Float64Array {
	if (decimals === 0) return amounts;
	return amounts.map((amount) => (Number.isNaN(amount) ? NaN : scaledAmount(amount, decimals)));
}
