import { decodeAll } from '#lib/core/columns/dictionary.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import type { KeptValues } from '#lib/import/index.ts';
import { currentVersion, listDatasets, loadAttribute, type Connection } from '#lib/storage/index.ts';

/** The values of a column in the newest dataset that was made by a recipe; null where there is none, or it did not keep the column. */
export function keptValues(connection: Connection, recipe: unknown): KeptValues {
	return async (ref) => {
		const text = canonicalJson(recipe);
		const datasets = await connection.use(listDatasets);
		const dataset = datasets.filter((known) => canonicalJson(known.recipe) === text).at(-1);
		const plan = (recipe as ImportRecipe).columns.find(({ index, made }) => (made ?? index) === ref);
		if (dataset === undefined || plan === undefined || !dataset.attributes.includes(plan.header)) return null;
		const column = await connection.use(async (database) =>
			loadAttribute(database, await currentVersion(database, dataset.id), plan.header)
		);
		return column === null ? null : new Set(decodeAll(column.dictionary).map((value) => value.trim()));
	};
}
