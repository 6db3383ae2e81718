import { isoDate } from '#lib/core/calendar/day.ts';
import { instantText, truthText, valueText } from './cell-words.ts';

/** What must be known of a column to write its values. */
export interface ColumnSpec {
	readonly name: string;
	/** Decimal places of whole numbers that stand for decimals; null for any other type. */
	readonly decimals: number | null;
	/** Floats of 32 bits. */
	readonly single: boolean;
	/** Its values are numbers, dates or truth values by type. */
	readonly typed: boolean;
}

/**
 * A value of a Parquet file as text: decimals digit by digit, floats of 32 bits in the shortest form that 32 bits read
 * back, timestamps as they are stored (UTC), bytes as UTF-8, lists and structures as JSON.
 *
 * @example
 * parquetText(1234n, { name: 'a', decimals: 2, single: false, typed: true }) // => '12.34'
 * parquetText(Math.fround(0.1), { name: 'a', decimals: null, single: true, typed: true }) // => '0.1'
 */
export function parquetText(value: unknown, column: ColumnSpec): string {
	if (value === null || value === undefined) return '';
	if (column.decimals !== null) return decimalText(value, column.decimals);
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return column.single ? singleText(value) : numberOrNothing(value);
	if (typeof value === 'bigint') return String(value);
	if (typeof value === 'boolean') return truthText(value);
	if (value instanceof Uint8Array) return new TextDecoder().decode(value);
	if (isDays(value)) return isoDate(value.days);
	if (isInstant(value)) return Number.isFinite(value.ms) ? instantText(value.ms, true) : '';
	return JSON.stringify(value, plain);
}

const isDays = (value: unknown): value is { days: number } =>
	typeof value === 'object' && value !== null && 'days' in value && typeof value.days === 'number';
const isInstant = (value: unknown): value is { ms: number } =>
	typeof value === 'object' && value !== null && 'ms' in value && typeof value.ms === 'number';

function plain(_: string, value: unknown): unknown {
	if (typeof value === 'bigint') return String(value);
	if (value instanceof Uint8Array) return new TextDecoder().decode(value);
	if (isDays(value)) return isoDate(value.days);
	return isInstant(value) ? instantText(value.ms, true) : value;
}

const numberOrNothing = (value: number): string => (Number.isFinite(value) ? valueText(value) : '');

function singleText(value: number): string {
	if (!Number.isFinite(value)) return '';
	for (let digits = 6; digits < 9; digits++) {
		const short = Number(value.toPrecision(digits));
		if (Math.fround(short) === value) return valueText(short);
	}
	return valueText(Number(value.toPrecision(9)));
}

function decimalText(value: unknown, decimals: number): string {
	const units = value instanceof Uint8Array ? bigEndian(value) : wholeOf(value);
	if (units === null) return '';
	const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	const rest = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/, '');
	return `${units < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}

function wholeOf(value: unknown): bigint | null {
	if (typeof value === 'bigint') return value;
	return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : null;
}

/** Two's complement, the highest byte first. */
function bigEndian(bytes: Uint8Array): bigint {
	let value = 0n;
	for (const byte of bytes) value = (value << 8n) | BigInt(byte);
	return bytes.length > 0 && (bytes[0] as number) > 127 ? value - (1n << BigInt(8 * bytes.length)) : value;
}
