import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import { gather, rowOrder, sortByCodes, sortByNumbers } from '#lib/core/columns/order-index.ts';
import { remapCodes } from '#lib/core/columns/sort-dictionary.ts';
import type { AttributeColumn, OrderTable } from '#lib/core/dataset/order-table.ts';
import type { Breather } from './breather.ts';
import { classify } from './classify.ts';
import type { ReaderPlan } from './reader-plan.ts';
import { type RowCollector } from './row-collector.ts';
import { sortInTurns } from './sort-in-turns.ts';
import { DAY_MS } from './values/read-date.ts';

/**
 * The columns that were gathered, put into ledger order (by customer, instant, order) with dictionaries in
 * canonical key order, and each row classified. The collector is spent afterwards. Between steps the event loop
 * gets its turn.
 */
export async function buildTable(
	collected: RowCollector,
	plan: ReaderPlan,
	currency: string | null,
	breather: Breather
): Promise<OrderTable> {
	const rows = collected.customer.length;
	const scale = collected.scale.decimals;
	const customers = await sortInTurns(collected.customers, breather);
	await breather.pause();
	const orders = plan.order < 0 ? null : await sortInTurns(collected.orders, breather);
	await breather.pause();
	const rawCustomer = remapCodes(collected.customer.take(), customers.newCode);
	const rawOrder = orders === null ? null : remapCodes(collected.order.take(), orders.newCode);
	const rawDay = collected.day.take();
	const rawTime = collected.time.take();
	await breather.pause();

	let order = rowOrder(rows);
	if (rawOrder !== null && orders !== null) order = sortByCodes(order, rawOrder, orders.dictionary.size);
	await breather.pause();
	const rawInstant = rawTime.some((time) => time !== 0) ? instants(rawDay, rawTime) : null;
	order = sortByNumbers(order, rawInstant ?? rawDay);
	await breather.pause();
	order = sortByCodes(order, rawCustomer, customers.dictionary.size);
	await breather.pause();

	const customer = gather(rawCustomer, order);
	const orderOf = rawOrder === null ? null : gather(rawOrder, order);
	const amount = gather(collected.amount.take(), order);
	await breather.pause();
	const kind = classify(customer, orderOf, amount, gather(collected.mark.take(), order), {
		orders: orders?.dictionary.size ?? 0,
		keepZero: collected.keepsZero
	});
	const names = plan.name < 0 ? null : gather(collected.name.take(), order);
	await breather.pause();
	const attributes: AttributeColumn[] = [];
	for (const [i, { builder, codes }] of collected.attributes.entries()) {
		attributes.push(
			await attributeOf(plan.attributes[i]?.header ?? '', builder, gather(codes.take(), order), breather)
		);
		await breather.pause();
	}
	return {
		rows,
		customers: customers.dictionary,
		customer,
		names:
			names === null
				? null
				: await namesOf(customer, names, collected.names, customers.dictionary.size, breather),
		order: orderOf,
		orders: orders?.dictionary ?? null,
		day: gather(rawDay, order),
		instant: rawInstant === null ? null : gather(rawInstant, order),
		amount,
		quantity: plan.quantity === null ? null : gather(collected.quantity.take(), order),
		kind,
		attributes,
		scale,
		currency
	};
}

function instants(day: Int32Array, time: Uint32Array): Float64Array {
	const instant = new Float64Array(day.length);
	for (let i = 0; i < day.length; i++) instant[i] = (day[i] as number) * DAY_MS + (time[i] as number);
	return instant;
}

async function attributeOf(
	header: string,
	builder: DictionaryBuilder,
	codes: Uint32Array,
	breather: Breather
): Promise<AttributeColumn> {
	const { dictionary, newCode } = await sortInTurns(builder, breather);
	return { header, dictionary, codes: remapCodes(codes, newCode) };
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
