import { FIRST_DAY, LAST_DAY } from '#lib/core/calendar/shown-days.ts';
import { compareKeyBytes } from '#lib/core/columns/compare-key-bytes.ts';
import { NO_CODE, type Dictionary } from '#lib/core/columns/dictionary.ts';
import { CoreError } from '#lib/core/errors.ts';

const DAY_MS = 86_400_000;

/** What columns of unknown origin must be before anything is reckoned from them. Each throws `snapshot-invalid` with where. */
export function refuse(at: string): never {
	throw new CoreError('snapshot-invalid', { at });
}

export function checkLength(array: ArrayLike<number>, length: number, at: string): void {
	if (array.length !== length) refuse(at);
}

/** Texts end to end: offsets that begin at 0, never fall and end with the bytes, and bytes that are UTF-8. */
export function checkTexts(bytes: Uint8Array, offsets: Uint32Array, at: string): void {
	if (offsets.length === 0 || offsets[0] !== 0 || offsets.at(-1) !== bytes.length) refuse(at);
	for (let i = 1; i < offsets.length; i++) {
		const start = offsets[i - 1] as number;
		const end = offsets[i] as number;
		if (end < start) refuse(at);
		// No text begins in the middle of a sign.
		if (start < bytes.length && ((bytes[start] as number) & 0xc0) === 0x80) refuse(at);
	}
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		refuse(at);
	}
}

export function checkDictionary({ bytes, offsets }: Dictionary, at: string): void {
	checkTexts(bytes, offsets, at);
}

/** A dictionary whose entries stand in canonical order, each once. */
export function checkKeys(dictionary: Dictionary, at: string): void {
	checkDictionary(dictionary, at);
	for (let code = 1; code < dictionary.size; code++) {
		if (compareKeyBytes(dictionary, code - 1, code) >= 0) refuse(at);
	}
}

/** Codes of a dictionary of `size` entries; `NO_CODE` where `empty` allows it. */
export function checkCodes(codes: Uint32Array, size: number, empty: boolean, at: string): void {
	for (const code of codes) if (code >= size && !(empty && code === NO_CODE)) refuse(at);
}

/** Days; `none` stands for no day. */
export function checkDays(days: Int32Array, none: number | null, at: string): void {
	for (const day of days) if ((day < FIRST_DAY || day > LAST_DAY) && day !== none) refuse(at);
}

/** Moments that lie in their days; without one where there is no day. */
export function checkInstants(
	instants: Float64Array,
	days: Int32Array,
	none: number | null,
	at: string
): void {
	for (let row = 0; row < instants.length; row++) {
		const instant = instants[row] as number;
		const isNone = days[row] === none;
		if (Number.isNaN(instant) ? !isNone : Math.floor(instant / DAY_MS) !== days[row]) refuse(at);
	}
}

/** Whole numbers that are exact; NaN where `empty` allows it. */
export function checkMoney(amounts: Float64Array, empty: boolean, at: string): void {
	for (const amount of amounts)
		if (!Number.isSafeInteger(amount) && !(empty && Number.isNaN(amount))) refuse(at);
}

/** Numbers, none of them infinite; NaN stands for none. */
export function checkNumbers(values: Float64Array, at: string): void {
	for (const value of values) if (value === Infinity || value === -Infinity) refuse(at);
}
