import { codeAt, type Code } from './codes.ts';
import { NO_SEGMENT } from './segment-map.ts';
import type { RfmRule } from './types.ts';

/** What a set of rules makes of all bins³ codes. */
export interface Partition {
	/** The segments, in the order of their first rule. */
	readonly names: readonly string[];
	/** Per code (see `slotOf`): the segment of the first rule that fits, `NO_SEGMENT` where none does. */
	readonly segment: Uint8Array;
	/** Per code: the next other segment that claims it, `NO_SEGMENT` where none does. */
	readonly other: Uint8Array;
	/** Codes that no rule covers, ascending. */
	readonly gaps: readonly number[];
	/** Codes that rules of different segments claim, ascending. */
	readonly overlaps: readonly number[];
}

/**
 * Lays rules over all codes: every code is in exactly one segment when there are neither gaps nor overlaps. Rules of
 * the same segment may cover a code twice. bins³ × rules steps.
 *
 * @example
 * const rule = (segment, ...recency) => ({ segment, recency, frequency: [1, 2], monetary: [1, 2] });
 * partitionOf([rule('old', 1, 1), rule('new', 2, 2)], 2).gaps // => []
 * partitionOf([rule('new', 2, 2)], 2).gaps // => [0, 1, 2, 3]
 * partitionOf([rule('all', 1, 2), rule('new', 2, 2)], 2).overlaps // => [4, 5, 6, 7]
 */
export function partitionOf(rules: readonly RfmRule[], bins: number): Partition {
	const names = [...new Set(rules.map((rule) => rule.segment))];
	const ownSegment = rules.map((rule) => names.indexOf(rule.segment));
	const segment = new Uint8Array(bins ** 3).fill(NO_SEGMENT);
	const other = new Uint8Array(bins ** 3).fill(NO_SEGMENT);
	const gaps: number[] = [];
	const overlaps: number[] = [];
	for (let slot = 0; slot < segment.length; slot++) {
		const code = codeAt(bins, slot);
		rules.forEach((rule, at) => {
			if (!covers(rule, code)) return;
			const own = ownSegment[at] as number;
			if (segment[slot] === NO_SEGMENT) segment[slot] = own;
			else if (segment[slot] !== own && other[slot] === NO_SEGMENT) other[slot] = own;
		});
		if (segment[slot] === NO_SEGMENT) gaps.push(slot);
		if (other[slot] !== NO_SEGMENT) overlaps.push(slot);
	}
	return { names, segment, other, gaps, overlaps };
}

/**
 * Whether a rule covers a code.
 *
 * @example
 * covers({ segment: 'a', recency: [4, 5], frequency: [1, 5], monetary: [1, 5] }, [4, 1, 5]) // => true
 * covers({ segment: 'a', recency: [4, 5], frequency: [1, 5], monetary: [1, 5] }, [3, 1, 5]) // => false
 */
export function covers({ recency, frequency, monetary }: RfmRule, [r, f, m]: Code): boolean {
	return (
		r >= recency[0] &&
		r <= recency[1] &&
		f >= frequency[0] &&
		f <= frequency[1] &&
		m >= monetary[0] &&
		m <= monetary[1]
	);
}
