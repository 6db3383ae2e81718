import * as v from 'valibot';

/** Parameters of the contribution; `parse(contributionParams, {})` gives the defaults. */
export const contributionParams = v.strictObject({
	days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3653)), 365),
	against: v.optional(v.picklist(['before', 'year']), 'before')
});
