import * as v from 'valibot';
import type { RfmCuts } from './types.ts';

const edges = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(1), v.maxLength(9), v.readonly());

const cuts = v.strictObject({ recency: edges, frequency: edges, monetary: edges });

function fits({ recency, frequency, monetary }: RfmCuts, bins: number): boolean {
	return [recency, frequency, monetary].every(
		(own) => own.length === bins - 1 && own.every((edge, i) => i === 0 || (own[i - 1] as number) <= edge)
	);
}

/**
 * Parameters of RFM; `parse(rfmParams, {})` gives the defaults. `fixed` needs cuts: bins − 1 ascending edges per
 * measure, equal ones allowed (as the quantile edges of a collapsed measure are).
 */
export const rfmParams = v.pipe(
	v.strictObject({
		binning: v.optional(v.picklist(['quantile', 'ntile', 'nested', 'fixed', 'mean']), 'quantile'),
		bins: v.optional(v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(10)), 5),
		frequency: v.optional(v.picklist(['orders', 'days']), 'orders'),
		monetary: v.optional(v.picklist(['sum', 'mean']), 'sum'),
		cuts: v.optional(v.nullable(cuts), null),
		matrix: v.optional(v.picklist(['rf', 'rfm']), 'rf'),
		high: v.optional(v.picklist(['mean-score', 'score', 'mean-value']), 'mean-score'),
		highScore: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10)), 4)
	}),
	v.forward(
		v.check(
			(p) => p.binning !== 'fixed' || (p.cuts !== null && fits(p.cuts, p.bins)),
			'cuts must fit the bins'
		),
		['cuts']
	),
	v.forward(
		v.check(
			(p) => p.high !== 'score' || p.highScore <= (p.binning === 'mean' ? 2 : p.bins),
			'no score is that high'
		),
		['highScore']
	)
);
