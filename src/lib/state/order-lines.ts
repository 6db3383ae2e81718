import type { ColumnPlan, ImportRecipe } from '#lib/api/index.ts';
import { withFill, withFilledDown, withNewStep, withStep } from './step-edit.ts';

/** Where an export with a row per item has what its orders are made of: places of columns. */
export interface OrderLines {
	/** What only the first row of an order says, beside money. */
	readonly columns: readonly number[];
	readonly order: number;
	/** The money of the whole order, on its first row. */
	readonly total: number;
	/** Of each row. */
	readonly line: {
		readonly quantity: number;
		readonly price: number;
		readonly discount: number | null;
	} | null;
}

/**
 * The recipe by which the total of an order counts once, on its first row, and the rows below have no money of their own.
 */
export function withTotalsOnce(recipe: ImportRecipe, { columns, order, total }: OrderLines): ImportRecipe {
	return withFill(withFilledDown(recipe, columns, order), total, { from: 'value', value: '0' }, [], order);
}

/**
 * The recipe by which the money of a row is its own: quantity × price, less what is taken off the row; totals of orders are left
 * out. `name`: of the column that a formula makes, which is needed where something is taken off.
 */
export function withLineAmounts(
	recipe: ImportRecipe,
	{ columns, order, total, line }: OrderLines,
	name: string
): ImportRecipe {
	if (line === null) return recipe;
	const filled = withFilledDown(recipe, columns, order);
	const own = {
		...filled,
		columns: filled.columns.map((plan) => (plan.index === total ? leftOut(plan) : plan))
	};
	const { quantity, price, discount } = line;
	if (discount === null) return own;
	const { recipe: added, id } = withNewStep(own, 'derive');
	const called = (index: number): string => {
		const header = recipe.columns.find((plan) => plan.index === index)?.header ?? '';
		const isOwn = recipe.columns.filter((plan) => plan.header === header).length === 1;
		return isOwn && !/[[\]]/.test(header) ? header : `#${index + 1}`;
	};
	const uses = [quantity, price, discount].map((column) => ({ name: called(column), column }));
	const [q, p, d] = uses.map((use) => `[${use.name}]`);
	const made = withStep(added, {
		...stylesOf(recipe, price),
		id,
		kind: 'derive',
		name,
		formula: `${q} * ${p} - coalesce(abs(${d}), 0)`,
		uses
	});
	// What a formula gives is written with a point.
	const amount = { role: 'amount', numberStyle: { decimal: '.', group: '' } } as const;
	return {
		...made,
		columns: made.columns.map((plan) => (plan.made === `${id}.0` ? { ...plan, ...amount } : plan))
	};
}

/** How the numbers of a column are written, and the dates of the table. */
function stylesOf(recipe: ImportRecipe, column: number) {
	const plans = recipe.columns;
	const { numberStyle = { decimal: '.', group: ',' } } = plans.find(({ index }) => index === column) ?? {};
	const dateOrder = plans.find((plan) => plan.dateOrder !== undefined)?.dateOrder ?? 'ymd';
	return { numberStyle, dateOrder } as const;
}

/** A column that is no longer read. */
const leftOut = ({ dateOrder: _, numberStyle: __, ...plan }: ColumnPlan): ColumnPlan => ({
	...plan,
	role: 'ignore'
});
