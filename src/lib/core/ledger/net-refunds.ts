import { RowKind, type OrderTable } from '../dataset/order-table.ts';
import { NO_PLACE, type OrderPlaces } from './order-places.ts';

/** Orders while they are gathered. The arrays are longer than needed when orders have several lines. */
export interface OrderDraft {
	readonly day: Int32Array;
	readonly amount: Float64Array;
	/** Empty where the table says nothing of profits. */
	readonly profit: Float64Array;
	readonly lines: Uint32Array;
	readonly refunded: Uint8Array;
}

/** One customer's rows, and where the orders are that their ids name. */
interface CustomerRows {
	readonly who: number;
	readonly first: number;
	readonly end: number;
	readonly places: OrderPlaces;
}

/**
 * Takes one customer's refund rows off the orders that they name. It runs after the sales, as a refund may
 * stand before its sale (both at midnight of a file without times). A refund of no known order changes nothing.
 */
export function netRefunds(
	draft: OrderDraft,
	table: OrderTable,
	order: Uint32Array,
	rows: CustomerRows
): void {
	const { amount, profit, lines, refunded } = draft;
	for (let row = rows.first; row < rows.end; row++) {
		if (table.kind[row] !== RowKind.REFUND) continue;
		const place = rows.places.placeOf(rows.who, order[row] as number);
		if (place === NO_PLACE) continue;
		amount[place] = (amount[place] as number) + (table.amount[row] as number);
		if (table.profit !== null) profit[place] = (profit[place] as number) + (table.profit[row] as number);
		lines[place] = (lines[place] as number) + 1;
		refunded[place] = 1;
	}
}

/**
 * Drops the orders of places start .. end − 1 that refunds brought to zero or below, and closes the gaps.
 * An order of zero without a refund stays: the recipe chose to keep it. Returns the new end; places from there
 * on are blank again.
 */
export function dropNettedAway(draft: OrderDraft, start: number, end: number): number {
	const { day, amount, profit, lines, refunded } = draft;
	const withProfit = profit.length > 0;
	let kept = start;
	for (let place = start; place < end; place++) {
		if (refunded[place] === 1 && (amount[place] as number) <= 0) continue;
		day[kept] = day[place] as number;
		amount[kept] = amount[place] as number;
		if (withProfit) profit[kept] = profit[place] as number;
		lines[kept] = lines[place] as number;
		kept++;
	}
	amount.fill(0, kept, end);
	profit.fill(0, kept, end);
	lines.fill(0, kept, end);
	refunded.fill(0, start, end);
	return kept;
}
