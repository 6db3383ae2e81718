import { CoreError } from '../../errors.ts';
import { scoreByEdges } from './binning/by-edges.ts';
import { scoreByMean } from './binning/mean-split.ts';
import { scoreWithin } from './binning/nested.ts';
import { scoreByNtile } from './binning/ntile.ts';
import { quantileEdges } from './binning/quantile-edges.ts';
import type { Measures } from './measures.ts';
import { meanOf, ranked, type Ranked } from './ranked.ts';
import type { RfmCuts, RfmParams } from './types.ts';

/** The measures in order, and each customer's scores: positions as in `Measures`. */
export interface Scores {
	readonly bins: number;
	readonly recency: Ranked;
	readonly frequency: Ranked;
	readonly monetary: Ranked;
	readonly r: Uint8Array;
	readonly f: Uint8Array;
	readonly m: Uint8Array;
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
 * Scores every customer by the rule asked for. One sort per measure (radix), then linear passes: about 15 ms for
 * 115,000 customers.
 *
 * @throws CoreError `params-invalid` for `fixed` without cuts.
 */
export function scoreCustomers(measures: Measures, params: RfmParams): Scores {
	const recency = ranked(measures.recency);
	const frequency = ranked(measures.frequency);
	const monetary = ranked(measures.monetary);
	const bins = binsOf(params);
	const base = { bins, recency, frequency, monetary };
	switch (params.binning) {
		case 'quantile':
			return byEdges(base, {
				recency: quantileEdges(recency.sorted, bins),
				frequency: quantileEdges(frequency.sorted, bins),
				monetary: quantileEdges(monetary.sorted, bins)
			});
		case 'fixed':
			if (params.cuts === null) throw new CoreError('params-invalid', { method: 'rfm', param: 'cuts' });
			return byEdges(base, params.cuts);
		case 'ntile':
			return {
				...base,
				r: scoreByNtile(recency.order, bins, 'less'),
				f: scoreByNtile(frequency.order, bins, 'more'),
				m: scoreByNtile(monetary.order, bins, 'more'),
				edges: null
			};
		case 'nested':
			return nested(base);
		case 'mean':
			return byMean(base);
	}
}

type Base = Pick<Scores, 'bins' | 'recency' | 'frequency' | 'monetary'>;

function byEdges(base: Base, edges: RfmCuts): Scores {
	return {
		...base,
		r: scoreByEdges(base.recency.values, edges.recency, 'less'),
		f: scoreByEdges(base.frequency.values, edges.frequency, 'more'),
		m: scoreByEdges(base.monetary.values, edges.monetary, 'more'),
		edges
	};
}

function byMean(base: Base): Scores {
	const edges = {
		recency: [meanOf(base.recency)],
		frequency: [meanOf(base.frequency)],
		monetary: [meanOf(base.monetary)]
	};
	return {
		...base,
		r: scoreByMean(base.recency.values, edges.recency[0] as number, 'less'),
		f: scoreByMean(base.frequency.values, edges.frequency[0] as number, 'more'),
		m: scoreByMean(base.monetary.values, edges.monetary[0] as number, 'more'),
		edges
	};
}

function nested(base: Base): Scores {
	const { bins } = base;
	const r = scoreByEdges(base.recency.values, quantileEdges(base.recency.sorted, bins), 'less');
	const rank = r.map((score) => score - 1);
	const f = scoreWithin(base.frequency, rank, bins, bins);
	const cell = f.map((score, i) => (rank[i] as number) * bins + score - 1);
	const m = scoreWithin(base.monetary, cell, bins * bins, bins);
	return { ...base, r, f, m, edges: null };
}
