import * as v from 'valibot';
import { defaultStageRules } from './default-rules.ts';
import { stageIds, type LifecycleParams } from './types.ts';

const defaultMatureOrders = 5;

const stageValue = v.union([
	v.pipe(v.number(), v.finite(), v.minValue(0)),
	v.strictObject({ percentile: v.pipe(v.number(), v.minValue(0), v.maxValue(100)) })
]);

const stageCondition = v.strictObject({
	measure: v.picklist(['orders', 'daysSinceLast', 'previousGap']),
	is: v.picklist(['<', '<=', '=', '>=', '>']),
	value: stageValue
});

const stageRule = v.strictObject({
	stage: v.picklist(stageIds),
	when: v.pipe(v.array(stageCondition), v.maxLength(10))
});

/** The last rule catches everyone, so that no customer is left without a stage. */
const stageRules = v.pipe(
	v.array(stageRule),
	v.minLength(1),
	v.maxLength(40),
	v.check((rules) => rules.at(-1)?.when.length === 0, 'last-rule-has-condition')
);

/**
 * Parameters of the lifecycle; `parse(lifecycleParams, {})` gives the defaults. Without rules, the default
 * template is made for the given `matureOrders`.
 */
export const lifecycleParams = v.pipe(
	v.strictObject({
		unit: v.optional(v.picklist(['week', 'month', 'quarter', 'year']), 'month'),
		rules: v.optional(stageRules),
		matureOrders: v.optional(
			v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(1000)),
			defaultMatureOrders
		)
	}),
	v.transform(({ unit, rules, matureOrders }): LifecycleParams => ({
		unit,
		rules: rules ?? defaultStageRules(matureOrders),
		matureOrders
	}))
);
