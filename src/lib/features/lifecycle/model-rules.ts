import {
	orderMeasures,
	stageMeasures,
	type LifecycleParams,
	type StageMeasure,
	type StageRule,
	type TemplateId
} from '#lib/api/index.ts';

/** The rules of one of the models that a result was made with. */
export function rulesOfModel(
	{ rules, templateRules }: Pick<LifecycleParams, 'rules' | 'templateRules'>,
	template: TemplateId
): readonly StageRule<string>[] {
	return template === 'seven' ? rules : (templateRules[template] ?? []);
}

/**
 * The change of the parameters that gives a model other rules, beside those chosen for others before; null brings back
 * the template's own.
 *
 * @example
 * changeOfRules({}, 'seven', [{ stage: 'mature', when: [] }]) // => { rules: [{ stage: 'mature', when: [] }] }
 * changeOfRules({ templateRules: { care: [] } }, 'aipl', []) // => { templateRules: { care: [], aipl: [] } }
 */
export function changeOfRules(
	chosen: Partial<LifecycleParams>,
	template: TemplateId,
	rules: readonly StageRule<string>[]
): Partial<LifecycleParams> {
	// The schema checks what came of it: a stage is one of the model's.
	if (template === 'seven') return { rules: rules as LifecycleParams['rules'] };
	return { templateRules: { ...chosen.templateRules, [template]: rules } };
}

/**
 * What was chosen, without the rules of a model: it has its template's own again.
 *
 * @example
 * withoutRules({ unit: 'week', rules: [] }, 'seven') // => { unit: 'week' }
 * withoutRules({ templateRules: { care: [], aipl: [] } }, 'aipl') // => { templateRules: { care: [] } }
 */
export function withoutRules(
	chosen: Partial<LifecycleParams>,
	template: TemplateId
): Partial<LifecycleParams> {
	const { rules, templateRules, ...rest } = chosen;
	if (template === 'seven') return { ...rest, ...(templateRules && { templateRules }) };
	const others = Object.fromEntries(Object.entries(templateRules ?? {}).filter(([id]) => id !== template));
	return {
		...rest,
		...(rules && { rules }),
		...(Object.keys(others).length > 0 && { templateRules: others })
	};
}

/** Whether a model's rules were changed. */
export function hasOwnRules(chosen: Partial<LifecycleParams>, template: TemplateId): boolean {
	return template === 'seven' ? chosen.rules !== undefined : chosen.templateRules?.[template] !== undefined;
}

/** What the rules of a model can look at: the seven stages are made of orders alone. */
export const measuresOf = (template: TemplateId): readonly StageMeasure[] =>
	template === 'seven' ? orderMeasures : stageMeasures;
