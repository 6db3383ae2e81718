import type { AnyInspection } from '#lib/core/dataset/inspection.ts';
import type { ColumnRef } from '#lib/core/dataset/cleaning-step.ts';
import type { RecipeDrift, UnknownInStep } from '#lib/core/dataset/recipe-drift.ts';
import { isGrid, isTableRecipe, type AnyRecipe, type ColumnPlan } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { inspectFile, type LookBy } from './entities/inspect-file.ts';
import { inspect } from './inspect.ts';
import { matchRecipe, type MatchedColumns } from './recipes/match-recipe.ts';
import { parseAnyRecipe } from '#lib/core/dataset/table-recipe-schema.ts';

/** The values that a column has in a dataset that was made by a recipe; null where that is not known. */
export type KeptValues = (column: ColumnRef) => Promise<ReadonlySet<string> | null>;

/**
 * Looks at a file by the recipe of another one, such as last quarter's: first as it is on its own, then by the recipe with
 * its columns found again. Reads the file's start, middle and end twice.
 * `keptOf`: what the dataset of the recipe has, so that values that a step passed by then are not taken for new.
 *
 * @throws CoreError `recipe-invalid` {path}; those of `inspect`
 */
export async function inspectBy(
	source: Blob & { readonly name?: string },
	name: string,
	given: unknown,
	keptOf: KeptValues = () => Promise.resolve(null)
): Promise<{ inspection: AnyInspection; drift: RecipeDrift }> {
	const old = parseAnyRecipe(given);
	const { recipe, drift } = await matched(source, name, old);
	const inspection = await lookAt(source, name, recipe);
	const ruled = new Set(old.statusRules.map(({ value }) => value));
	const hadStatus = old.columns.some(({ role }: ColumnPlan<string>) => role === 'status');
	const { currency } = inspection.recipe;
	return {
		inspection,
		drift: {
			...drift,
			statuses: hadStatus
				? inspection.statuses.flatMap(({ value }) => (value === '' || ruled.has(value) ? [] : [value]))
				: [],
			unknown: await unknownIn(inspection, old, keptOf),
			currency: currency === old.currency ? null : [old.currency, currency]
		}
	};
}

/** Values of a step that are named one by one. */
const MOST_NAMED = 50;

/** What steps do not know of the values that come to them. What a list passed by before is nothing new to it. */
async function unknownIn(
	{ recipe, steps: reports = [] }: AnyInspection,
	{ steps: old = [] }: AnyRecipe,
	keptOf: KeptValues
): Promise<RecipeDrift['unknown']> {
	const found = await Promise.all(
		reports.map(async ({ id, unknown = [], headers }, i): Promise<UnknownInStep[]> => {
			const step = recipe.steps?.find((own) => own.id === id);
			const before = old.find((own) => own.id === id);
			if (step === undefined || unknown.length === 0) return [];
			const converts = step.kind === 'convert-currency';
			const kept = before?.kind === 'map-values' ? await keptOf(before.column) : null;
			const values = unknown.filter(({ value }) => kept?.has(value) !== true);
			if (values.length === 0) return [];
			const replaces = step.kind === 'map-values' && step.rest !== undefined;
			return [
				{
					step: i + 1,
					header: headers[converts ? 1 : 0] ?? '',
					fate: converts ? 'rejected' : replaces ? 'replaced' : 'stays',
					values: values.slice(0, MOST_NAMED),
					more: Math.max(0, values.length - MOST_NAMED),
					rows: values.reduce((sum, { rows }) => sum + rows, 0)
				}
			];
		})
	);
	return found.flat();
}

/** The file as it reads on its own; cut as the recipe says where more of its columns are found that way. */
async function matched(source: Blob, name: string, old: AnyRecipe): Promise<MatchedColumns> {
	const own = matchRecipe(old, await onItsOwn(source, name, old));
	const gone = ({ drift }: MatchedColumns): number => drift.columns.filter(({ now }) => now === null).length;
	if (gone(own) === 0 || isGrid(old.source)) return own;
	try {
		const { endLine: _, ...format } = old.source;
		const asBefore = matchRecipe(old, await lookAt(source, name, { ...old, source: format }));
		return gone(asBefore) < gone(own) ? asBefore : own;
	} catch (error) {
		// Cut like that it is no table at all.
		if (error instanceof CoreError) return own;
		throw error;
	}
}

/** A file looked at by a recipe; one for orders is not asked what else the file may be. */
function lookAt(source: Blob, name: string, by: AnyRecipe): Promise<AnyInspection> {
	return isTableRecipe(by) ? inspectFile(source, name, by) : inspect(source, name, by);
}

/** The file as it reads on its own, as what a recipe is for: of the recipe, only the place in an archive or workbook. */
async function onItsOwn(source: Blob, name: string, recipe: AnyRecipe): Promise<AnyInspection> {
	const { steps: _, ...rest } = recipe;
	const place: LookBy = { ...rest, columns: [], statusRules: [] };
	const own = await lookAt(source, name, place);
	if (!isTableRecipe(recipe)) return own;
	const { entity } = recipe;
	const isSame = isTableRecipe(own.recipe) && own.recipe.entity === entity;
	return isSame ? own : inspectFile(source, name, { entity, source: own.recipe.source });
}
