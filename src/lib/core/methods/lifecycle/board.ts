import type { PeriodTable } from '../../calendar/period-table.ts';
import { signKinds, type CustomerSigns } from '../../dataset/customer-signs.ts';
import type { OrderLines } from '../../dataset/order-lines.ts';
import type { Ledger } from '../../ledger/types.ts';
import { selectCustomers } from '../select-customers.ts';
import { crossBuyers, crossSales } from './cross-sell.ts';
import type { GrowthCounts } from './growth.ts';
import { toldSigns, type LifecycleTables } from './types.ts';

/** Orders and revenue of each period: of all, and of those who are new in it. */
export interface PeriodSales {
	readonly orders: Uint32Array;
	readonly revenue: Float64Array;
	readonly newOrders: Uint32Array;
	readonly newRevenue: Float64Array;
	/** Customers known by the period's end, with or without an order. */
	readonly known: Uint32Array;
}

/** Sums the orders of every period of all history, those of a customer's first period apart. One pass. */
export function periodSales(ledger: Ledger, periods: PeriodTable): PeriodSales {
	const { offsets, day, amount, firstSeen } = ledger;
	const { firstDay, lastDay, count, of } = periods;
	const orders = new Uint32Array(count);
	const newOrders = new Uint32Array(count);
	const revenue = new Float64Array(count);
	const newRevenue = new Float64Array(count);
	const known = new Uint32Array(count);
	for (let who = 0; who < ledger.customers.size; who++) {
		const start = offsets[who] as number;
		const end = offsets[who + 1] as number;
		const seen = Math.max(
			firstDay,
			Math.min(firstSeen[who] as number, start < end ? (day[start] as number) : Infinity)
		);
		if (seen > lastDay) continue;
		const since = of[seen - firstDay] as number;
		known[since] = (known[since] as number) + 1;
		let first = -1;
		for (let i = start; i < end && (day[i] as number) <= lastDay; i++) {
			const period = of[(day[i] as number) - firstDay] as number;
			if (first < 0) first = period;
			orders[period] = (orders[period] as number) + 1;
			revenue[period] = (revenue[period] as number) + (amount[i] as number);
			if (period !== first) continue;
			newOrders[period] = (newOrders[period] as number) + 1;
			newRevenue[period] = (newRevenue[period] as number) + (amount[i] as number);
		}
	}
	for (let period = 1; period < count; period++) {
		known[period] = (known[period] as number) + (known[period - 1] as number);
	}
	return { orders, revenue, newOrders, newRevenue, known };
}

export type ToldSign = (typeof toldSigns)[number];

/** What is seen of customers beside their orders; null where there is no table or column of it. */
export interface Beside {
	readonly signs: CustomerSigns | null;
	readonly lines: OrderLines | null;
}

/** Whether a kind of row counts: every row is taking part, a complaint is a complaint. */
const counts = (sign: ToldSign, kind: number): boolean =>
	sign === 'participation' || signKinds[kind] === 'complaint';

/** Whether there is a table to tell of it. */
const isTold = (signs: CustomerSigns | null, sign: ToldSign): signs is CustomerSigns =>
	signs !== null && sign !== 'crossSell' && (sign === 'participation' || signs.told.includes('complaint'));

/** Customers with such a sign in one period, ascending. Linear in the rows. */
export function toldMembers(
	{ signs, lines }: Beside,
	customers: number,
	periods: PeriodTable,
	period: number,
	sign: ToldSign
): Uint32Array {
	if (sign === 'crossSell') return lines === null ? new Uint32Array(0) : crossBuyers(lines, periods, period);
	if (!isTold(signs, sign)) return new Uint32Array(0);
	const from = Math.max(periods.starts[period] as number, periods.firstDay);
	const to = Math.min((periods.starts[period + 1] as number) - 1, periods.lastDay);
	return selectCustomers(customers, (who) => {
		const end = signs.offsets[who + 1] as number;
		for (let row = signs.offsets[who] as number; row < end; row++) {
			const day = signs.day[row] as number;
			if (day > to) return false;
			if (day >= from && counts(sign, signs.kind[row] as number)) return true;
		}
		return false;
	});
}

/** Per period: customers with such a sign, and rows of it; null where no table tells of it. One pass over the rows. */
function toldByPeriod(signs: CustomerSigns | null, periods: PeriodTable, sign: ToldSign) {
	if (!isTold(signs, sign)) return null;
	const customers = new Uint32Array(periods.count);
	const rows = new Uint32Array(periods.count);
	for (let who = 0; who + 1 < signs.offsets.length; who++) {
		let last = -1;
		const end = signs.offsets[who + 1] as number;
		for (let row = signs.offsets[who] as number; row < end; row++) {
			const day = signs.day[row] as number;
			if (day > periods.lastDay) break;
			if (day < periods.firstDay || !counts(sign, signs.kind[row] as number)) continue;
			const period = periods.of[day - periods.firstDay] as number;
			rows[period] = (rows[period] as number) + 1;
			if (period !== last) customers[period] = (customers[period] as number) + 1;
			last = period;
		}
	}
	return { customers, rows };
}

/** The tables of the board. */
export type BoardTables = Pick<LifecycleTables, 'board' | 'told'>;

/**
 * The measures of each stage by period: who was won and what they were worth, who took part, who ordered again, who
 * complained, who was lost and who was won back. `growth` is the table of the same periods, from `first` on.
 */
export function boardTables(
	growth: LifecycleTables['growth'],
	all: GrowthCounts,
	sales: PeriodSales,
	periods: PeriodTable,
	{ signs, lines }: Beside
): BoardTables {
	const { rows } = growth;
	const first = periods.count - rows;
	const participants = toldByPeriod(signs, periods, 'participation');
	const complaints = toldByPeriod(signs, periods, 'complaint');
	const crossed = lines === null ? null : crossSales(lines, periods);
	// Who had ordered by the end of each period.
	let ever = 0;
	const everBy = Uint32Array.from(all.new, (n) => (ever += n));
	const column = (value: (period: number) => number): Float64Array =>
		Float64Array.from({ length: rows }, (_, row) => value(first + row));
	const ratio = (part: number | undefined, whole: number): number =>
		part === undefined || whole === 0 ? Number.NaN : part / whole;
	const at = (values: ArrayLike<number>, period: number): number => values[period] ?? 0;
	const away = (period: number): number => at(everBy, period - 1) - at(all.active, period - 1);
	return {
		board: {
			rows,
			columns: {
				period: growth.columns.period.slice(),
				newCustomers: growth.columns.new.slice(),
				newFrequency: column((p) => ratio(sales.newOrders[p], at(all.new, p))),
				newValue: column((p) => ratio(sales.newRevenue[p], at(all.new, p))),
				participation: column((p) => ratio(participants?.customers[p], at(sales.known, p))),
				renewal: column((p) => ratio(all.returning[p], at(all.active, p - 1))),
				crossSell: column((p) => ratio(crossed?.crossed[p], at(crossed?.buyers ?? [], p))),
				frequency: column((p) => ratio(sales.orders[p], at(all.active, p))),
				value: column((p) => ratio(sales.revenue[p], at(all.active, p))),
				complaints: column((p) => 100 * ratio(complaints?.rows[p], at(all.active, p))),
				lost: growth.columns.dormant.slice(),
				lostRate: column((p) => ratio(all.dormant[p], at(all.active, p - 1))),
				wonBack: growth.columns.resurrected.slice(),
				winBackRate: column((p) => ratio(all.resurrected[p], away(p))),
				incomplete: growth.columns.incomplete
			},
			types: {
				period: 'day',
				newCustomers: 'count',
				newFrequency: 'number',
				newValue: 'money',
				participation: 'share',
				renewal: 'share',
				crossSell: 'share',
				frequency: 'number',
				value: 'money',
				complaints: 'number',
				lost: 'count',
				lostRate: 'share',
				wonBack: 'count',
				winBackRate: 'share',
				incomplete: 'flag'
			}
		},
		told: {
			rows: rows * toldSigns.length,
			columns: {
				period: Int32Array.from({ length: rows * toldSigns.length }, (_, row) =>
					at(growth.columns.period, Math.floor(row / toldSigns.length))
				),
				sign: Uint8Array.from({ length: rows * toldSigns.length }, (_, row) => row % toldSigns.length),
				customers: Uint32Array.from({ length: rows * toldSigns.length }, (_, row) => {
					const told = [participants?.customers, complaints?.customers, crossed?.crossed][
						row % toldSigns.length
					];
					return told?.[first + Math.floor(row / toldSigns.length)] ?? 0;
				})
			},
			types: { period: 'day', sign: 'code', customers: 'count' }
		}
	};
}
