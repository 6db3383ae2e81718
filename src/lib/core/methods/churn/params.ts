import * as v from 'valibot';
import { lossCauses } from '../../dataset/loss-reasons.ts';
import { limitKinds } from '../../math/survival/kaplan-meier.ts';
import { aliveModels, type ChurnParams } from './types.ts';

const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650));

const text = v.pipe(v.string(), v.nonEmpty());
const reasons = v.strictObject({
	table: v.nullable(text),
	column: text,
	mapped: v.optional(
		v.pipe(
			v.array(
				v.strictObject({
					value: text,
					cause: v.nullable(v.picklist(lossCauses)),
					name: v.optional(v.pipe(text, v.maxLength(60)))
				})
			),
			v.check((all) => new Set(all.map(({ value }) => value)).size === all.length, 'mapped twice'),
			v.readonly()
		),
		[]
	)
});

/** Parameters of churn; `parse(churnParams, {})` gives the defaults. The cut of "at risk" may not lie above "churned". */
export const churnParams = v.pipe(
	v.strictObject({
		window: v.optional(v.picklist(['percentile', 'days']), 'percentile'),
		atRiskPercentile: v.optional(percent, 40),
		churnedPercentile: v.optional(percent, 80),
		atRiskDays: v.optional(days, 30),
		churnedDays: v.optional(days, 90),
		unit: v.optional(v.picklist(['week', 'month', 'quarter', 'year']), 'month'),
		base: v.optional(v.picklist(['active', 'all']), 'active'),
		winBackDays: v.optional(days, 90),
		toleratedReturn: v.optional(percent, 20),
		stakeDays: v.optional(days, 365),
		survival: v.optional(v.picklist(['next-order', 'lifetime']), 'next-order'),
		limits: v.optional(v.picklist(limitKinds), 'log'),
		overdueFactor: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(20)), 2),
		dropPercent: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)), 30),
		model: v.optional(v.picklist(aliveModels), 'mbg-nbd'),
		aliveLow: v.optional(percent, 30),
		aliveHigh: v.optional(percent, 70),
		signDays: v.optional(days, 180),
		listed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 100),
		lossReasons: v.optional(v.nullable(reasons), null)
	}),
	v.check(
		(given) =>
			given.window === 'days'
				? given.atRiskDays <= given.churnedDays
				: given.atRiskPercentile <= given.churnedPercentile,
		'at-risk-above-churned'
	),
	v.check(({ aliveLow, aliveHigh }) => aliveLow <= aliveHigh, 'low-above-high'),
	v.transform((given) => given as ChurnParams)
);
