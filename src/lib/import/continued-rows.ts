import type { CleaningStep, ColumnRef } from '#lib/core/dataset/cleaning-step.ts';
import { isNumberRole, type AnyRecipe } from '#lib/core/dataset/recipe.ts';
import type { Finding } from './finding.ts';
import { plainName } from './synonyms.ts';
import type { UnderstoodColumn } from './understood-column.ts';

/** Rows one after the other that are looked at: those from the start of a file. */
const MOST_LOOKED_AT = 2_500;

/** So many empty cells are no accident in a column that is filled as often as in first rows. */
const NO_ACCIDENT = 3;

/** What rows below the first one of their order have in a column. */
interface Below {
	/** Filled cells of first rows with others below them, and of those others. */
	first: number;
	others: number;
}

/** Rows that go on with the order of the row above, and what their columns have. */
interface Continued {
	readonly orders: number;
	readonly rows: number;
	readonly columns: readonly Below[];
}

function continuedRows(rows: readonly (readonly string[])[], order: number, width: number): Continued {
	const columns = Array.from({ length: width }, (): Below => ({ first: 0, others: 0 }));
	const isFilled = (row: readonly string[], column: number) => (row[column] ?? '').trim() !== '';
	let key = '';
	let first: readonly string[] | null = null;
	let orders = 0;
	let others = 0;
	for (const row of rows.slice(0, MOST_LOOKED_AT)) {
		const own = (row[order] ?? '').trim();
		if (key === '' || (own !== '' && own !== key)) {
			key = own;
			first = row;
			continue;
		}
		if (first !== null) {
			orders++;
			for (let i = 0; i < width; i++) if (isFilled(first, i)) (columns[i] as Below).first++;
			first = null;
		}
		others++;
		for (let i = 0; i < width; i++) if (isFilled(row, i)) (columns[i] as Below).others++;
	}
	return { orders, rows: others, columns };
}

/** Whether a column speaks of the order: rows below its first one never say it again. */
const isOfOrder = ({ first, others }: Below, { orders, rows }: Continued): boolean =>
	first > 0 && others === 0 && (first === orders || (rows * first) / orders >= NO_ACCIDENT);

/** Columns of what is taken off a price, of the whole row. */
const takesOff = (header: string): boolean =>
	/discount|disc$|rabatt|remise|descuento|sconto|desconto|割引|値引|优惠|折扣/.test(plainName(header)) &&
	!/%|percent|rate|折扣率|quote/i.test(header);

/**
 * Exports with a row per item of which the first alone says whose the order is, when, and how much in all. Asked: to fill the rows
 * below with what is text (`order-filled`); where the amount is among what they leave empty, also what the money of a row is
 * (`order-lines`). Their params: places from 1, lists of them parted by commas; 0: there is none.
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
	const found = continuedRows(rows, order.plan.index, source.length);
	if (found.rows === 0) return [];
	const filled = filledBy(steps);
	const isEmptyBelow = ({ plan: { index } }: UnderstoodColumn) =>
		!filled.has(index) && isOfOrder(found.columns[index] as Below, found);
	const isFilledBelow = ({ plan }: UnderstoodColumn) =>
		(found.columns[plan.index] as Below).others >= found.rows / 2;
	const own = found.columns[order.plan.index] as Below;
	const isNamedOnce = !filled.has(order.plan.index) && own.others < found.rows;
	const others = source.filter(
		(column) =>
			column !== order &&
			column.plan.role !== 'ignore' &&
			!isNumberRole(column.plan.role) &&
			isEmptyBelow(column)
	);
	const amount = at('amount');
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
		(column) => takesOff(column.plan.header) && column.profile.numeric > 0.9 && isFilledBelow(column)
	);
	const [discount] = off;
	return [
		{
			code: 'order-lines',
			params: {
				...params,
				amount: amount.plan.header,
				total: amount.plan.index + 1,
				quantity: perLine ? quantity.plan.index + 1 : 0,
				price: perLine ? price.plan.index + 1 : 0,
				discount: perLine && off.length === 1 && discount !== undefined ? discount.plan.index + 1 : 0
			}
		}
	];
}

/** Columns of the source that steps fill already. */
export const filledBy = (steps: readonly CleaningStep[]): ReadonlySet<ColumnRef> =>
	new Set(steps.flatMap((step) => (step.kind === 'fill' ? [step.column, ...(step.more ?? [])] : [])));
