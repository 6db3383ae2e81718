import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import { keptName, type AnyRecipe, type ColumnPlan } from '#lib/core/dataset/recipe.ts';
import { attributeColumn, type SharingRules } from '#lib/core/dataset/sharing.ts';
import type { SourcesBeside } from '#lib/core/dataset/sources.ts';
import { refsOf } from '#lib/core/dataset/step-refs.ts';

/** What a snapshot says of its dataset; `stepsWithheld`: its recipes are without their cleaning steps. */
export interface SendableDataset {
	readonly dataset: DatasetManifest;
	readonly beside: SourcesBeside;
	readonly stepsWithheld?: true;
}

/**
 * A dataset's recipes as they may go into a file: with their cleaning steps, unless one of these holds values of a column
 * that speaks of persons (customers, their names, and what is not to leave as it is). Then all stay behind, as a recipe
 * with some of its steps would give other numbers.
 */
export function sendable(
	manifest: DatasetManifest,
	beside: SourcesBeside,
	rules: SharingRules | null
): SendableDataset {
	const { recipe, sources } = manifest;
	const recipes = [recipe, ...(sources ?? []).map((source) => source.recipe)];
	const tables = beside.linked.flatMap((table) =>
		[table, ...(table.sources ?? [])].map((source) => ({ recipe: source.recipe, name: table.name }))
	);
	const holds =
		recipes.some((own) => holdsPersonalValues(own, rules, '')) ||
		tables.some(({ recipe: own, name }) => holdsPersonalValues(own, rules, `${name} / `));
	if (!holds) return { dataset: manifest, beside };
	return {
		dataset: {
			...manifest,
			recipe: bare(recipe),
			...(sources && { sources: sources.map(withBare) })
		},
		beside: {
			...beside,
			linked: beside.linked.map((table) => ({
				...withBare(table),
				...(table.sources && { sources: table.sources.map(withBare) })
			}))
		},
		stepsWithheld: true
	};
}

function bare<Recipe extends AnyRecipe>({ steps: _, ...recipe }: Recipe): Omit<Recipe, 'steps'> {
	return recipe;
}

const withBare = <Source extends { readonly recipe: AnyRecipe }>(source: Source) => ({
	...source,
	recipe: bare<Source['recipe']>(source.recipe)
});

/** Roles of columns that speak of persons, in orders and other tables. */
const persons: readonly string[] = [
	...['customer', 'customer-name', 'phone', 'email', 'birthday', 'owner', 'owner-name'],
	// What somebody wrote may name anybody.
	...['comment', 'subject']
];

/** `table`: how attributes of a linked table are named before their header. */
function holdsPersonalValues(recipe: AnyRecipe, rules: SharingRules | null, table: string): boolean {
	const columns: readonly ColumnPlan<string>[] = recipe.columns;
	const hidden = new Set(
		(rules?.policies ?? []).filter(({ policy }) => policy !== 'keep').map(({ column }) => column)
	);
	const personal = new Set(
		columns
			.filter((plan) => persons.includes(plan.role) || hidden.has(attributeColumn(table + keptName(plan))))
			.map(({ index, made }) => made ?? index)
	);
	return (recipe.steps ?? []).some(
		(step) => holdsValues(step) && refsOf(step).some((column) => personal.has(column))
	);
}

/** Whether a step names values, which may be those of the data. */
function holdsValues(step: CleaningStep): boolean {
	switch (step.kind) {
		case 'map-values':
		case 'filter':
		case 'derive':
			return true;
		case 'fill':
			return step.from === 'value';
		default:
			return false;
	}
}
