import type { ColumnPlan, ColumnRole, ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { sourceColumns } from '#lib/core/dataset/made-columns.ts';
import { zoneClockOf } from './values/zone-clock.ts';
import type { DateStyle } from './values/read-date.ts';
import { CoreError } from '#lib/core/errors.ts';
import { unconvertedProfit } from './currency-of.ts';
import { StatusJudge } from './status-judge.ts';

/** A recipe made ready for reading rows: where each role stands. −1 = no such column. */
export interface ReaderPlan {
	readonly width: number;
	/** Columns of the source: those that steps make stand behind them. */
	readonly sourceWidth: number;
	/** Columns of the source that a row must reach to be readable. */
	readonly needed: number;
	readonly customer: number;
	readonly name: number;
	readonly order: number;
	readonly status: number;
	readonly date: ColumnPlan;
	readonly dates: DateStyle;
	/** Money of the row as it stands, or null: quantity × price. */
	readonly amount: NumberPlan | null;
	readonly quantity: NumberPlan | null;
	readonly price: NumberPlan | null;
	/** Both may be there: then profit is taken as given, and cost tells whether it agrees. */
	readonly cost: NumberPlan | null;
	readonly profit: NumberPlan | null;
	/** Columns kept to cut by (also the product). */
	readonly attributes: readonly ColumnPlan[];
	readonly statuses: StatusJudge;
	readonly headers: readonly string[];
}

export type NumberPlan = ColumnPlan & Required<Pick<ColumnPlan, 'numberStyle'>>;

/**
 * Checks that a recipe can be run and finds its columns.
 *
 * @throws CoreError `mapping-no-customer`, `mapping-no-date`, `mapping-no-amount`, `mapping-role-twice` {role};
 *   `mapping-profit-currency` {header};
 *   `date-order-ambiguous`, `amount-style-ambiguous` {column, header} when a decision is missing; `zone-unknown` {zone}.
 */
export function readerPlan(recipe: ImportRecipe): ReaderPlan {
	const find = (role: ColumnRole): ColumnPlan | undefined => {
		const found = recipe.columns.filter((plan) => plan.role === role);
		if (found.length > 1) throw new CoreError('mapping-role-twice', { role });
		return found[0];
	};
	const customer = find('customer');
	if (customer === undefined) throw new CoreError('mapping-no-customer');
	const date = find('date');
	if (date === undefined) throw new CoreError('mapping-no-date');
	const amount = find('amount');
	const quantity = find('quantity');
	const price = find('price');
	if (amount === undefined && (quantity === undefined || price === undefined)) {
		throw new CoreError('mapping-no-amount');
	}
	const unconverted = unconvertedProfit(recipe);
	if (unconverted !== null) throw new CoreError('mapping-profit-currency', { header: unconverted });
	const { dateOrder } = date;
	if (dateOrder === undefined) {
		throw new CoreError('date-order-ambiguous', { column: date.index + 1, header: date.header });
	}
	const multiplied = amount === undefined;
	const order = find('order');
	const status = find('status');
	const name = find('customer-name');
	const mapped = [customer, date, amount, order, status, ...(multiplied ? [quantity, price] : [])];
	return {
		width: recipe.columns.length,
		sourceWidth: sourceColumns(recipe.columns).length,
		needed: Math.max(
			...mapped.map((plan) => (plan === undefined || plan.made !== undefined ? 0 : plan.index + 1))
		),
		customer: customer.index,
		name: name?.index ?? -1,
		order: order?.index ?? -1,
		status: status?.index ?? -1,
		date,
		dates: { order: dateOrder, zone: zoneClockOf(recipe) },
		amount: numberPlan(amount),
		quantity: numberPlan(quantity),
		price: multiplied ? numberPlan(price) : null,
		cost: numberPlan(find('cost')),
		profit: numberPlan(find('profit')),
		attributes: recipe.columns.filter((plan) => plan.role === 'attribute' || plan.role === 'product'),
		statuses: new StatusJudge(recipe.statusRules),
		headers: recipe.columns.map((plan) => plan.header)
	};
}

function numberPlan(plan: ColumnPlan | undefined): NumberPlan | null {
	if (plan === undefined) return null;
	const { numberStyle } = plan;
	if (numberStyle === undefined) {
		throw new CoreError('amount-style-ambiguous', { column: plan.index + 1, header: plan.header });
	}
	return { ...plan, numberStyle };
}
