import {
	isCut,
	isTableManifest,
	keptName,
	type AnyInspection,
	type AnyRecipe,
	type ColumnPlan,
	type StoredManifest
} from '#lib/api/index.ts';
import { choicesFor, sameColumns } from './import-queue.ts';
import { withKeptAs } from './recipe-edit.ts';

/** Names under which a dataset or table keeps columns to cut by. */
const namesIn = (manifest: StoredManifest): readonly string[] =>
	isTableManifest(manifest)
		? manifest.columns.flatMap(({ header, role }) => (role === 'attribute' ? [header] : []))
		: manifest.attributes;

/** Plans of a recipe of either kind. */
const plansOf = ({ columns }: AnyRecipe): readonly ColumnPlan<string>[] => columns;

/**
 * The columns of a dataset that one of a file may belong to, under another name: those that no other column of the file
 * goes into. None for a column that is not kept under its name.
 */
export function namesToKeep(recipe: AnyRecipe, index: number, dataset: StoredManifest): readonly string[] {
	const plan = plansOf(recipe).find((one) => one.index === index);
	if (plan === undefined || !isCut(plan)) return [];
	const taken = new Set(
		plansOf(recipe)
			.filter((other) => other !== plan && isCut(other))
			.map(keptName)
	);
	return namesIn(dataset).filter((name) => name !== plan.header && !taken.has(name));
}

/**
 * The recipe of a file that is added to a dataset, read as the latest of its files that has the same columns; null: of one that
 * becomes a dataset of its own, with its own names.
 */
export function recipeFor(
	dataset: StoredManifest | null,
	recipe: AnyRecipe,
	inspection: AnyInspection
): AnyRecipe {
	if (dataset === null) return withOwnNames(recipe);
	const added: readonly { readonly recipe: AnyRecipe }[] = dataset.sources ?? [];
	const like = [dataset, ...added.toReversed()].find((one) => sameColumns(recipe, one.recipe));
	if (like !== undefined) return choicesFor(like.recipe, inspection);
	return withProductsOf(recipe, dataset);
}

/** Products are those of the dataset, whatever their column is called; names that it does not have are of another one. */
function withProductsOf(given: AnyRecipe, dataset: StoredManifest): AnyRecipe {
	const recipe = withOwnNames(given, namesIn(dataset));
	if (isTableManifest(dataset)) return recipe;
	const theirs = dataset.recipe.columns.find(({ role }) => role === 'product');
	const own = plansOf(recipe).find(({ role }) => role === 'product');
	if (theirs === undefined || own === undefined) return recipe;
	const name = keptName(theirs);
	const fits = namesToKeep(recipe, own.index, dataset).includes(name);
	return fits ? withKeptAs(recipe, own.index, name) : recipe;
}

/** Columns under their own names, or one of these. */
const withOwnNames = (recipe: AnyRecipe, names: readonly string[] = []): AnyRecipe =>
	plansOf(recipe).reduce(
		(changed, { index, keptAs }) =>
			keptAs === undefined || names.includes(keptAs) ? changed : withKeptAs(changed, index, null),
		recipe
	);

/** Columns to cut by that belong to none of the dataset, where it has some that they may belong to. */
export const withoutCounterpart = (recipe: AnyRecipe, dataset: StoredManifest): readonly string[] =>
	plansOf(recipe)
		.filter((plan) => isCut(plan) && !namesIn(dataset).includes(keptName(plan)))
		.flatMap(({ index, header }) => (namesToKeep(recipe, index, dataset).length > 0 ? [header] : []));
