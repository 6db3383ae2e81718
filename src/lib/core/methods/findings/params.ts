import * as v from 'valibot';

/** Parameters of the findings; `parse(findingsParams, {})` gives the defaults. */
export const findingsParams = v.strictObject({
	unit: v.optional(v.picklist(['week', 'month', 'quarter']), 'month'),
	outlier: v.optional(v.pipe(v.number(), v.minValue(2), v.maxValue(10)), 3.5),
	listed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 10),
	seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0x7fffffff)), 1)
});
