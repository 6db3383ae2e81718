import Papa from 'papaparse';

/** A line of a sample shop, read by hand: independent of the product's own import. */
export interface ShopLine {
	readonly customer: string;
	readonly name: string;
	readonly order: string;
	readonly day: number;
	readonly valid: boolean;
	readonly amount: number;
	readonly channel: string;
}

/** An order after its refunds. */
export interface ShopOrder {
	readonly customer: string;
	readonly name: string;
	readonly day: number;
	readonly channel: string;
	amount: number;
}

export interface Shop {
	readonly cells: readonly (readonly string[])[];
	readonly lines: readonly ShopLine[];
	/** Lines whose date or amount cannot be read, or which have too few or too many cells. */
	readonly unreadable: number;
	/** Orders with a customer, paid, and worth more than nothing. */
	readonly orders: readonly ShopOrder[];
	readonly byCustomer: ReadonlyMap<string, readonly ShopOrder[]>;
}

interface Layout {
	readonly columns: number;
	readonly order: number;
	readonly date: number;
	readonly status: number;
	readonly channel: number;
	readonly amount: (row: readonly string[]) => number;
}

export function readShop(text: string, layout: Layout): Shop {
	const cells = Papa.parse<string[]>(text, { skipEmptyLines: true }).data.slice(1);
	const lines: ShopLine[] = [];
	let unreadable = 0;
	for (const row of cells) {
		const day = dayIn(row[layout.date] ?? '');
		const amount = layout.amount(row);
		if (row.length !== layout.columns || day === null || !Number.isFinite(amount)) {
			unreadable++;
			continue;
		}
		lines.push({
			customer: row[0] as string,
			name: row[1] as string,
			order: row[layout.order] as string,
			day,
			valid: ['completed', '交易成功'].includes(row[layout.status] as string),
			amount,
			channel: row[layout.channel] as string
		});
	}
	const byOrder = new Map<string, ShopOrder>();
	for (const line of lines) {
		if (!line.valid || line.customer === '') continue;
		const order = byOrder.get(line.order);
		if (order === undefined) byOrder.set(line.order, { ...line });
		else order.amount += line.amount;
	}
	const orders = [...byOrder.values()].filter((order) => order.amount > 0);
	const byCustomer = new Map<string, ShopOrder[]>();
	for (const order of orders) {
		const theirs = byCustomer.get(order.customer);
		if (theirs === undefined) byCustomer.set(order.customer, [order]);
		else theirs.push(order);
	}
	return { cells, lines, unreadable, orders, byCustomer };
}

function dayIn(text: string): number | null {
	const found = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2}) \d{1,2}:\d{2}$/.exec(text);
	if (found === null) return null;
	const [year, month, date] = found.slice(1).map(Number) as [number, number, number];
	const day = Date.UTC(year, month - 1, date) / 86_400_000;
	return new Date(day * 86_400_000).getUTCDate() === date ? day : null;
}

/** Quarters since year 0. */
export function quarterOf(day: number): number {
	const date = new Date(day * 86_400_000);
	return date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
}

/** Of the customers active in the quarter before, the share that is silent in `quarter`. */
export function dormantShare(shop: Shop, quarter: number): number {
	const before = new Set<string>();
	const now = new Set<string>();
	for (const { customer, day } of shop.orders) {
		const at = quarterOf(day);
		if (at === quarter - 1) before.add(customer);
		if (at === quarter) now.add(customer);
	}
	return [...before].filter((customer) => !now.has(customer)).length / before.size;
}

export function sum(values: Iterable<number>): number {
	let total = 0;
	for (const value of values) total += value;
	return total;
}
