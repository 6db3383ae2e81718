import * as v from 'valibot';
import type { RfmCuts, RfmRule } from './types.ts';

const edges = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(1), v.maxLength(9), v.readonly());

const cuts = v.strictObject({ recency: edges, frequency: edges, monetary: edges });

function fits({ recency, frequency, monetary }: RfmCuts, bins: number): boolean {
	return [recency, frequency, monetary].every(
		(own) => own.length === bins - 1 && own.every((edge, i) => i === 0 || (own[i - 1] as number) <= edge)
	);
}

const weight = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));

const weights = v.pipe(
	v.strictObject({
		recency: v.optional(weight, 1),
		frequency: v.optional(weight, 1),
		monetary: v.optional(weight, 1)
	}),
	v.check((own) => own.recency + own.frequency + own.monetary > 0, 'no weight at all')
);

const score = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10));
const span = v.pipe(
	v.strictTuple([score, score]),
	v.check(([from, to]) => from <= to, 'from above to'),
	v.readonly()
);
/** As many segments as codes of one byte leave room for; a name is the user's own and short. */
const rules = v.pipe(
	v.array(
		v.strictObject({
			segment: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(40)),
			recency: span,
			frequency: span,
			monetary: span
		})
	),
	v.minLength(1),
	v.maxLength(60),
	v.readonly()
);

const limit = v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))), null);
const vip = v.pipe(
	v.strictObject({ recency: limit, frequency: limit, monetary: limit }),
	v.check((own) => Object.values(own).some((value) => value !== null), 'no limit at all')
);

/** A table and a column by the names that the data give them. */
const source = v.strictObject({
	table: v.pipe(v.string(), v.nonEmpty()),
	value: v.optional(v.nullable(v.pipe(v.string(), v.nonEmpty())), null)
});

function within(own: readonly RfmRule[], bins: number): boolean {
	return own.every((rule) => Math.max(rule.recency[1], rule.frequency[1], rule.monetary[1]) <= bins);
}

/**
 * Parameters of RFM; `parse(rfmParams, {})` gives the defaults. `fixed` needs cuts: bins − 1 ascending edges per
 * measure, equal ones allowed (as the quantile edges of a collapsed measure are). Rules name scores that exist.
 */
export const rfmParams = v.pipe(
	v.strictObject({
		binning: v.optional(v.picklist(['quantile', 'ntile', 'nested', 'fixed', 'mean']), 'quantile'),
		bins: v.optional(v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(10)), 5),
		frequency: v.optional(v.picklist(['orders', 'days']), 'orders'),
		monetary: v.optional(v.picklist(['sum', 'mean']), 'sum'),
		basis: v.exactOptional(v.literal('profit')),
		cuts: v.optional(v.nullable(cuts), null),
		matrix: v.optional(v.picklist(['rf', 'rfm']), 'rf'),
		high: v.optional(v.picklist(['mean-score', 'score', 'mean-value']), 'mean-score'),
		highScore: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10)), 4),
		weights: v.optional(weights, {}),
		rules: v.optional(v.nullable(rules), null),
		sensitivity: v.optional(v.picklist(['none', 'recency', 'frequency', 'monetary', 'window']), 'none'),
		vip: v.optional(v.nullable(vip), null),
		source: v.optional(v.nullable(source), null)
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
	),
	v.forward(
		v.check(
			(p) => p.rules === null || within(p.rules, p.binning === 'mean' ? 2 : p.bins),
			'a rule names a score that does not exist'
		),
		['rules']
	),
	v.forward(
		v.check(
			(p) => p.source === null || p.source.value !== null || p.monetary === 'sum',
			'no values to average'
		),
		['monetary']
	),
	v.forward(
		v.check((p) => p.basis === undefined || p.source === null, 'only orders have a profit'),
		['basis']
	)
);
