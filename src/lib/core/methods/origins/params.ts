import * as v from 'valibot';
import type { OriginsParams } from './types.ts';

const between = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Parameters of origins; `parse(originsParams, {})` gives the defaults. */
export const originsParams = v.pipe(
	v.strictObject({
		by: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(500))), null),
		shown: v.optional(between(2, 20), 8),
		unit: v.optional(v.picklist(['week', 'month', 'quarter']), 'month'),
		maxPeriods: v.optional(between(1, 60), 12),
		valueDays: v.optional(between(1, 3650), 90),
		matureOrders: v.optional(between(3, 1000), 5)
	}),
	v.transform((given): OriginsParams => given)
);
