import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
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
	if (!recipes.some((own) => holdsPersonalValues(own, rules))) return { dataset: manifest, beside };
	return {
		dataset: {
			...manifest,
			recipe: bare(recipe),
			...(sources && { sources: sources.map((source) => ({ ...source, recipe: bare(source.recipe) })) })
		},
		beside,
		stepsWithheld: true
	};
}

function bare({ steps: _, ...recipe }: ImportRecipe): ImportRecipe {
	return recipe;
}

function holdsPersonalValues({ steps = [], columns }: ImportRecipe, rules: SharingRules | null): boolean {
	const hidden = new Set(
		(rules?.policies ?? []).filter(({ policy }) => policy !== 'keep').map(({ column }) => column)
	);
	const personal = new Set(
		columns
			.filter(
				({ role, header }) =>
					role === 'customer' || role === 'customer-name' || hidden.has(attributeColumn(header))
			)
			.map(({ index, made }) => made ?? index)
	);
	return steps.some((step) => holdsValues(step) && refsOf(step).some((column) => personal.has(column)));
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
