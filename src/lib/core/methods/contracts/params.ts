import * as v from 'valibot';
import type { ContractsParams } from './types.ts';

const name = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(500))), null);
const between = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Parameters of contracts; `parse(contractsParams, {})` gives the defaults. */
export const contractsParams = v.pipe(
	v.strictObject({
		table: name,
		by: name,
		// As long as the data have them: what somebody decided must never be refused.
		statuses: v.optional(
			v.array(v.strictObject({ column: v.string(), value: v.string(), ended: v.boolean() })),
			[]
		),
		grace: v.optional(between(0, 366), 31),
		unit: v.optional(v.picklist(['month', 'quarter', 'year']), 'month'),
		age: v.optional(v.picklist(['month', 'year']), 'year'),
		tenureIn: v.optional(v.picklist(['day', 'month', 'year']), 'month'),
		amountIn: v.optional(v.picklist(['month', 'year']), 'month'),
		ahead: v.optional(between(1, 60), 5),
		discount: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0.02), v.maxValue(1)), 0.1)
	}),
	v.transform((given): ContractsParams => given)
);
