import * as v from 'valibot';
import { defaultStageRules } from './default-rules.ts';
import { withTemplateRules } from './templates.ts';
import {
	orderMeasures,
	stageIds,
	stageMeasures,
	templateIds,
	templateStages,
	type LifecycleParams,
	type StageMeasure
} from './types.ts';

const defaultMatureOrders = 5;

const stageValue = v.union([
	v.pipe(v.number(), v.finite(), v.minValue(0)),
	v.strictObject({ percentile: v.pipe(v.number(), v.minValue(0), v.maxValue(100)) })
]);

const condition = <M extends StageMeasure>(measures: readonly M[]) =>
	v.strictObject({
		measure: v.picklist(measures),
		is: v.picklist(['<', '<=', '=', '>=', '>']),
		value: stageValue
	});

/** The last rule catches everyone, so that no customer is left without a stage. */
const stageRules = <S extends string, M extends StageMeasure>(stages: readonly S[], measures: readonly M[]) =>
	v.pipe(
		v.array(
			v.strictObject({
				stage: v.picklist(stages),
				when: v.pipe(v.array(condition(measures)), v.maxLength(10))
			})
		),
		v.minLength(1),
		v.maxLength(40),
		v.check((rules) => rules.at(-1)?.when.length === 0, 'last-rule-has-condition')
	);

/** Orders alone decide the seven stages, as lists, files and movement use them without other tables. */
const sevenRules = stageRules(stageIds, orderMeasures);
const rulesFor = <S extends string>(stages: readonly S[]) =>
	v.exactOptional(stageRules(stages, stageMeasures));
const model = v.picklist(templateIds);

/**
 * Parameters of the lifecycle; `parse(lifecycleParams, {})` gives the defaults. Without rules, the default
 * template is made for the given `matureOrders`; so are the rules of the two models laid beside each other.
 */
export const lifecycleParams = v.pipe(
	v.strictObject({
		unit: v.optional(v.picklist(['week', 'month', 'quarter', 'year']), 'month'),
		rules: v.optional(sevenRules),
		matureOrders: v.optional(
			v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(1000)),
			defaultMatureOrders
		),
		models: v.optional(v.strictTuple([model, model]), ['seven', 'repeat']),
		kindBy: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(500))), null),
		templateRules: v.optional(
			v.strictObject({
				repeat: rulesFor(templateStages.repeat),
				care: rulesFor(templateStages.care),
				loyalty: rulesFor(templateStages.loyalty),
				b2b: rulesFor(templateStages.b2b),
				aipl: rulesFor(templateStages.aipl)
			}),
			{}
		)
	}),
	v.transform(({ rules, ...given }): LifecycleParams => ({
		...given,
		rules: rules ?? defaultStageRules(given.matureOrders),
		templateRules: withTemplateRules(given)
	}))
);
