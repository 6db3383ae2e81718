import type { CleaningStep, ColumnRef } from '#lib/core/dataset/cleaning-step.ts';
import { isNumberRole, type AnyRecipe, type NumberStyle } from '#lib/core/dataset/recipe.ts';
import type { Finding } from './finding.ts';
import { rowsOfOrders, type Below, type RowsOfOrders } from './rows-of-orders.ts';
import { plainName } from './synonyms.ts';
import type { UnderstoodColumn } from './understood-column.ts';
import { STRAY_SHARE } from './values/date-order.ts';
import { numberIn } from './values/read-number.ts';

/** So many empty cells are no accident in a column that is filled as often as in first rows. */
const NO_ACCIDENT = 3;

/** Whether a column speaks of the order: rows below its first one mostly leave it empty, and hardly ever say something else. */
const isOfOrder = ({ first, empty, unlike }: Below, { orders, rows }: RowsOfOrders): boolean =>
	first > 0 &&
	2 * empty >= rows &&
	unlike <= STRAY_SHARE * rows &&
	(first === orders || (rows * first) / orders >= NO_ACCIDENT);

/** Columns of what is taken off a price, of the whole row. */
const takesOff = (header: string): boolean =>
	/discount|disc$|rabatt|remise|descuento|sconto|desconto|割引|値引|优惠|折扣/.test(plainName(header)) &&
	!/%|percent|rate|折扣率|quote/i.test(header);

/** How numbers are written where nothing says otherwise. */
const POINT: NumberStyle = { decimal: '.', group: ',' };
const styleOf = (column: UnderstoodColumn | undefined): NumberStyle =>
	column?.plan.numberStyle ?? column?.style.style ?? POINT;

/** Whether all numbers of a column are less than one: parts of a price, and no money. */
function areShares(column: UnderstoodColumn): boolean {
	const style = styleOf(column);
	return column.profile.cells.every((cell) => Math.abs(numberIn(cell, style) ?? 0) < 1);
}

/**
 * Exports with a row per item of which the first alone says whose the order is, when, and how much in all. Asked: to fill the rows
 * below with what is text (`order-filled`); where the amount is among what they leave empty, also what the money of a row is
 * (`order-lines`). Their params: places from 1, lists of them parted by commas; 0: there is none; `totals`, `lines`: the money of the
 * rows looked at by either answer.
 */
export function orderLines(
	rows: readonly (readonly string[])[],
	columns: readonly UnderstoodColumn[],
	{ steps = [] }: Pick<AnyRecipe, 'steps'>
): Finding[] {
	const source = columns.filter(({ plan }) => plan.made === undefined);
	const at = (role: string) => source.find(({ plan }) => plan.role === role);
	const order = at('order');
	if (order === undefined) return [];
	const amount = at('amount');
	const places = {
		order: order.plan.index,
		amount: amount === undefined ? null : amount.plan.index,
		style: styleOf(amount)
	};
	const found = rowsOfOrders(rows, places, source.length);
	if (found.rows === 0) return [];
	const filled = filledBy(steps);
	const isEmptyBelow = ({ plan: { index } }: UnderstoodColumn) =>
		!filled.has(index) && isOfOrder(found.columns[index] as Below, found);
	const isFilledBelow = ({ plan }: UnderstoodColumn) =>
		2 * (found.columns[plan.index] as Below).empty <= found.rows;
	const own = found.columns[order.plan.index] as Below;
	const isNamedOnce = !filled.has(order.plan.index) && own.empty > 0;
	const others = source.filter(
		(column) =>
			column !== order &&
			column.plan.role !== 'ignore' &&
			!isNumberRole(column.plan.role) &&
			isEmptyBelow(column)
	);
	const among = amount !== undefined && isEmptyBelow(amount);
	// A note that rows below leave empty may be of the first item alone.
	if (others.every(({ plan }) => plan.role === 'attribute') && !among) return [];
	const texts = isNamedOnce ? [order, ...others] : others;
	const params = {
		columns: texts.map(({ plan }) => plan.index + 1).join(','),
		headers: texts.map(({ plan }) => plan.header).join(', '),
		n: texts.length,
		rows: found.rows,
		order: order.plan.header,
		within: order.plan.index + 1
	};
	if (!among) return [{ code: 'order-filled', params }];
	const [quantity, price] = [at('quantity'), at('price')];
	const perLine = quantity !== undefined && price !== undefined && [quantity, price].every(isFilledBelow);
	const off = source.filter(
		(column) =>
			takesOff(column.plan.header) &&
			column.profile.numeric > 0.9 &&
			isFilledBelow(column) &&
			!areShares(column)
	);
	const discount = off.length === 1 ? off[0] : undefined;
	const sumOf = (money: (row: readonly string[]) => number): number =>
		Math.round(100 * found.all.reduce((sum, row) => sum + money(row), 0)) / 100;
	const inRow = (row: readonly string[], column: UnderstoodColumn | undefined): number =>
		column === undefined ? 0 : (numberIn(row[column.plan.index] ?? '', styleOf(column)) ?? 0);
	return [
		{
			code: 'order-lines',
			params: {
				...params,
				amount: amount.plan.header,
				total: amount.plan.index + 1,
				quantity: perLine ? quantity.plan.index + 1 : 0,
				price: perLine ? price.plan.index + 1 : 0,
				discount: perLine && discount !== undefined ? discount.plan.index + 1 : 0,
				totals: sumOf((row) => inRow(row, amount)),
				...(perLine && {
					lines: sumOf((row) => inRow(row, quantity) * inRow(row, price) - Math.abs(inRow(row, discount)))
				})
			}
		}
	];
}

/** Columns of the source that steps fill already. */
export const filledBy = (steps: readonly CleaningStep[]): ReadonlySet<ColumnRef> =>
	new Set(steps.flatMap((step) => (step.kind === 'fill' ? [step.column, ...(step.more ?? [])] : [])));
