import { monthNamed } from './date-parts.ts';
import { monthPartsOf } from './month-parts.ts';

/** A month; `year` is null where only its name is known. */
interface NamedMonth {
	readonly year: number | null;
	readonly month: number;
}

const numbered = /^(\d{1,2})\s*月份?$/;

/**
 * The month that a header names, with its year or without; null for any other header.
 *
 * @example
 * monthOfHeader('2024-03') // => { year: 2024, month: 3 }
 * monthOfHeader('Mar 24') // => { year: 2024, month: 3 }
 * monthOfHeader('März') // => { year: null, month: 3 }
 * monthOfHeader('3月') // => { year: null, month: 3 }
 * monthOfHeader('Total') // => null
 */
export function monthOfHeader(header: string): NamedMonth | null {
	const text = header.normalize('NFKC').trim();
	const parts = monthPartsOf(text);
	if (parts !== null) return { year: parts.year, month: parts.month };
	const number = Number(numbered.exec(text)?.[1] ?? 0) || monthNamed(text);
	return number >= 1 && number <= 12 ? { year: null, month: number } : null;
}
