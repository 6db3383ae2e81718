import * as v from 'valibot';
import { growthAgainst, growthPeriods } from './types.ts';

/** Parameters of the contribution; `parse(contributionParams, {})` gives the defaults. */
export const contributionParams = v.strictObject({
	period: v.optional(v.picklist(growthPeriods), 'days'),
	days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3653)), 365),
	against: v.optional(v.picklist(growthAgainst), 'before')
});
