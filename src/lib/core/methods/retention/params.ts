import * as v from 'valibot';
import type { RetentionParams } from './types.ts';

/** The longest N that can be asked for. */
export const longestPeriods = 400;

/** How far the curves go unless said otherwise: about a month of days, half a year of weeks, three years else. */
export const defaultMaxPeriods: Readonly<Record<RetentionParams['unit'], number>> = {
	day: 30,
	week: 26,
	month: 36,
	quarter: 12
};

/** Parameters of retention; `parse(retentionParams, {})` gives the defaults. `maxPeriods` follows the unit. */
export const retentionParams = v.pipe(
	v.strictObject({
		unit: v.optional(v.picklist(['day', 'week', 'month', 'quarter']), 'month'),
		measure: v.optional(v.picklist(['on', 'on-or-after']), 'on'),
		periods: v.optional(v.picklist(['calendar', 'rolling']), 'calendar'),
		entry: v.optional(v.picklist(['first', 'recurring']), 'first'),
		maxPeriods: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestPeriods)))
	}),
	v.transform((given): RetentionParams => ({
		...given,
		maxPeriods: given.maxPeriods ?? defaultMaxPeriods[given.unit]
	}))
);
