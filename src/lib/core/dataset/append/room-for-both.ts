import { inLargerUnits } from '../../math/larger-units.ts';
import type { ControlTotals, PlacedRows, RowsAndAmount } from '../control-totals.ts';
import { kindTotals } from '../kind-totals.ts';
import type { OrderTable } from '../order-table.ts';
import { plusCounts } from './append-totals.ts';

/** A table and where the rows of its sources went. */
export interface CountedTable {
	readonly table: OrderTable;
	readonly totals: ControlTotals;
}

/**
 * Two tables in units in which the amounts of both can be added exactly. Costs of more decimals than any amount make a unit finer;
 * where the amounts of both have no room in it, the decimals that none of them needs are given back, profits are rounded to
 * what is left, and their rows are remarked on. Tables for which that is of no use stay as they are. Linear in the rows.
 *
 * @example
 * const none = { rows: 0, amount: 0 };
 * const placed = (of) => ({ source: of, kept: { sales: of, refunds: none }, merged: none, setAside: {}, rejected: none });
 * const file = (amount, profit) => ({ table: { rows: 1, scale: 2, amount: Float64Array.of(amount), profit: Float64Array.of(profit) }, totals: placed({ rows: 1, amount }) });
 * roomForBoth(file(6e15, 125), file(6e15, 175)).map(({ table }) => [table.scale, table.amount[0], table.profit[0]]) // => [[0, 6e13, 1], [0, 6e13, 2]]
 * roomForBoth(file(6e15, 125), file(6e15 + 1, 175)).map(({ table }) => table.scale) // => [2, 2]
 */
export function roomForBoth(a: CountedTable, b: CountedTable): [CountedTable, CountedTable] {
	const finest = Math.max(a.table.scale, b.table.scale);
	const needed = (scale: number): number => absoluteIn(a, scale) + absoluteIn(b, scale);
	if (needed(finest) <= Number.MAX_SAFE_INTEGER) return [a, b];
	const own = Math.max(decimalsOf(a), decimalsOf(b));
	return needed(own) <= Number.MAX_SAFE_INTEGER ? [lowered(a, own), lowered(b, own)] : [a, b];
}

/** The source first. */
const partsOf = ({ source, kept, merged, setAside, rejected }: PlacedRows): RowsAndAmount[] => [
	source,
	kept.sales,
	kept.refunds,
	merged,
	...Object.values(setAside),
	rejected
];

/** The most that any sum of amounts can come to in units of so many decimals, without signs. */
function absoluteIn({ table, totals }: CountedTable, scale: number): number {
	const factor = 10 ** (scale - table.scale);
	let sum = 0;
	for (let row = 0; row < table.rows; row++) sum += Math.abs(table.amount[row] as number);
	return Math.max(sum, ...partsOf(totals).map(({ amount }) => Math.abs(amount))) * factor;
}

/** The decimals that the amounts have in truth: no more than the unit has. */
function decimalsOf({ table: { rows, amount, scale }, totals }: CountedTable): number {
	let decimals = 0;
	const look = (units: number): void => {
		while (decimals < scale && units % 10 ** (scale - decimals) !== 0) decimals++;
	};
	for (let row = 0; row < rows && decimals < scale; row++) look(amount[row] as number);
	for (const part of partsOf(totals)) look(part.amount);
	return decimals;
}

/** The same in a larger unit, of which all amounts are multiples. */
function lowered({ table, totals }: CountedTable, scale: number): CountedTable {
	if (table.scale <= scale) return { table, totals };
	const divisor = 10 ** (table.scale - scale);
	const whole = (units: number): number => units / divisor;
	const rounded = inLargerUnits(divisor);
	const profit = table.profit?.map(rounded) ?? null;
	const coarser = { ...table, scale, amount: table.amount.map(whole), profit };
	const placed = { ...totals, ...placedIn(totals, whole) };
	if (profit === null || totals.profit === undefined) return { table: coarser, totals: placed };
	const finer = table.profit as Float64Array;
	const changed = finer.reduce(
		(rows, units) => rows + (units % divisor === 0 || Number.isNaN(units) ? 0 : 1),
		0
	);
	const remarks = changed === 0 ? {} : { 'amount-too-precise': changed };
	return {
		table: coarser,
		totals: {
			...placed,
			profit: profitsIn(totals.profit, { ...coarser, amount: profit }, rounded),
			remarks: plusCounts(totals.remarks ?? {}, remarks)
		}
	};
}

/** What became of profits: those that are kept as they are now, the others rounded, and the source as their sum. */
function profitsIn(known: PlacedRows, kept: OrderTable, rounded: (units: number) => number): PlacedRows {
	const others = placedIn(known, rounded);
	const now = kindTotals(kept);
	const placed = { ...others, kept: now.kept, setAside: { ...others.setAside, ...now.setAside } };
	const [, ...gone] = partsOf(placed);
	const amount = gone.reduce((sum, part) => sum + part.amount, 0);
	return { ...placed, source: { rows: known.source.rows, amount } };
}

function placedIn(placed: PlacedRows, scaled: (units: number) => number): PlacedRows {
	const part = ({ rows, amount }: RowsAndAmount): RowsAndAmount => ({ rows, amount: scaled(amount) });
	const { source, kept, merged, setAside, rejected } = placed;
	return {
		source: part(source),
		kept: { sales: part(kept.sales), refunds: part(kept.refunds) },
		merged: part(merged),
		setAside: Object.fromEntries(
			Object.entries(setAside).map(([kind, of]) => [kind, part(of)])
		) as unknown as PlacedRows['setAside'],
		rejected: part(rejected)
	};
}
