import {
	isTableRecipe,
	withSteps,
	type AnyRecipe,
	type ColumnPlan,
	type ImportRecipe
} from '#lib/api/index.ts';

/** Roles that a row of orders has as well, whatever table it came from. */
const kept: readonly string[] = ['customer', 'customer-name', 'order', 'product', 'status', 'attribute'];

/**
 * The recipe for orders by which columns of months become rows: one per month, dated by it, with what stood there as its amount.
 * What names the customer stays, and so do columns to cut by. `year`: of months that name none; absent, and the step asks for it.
 */
export function withMonthsAsRows(
	recipe: AnyRecipe,
	months: readonly number[],
	names: { readonly label: string; readonly value: string },
	year?: number
): ImportRecipe {
	const columns: readonly ColumnPlan<string>[] = recipe.columns;
	const hasCustomer = columns.some(({ role }) => role === 'customer');
	const roleOf = ({ index, role }: ColumnPlan<string>): string => {
		if (months.includes(index)) return 'ignore';
		if (role === 'customer-name' && !hasCustomer) return 'customer';
		return kept.includes(role) ? role : 'ignore';
	};
	const steps = recipe.steps ?? [];
	const numbers = steps.map(({ id }) => Number(/^s(\d+)$/.exec(id)?.[1] ?? 0));
	const id = `s${Math.max(0, ...numbers) + 1}`;
	const orders = {
		version: 1,
		source: recipe.source,
		columns: columns.map((plan) => {
			const { index, header, keptAs, kind, made } = plan;
			return {
				index,
				header,
				...(keptAs !== undefined && { keptAs }),
				role: roleOf(plan) as ImportRecipe['columns'][number]['role'],
				...(kind !== undefined && { kind }),
				...(made !== undefined && { made })
			};
		}),
		...(steps.length > 0 && { steps }),
		statusRules: recipe.statusRules,
		choices: isTableRecipe(recipe)
			? { ...recipe.choices, duplicates: 'keep', cancelled: 'exclude', zeroAmount: 'exclude' }
			: recipe.choices,
		currency: recipe.currency,
		...(recipe.zone !== undefined && { zone: recipe.zone })
	} satisfies ImportRecipe;
	const step = {
		id,
		kind: 'unpivot',
		columns: months,
		...names,
		...(year !== undefined && { year })
	} as const;
	const spread = withSteps<ImportRecipe>(orders, [step, ...steps]);
	return {
		...spread,
		columns: spread.columns.map((plan) => {
			if (plan.made === `${id}.0`) return { ...plan, role: 'date', dateOrder: 'month' };
			return plan.made === `${id}.1` ? { ...plan, role: 'amount' } : plan;
		})
	};
}
