import { isTableRecipe, type AnyRecipe, type ColumnPlan } from '#lib/api/index.ts';
import type { CleaningWords } from '#lib/i18n/load-topic.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import { sampleNumber } from '../number-style.ts';

/** Roles of orders and types of other tables that hold money. */
const money: readonly string[] = ['amount', 'price', 'money'];

/** What is done to every row after the cleaning steps, by choices that stand elsewhere in the review, in order. */
export function fixedSteps(recipe: AnyRecipe, words: CleaningWords, t: Messages): readonly string[] {
	const { fixedSteps: says } = words;
	const { choices, statusRules } = recipe;
	const columns: readonly (ColumnPlan<string> & { readonly type?: string })[] = recipe.columns;
	const has = (role: string): boolean => columns.some((plan) => plan.role === role);
	const cancelled = statusRules.filter(({ treatment }) => treatment === 'cancelled').length;
	const ofOrders = (): readonly string[] => [
		choices.noCustomer === 'walk-in' ? says.walkIn() : says.noCustomerAside(),
		...(has('status') && cancelled > 0 ? [says.status({ n: cancelled })] : []),
		...(choices.cancelPrefix === '' ? [] : [says.cancelPrefix({ prefix: choices.cancelPrefix })]),
		choices.cancelled === 'exclude' ? says.cancelledExclude() : says.cancelledKeep(),
		choices.zeroAmount === 'exclude' ? says.zeroExclude() : says.zeroKeep(),
		says.refunds()
	];
	return [
		...columns.flatMap(({ role, type, header, dateOrder }) =>
			role !== 'ignore' && (type ?? role) === 'date' && dateOrder !== undefined
				? [says.dateOrder({ column: header, order: t.importing.dateOrders[dateOrder]() })]
				: []
		),
		...columns.flatMap(({ role, type, header, numberStyle }) =>
			role !== 'ignore' && money.includes(type ?? role) && numberStyle !== undefined
				? [says.numberStyle({ column: header, style: sampleNumber(numberStyle) })]
				: []
		),
		choices.duplicates === 'drop' ? says.duplicatesDrop() : says.duplicatesKeep(),
		...(isTableRecipe(recipe) ? [] : ofOrders())
	];
}
