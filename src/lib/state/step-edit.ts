import {
	isMoneyRole,
	madeColumns,
	sourceColumns,
	withSteps,
	type AnyRecipe,
	type CleaningStep,
	type ColumnPlan,
	type ColumnRef,
	type StepKind
} from '#lib/api/index.ts';

/** A column that a step may use. `value` is its reference as text, for lists to choose from. */
export interface ColumnOption {
	readonly value: string;
	readonly label: string;
}

/**
 * The reference that an option's value stands for.
 *
 * @example
 * refOf('3') // => 3
 * refOf('s1.0') // => 's1.0'
 */
export function refOf(value: string): ColumnRef {
	return /^\d+$/.test(value) ? Number(value) : value;
}

/** The columns that the step at `index` may use: those of the source, and those that steps before it make. */
export function columnOptions(recipe: AnyRecipe, index: number): readonly ColumnOption[] {
	const source = sourceColumns<ColumnPlan<string>>(recipe.columns);
	const made = madeColumns((recipe.steps ?? []).slice(0, index), source.length);
	return [
		...source.map((plan) => ({ value: String(plan.index), label: plan.header })),
		...made.map((column) => ({ value: column.made, label: column.header }))
	];
}

/** How the cells of a column are read by the recipe, as far as it says so. */
function readingOf(
	columns: readonly AnyPlan[],
	ref: ColumnRef | null
): Pick<ColumnPlan, 'numberStyle' | 'dateOrder'> {
	const plan = columns.find(({ index, made }) => (made ?? index) === ref);
	return {
		...(plan?.numberStyle !== undefined && { numberStyle: plan.numberStyle }),
		...(plan?.dateOrder !== undefined && { dateOrder: plan.dateOrder })
	};
}

/**
 * A step that converts money, its cells read as those of the columns that it names. Rates with days go by the day of the row:
 * without a column for it none of them would ever hold.
 */
export function readAsItsColumns(step: CleaningStep, { columns }: AnyRecipe): CleaningStep {
	if (step.kind !== 'convert-currency') return step;
	const isDated = step.rates.some(({ from }) => from !== undefined);
	const day = sourceColumns<AnyPlan>(columns).find(({ dateOrder }) => dateOrder !== undefined)?.index ?? null;
	const date = isDated ? (step.date ?? day) : step.date;
	const { numberStyle = step.numberStyle } = readingOf(columns, step.amount);
	const { dateOrder = step.dateOrder } = readingOf(columns, date);
	return { ...step, date, numberStyle, dateOrder };
}

/** The recipe with a step changed in place. */
export function withStep<Recipe extends AnyRecipe>(recipe: Recipe, step: CleaningStep): Recipe {
	return withSteps(
		recipe,
		(recipe.steps ?? []).map((known) => (known.id === step.id ? step : known))
	);
}

/** The recipe without a step. */
export function withoutStep<Recipe extends AnyRecipe>(recipe: Recipe, id: string): Recipe {
	return withSteps(
		recipe,
		(recipe.steps ?? []).filter((step) => step.id !== id)
	);
}

/** The recipe with a step moved to another place; the same recipe where that is none. */
export function withStepAt<Recipe extends AnyRecipe>(recipe: Recipe, from: number, to: number): Recipe {
	const steps = [...(recipe.steps ?? [])];
	const [step] = steps.splice(from, 1);
	if (step === undefined || to < 0 || to > steps.length) return recipe;
	steps.splice(to, 0, step);
	return withSteps(recipe, steps);
}

/** The recipe with a new step, at the end if nothing speaks against it; what can be told from the columns is filled in. */
export function withNewStep<Recipe extends AnyRecipe>(
	recipe: Recipe,
	kind: StepKind
): { readonly recipe: Recipe; readonly id: string } {
	const steps = recipe.steps ?? [];
	const numbers = steps.map(({ id }) => Number(/^s(\d+)$/.exec(id)?.[1] ?? 0));
	const id = `s${Math.max(0, ...numbers) + 1}`;
	const step = newStep(kind, id, recipe);
	// Rows are multiplied before anything else is done to them.
	return { recipe: withSteps(recipe, kind === 'unpivot' ? [step, ...steps] : [...steps, step]), id };
}

/**
 * The recipe with a step that fills empty cells of columns with the text above; `within`: only in rows that go on with the group of
 * the row above, as that column has it. The same recipe where there is no column.
 */
export function withFilledDown<Recipe extends AnyRecipe>(
	recipe: Recipe,
	columns: readonly number[],
	within?: number
): Recipe {
	const [column, ...more] = columns;
	if (column === undefined) return recipe;
	return withFill(recipe, column, { from: 'above', value: '' }, more, within);
}

/** The recipe with a step that fills empty cells of a column, and of more. */
export function withFill<Recipe extends AnyRecipe>(
	recipe: Recipe,
	column: number,
	what: Pick<Extract<CleaningStep, { kind: 'fill' }>, 'from' | 'value'>,
	more: readonly number[],
	within: number | undefined
): Recipe {
	const { recipe: added, id } = withNewStep(recipe, 'fill');
	return withStep(added, {
		id,
		kind: 'fill',
		column,
		...(more.length > 0 && { more }),
		...(within !== undefined && { within }),
		...what
	});
}

/** A plan of orders or of another table. */
type AnyPlan = ColumnPlan<string> & { readonly type?: string };

/** Roles of orders, and types of other tables, whose cells are texts. */
const texts: readonly string[] = [
	...['customer', 'customer-name', 'status', 'product', 'attribute'],
	...['key', 'category', 'text']
];

/** Whether a column is read as money. */
const isMoney = ({ role, type }: AnyPlan): boolean => type === 'money' || isMoneyRole(role);

/** Whether a column is read as text. */
const isText = (plan: AnyPlan): boolean => plan.role !== 'ignore' && texts.includes(plan.type ?? plan.role);

function newStep(kind: StepKind, id: string, recipe: AnyRecipe): CleaningStep {
	const columns: readonly AnyPlan[] = recipe.columns;
	const source = sourceColumns(columns);
	const of = (...roles: readonly string[]): ColumnRef =>
		roles.flatMap((role) => source.filter((plan) => plan.role === role))[0]?.index ?? 0;
	const written = columns.flatMap(({ numberStyle, ...plan }) =>
		numberStyle === undefined ? [] : [{ ...plan, numberStyle }]
	);
	const styles = {
		// Small counts say nothing of how thousands are parted: money goes first.
		numberStyle: (
			written.find(isMoney) ??
			written.find(({ numberStyle: { group } }) => group !== '') ??
			written[0]
		)?.numberStyle ?? { decimal: '.', group: ',' },
		dateOrder: columns.find((plan) => plan.dateOrder !== undefined)?.dateOrder ?? 'ymd'
	} as const;
	switch (kind) {
		case 'trim':
			return {
				id,
				kind,
				columns: source.filter(isText).map(({ index }) => index),
				blanks: true,
				invisible: true,
				halfWidth: true,
				letters: 'keep'
			};
		case 'map-values':
			return { id, kind, column: of('attribute', 'status', 'product'), pairs: [] };
		case 'fill':
			return { id, kind, column: of('order', 'customer'), from: 'above', value: '' };
		case 'split':
			return {
				id,
				kind,
				column: of('attribute', 'product', 'customer-name'),
				by: 'text',
				text: '-',
				position: 1,
				names: []
			};
		case 'join':
			return { id, kind, columns: [], separator: ' ', name: '' };
		case 'derive':
			return { id, kind, name: '', formula: '', uses: [], ...styles };
		case 'filter':
			return {
				id,
				kind,
				match: 'all',
				conditions: [{ column: of('status', 'attribute'), test: 'equals', value: '' }],
				fate: 'set-aside',
				...styles
			};
		case 'drop-duplicates':
			return { id, kind, columns: [], keep: 'first' };
		case 'unpivot':
			return { id, kind, columns: [], label: '', value: '' };
		case 'convert-currency':
			return readAsItsColumns(
				{
					id,
					kind,
					amount: source.find(({ type }) => type === 'money')?.index ?? of('amount', 'price'),
					currency: source.find(({ header }) => /currency|币种|货币/i.test(header))?.index ?? 0,
					date: null,
					target: '',
					decimals: 2,
					rates: [],
					name: '',
					...styles
				},
				recipe
			);
	}
}
