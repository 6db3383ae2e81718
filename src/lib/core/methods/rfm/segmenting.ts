import { partitionOf, type Partition } from './segment-rules.ts';
import { NO_SEGMENT, SEGMENT_BINS, segmentsOf } from './segment-map.ts';
import type { Scores } from './scores.ts';
import { segmentIds, type RfmParams } from './types.ts';

/** Which segment each customer is in, and which segments the table lists. */
export interface Segmenting {
	/** Code per customer; `NO_SEGMENT` outside all. */
	readonly of: Uint8Array;
	/** Code of each row of the table; the last is `NO_SEGMENT` where rules leave codes uncovered. */
	readonly rows: Uint8Array;
	/** Null for the eleven segments, which are a partition by construction. */
	readonly partition: Partition | null;
}

/** Segments by the user's rules, or else the eleven, which exist for five scores. One pass. */
export function segmenting(
	scores: Pick<Scores, 'bins' | 'r' | 'f' | 'm'>,
	slots: Uint16Array,
	{ rules }: RfmParams
): Segmenting {
	const { bins, r, f, m } = scores;
	if (rules === null) {
		const rows = bins === SEGMENT_BINS ? Uint8Array.from(segmentIds, (_, i) => i) : new Uint8Array(0);
		return { of: segmentsOf(bins, r, f, m), rows, partition: null };
	}
	const partition = partitionOf(rules, bins);
	const of = new Uint8Array(slots.length);
	for (let i = 0; i < of.length; i++) of[i] = partition.segment[slots[i] as number] as number;
	const codes = partition.names.map((_, code) => code);
	if (partition.gaps.length > 0) codes.push(NO_SEGMENT);
	return { of, rows: Uint8Array.from(codes), partition };
}

/**
 * The table's row of each customer: codes are rows, but for those whom no rule fits, who are in the last.
 *
 * @example
 * tableRows({ of: Uint8Array.of(1, 255, 0), rows: Uint8Array.of(0, 1, 255) }) // => [1, 2, 0]
 */
export function tableRows({ of, rows }: Pick<Segmenting, 'of' | 'rows'>): Uint8Array {
	if (rows.at(-1) !== NO_SEGMENT) return of;
	const last = rows.length - 1;
	return of.map((code) => (code === NO_SEGMENT ? last : code));
}
