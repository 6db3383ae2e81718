import type { ColumnPlan, ColumnRole, DateOrder, ImportRecipe, NumberStyle } from '#lib/api/index.ts';

/** Roles that any number of columns may have. */
const sharedRoles: ReadonlySet<ColumnRole> = new Set(['attribute', 'ignore']);

/**
 * The recipe with a column in another role. A role that one column at most can have moves: the column that had it
 * becomes an attribute.
 */
export function withRole(recipe: ImportRecipe, index: number, role: ColumnRole): ImportRecipe {
	return {
		...recipe,
		columns: recipe.columns.map((column) => {
			if (column.index === index) return { ...column, role };
			if (column.role === role && !sharedRoles.has(role)) return { ...column, role: 'attribute' };
			return column;
		})
	};
}

/** The recipe with another order of year, month and day in a column. */
export function withDateOrder(recipe: ImportRecipe, index: number, dateOrder: DateOrder): ImportRecipe {
	return withColumn(recipe, index, (column) => ({ ...column, dateOrder }));
}

/** The recipe with another number style in a column. */
export function withNumberStyle(recipe: ImportRecipe, index: number, numberStyle: NumberStyle): ImportRecipe {
	return withColumn(recipe, index, (column) => ({ ...column, numberStyle }));
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

function withColumn(
	recipe: ImportRecipe,
	index: number,
	change: (column: ColumnPlan) => ColumnPlan
): ImportRecipe {
	return {
		...recipe,
		columns: recipe.columns.map((column) => (column.index === index ? change(column) : column))
	};
}
