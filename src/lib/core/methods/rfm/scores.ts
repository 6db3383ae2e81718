import { CoreError } from '../../errors.ts';
import { scoreByEdges } from './binning/by-edges.ts';
import { scoreByMean } from './binning/mean-split.ts';
import { scoreWithin } from './binning/nested.ts';
import { scoreByNtile } from './binning/ntile.ts';
import type { Measures } from './measures.ts';
import type { Ranked, Scored, ScoreRanges } from './ranked.ts';
import { scoreRanges } from './score-ranges.ts';
import type { RfmCuts, RfmParams } from './types.ts';

/** The measures, and each customer's scores: positions as in `Measures`. */
export interface Scores {
	readonly bins: number;
	readonly recency: Ranked;
	readonly frequency: Ranked;
	readonly monetary: Ranked;
	readonly r: Uint8Array;
	readonly f: Uint8Array;
	readonly m: Uint8Array;
	/** What lies behind the scores of R, of F and of M. */
	readonly ranges: readonly [ScoreRanges, ScoreRanges, ScoreRanges];
	/** Null for the rules that have no edges of their own: ntile and nested. */
	readonly edges: RfmCuts | null;
}

/**
 * How many scores a rule gives: `mean` always two, the others as many as asked for.
 *
 * @example
 * binsOf({ binning: 'mean', bins: 5 }) // => 2
 * binsOf({ binning: 'ntile', bins: 5 }) // => 5
 */
export function binsOf(params: RfmParams): number {
	return params.binning === 'mean' ? 2 : params.bins;
}

/**
 * Scores every customer by the rule asked for, or by the edges held where some are: those of another day. By edges and by the mean in linear passes, without a sort: about 2 ms
 * for 115,000 customers; by equal groups and nested with one sort per measure.
 *
 * @throws CoreError `params-invalid` for `fixed` without cuts.
 */
export function scoreCustomers(measures: Measures, params: RfmParams, held: RfmCuts | null = null): Scores {
	const bins = binsOf(params);
	const { recency, frequency, monetary } = measures.ranked;
	const base = { bins, recency, frequency, monetary };
	switch (params.binning) {
		case 'quantile':
			return byEdges(
				base,
				held ?? {
					recency: recency.edges(bins),
					frequency: frequency.edges(bins),
					monetary: monetary.edges(bins)
				}
			);
		case 'fixed':
			if (params.cuts === null) throw new CoreError('params-invalid', { method: 'rfm', param: 'cuts' });
			return byEdges(base, params.cuts);
		case 'ntile':
			return byCustomer(base, {
				r: scoreByNtile(recency.order, bins, 'less'),
				f: scoreByNtile(frequency.order, bins, 'more'),
				m: scoreByNtile(monetary.order, bins, 'more')
			});
		case 'nested':
			return nested(base);
		case 'mean':
			return byMean(
				base,
				held ?? { recency: [recency.mean], frequency: [frequency.mean], monetary: [monetary.mean] }
			);
	}
}

type Base = Pick<Scores, 'bins' | 'recency' | 'frequency' | 'monetary'>;

function byEdges(base: Base, edges: RfmCuts): Scores {
	const { bins, recency, frequency, monetary } = base;
	return byValue(base, edges, [
		recency.score(edges.recency, bins, scoreByEdges(edges.recency, 'less')),
		frequency.score(edges.frequency, bins, scoreByEdges(edges.frequency, 'more')),
		monetary.score(edges.monetary, bins, scoreByEdges(edges.monetary, 'more'))
	]);
}

function byMean(base: Base, edges: RfmCuts): Scores {
	const { bins, recency, frequency, monetary } = base;
	const [r = NaN, f = NaN, m = NaN] = [edges.recency[0], edges.frequency[0], edges.monetary[0]];
	return byValue(base, edges, [
		recency.score(edges.recency, bins, scoreByMean(r, 'less')),
		frequency.score(edges.frequency, bins, scoreByMean(f, 'more')),
		monetary.score(edges.monetary, bins, scoreByMean(m, 'more'))
	]);
}

function byValue(base: Base, edges: RfmCuts, [r, f, m]: readonly [Scored, Scored, Scored]): Scores {
	return { ...base, r: r.scores, f: f.scores, m: m.scores, ranges: [r.ranges, f.ranges, m.ranges], edges };
}

function nested(base: Base): Scores {
	const { bins, recency, frequency, monetary } = base;
	const edges = recency.edges(bins);
	const r = recency.score(edges, bins, scoreByEdges(edges, 'less')).scores;
	const rank = r.map((score) => score - 1);
	const f = scoreWithin(frequency, rank, bins, bins);
	const cell = f.map((score, i) => (rank[i] as number) * bins + score - 1);
	const m = scoreWithin(monetary, cell, bins * bins, bins);
	return byCustomer(base, { r, f, m });
}

/** Scores that may part equal values. */
function byCustomer(base: Base, { r, f, m }: Pick<Scores, 'r' | 'f' | 'm'>): Scores {
	const { bins, recency, frequency, monetary } = base;
	const ranges = [
		scoreRanges(recency, r, bins),
		scoreRanges(frequency, f, bins),
		scoreRanges(monetary, m, bins)
	] as const;
	return { ...base, r, f, m, ranges, edges: null };
}
