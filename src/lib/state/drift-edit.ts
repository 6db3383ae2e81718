import {
	goneRef,
	withRefs,
	withSteps,
	type ColumnMatch,
	type ColumnPlan,
	type ImportRecipe
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
	recipe: ImportRecipe,
	match: ColumnMatch,
	from: number | null,
	to: number | null
): ImportRecipe {
	const { role, old } = match;
	const had = recipe.columns.find((plan) => plan.index === from && plan.role === role);
	const columns = recipe.columns.map((plan): ColumnPlan => {
		if (plan.index === to) return { ...plan, ...stylesOf(had), role };
		return plan === had ? { ...plan, role: 'ignore' } : plan;
	});
	const fromRef = from ?? goneRef(old.index);
	const toRef = to ?? goneRef(old.index);
	const steps = (recipe.steps ?? []).map((step) => withRefs(step, (ref) => (ref === fromRef ? toRef : ref)));
	return withSteps({ ...recipe, columns }, steps);
}

function stylesOf(plan: ColumnPlan | undefined): Pick<ColumnPlan, 'dateOrder' | 'numberStyle'> {
	return {
		...(plan?.dateOrder !== undefined && { dateOrder: plan.dateOrder }),
		...(plan?.numberStyle !== undefined && { numberStyle: plan.numberStyle })
	};
}
