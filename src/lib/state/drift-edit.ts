import {
	goneRef,
	withRefs,
	withSteps,
	type AnyRecipe,
	type ColumnMatch,
	type ColumnPlan
} from '#lib/api/index.ts';

/** Positions of columns chosen for those of a recipe, by the old position; null: none. */
export type ChosenColumns = ReadonlyMap<number, number | null>;

/** Where a column of the recipe is now: as was chosen, else as was found. */
export function placeOf(match: ColumnMatch, chosen: ChosenColumns): number | null {
	return chosen.get(match.old.index) ?? (chosen.has(match.old.index) ? null : (match.now?.index ?? null));
}

/**
 * The recipe with another column in the place of one that was found, or was not: its role and the steps that need it go
 * there. What stood there before is left out.
 */
export function withColumnFor(
	recipe: AnyRecipe,
	match: ColumnMatch,
	from: number | null,
	to: number | null
): AnyRecipe {
	const { role, old } = match;
	const plans: readonly AnyPlan[] = recipe.columns;
	const had = plans.find((plan) => plan.index === from && plan.role === role);
	const columns = plans.map((plan): AnyPlan => {
		if (plan.index === to) return { ...plan, ...readingOf(had), role };
		return plan === had ? { ...plan, role: 'ignore' } : plan;
	});
	const fromRef = from ?? goneRef(old.index);
	const toRef = to ?? goneRef(old.index);
	const steps = (recipe.steps ?? []).map((step) => withRefs(step, (ref) => (ref === fromRef ? toRef : ref)));
	// Roles and types are those of the recipe's own columns.
	return withSteps({ ...recipe, columns } as AnyRecipe, steps);
}

type AnyPlan = ColumnPlan<string> & { readonly type?: string };

/** How the cells of a column are read. */
function readingOf(plan: AnyPlan | undefined): Pick<AnyPlan, 'dateOrder' | 'numberStyle' | 'type'> {
	return {
		...(plan?.type !== undefined && { type: plan.type }),
		...(plan?.dateOrder !== undefined && { dateOrder: plan.dateOrder }),
		...(plan?.numberStyle !== undefined && { numberStyle: plan.numberStyle })
	};
}
