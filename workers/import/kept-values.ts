import { decodeAll, type Dictionary } from '#lib/core/columns/dictionary.ts';
import type { ColumnRef } from '#lib/core/dataset/cleaning-step.ts';
import { keptName, type AnyRecipe, type ColumnPlan } from '#lib/core/dataset/recipe.ts';
import { isTableManifest, type StoredManifest } from '#lib/core/dataset/table-manifest.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import type { KeptValues } from '#lib/import/index.ts';
import {
	currentVersion,
	listDatasets,
	listTables,
	loadAttribute,
	loadEntityTable,
	type Connection
} from '#lib/storage/index.ts';

/** The values of a column in the newest table that was made by a recipe; null where there is none, or it did not keep the column. */
export function keptValues(connection: Connection, recipe: unknown): KeptValues {
	return async (ref) => {
		const text = canonicalJson(recipe);
		const stored = await connection.use(async (database): Promise<StoredManifest[]> => [
			...(await listDatasets(database)),
			...(await listTables(database))
		]);
		const made = stored.filter((known) => canonicalJson(known.recipe) === text).at(-1);
		const name = nameOf(recipe as AnyRecipe, ref);
		const values = made === undefined || name === null ? null : await valuesIn(connection, made, name);
		return values === null ? null : new Set(decodeAll(values).map((value) => value.trim()));
	};
}

/** Under which the table keeps a column. */
function nameOf({ columns }: AnyRecipe, ref: ColumnRef): string | null {
	const plans: readonly ColumnPlan<string>[] = columns;
	const plan = plans.find(({ index, made }) => (made ?? index) === ref);
	return plan === undefined ? null : keptName(plan);
}

async function valuesIn(
	connection: Connection,
	manifest: StoredManifest,
	name: string
): Promise<Dictionary | null> {
	const { id } = manifest;
	if (!isTableManifest(manifest)) {
		if (!manifest.attributes.includes(name)) return null;
		const column = await connection.use(async (database) =>
			loadAttribute(database, await currentVersion(database, id), name)
		);
		return column?.dictionary ?? null;
	}
	const at = manifest.columns.findIndex((column) => column.header === name);
	if (at < 0) return null;
	const { table } = await connection.use((database) => loadEntityTable(database, id, [at]));
	const [column] = table.columns;
	return column?.type === 'key' || column?.type === 'category' ? column.dictionary : null;
}
