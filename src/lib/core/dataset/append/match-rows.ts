import { NO_CODE } from '../../columns/dictionary.ts';
import { RowKind } from '../order-table.ts';
import { contentCodes, type ComparedColumn } from './content-codes.ts';
import type { ChangedPart, Pause } from './types.ts';
import type { UnifiedCodes, UnifiedRows } from './unified-rows.ts';

/** What a row is to the other table. */
export const Fate = {
	/** A row of the first that stays, or a row of the second that is new. */
	PLAIN: 0,
	/** A row of the second that the first has. */
	RECOGNISED: 1,
	/** A line that the other does not have, of an order in which the other has one too that this one does not have. */
	CONTRARY: 2
} as const;

/** The rows of two tables, matched one to one where they are the same. */
export interface MatchedRows {
	readonly fate: Uint8Array;
	/** Of a recognised row of the second table the row of the first; else NO_CODE. */
	readonly twin: Uint32Array;
	/** Of each row the order that it belongs to, as a number below `orders`; NO_CODE for rows without an order. */
	readonly order: Uint32Array;
	readonly orders: number;
}

/**
 * Matches the rows of two tables. Rows are the same when all that both tables have of them is: customer, order id, day and
 * time, money, quantity, whether cancelled, attributes. What a row cost is often known later, or put right: its profit only
 * says which of equal rows match first. Equal rows match one to one (a multiset), so that two equal lines of one file stay
 * two. An order id names one order of one customer; where ids are used again for other
 * customers, as shown by either table, customer and id do. Linear in rows and columns.
 */
export async function matchRows(unified: UnifiedRows, pause: Pause): Promise<MatchedRows> {
	const { rows, split } = unified;
	const { codes, distinct } = contentCodes(
		comparedColumns(unified).map(({ column }) => column),
		rows
	);
	await pause();
	const order = ordersOf(unified);
	await pause();
	const [inFirst, inSecond] = [new Uint32Array(distinct), new Uint32Array(distinct)];
	for (let row = 0; row < rows; row++) {
		const counts = row < split ? inFirst : inSecond;
		const code = codes[row] as number;
		counts[code] = (counts[code] as number) + 1;
	}
	// Bit 1: the first table has more of some line of an order; bit 2: the second has.
	const excess = new Uint8Array(order.count);
	for (let row = 0; row < rows; row++) {
		const of = order.codes[row] as number;
		if (of === NO_CODE) continue;
		const code = codes[row] as number;
		const more = (inFirst[code] as number) - (inSecond[code] as number);
		if (more !== 0) excess[of] = (excess[of] as number) | (more > 0 ? 1 : 2);
	}
	await pause();
	const twin = new Uint32Array(rows).fill(NO_CODE);
	const isMatched = new Uint8Array(rows);
	if (unified.profit !== null) {
		const exact = contentCodes([codes, unified.profit], rows);
		await pause();
		matchEqual(exact.codes, exact.distinct, split, twin, isMatched);
	}
	matchEqual(codes, distinct, split, twin, isMatched);
	await pause();
	const fate = new Uint8Array(rows);
	for (let row = 0; row < rows; row++) {
		const of = order.codes[row] as number;
		if (twin[row] !== NO_CODE) fate[row] = Fate.RECOGNISED;
		else if (isMatched[row] === 0 && of !== NO_CODE && excess[of] === 3) fate[row] = Fate.CONTRARY;
	}
	return { fate, twin, order: order.codes, orders: order.count };
}

/** What both tables have of their rows, and what it is of them. */
export function comparedColumns(
	unified: UnifiedRows
): { readonly part: ChangedPart | 'order'; readonly column: ComparedColumn }[] {
	const { customer, order, day, instant, amount, quantity, kind, attributes, rows } = unified;
	const { firstLacks, secondLacks } = unified;
	const cancelled = new Uint8Array(rows);
	for (let row = 0; row < rows; row++) if (kind[row] === RowKind.CANCELLED) cancelled[row] = 1;
	const inBoth = (column: UnifiedCodes): boolean => column.inFirst && column.inSecond;
	const hasTimes = instant !== null && !firstLacks.times && !secondLacks.times;
	const hasQuantity = quantity !== null && !firstLacks.quantity && !secondLacks.quantity;
	return [
		{ part: 'customer', column: customer },
		{ part: 'day', column: day },
		{ part: 'amount', column: amount },
		{ part: 'cancelled', column: cancelled },
		...(order !== null && inBoth(order) ? [{ part: 'order' as const, column: order.codes }] : []),
		...(hasTimes ? [{ part: 'time' as const, column: instant }] : []),
		...(hasQuantity ? [{ part: 'quantity' as const, column: quantity }] : []),
		...attributes.filter(inBoth).map(({ header, codes }) => ({ part: { header }, column: codes }))
	];
}

/** Matches rows of equal codes one to one, first with first, those aside that are matched already. */
function matchEqual(
	codes: Uint32Array,
	distinct: number,
	split: number,
	twin: Uint32Array,
	isMatched: Uint8Array
): void {
	/** Rows of the first table by code: the first of each, and from each the next. */
	const head = new Uint32Array(distinct).fill(NO_CODE);
	const after = new Uint32Array(split).fill(NO_CODE);
	for (let row = split - 1; row >= 0; row--) {
		if (isMatched[row] === 1) continue;
		const code = codes[row] as number;
		after[row] = head[code] as number;
		head[code] = row;
	}
	for (let row = split; row < codes.length; row++) {
		const code = codes[row] as number;
		const at = head[code] as number;
		if (at === NO_CODE || isMatched[row] === 1) continue;
		head[code] = after[at] as number;
		twin[row] = at;
		isMatched[row] = isMatched[at] = 1;
	}
}

function ordersOf(unified: UnifiedRows): { readonly codes: Uint32Array; readonly count: number } {
	const { order, customer, rows } = unified;
	if (order === null || !order.inFirst || !order.inSecond) {
		return { codes: new Uint32Array(rows).fill(NO_CODE), count: 0 };
	}
	if (!areShared(unified, order)) return { codes: order.codes, count: order.dictionary.size };
	const { codes, distinct } = contentCodes([customer, order.codes], rows);
	return {
		codes: codes.map((code, row) => (order.codes[row] === NO_CODE ? NO_CODE : code)),
		count: distinct
	};
}

/** Whether one of the tables has an order id with two customers. Lines without a customer say nothing. */
function areShared({ rows, split, customer }: UnifiedRows, order: UnifiedCodes): boolean {
	const owner = new Uint32Array(order.dictionary.size).fill(NO_CODE);
	for (let row = 0; row < rows; row++) {
		if (row === split) owner.fill(NO_CODE);
		const [id, who] = [order.codes[row] as number, customer[row] as number];
		if (id === NO_CODE || who === NO_CODE) continue;
		if (owner[id] === NO_CODE) owner[id] = who;
		else if (owner[id] !== who) return true;
	}
	return false;
}
