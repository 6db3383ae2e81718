import type { Measures } from './measures.ts';
import type { Scores } from './scores.ts';

/** Three scores of 1 .. bins. */
export type Code = readonly [r: number, f: number, m: number];

/**
 * The place of a code among all bins³: by R, then F, then M, from the lowest up.
 *
 * @example
 * slotOf(5, [1, 1, 1]) // => 0
 * slotOf(5, [5, 5, 5]) // => 124
 */
export function slotOf(bins: number, [r, f, m]: Code): number {
	return ((r - 1) * bins + f - 1) * bins + m - 1;
}

/**
 * The code at a place: what `slotOf` was given.
 *
 * @example
 * codeAt(5, 123) // => [5, 5, 4]
 */
export function codeAt(bins: number, slot: number): Code {
	const upper = Math.floor(slot / bins);
	return [Math.floor(upper / bins) + 1, (upper % bins) + 1, (slot % bins) + 1];
}

/**
 * The place of every customer's code, in one pass.
 *
 * @example
 * slotsOf({ bins: 3, r: Uint8Array.of(1, 3), f: Uint8Array.of(1, 3), m: Uint8Array.of(2, 3) }) // => [1, 26]
 */
export function slotsOf({ bins, r, f, m }: Pick<Scores, 'bins' | 'r' | 'f' | 'm'>): Uint16Array {
	const slots = new Uint16Array(r.length);
	for (let i = 0; i < slots.length; i++) {
		slots[i] = (((r[i] as number) - 1) * bins + (f[i] as number) - 1) * bins + (m[i] as number) - 1;
	}
	return slots;
}

/**
 * The scores of every possible code, by place: what depends on scores alone is worked out once for each of the bins³
 * codes, and customers look theirs up.
 *
 * @example
 * everyCode(2).r // => [1, 1, 1, 1, 2, 2, 2, 2]
 * everyCode(2).m // => [1, 2, 1, 2, 1, 2, 1, 2]
 */
export function everyCode(bins: number): Pick<Scores, 'bins' | 'r' | 'f' | 'm'> {
	const codes = Array.from({ length: bins ** 3 }, (_, slot) => codeAt(bins, slot));
	return {
		bins,
		r: Uint8Array.from(codes, ([r]) => r),
		f: Uint8Array.from(codes, ([, f]) => f),
		m: Uint8Array.from(codes, ([, , m]) => m)
	};
}

/**
 * What each customer's code stands for: `ofCode` by place.
 *
 * @example
 * lookUp(Uint16Array.of(2, 0), Uint8Array.of(7, 8, 9)) // => [9, 7]
 */
export function lookUp(slots: Uint16Array, ofCode: Uint8Array): Uint8Array {
	const found = new Uint8Array(slots.length);
	for (let i = 0; i < found.length; i++) found[i] = ofCode[slots[i] as number] as number;
	return found;
}

/** Customers and exact revenue of every code, in one pass. */
export interface CodeTotals {
	readonly customers: Uint32Array;
	readonly revenue: Float64Array;
}

/** The code of every customer, by its place, and what the codes add up to. */
export interface Coded {
	readonly slots: Uint16Array;
	readonly totals: CodeTotals;
}

/** Adds up the customers of each code; `slots` as `slotsOf` gives them. */
export function codeTotals(
	{ revenue }: Pick<Measures, 'revenue'>,
	slots: Uint16Array,
	bins: number
): CodeTotals {
	const customers = new Uint32Array(bins ** 3);
	const sums = new Float64Array(bins ** 3);
	for (let i = 0; i < slots.length; i++) {
		const slot = slots[i] as number;
		customers[slot] = (customers[slot] as number) + 1;
		sums[slot] = (sums[slot] as number) + (revenue[i] as number);
	}
	return { customers, revenue: sums };
}
