import {
	isTableRecipe,
	type AnyInspection,
	type AnyRecipe,
	type ColumnPlan,
	type EntityKind,
	type ValueType
} from '#lib/api/index.ts';

type Plan = ColumnPlan<string> & { readonly type?: ValueType };

/**
 * A file looked at by a recipe that somebody edited, as it was guessed where the edit left the meaning of a column alone:
 * neither such a column nor what the file is about was chosen by anybody. Null: there was no look before.
 */
export function keepGuesses<Inspection extends AnyInspection>(
	before: AnyInspection | null,
	after: Inspection
): Inspection {
	if (before === null) return after;
	const columns = after.columns.map((column, i) => {
		const former = before.columns[i];
		if (column.reason !== 'chosen' || former === undefined) return column;
		const { reason, confidence } = former;
		return meansTheSame(before.recipe.columns[i], after.recipe.columns[i])
			? { ...column, reason, confidence }
			: column;
	});
	const isAboutTheSame = entityOf(before.recipe) === entityOf(after.recipe);
	return { ...after, columns, ...(isAboutTheSame && 'entities' in before && { entities: before.entities }) };
}

const entityOf = (recipe: AnyRecipe): EntityKind => (isTableRecipe(recipe) ? recipe.entity : 'order');

const meansTheSame = (one: Plan | undefined, other: Plan | undefined): boolean =>
	one !== undefined &&
	other !== undefined &&
	one.header === other.header &&
	one.role === other.role &&
	one.type === other.type;
