import * as v from 'valibot';

/** The longest current period, in days: ten years. */
export const maxDays = 3653;

/** Parameters of the overview; `parse(overviewParams, {})` gives the defaults. */
export const overviewParams = v.strictObject({
	days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxDays)), 90),
	unit: v.optional(v.picklist(['week', 'month', 'quarter', 'year']), 'month')
});
