import { fewCustomers, remark } from '../remarks.ts';
import type { Warning } from '../types.ts';
import type { Measures } from './measures.ts';
import { SEGMENT_BINS } from './segment-map.ts';
import type { RfmParams, RfmTables } from './types.ts';

/** Names of the measures in warning codes, in the order of the `cuts` table's codes. */
const measureNames = ['recency', 'frequency', 'monetary'] as const;

/**
 * What a reader must know before trusting the scores: too few customers; most bought once, so that frequency
 * hardly separates; scores that nobody got; equal customers split between scores; customers left outside.
 */
export function rfmWarnings(
	measures: Measures,
	params: RfmParams,
	bins: number,
	cuts: RfmTables['cuts']
): Warning[] {
	const { n, once } = measures;
	const warnings: Warning[] = [];
	if (n < fewCustomers) warnings.push(remark('few-customers', { n, minimum: fewCustomers }));
	if (once * 2 > n) warnings.push(remark('rfm-frequency-collapsed', { n: once, share: once / n }));
	measureNames.forEach((name, measure) => {
		const first = measure * bins;
		const empty: number[] = [];
		let split = 0;
		for (let row = first; row < first + bins; row++) {
			if (cuts.columns.customers[row] === 0) empty.push(row - first + 1);
			split += cuts.columns.split[row] as number;
		}
		if (empty.length > 0) warnings.push(remark(`rfm-empty-scores-${name}`, { scores: empty.join(' ') }));
		if (params.binning === 'ntile' && split > 0) {
			warnings.push(remark(`rfm-ties-split-${name}`, { n: split, share: split / n }));
		}
	});
	if (measures.outsideWindow > 0) warnings.push(remark('rfm-outside-window', { n: measures.outsideWindow }));
	if (bins !== SEGMENT_BINS) warnings.push(remark('rfm-no-segments', { bins }));
	return warnings;
}
