import { lossPercentile } from './default-rules.ts';
import type {
	LifecycleParams,
	OtherTemplateId,
	StageCondition,
	StageRule,
	TemplateId,
	TemplateRules
} from './types.ts';

/** Orders from which a customer counts as loyal, and contacts from which a lead counts as an opportunity. */
const loyalOrders = 3;
const opportunityContacts = 2;
/** The least answer of a promoter on 0–10. */
const promoterScore = 9;

/**
 * The rules of a further template, first match first.
 *
 * Those made of orders alone judge silence as the seven stages do: longer than 80 % of all gaps is lost. Stages before
 * the first order are known from linked tables only: a lead is qualified by a contact and an opportunity by a second
 * one, interest is a contact, an evangelist is a customer whose last answer was 9 or 10. Where no table tells of
 * contacts or answers, nobody is in such a stage.
 *
 * @example
 * defaultTemplateRules('repeat', 5).map((rule) => rule.stage) // => ['potential', 'lost', 'first', 'repeat']
 * defaultTemplateRules('aipl', 5).map((rule) => rule.stage) // => ['loyalty', 'purchase', 'interest', 'awareness']
 */
export function defaultTemplateRules<T extends OtherTemplateId>(
	template: T,
	matureOrders: number
): NonNullable<TemplateRules[T]> {
	const none: StageCondition = { measure: 'orders', is: '=', value: 0 };
	const lost: StageCondition = { measure: 'daysSinceLast', is: '>', value: { percentile: lossPercentile } };
	const fewer = (value: number): StageCondition => ({ measure: 'orders', is: '<', value });
	const ordered = (value: number): StageCondition => ({ measure: 'orders', is: '>=', value });
	const contacted = (value: number): StageCondition => ({ measure: 'contacts', is: '>=', value });
	const rules: Required<TemplateRules> = {
		repeat: [
			{ stage: 'potential', when: [none] },
			{ stage: 'lost', when: [lost] },
			{ stage: 'first', when: [{ measure: 'orders', is: '=', value: 1 }] },
			{ stage: 'repeat', when: [] }
		],
		care: [
			{ stage: 'acquire', when: [none] },
			{ stage: 'win-back', when: [lost] },
			{ stage: 'nurture', when: [fewer(matureOrders)] },
			{ stage: 'retain', when: [] }
		],
		loyalty: [
			{ stage: 'potential', when: [none] },
			{ stage: 'lost', when: [lost] },
			{ stage: 'new', when: [fewer(loyalOrders)] },
			{ stage: 'loyal', when: [] }
		],
		b2b: [
			{ stage: 'evangelist', when: [ordered(1), { measure: 'score', is: '>=', value: promoterScore }] },
			{ stage: 'customer', when: [ordered(1)] },
			{ stage: 'opportunity', when: [contacted(opportunityContacts)] },
			{ stage: 'qualified', when: [contacted(1)] },
			{ stage: 'lead', when: [] }
		],
		aipl: [
			{ stage: 'loyalty', when: [ordered(2)] },
			{ stage: 'purchase', when: [ordered(1)] },
			{ stage: 'interest', when: [contacted(1)] },
			{ stage: 'awareness', when: [] }
		]
	};
	return rules[template];
}

/**
 * The rules of templates as the parameters have them, those of the two models completed by the template's own.
 *
 * @example
 * Object.keys(withTemplateRules({ models: ['seven', 'aipl'], templateRules: {}, matureOrders: 5 })) // => ['aipl']
 */
export function withTemplateRules({
	models,
	templateRules,
	matureOrders
}: Pick<LifecycleParams, 'models' | 'templateRules' | 'matureOrders'>): TemplateRules {
	const made = models
		.filter((template) => template !== 'seven')
		.map((template) => [template, defaultTemplateRules(template, matureOrders)]);
	return { ...(Object.fromEntries(made) as TemplateRules), ...templateRules };
}

/**
 * The rules of one of the two models.
 *
 * @example
 * rulesOfModel({ rules: [{ stage: 'mature', when: [] }], templateRules: {} }, 'seven').length // => 1
 */
export function rulesOfModel(
	{ rules, templateRules }: Pick<LifecycleParams, 'rules' | 'templateRules'>,
	template: TemplateId
): readonly StageRule<string>[] {
	return template === 'seven' ? rules : (templateRules[template] ?? []);
}
