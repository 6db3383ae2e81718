import type { Inspection } from '#lib/core/dataset/inspection.ts';
import type { RecipeDrift } from '#lib/core/dataset/recipe-drift.ts';
import { isGrid, type ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { inspect } from './inspect.ts';
import { matchRecipe, type MatchedColumns } from './recipes/match-recipe.ts';
import { parseRecipe } from './recipes/recipe-schema.ts';

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
): Promise<{ inspection: Inspection; drift: RecipeDrift }> {
	const old = parseRecipe(given);
	const { recipe, drift } = await matched(source, name, old);
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

/** The file as it reads on its own; cut as the recipe says where more of its columns are found that way. */
async function matched(source: Blob, name: string, old: ImportRecipe): Promise<MatchedColumns> {
	const own = matchRecipe(old, await inspect(source, name, placeOf(old)));
	const gone = ({ drift }: MatchedColumns): number => drift.columns.filter(({ now }) => now === null).length;
	if (gone(own) === 0 || isGrid(old.source)) return own;
	try {
		const { endLine: _, ...format } = old.source;
		const asBefore = matchRecipe(old, await inspect(source, name, { ...old, source: format }));
		return gone(asBefore) < gone(own) ? asBefore : own;
	} catch (error) {
		// Cut like that it is no table at all.
		if (error instanceof CoreError) return own;
		throw error;
	}
}

/** The file of an archive and the sheet that a recipe names, and nothing else of it. */
function placeOf(recipe: ImportRecipe): ImportRecipe {
	const { steps: _, ...rest } = recipe;
	return { ...rest, columns: [], statusRules: [] };
}
