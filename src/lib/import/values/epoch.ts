/** Seconds with or without decimals, or milliseconds, since 1970: of ten digits before the point from 2001 on. */
const EPOCH = /^(?:\d{10}(?:\.\d{1,9})?|\d{13})$/;

const MS_DIGITS = 13;
const LAST_SECOND = 4_102_444_800;

/**
 * Milliseconds since 1970 of a text that can be a time stamp of computers, of the years 2001 to 2099; NaN for any other.
 *
 * @param text in NFKC, without blanks around it
 * @example
 * ['1709251200', '1709251200.5', '1709251200000', '45000', '0123456789'].map(epochMs) // => [1709251200000, 1709251200500, 1709251200000, NaN, NaN]
 */
export function epochMs(text: string): number {
	if (!EPOCH.test(text) || text.startsWith('0')) return NaN;
	const ms =
		text.length === MS_DIGITS && !text.includes('.') ? Number(text) : Math.round(Number(text) * 1000);
	return ms < LAST_SECOND * 1000 && ms >= 1e12 ? ms : NaN;
}

/** Whether a text can be such a time stamp. */
export const isEpoch = (text: string): boolean => !Number.isNaN(epochMs(text));
