import * as v from 'valibot';

const share = (least: number, most: number) =>
	v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most));

/** Parameters of value; `parse(valueParams, {})` gives the defaults. */
export const valueParams = v.pipe(
	v.strictObject({
		model: v.optional(v.picklist(['bg-nbd', 'mbg-nbd', 'pareto-nbd']), 'bg-nbd'),
		basis: v.exactOptional(v.literal('profit')),
		months: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 12),
		discount: v.optional(share(0, 0.2), 0.01),
		margin: v.optional(share(0.001, 1), 1),
		acquisitionCost: v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))), null),
		tierA: v.optional(share(0.01, 0.98), 0.7),
		tierB: v.optional(share(0.02, 0.99), 0.9),
		unit: v.optional(v.picklist(['month', 'quarter', 'year']), 'month')
	}),
	v.forward(
		v.check((p) => p.tierA < p.tierB, 'A ends before B does'),
		['tierB']
	),
	v.forward(
		v.check((p) => p.basis === undefined || p.margin === 1, 'a profit has no margin'),
		['margin']
	)
);
