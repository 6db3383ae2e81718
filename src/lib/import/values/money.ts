import { MAX_SCALE } from '../limits.ts';
import { type NumberReading } from './read-number.ts';

/** An amount as a whole number of 10^−`decimals`; filled in place. */
export interface Money {
	units: number;
	decimals: number;
	/** More than MAX_SCALE decimals were there, or the noise of a double: the row is remarked on. */
	rounded: boolean;
}

export const newMoney = (): Money => ({ units: 0, decimals: 0, rounded: false });

const LARGEST = Number.MAX_SAFE_INTEGER;

/**
 * A number read as money. False when it is too large to be held exactly (beyond 2^53 of its smallest unit).
 *
 * @example
 * const money = newMoney();
 * moneyOf({ mantissa: 255, big: null, decimals: 2, sign: '', percent: false, denoised: false }, money) // => true
 * [money.units, money.decimals, money.rounded] // => [255, 2, false]
 */
export function moneyOf(reading: NumberReading, out: Money): boolean {
	if (reading.big === null && reading.decimals <= MAX_SCALE) {
		out.units = reading.mantissa;
		out.decimals = reading.decimals;
		out.rounded = reading.denoised;
		return true;
	}
	return setExact(reading.big ?? BigInt(reading.mantissa), reading.decimals, reading.denoised, out);
}

/**
 * Quantity × price, exactly. False when the product is too large.
 *
 * @example
 * const money = newMoney();
 * const quantity = { mantissa: 6, big: null, decimals: 0, sign: '', percent: false, denoised: false };
 * const price = { mantissa: 255, big: null, decimals: 2, sign: '', percent: false, denoised: false };
 * productOf(quantity, price, money) // => true
 * [money.units, money.decimals] // => [153, 1]
 */
export function productOf(a: NumberReading, b: NumberReading, out: Money): boolean {
	const denoised = a.denoised || b.denoised;
	const decimals = a.decimals + b.decimals;
	const product = a.mantissa * b.mantissa;
	if (a.big === null && b.big === null && decimals <= MAX_SCALE && Math.abs(product) <= LARGEST) {
		let units = product + 0;
		let left = decimals;
		while (left > 0 && units % 10 === 0) {
			units /= 10;
			left--;
		}
		out.units = units === 0 ? 0 : units;
		out.decimals = units === 0 ? 0 : left;
		out.rounded = denoised;
		return true;
	}
	const exact = (a.big ?? BigInt(a.mantissa)) * (b.big ?? BigInt(b.mantissa));
	return setExact(exact, decimals, denoised, out);
}

function setExact(value: bigint, decimals: number, denoised: boolean, out: Money): boolean {
	let units = value;
	let left = decimals;
	while (left > 0 && units % 10n === 0n) {
		units /= 10n;
		left--;
	}
	let rounded = denoised;
	if (left > MAX_SCALE) {
		const divisor = 10n ** BigInt(left - MAX_SCALE);
		const half = divisor / 2n;
		// Division of bigints cuts towards zero: half away from zero on both sides.
		units = (units + (units < 0n ? -half : half)) / divisor;
		left = MAX_SCALE;
		rounded = true;
		while (left > 0 && units % 10n === 0n) {
			units /= 10n;
			left--;
		}
	}
	if (units > BigInt(LARGEST) || units < -BigInt(LARGEST)) return false;
	out.units = Number(units);
	out.decimals = left;
	out.rounded = rounded;
	return true;
}
