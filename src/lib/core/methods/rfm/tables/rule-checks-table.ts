import { codeAt, type CodeTotals } from '../codes.ts';
import type { Partition } from '../segment-rules.ts';
import type { RfmTables } from '../types.ts';

/**
 * The codes, in the order of the table's rows, at which rules leave a gap or overlap; none for the eleven segments.
 *
 * @example
 * faultySlots({ gaps: [3], overlaps: [0, 1] }) // => [3, 0, 1]
 * faultySlots(null) // => []
 */
export function faultySlots(partition: Partition | null): readonly number[] {
	return partition === null ? [] : [...partition.gaps, ...partition.overlaps];
}

/**
 * Every code that own rules do not cover, then every code that they cover twice; no rows for the eleven.
 *
 * @example
 * const totals = { customers: new Uint32Array(27), revenue: new Float64Array(27) };
 * ruleChecksTable(null, totals, 3).rows // => 0
 */
export function ruleChecksTable(
	partition: Partition | null,
	totals: CodeTotals,
	bins: number
): RfmTables['ruleChecks'] {
	const slots = faultySlots(partition);
	const codes = slots.map((slot) => codeAt(bins, slot));
	return {
		rows: slots.length,
		columns: {
			r: Uint8Array.from(codes, ([r]) => r),
			f: Uint8Array.from(codes, ([, f]) => f),
			m: Uint8Array.from(codes, ([, , m]) => m),
			segment: Uint8Array.from(slots, (slot) => partition?.segment[slot] as number),
			other: Uint8Array.from(slots, (slot) => partition?.other[slot] as number),
			customers: Uint32Array.from(slots, (slot) => totals.customers[slot] as number),
			revenue: Float64Array.from(slots, (slot) => totals.revenue[slot] as number)
		},
		types: {
			r: 'number',
			f: 'number',
			m: 'number',
			segment: 'code',
			other: 'code',
			customers: 'count',
			revenue: 'money'
		}
	};
}
