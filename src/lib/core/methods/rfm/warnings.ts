import { fewCustomers, remark } from '../remarks.ts';
import type { Warning } from '../types.ts';
import type { Measures } from './measures.ts';
import { NO_SEGMENT, SEGMENT_BINS } from './segment-map.ts';
import type { RfmParams, RfmTables } from './types.ts';

/** Names of the measures in warning codes, in the order of the `cuts` table's codes. */
const measureNames = ['recency', 'frequency', 'monetary'] as const;

/**
 * What a reader must know before trusting the scores: too few customers; most bought once, so that frequency
 * hardly separates; scores that nobody got; equal customers split between scores; customers left outside; own rules that leave codes out or
 * claim them twice.
 */
export function rfmWarnings(
	measures: Measures,
	params: RfmParams,
	bins: number,
	{ cuts, ruleChecks, source }: Pick<RfmTables, 'cuts' | 'ruleChecks' | 'source'>
): Warning[] {
	const { n, once } = measures;
	const orders = source.rows === 0;
	const warnings = sourceWarnings(source);
	if (n < fewCustomers) warnings.push(remark('few-customers', { n, minimum: fewCustomers }));
	if (params.basis !== undefined && measures.totalRevenue <= 0) warnings.push(remark('profit-none'));
	if (once * 2 > n) {
		const code = orders ? 'rfm-frequency-collapsed' : 'rfm-rows-collapsed';
		warnings.push(remark(code, { n: once, share: once / n }));
	}
	const below =
		orders && params.basis === undefined
			? 0
			: measures.monetary.reduce((all, value) => all + (value < 0 ? 1 : 0), 0);
	if (below > 0) warnings.push(remark('rfm-negative-values', { n: below }));
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
	if (measures.outsideWindow > 0) {
		const code = orders ? 'rfm-outside-window' : 'rfm-rows-outside-window';
		warnings.push(remark(code, { n: measures.outsideWindow }));
	}
	for (const [code, uncovered] of [
		['rfm-rules-gaps', true],
		['rfm-rules-overlaps', false]
	] as const) {
		let codes = 0;
		let people = 0;
		for (let row = 0; row < ruleChecks.rows; row++) {
			if ((ruleChecks.columns.segment[row] === NO_SEGMENT) !== uncovered) continue;
			codes++;
			people += ruleChecks.columns.customers[row] as number;
		}
		if (codes > 0) warnings.push(remark(code, { codes, of: bins ** 3, n: people }));
	}
	if (bins !== SEGMENT_BINS && params.rules === null) warnings.push(remark('rfm-no-segments', { bins }));
	return warnings;
}

/** Rows of a source that are not counted, by why; nothing for orders. */
export function sourceWarnings({ rows, columns }: RfmTables['source']): Warning[] {
	if (rows === 0) return [];
	const of = columns.rows[0] as number;
	return (['orphans', 'undated', 'empty', 'later'] as const).flatMap((why) => {
		const n = columns[why][0] as number;
		return n === 0 ? [] : [remark(`rfm-rows-${why}`, { n, of })];
	});
}
