import { everyCode, lookUp } from './codes.ts';
import { partitionOf, type Partition } from './segment-rules.ts';
import { NO_SEGMENT, SEGMENT_BINS, segmentsOf } from './segment-map.ts';
import { segmentIds, type RfmParams } from './types.ts';

/** Which segment each customer is in, and which segments the table lists. */
export interface Segmenting {
	/** Segment per customer; `NO_SEGMENT` outside all. */
	readonly of: Uint8Array;
	/** Segment of each of the bins³ codes, by place. */
	readonly ofCode: Uint8Array;
	/** Segment of each row of the table; the last is `NO_SEGMENT` where rules leave codes uncovered. */
	readonly rows: Uint8Array;
	/** Null for the eleven segments, which are a partition by construction. */
	readonly partition: Partition | null;
}

/**
 * Segments by the user's rules, or else the eleven, which exist for five scores. One pass; `slots` as `slotsOf` gives
 * them.
 *
 * @example
 * segmenting(5, Uint16Array.of(124, 0), { rules: null }).of // => [0, 10]
 * segmenting(3, Uint16Array.of(26), { rules: null }).rows.length // => 0
 */
export function segmenting(
	bins: number,
	slots: Uint16Array,
	{ rules }: Pick<RfmParams, 'rules'>
): Segmenting {
	if (rules === null) {
		const rows = bins === SEGMENT_BINS ? Uint8Array.from(segmentIds, (_, i) => i) : new Uint8Array(0);
		const { r, f, m } = everyCode(bins);
		const ofCode = segmentsOf(bins, r, f, m);
		return { of: lookUp(slots, ofCode), ofCode, rows, partition: null };
	}
	const partition = partitionOf(rules, bins);
	const rows = partition.names.map((_, segment) => segment);
	if (partition.gaps.length > 0) rows.push(NO_SEGMENT);
	const ofCode = partition.segment;
	return { of: lookUp(slots, ofCode), ofCode, rows: Uint8Array.from(rows), partition };
}

/**
 * The table's row of each code: segments are rows, but for the codes that no rule fits, which are in the last.
 *
 * @example
 * rowOfCode({ ofCode: Uint8Array.of(1, 255, 0), rows: Uint8Array.of(0, 1, 255) }) // => [1, 2, 0]
 */
export function rowOfCode({ ofCode, rows }: Pick<Segmenting, 'ofCode' | 'rows'>): Uint8Array {
	if (rows.at(-1) !== NO_SEGMENT) return ofCode;
	const last = rows.length - 1;
	return ofCode.map((segment) => (segment === NO_SEGMENT ? last : segment));
}
