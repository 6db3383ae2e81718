import * as v from 'valibot';
import { entityRoles, tableEntities, valueTypes } from './entities.ts';
import { columnKinds, type AnyRecipe, type TableRecipe } from './recipe.ts';
import { CoreError } from '../errors.ts';
import { refuseSharedNames } from './shared-names.ts';
import { columnPlanEntries, parseRecipe, recipeEntries } from './recipe-schema.ts';
import { stepsSchema } from './step-schema.ts';

/** A recipe for a table of another entity than orders, as it is saved and shared. */
export const tableRecipeSchema = v.strictObject({
	...recipeEntries,
	entity: v.picklist(tableEntities),
	columns: v.pipe(
		v.array(
			v.strictObject({
				...columnPlanEntries,
				role: v.picklist(entityRoles),
				type: v.picklist(valueTypes),
				kind: v.exactOptional(v.picklist(columnKinds)),
				made: v.exactOptional(v.pipe(v.string(), v.maxLength(40)))
			})
		),
		v.maxLength(16_384)
	),
	steps: v.exactOptional(stepsSchema)
});

/**
 * A table's recipe from anything that claims to be one.
 *
 * @throws CoreError `recipe-invalid` {path}: where it differs, or a column takes the name of another.
 * @example
 * parseTableRecipe({ entity: 'ship' }) // => throws 'recipe-invalid'
 */
export function parseTableRecipe(value: unknown): TableRecipe {
	const result = v.safeParse(tableRecipeSchema, value);
	if (result.success) {
		refuseSharedNames(result.output.columns);
		return result.output;
	}
	throw new CoreError('recipe-invalid', { path: v.getDotPath(result.issues[0]) ?? '' });
}

/**
 * A recipe of either kind: those without an entity are for orders. Throws as the two.
 *
 * @example
 * parseAnyRecipe({ entity: 'ship' }) // => throws 'recipe-invalid'
 */
export function parseAnyRecipe(value: unknown): AnyRecipe {
	const isTable = typeof value === 'object' && value !== null && 'entity' in value;
	return isTable ? parseTableRecipe(value) : parseRecipe(value);
}
