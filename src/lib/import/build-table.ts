import type { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import { gather } from '#lib/core/columns/order-index.ts';
import { RowMover } from '#lib/core/columns/row-mover.ts';
import { remapCodes } from '#lib/core/columns/sort-dictionary.ts';
import type { AttributeColumn, OrderTable } from '#lib/core/dataset/order-table.ts';
import { keptName } from '#lib/core/dataset/recipe.ts';
import type { Breather } from './breather.ts';
import { classify } from '#lib/core/dataset/classify.ts';
import { breakTies, ledgerOrder } from './ledger-order.ts';
import type { ReaderPlan } from './reader-plan.ts';
import { type RowCollector } from './row-collector.ts';
import { sortInTurns } from './sort-in-turns.ts';
import { DAY_MS } from './values/read-date.ts';

const NONE = new Uint32Array(0);

/**
 * The columns that were gathered, put into ledger order (by customer, instant, order) with dictionaries in
 * canonical key order, and each row classified. Columns are moved where they stand: the collector is spent afterwards.
 * Between steps the event loop gets its turn.
 */
export async function buildTable(
	collected: RowCollector,
	plan: ReaderPlan,
	currency: string | null,
	breather: Breather
): Promise<OrderTable> {
	const { columns } = collected;
	const rows = columns.length;
	const scale = collected.scale.decimals;
	const customers = await sortInTurns(collected.customers, breather);
	const orders = plan.order < 0 ? null : await sortInTurns(collected.orders, breather);
	const day = columns.day.subarray(0, rows);
	const times = columns.time.subarray(0, rows);
	const time = hasAny(times) ? times : null;
	const order = await ledgerOrder(
		{
			customer: columns.customer.subarray(0, rows),
			customerRank: customers.newCode,
			day,
			time
		},
		breather
	);
	columns.customer = NONE;
	const customer = customersOf(order.starts, rows);
	await breather.pause();
	let mover = new RowMover(order.rows);
	await breather.pause();
	const sortedDay = mover.move(day);
	columns.day = new Int32Array(0);
	await breather.pause();
	const instant = time === null ? null : instants(sortedDay, mover.move(time));
	columns.time = NONE;
	await breather.pause();
	let orderOf: Uint32Array | null = null;
	if (orders !== null) {
		const keys = { customer, instant: instant ?? sortedDay };
		const isOther = await breakTies(order.rows, keys, columns.order, orders.newCode, breather);
		// Days and instants stay true: they do not differ where rows changed places.
		if (isOther) mover = new RowMover(order.rows);
		orderOf = mover.moveCodes(columns.order.subarray(0, rows), orders.newCode);
		columns.order = NONE;
		await breather.pause();
	}
	const amount = mover.move(columns.amount.subarray(0, rows));
	columns.amount = new Float64Array(0);
	await breather.pause();
	const kind = classify(customer, orderOf, amount, gather(columns.mark, order.rows), {
		orders: orders?.dictionary.size ?? 0,
		keepZero: collected.keepsZero
	});
	await breather.pause();
	const quantity = plan.quantity === null ? null : mover.move(columns.quantity.subarray(0, rows));
	columns.quantity = new Float64Array(0);
	await breather.pause();
	const profit = collected.profit === null ? null : mover.move(columns.profit.subarray(0, rows));
	columns.profit = new Float64Array(0);
	await breather.pause();
	const names =
		plan.name < 0
			? null
			: await namesOf(
					customer,
					mover.move(columns.name.subarray(0, rows)),
					collected.names,
					customers.newCode.length,
					breather
				);
	columns.name = NONE;
	const attributes: AttributeColumn[] = [];
	for (const [i, builder] of collected.attributes.entries()) {
		const { dictionary, newCode } = await sortInTurns(builder, breather);
		const codes = mover.moveCodes((columns.attributes[i] as Uint32Array).subarray(0, rows), newCode);
		columns.attributes[i] = NONE;
		const own = plan.attributes[i];
		attributes.push({ header: own === undefined ? '' : keptName(own), dictionary, codes });
		await breather.pause();
	}
	return {
		rows,
		customers: customers.dictionary,
		customer,
		names,
		order: orderOf,
		orders: orders?.dictionary ?? null,
		day: sortedDay,
		instant,
		amount,
		quantity,
		profit,
		kind,
		attributes,
		scale,
		currency
	};
}

/** Each customer's rows stand together: its number, as often as it has rows; behind them those of nobody. */
function customersOf(starts: Uint32Array, rows: number): Uint32Array {
	const customer = new Uint32Array(rows);
	const size = starts.length - 2;
	let row = 0;
	for (let who = 0; who < size; who++)
		for (const end = starts[who + 1] as number; row < end; row++) customer[row] = who;
	return customer.fill(NO_CODE, row);
}

function hasAny(times: Uint32Array): boolean {
	for (let i = 0; i < times.length; i++) if (times[i] !== 0) return true;
	return false;
}

function instants(day: Int32Array, time: Uint32Array): Float64Array {
	const instant = new Float64Array(day.length);
	for (let i = 0; i < day.length; i++) instant[i] = (day[i] as number) * DAY_MS + (time[i] as number);
	return instant;
}

/** The name on a customer's latest row that has one: people marry and companies rename. */
async function namesOf(
	customer: Uint32Array,
	rowNames: Uint32Array,
	builder: DictionaryBuilder,
	customers: number,
	breather: Breather
): Promise<NonNullable<OrderTable['names']>> {
	const codes = new Uint32Array(customers).fill(NO_CODE);
	for (let row = 0; row < customer.length; row++) {
		const who = customer[row] as number;
		const name = rowNames[row] as number;
		if (who !== NO_CODE && name !== NO_CODE) codes[who] = name;
	}
	const { dictionary, newCode } = await sortInTurns(builder, breather);
	return { dictionary, codes: remapCodes(codes, newCode) };
}
