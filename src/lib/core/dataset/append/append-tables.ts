import { NO_CODE } from '../../columns/dictionary.ts';
import { gather, rowOrder, sortByCodes, sortByNumbers } from '../../columns/order-index.ts';
import { remapCodes } from '../../columns/sort-dictionary.ts';
import { mergeDictionaries } from '../../columns/merge-dictionaries.ts';
import { withUsedCodes } from '../../columns/used-codes.ts';
import type { RowsAndAmount } from '../control-totals.ts';
import type { OrderTable } from '../order-table.ts';
import { reclassified } from '../reclassify.ts';
import type { ComparedTables } from './compare-tables.ts';
import { Fate } from './match-rows.ts';
import type { ChangedRule, Pause } from './types.ts';
import type { UnifiedCodes, UnifiedRows } from './unified-rows.ts';

/** Two tables as one, the lines of changed orders that do not count in it, and the known profits of rows that are gone. */
export interface AppendedTables {
	readonly table: OrderTable;
	readonly superseded: RowsAndAmount;
	/** A recognised row whose profit the table has from it now is not gone with it. */
	readonly profits: { readonly recognised: RowsAndAmount; readonly superseded: RowsAndAmount };
}

/**
 * Makes one table of two that were compared: rows that both have once, changed orders by the rule, all in ledger order;
 * what is a refund of which sale is seen anew over the whole. A row that both have holds what either says of it: a
 * column that only one file has is filled from that file's row, and so is a profit that only one of them knows; where they
 * say different ones, that of the first stays. `names` are taken from the table in which the customer
 * came last, from the second where both end alike.
 *
 * @throws CoreError whatever `pause` throws.
 */
export async function appendTables(
	compared: ComparedTables,
	[first, second]: readonly [OrderTable, OrderTable],
	rule: ChangedRule,
	pause: Pause
): Promise<AppendedTables> {
	const { unified } = compared;
	const { kept, superseded, profits } = keptRows(compared, rule);
	fillFromTwins(compared);
	await pause();
	let rows = kept;
	if (unified.order !== null) rows = sortByCodes(rows, unified.order.codes, unified.order.dictionary.size);
	await pause();
	rows = sortByNumbers(rows, unified.instant ?? unified.day);
	await pause();
	rows = sortByCodes(rows, unified.customer, unified.customers.size);
	await pause();
	const customers = withUsedCodes(unified.customers, gather(unified.customer, rows));
	const orders = unified.order === null ? null : usedCodes(unified.order, rows);
	await pause();
	const attributes = [];
	for (const attribute of unified.attributes) {
		attributes.push({ header: attribute.header, ...usedCodes(attribute, rows) });
		await pause();
	}
	const amount = gather(unified.amount, rows);
	const table = {
		rows: rows.length,
		customers: customers.dictionary,
		customer: customers.codes,
		names: joinedNames(unified, [first, second], customers.kept),
		order: orders?.codes ?? null,
		orders: orders?.dictionary ?? null,
		day: gather(unified.day, rows),
		instant: unified.instant === null ? null : gather(unified.instant, rows),
		amount,
		quantity: unified.quantity === null ? null : gather(unified.quantity, rows),
		profit: unified.profit === null ? null : gather(unified.profit, rows),
		kind: gather(unified.kind, rows),
		attributes,
		scale: unified.scale,
		currency: unified.currency
	};
	await pause();
	return { table: { ...table, kind: reclassified(table) }, superseded, profits };
}

function keptRows(
	{ unified: { rows, split, amount, profit }, matched: { fate, twin } }: ComparedTables,
	rule: ChangedRule
): { readonly kept: Uint32Array } & Omit<AppendedTables, 'table'> {
	const kept = rowOrder(rows);
	let size = 0;
	const superseded = { rows: 0, amount: 0 };
	const profits = { recognised: { rows: 0, amount: 0 }, superseded: { rows: 0, amount: 0 } };
	const addProfit = (sum: { rows: number; amount: number }, row: number): void => {
		const known = profit === null ? NaN : (profit[row] as number);
		if (Number.isNaN(known)) return;
		sum.rows++;
		sum.amount += known;
	};
	for (let row = 0; row < rows; row++) {
		if (fate[row] === Fate.RECOGNISED) {
			if (!Number.isNaN(profit?.[twin[row] as number] ?? NaN)) addProfit(profits.recognised, row);
			continue;
		}
		const loses = rule === 'both' ? false : row < split ? rule === 'newer' : rule === 'kept';
		if (fate[row] === Fate.CONTRARY && loses) {
			superseded.rows++;
			superseded.amount += amount[row] as number;
			addProfit(profits.superseded, row);
		} else kept[size++] = row;
	}
	return { kept: kept.slice(0, size), superseded, profits };
}

/** What the first table has no column for, or no profit, its rows get from their equals of the second. The columns are ours. */
function fillFromTwins({ unified, matched: { twin } }: ComparedTables): void {
	const { rows, split, order, instant, quantity, profit, attributes } = unified;
	const onlySecond = (column: UnifiedCodes | null): boolean => column !== null && !column.inFirst;
	const columns: (Uint32Array | Float64Array)[] = [];
	if (order !== null && onlySecond(order)) columns.push(order.codes);
	for (const attribute of attributes) if (onlySecond(attribute)) columns.push(attribute.codes);
	if (instant !== null && unified.firstLacks.times) columns.push(instant);
	if (quantity !== null && unified.firstLacks.quantity) columns.push(quantity);
	for (const column of columns) {
		for (let row = split; row < rows; row++) {
			const to = twin[row] as number;
			if (to !== NO_CODE) column[to] = column[row] as number;
		}
	}
	if (profit === null) return;
	for (let row = split; row < rows; row++) {
		const to = twin[row] as number;
		if (to !== NO_CODE && Number.isNaN(profit[to])) profit[to] = profit[row] as number;
	}
}

function usedCodes({ dictionary, codes }: UnifiedCodes, rows: Uint32Array) {
	const used = withUsedCodes(dictionary, gather(codes, rows));
	return { dictionary: used.dictionary, codes: used.codes };
}

/** @param kept of the customers left their common codes. */
function joinedNames(
	{ customerOf, customers: { size } }: UnifiedRows,
	tables: readonly [OrderTable, OrderTable],
	kept: Uint32Array
): OrderTable['names'] {
	const [a, b] = tables;
	if (a.names === null && b.names === null) return null;
	const none = { dictionary: { size: 0, bytes: new Uint8Array(0), offsets: new Uint32Array(1) } };
	const merged = mergeDictionaries((a.names ?? none).dictionary, (b.names ?? none).dictionary);
	const name = new Uint32Array(size).fill(NO_CODE);
	const last = new Float64Array(size).fill(-Infinity);
	for (const [i, table] of tables.entries()) {
		if (table.names === null) continue;
		const lastOf = lastInstants(table);
		const common = customerOf[i] as Uint32Array;
		const codes = remapCodes(table.names.codes, i === 0 ? merged.first : merged.second);
		for (let who = 0; who < common.length; who++) {
			const at = common[who] as number;
			if (codes[who] === NO_CODE || (lastOf[who] as number) < (last[at] as number)) continue;
			name[at] = codes[who] as number;
			last[at] = lastOf[who] as number;
		}
	}
	return { dictionary: merged.dictionary, codes: gather(name, kept) };
}

/** Per customer when they were last seen; days and instants of one table are never mixed. */
function lastInstants({ rows, customer, customers, day, instant }: OrderTable): Float64Array {
	const last = new Float64Array(customers.size).fill(-Infinity);
	for (let row = 0; row < rows; row++) {
		const who = customer[row] as number;
		if (who === NO_CODE) continue;
		const when = instant === null ? (day[row] as number) * 86_400_000 : (instant[row] as number);
		if (when > (last[who] as number)) last[who] = when;
	}
	return last;
}
