import type { NumberStyle } from '#lib/core/dataset/recipe.ts';
import { filledIn } from './filled-in.ts';
import { withoutNotes } from './repair/table-shape.ts';
import { beginsTotal } from './total-words.ts';
import { numberIn } from './values/read-number.ts';

/** Rows one after the other that are looked at: those from the start of a file. */
const MOST_LOOKED_AT = 2_500;

/** Rows without an order go on with the one above only where there are so many of them; fewer are notes or sums. */
const LEAST_NAMELESS = 3;
const LEAST_SHARE = 0.05;

/** Money that differs by less is the same. */
const SAME = 0.005;

/** What rows below the first one of their order have in a column. */
export interface Below {
	/** Filled cells of first rows with others below them. */
	first: number;
	/** Cells of those others that are empty, and that say something else than their first row. */
	empty: number;
	unlike: number;
}

/** Rows of orders, of which some go on with the order of the row above, and what their columns have. */
export interface RowsOfOrders {
	readonly all: readonly (readonly string[])[];
	readonly orders: number;
	readonly rows: number;
	readonly columns: readonly Below[];
}

/** Places of the columns that tell of which order a row is; how its money is written. */
interface Places {
	readonly order: number;
	readonly amount: number | null;
	readonly style: NumberStyle;
}

/** The rows of a table by their orders, without what is none of one: blank rows, sums and notes. */
export function rowsOfOrders(
	rows: readonly (readonly string[])[],
	places: Places,
	width: number
): RowsOfOrders {
	const cellOf = (row: readonly string[], column: number) => (row[column] ?? '').trim();
	const texts = rows.slice(0, MOST_LOOKED_AT).filter((row) => filledIn(row) > 0 && !beginsTotal(row));
	const looked = withoutNotes(texts.map((cells) => ({ cells }))).map(({ cells }) => cells);
	const named = looked.filter((row) => cellOf(row, places.order) !== '');
	const nameless = looked.length - named.length;
	const areMany = nameless >= LEAST_NAMELESS && nameless >= LEAST_SHARE * looked.length;
	const all = areMany && !haveSums(looked, places, nameless) ? looked : named;
	const columns = Array.from({ length: width }, (): Below => ({ first: 0, empty: 0, unlike: 0 }));
	let key = '';
	let first: readonly string[] = [];
	let isAlone = true;
	let orders = 0;
	let others = 0;
	for (const row of all) {
		const own = cellOf(row, places.order);
		if (key === '' || (own !== '' && own !== key)) {
			key = own;
			first = row;
			isAlone = true;
			continue;
		}
		others++;
		if (isAlone) orders++;
		for (const [i, column] of columns.entries()) {
			const [said, cell] = [cellOf(first, i), cellOf(row, i)];
			if (isAlone && said !== '') column.first++;
			if (cell === '') column.empty++;
			else if (cell !== said) column.unlike++;
		}
		isAlone = false;
	}
	return { all, orders, rows: others, columns };
}

/**
 * Whether rows without an order hold the sum of what stands above them, since the last such sum: of several orders, or most of these
 * rows. A single sum within an order may be an item that costs as much as those before it.
 */
function haveSums(
	rows: readonly (readonly string[])[],
	{ order, amount, style }: Places,
	nameless: number
): boolean {
	if (amount === null) return false;
	let sum = 0;
	let parts = 0;
	let sums = 0;
	const orders = new Set<string>();
	for (const row of rows) {
		const key = (row[order] ?? '').trim();
		const money = numberIn(row[amount] ?? '', style) ?? 0;
		if (key === '' && parts > 1 && money !== 0 && Math.abs(money - sum) < SAME) {
			if (orders.size > 1) return true;
			sums++;
			sum = parts = 0;
			orders.clear();
			continue;
		}
		if (key !== '') orders.add(key);
		if (money !== 0) parts++;
		sum += money;
	}
	return 2 * sums > nameless;
}
