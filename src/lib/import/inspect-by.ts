import type { Inspection } from '#lib/core/dataset/inspection.ts';
import type { RecipeDrift } from '#lib/core/dataset/recipe-drift.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { inspect } from './inspect.ts';
import { matchRecipe } from './recipes/match-recipe.ts';
import { parseRecipe } from './recipes/recipe-schema.ts';

/** A file looked at by the recipe of another, with all that is otherwise in it. */
export interface MatchedInspection {
	readonly inspection: Inspection;
	readonly drift: RecipeDrift;
}

/**
 * Looks at a file by the recipe of another one, such as last quarter's: first as it is on its own, then by the recipe with
 * its columns found again. Reads the file's start, middle and end twice.
 *
 * @throws CoreError `recipe-invalid` {path}; those of `inspect`
 */
export async function inspectBy(
	source: Blob & { readonly name?: string },
	name: string,
	given: unknown
): Promise<MatchedInspection> {
	const old = parseRecipe(given);
	const fresh = await inspect(source, name, placeOf(old));
	const { recipe, drift } = matchRecipe(old, fresh);
	const inspection = await inspect(source, name, recipe);
	const ruled = new Set(old.statusRules.map(({ value }) => value));
	const hadStatus = old.columns.some(({ role }) => role === 'status');
	const { currency } = inspection.recipe;
	return {
		inspection,
		drift: {
			...drift,
			statuses: hadStatus
				? inspection.statuses.flatMap(({ value }) => (value === '' || ruled.has(value) ? [] : [value]))
				: [],
			currency: currency === old.currency ? null : [old.currency, currency]
		}
	};
}

/** The file of an archive and the sheet that a recipe names, and nothing else of it. */
function placeOf(recipe: ImportRecipe): ImportRecipe {
	const { steps: _, ...rest } = recipe;
	return { ...rest, columns: [], statusRules: [] };
}
