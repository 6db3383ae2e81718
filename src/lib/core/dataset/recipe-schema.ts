import * as v from 'valibot';
import { columnKinds, columnRoles, encodings, gridContainers, type ImportRecipe } from './recipe.ts';
import { CoreError } from '../errors.ts';
import { refuseSharedNames } from './shared-names.ts';
import { dateOrderSchema, numberStyleSchema, stepsSchema } from './step-schema.ts';

const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(16_383));

const layout = {
	header: v.boolean(),
	skipRows: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
	member: v.exactOptional(v.pipe(v.string(), v.maxLength(4_096))),
	baskets: v.exactOptional(v.literal(true))
};

const textFormat = v.strictObject({
	kind: v.exactOptional(v.literal('text')),
	encoding: v.picklist(encodings),
	delimiter: v.pipe(v.string(), v.minLength(1), v.maxLength(4)),
	quote: v.picklist(['"', "'", '']),
	escape: v.exactOptional(v.literal('\\')),
	headerRows: v.exactOptional(v.picklist([2, 3])),
	endLine: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	...layout
});

const sheetName = v.pipe(v.string(), v.maxLength(4_096));

const gridFormat = v.strictObject({
	kind: v.literal('grid'),
	container: v.picklist(gridContainers),
	sheet: v.nullable(sheetName),
	more: v.exactOptional(v.pipe(v.array(sheetName), v.minLength(1), v.maxLength(200))),
	...layout
});

/** What a plan for a column has, whatever the table is about. */
export const columnPlanEntries = {
	index,
	header: v.string(),
	keptAs: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(4_096))),
	dateOrder: v.exactOptional(dateOrderSchema),
	numberStyle: v.exactOptional(numberStyleSchema)
};

/** What a recipe has, whatever the table is about. */
export const recipeEntries = {
	version: v.literal(1),
	// Told apart by the kind first, so that a misspelt choice is named where it is.
	source: v.variant('kind', [textFormat, gridFormat]),
	statusRules: v.array(v.strictObject({ value: v.string(), treatment: v.picklist(['valid', 'cancelled']) })),
	noStatus: v.exactOptional(v.literal(true)),
	choices: v.strictObject({
		duplicates: v.picklist(['keep', 'drop']),
		cancelled: v.picklist(['exclude', 'keep']),
		cancelPrefix: v.pipe(v.string(), v.maxLength(20)),
		zeroAmount: v.picklist(['exclude', 'keep']),
		noCustomer: v.picklist(['set-aside', 'walk-in'])
	}),
	currency: v.nullable(v.pipe(v.string(), v.length(3))),
	zone: v.exactOptional(v.pipe(v.string(), v.maxLength(64), v.regex(/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/)))
};

// A recipe that was read and is written again has its fields in the order of one that was made.
const { version, source, ...rest } = recipeEntries;
const { index: place, header, keptAs, ...styles } = columnPlanEntries;

/** A recipe as it is saved and shared: strict, so that a misspelt choice is refused and not forgotten. */
export const recipeSchema = v.strictObject({
	version,
	source,
	columns: v.pipe(
		v.array(
			v.strictObject({
				index: place,
				header,
				keptAs,
				role: v.picklist(columnRoles),
				kind: v.exactOptional(v.picklist(columnKinds)),
				made: v.exactOptional(v.pipe(v.string(), v.maxLength(40))),
				...styles
			})
		),
		v.maxLength(16_384)
	),
	steps: v.exactOptional(stepsSchema),
	...rest
});

/**
 * A recipe from anything that claims to be one (a saved file, a message).
 *
 * @throws CoreError `recipe-invalid` {path}: where it differs, e.g. `columns.2.role`, or a column takes the name of another.
 * @example
 * parseRecipe({ version: 0 }) // => throws 'recipe-invalid'
 */
export function parseRecipe(value: unknown): ImportRecipe {
	const result = v.safeParse(recipeSchema, value);
	if (result.success) {
		refuseSharedNames(result.output.columns);
		return result.output;
	}
	const issue = result.issues[0];
	throw new CoreError('recipe-invalid', { path: v.getDotPath(issue) ?? '' });
}
