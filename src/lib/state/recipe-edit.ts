import {
	equalRowsIn,
	isTableRecipe,
	typeOfRole,
	unnamed,
	withoutSharedNames,
	type AnyRecipe,
	type ColumnPlan,
	type ColumnRole,
	type DateOrder,
	type EntityRole,
	type ImportRecipe,
	type NumberStyle,
	type RowChoices,
	type TableRecipe,
	type ValueType
} from '#lib/api/index.ts';

/** Roles that any number of columns may have. */
const sharedRoles: ReadonlySet<ColumnRole> = new Set(['attribute', 'ignore']);

/**
 * The recipe with a column in another role. A role that one column at most can have moves: the column that had it
 * becomes an attribute. A name that a column has by itself now is no longer another's.
 */
export function withRole(recipe: ImportRecipe, index: number, role: ColumnRole): ImportRecipe {
	return {
		...recipe,
		columns: withoutSharedNames(
			recipe.columns.map((column): ImportRecipe['columns'][number] => {
				if (column.index === index) return { ...unnamed(column), role };
				if (column.role === role && !sharedRoles.has(role)) return { ...column, role: 'attribute' };
				return column;
			})
		)
	};
}

/**
 * A table's recipe with a column in another role, read as that role is read. A role that one column at most can have
 * moves. Where rows are named now, or no longer, equal ones fare as they do by default in such a table.
 */
export function withEntityRole(recipe: TableRecipe, index: number, role: EntityRole): TableRecipe {
	const { entity, choices } = recipe;
	const type = typeOfRole(entity, role);
	const columns = withoutSharedNames(
		recipe.columns.map((column): TableRecipe['columns'][number] => {
			if (column.index === index) return { ...unnamed(column), role, type: type ?? column.type };
			const moves = column.role === role && role !== 'attribute' && role !== 'ignore';
			return moves ? { ...column, role: 'attribute' } : column;
		})
	);
	const fateIn = (list: TableRecipe['columns']): RowChoices['duplicates'] =>
		equalRowsIn(
			entity,
			list.map((column) => column.role)
		);
	const duplicates = fateIn(columns);
	if (duplicates === fateIn(recipe.columns)) return { ...recipe, columns };
	return { ...recipe, columns, choices: { ...choices, duplicates } };
}

/** A table's recipe with a column read as another type. */
export function withType(recipe: TableRecipe, index: number, type: ValueType): TableRecipe {
	return {
		...recipe,
		columns: recipe.columns.map((column) => (column.index === index ? { ...column, type } : column))
	};
}

/** The recipe with a column kept under the name of another of the dataset; null: under its own. */
export function withKeptAs(recipe: AnyRecipe, index: number, name: string | null): AnyRecipe {
	const named = <Column extends ColumnPlan<string>>(columns: readonly Column[]) =>
		columns.map((column): Column => {
			if (column.index !== index) return column;
			return name === null ? unnamed(column) : { ...column, keptAs: name };
		});
	return isTableRecipe(recipe)
		? { ...recipe, columns: named(recipe.columns) }
		: { ...recipe, columns: named(recipe.columns) };
}

/** The recipe with another order of year, month and day in a column. */
export function withDateOrder(recipe: AnyRecipe, index: number, dateOrder: DateOrder): AnyRecipe {
	return withDecision(recipe, index, { dateOrder });
}

/** The recipe with another number style in a column. */
export function withNumberStyle(recipe: AnyRecipe, index: number, numberStyle: NumberStyle): AnyRecipe {
	return withDecision(recipe, index, { numberStyle });
}

/** The recipe with another meaning of a status value. */
export function withStatus(
	recipe: ImportRecipe,
	value: string,
	treatment: 'valid' | 'cancelled'
): ImportRecipe {
	const others = recipe.statusRules.filter((rule) => rule.value !== value);
	return { ...recipe, statusRules: [...others, { value, treatment }] };
}

/** The recipe with one treatment for all statuses that have none yet. */
export function withStatuses(
	recipe: ImportRecipe,
	values: readonly string[],
	treatment: 'valid' | 'cancelled'
): ImportRecipe {
	const ruled = new Set(recipe.statusRules.map(({ value }) => value));
	const added = values.filter((value) => !ruled.has(value)).map((value) => ({ value, treatment }));
	return { ...recipe, statusRules: [...recipe.statusRules, ...added] };
}

function withDecision(
	recipe: AnyRecipe,
	index: number,
	decision: { readonly dateOrder: DateOrder } | { readonly numberStyle: NumberStyle }
): AnyRecipe {
	const decided = <Column extends { readonly index: number }>(columns: readonly Column[]) =>
		columns.map((column) => (column.index === index ? { ...column, ...decision } : column));
	return isTableRecipe(recipe)
		? { ...recipe, columns: decided(recipe.columns) }
		: { ...recipe, columns: decided(recipe.columns) };
}
