import type { CleaningStep } from './cleaning-step.ts';
import type { ValueType } from './entities.ts';
import { isTableRecipe, type AnyRecipe, type ColumnPlan } from './recipe.ts';

/** A column that a step makes: `<id of the step>.<n>`, and where it stands behind the columns of the source. */
export interface MadeColumn {
	readonly made: string;
	readonly header: string;
	readonly index: number;
	readonly step: CleaningStep;
}

/**
 * Names of the columns that a step makes; none for a step that changes cells in place.
 *
 * @example
 * namesMade({ id: 'a', kind: 'join', columns: [0, 1], separator: ' ', name: 'Full name' }) // => ['Full name']
 * namesMade({ id: 'a', kind: 'fill', column: 0, from: 'above', value: '' }) // => []
 */
export function namesMade(step: CleaningStep): readonly string[] {
	switch (step.kind) {
		case 'split':
			return step.names;
		case 'unpivot':
			return [step.label, step.value];
		case 'join':
		case 'derive':
		case 'convert-currency':
			return [step.name];
		default:
			return [];
	}
}

/**
 * All columns that steps make, in order; they stand behind the `width` columns of the source.
 *
 * @example
 * const step = { id: 'a', kind: 'join', columns: [0, 1], separator: ' ', name: 'Full name' };
 * madeColumns([step], 3).map(({ made, index }) => [made, index]) // => [['a.0', 3]]
 */
export function madeColumns(steps: readonly CleaningStep[], width: number): MadeColumn[] {
	return steps
		.flatMap((step) => namesMade(step).map((header, n) => ({ made: `${step.id}.${n}`, header, step })))
		.map((column, i) => ({ ...column, index: width + i }));
}

/**
 * Columns that the source has.
 *
 * @example
 * sourceColumns([{ index: 0, header: 'A', role: 'date' }, { index: 1, header: 'B', role: 'ignore', made: 'a.0' }]).length // => 1
 */
export function sourceColumns<Plan extends ColumnPlan<string>>(columns: readonly Plan[]): readonly Plan[] {
	return columns.filter(({ made }) => made === undefined);
}

/** A plan of either kind of recipe, as steps see it. */
type AnyPlan = ColumnPlan<string> & { readonly type?: ValueType };

/**
 * The recipe with other steps. The plans of the columns that steps make follow: one that was there keeps its role, a new
 * one becomes an attribute. What a conversion makes takes the role of the amounts it converts, and gives it back when the
 * step goes. In a table's recipe a new column has a type to begin with, and no kind until its values were looked at.
 *
 * @example
 * const recipe = { columns: [{ index: 0, header: 'A', role: 'date' }], steps: [] };
 * const step = { id: 'a', kind: 'join', columns: [0], separator: '', name: 'B' };
 * withSteps(recipe, [step]).columns[1] // => { index: 1, header: 'B', role: 'attribute', made: 'a.0' }
 */
export function withSteps<Recipe extends AnyRecipe>(recipe: Recipe, steps: readonly CleaningStep[]): Recipe {
	const isTable = isTableRecipe(recipe);
	const all: readonly AnyPlan[] = recipe.columns;
	let source = sourceColumns(all);
	const before = new Map(all.map((plan) => [plan.made, plan]));
	const plans = madeColumns(steps, source.length);
	for (const { step, made } of madeColumns(recipe.steps ?? [], source.length)) {
		const old = before.get(made);
		if (step.kind !== 'convert-currency' || plans.some((plan) => plan.made === made)) continue;
		if (old === undefined || !isMoney(old)) continue;
		const { role } = old;
		source = source.map((plan) =>
			plan.index === step.amount ? { ...plan, role, numberStyle: step.numberStyle } : plan
		);
	}
	const made = plans.map(({ made, header, index, step }): AnyPlan => {
		const old = before.get(made);
		if (old !== undefined) return { ...old, index, header };
		const from =
			step.kind === 'convert-currency' ? source.find((plan) => plan.index === step.amount) : undefined;
		if (from === undefined || !isMoney(from))
			return { index, header, role: 'attribute', ...(isTable && { type: 'category' }), made };
		const { role } = from;
		source = source.map((plan) => (plan === from ? asLeftOut(plan) : plan));
		const style = { decimal: '.', group: '' } as const;
		return { index, header, role, ...(isTable && { type: 'money' }), numberStyle: style, made };
	});
	const { steps: _, ...rest } = recipe;
	const changed = { ...rest, columns: [...source, ...made], ...(steps.length > 0 && { steps }) };
	// Plans of the kind that came in: roles and types are those of its own columns.
	return changed as AnyRecipe as Recipe;
}

/** Whether a column is read as money. */
const isMoney = ({ role, type }: AnyPlan): boolean =>
	type === undefined ? role === 'amount' || role === 'price' : type === 'money' && role !== 'ignore';

/** A column that is no longer read; what its values look like stays known. */
function asLeftOut({ dateOrder: _, numberStyle: __, ...plan }: AnyPlan): AnyPlan {
	return { ...plan, role: 'ignore' };
}
