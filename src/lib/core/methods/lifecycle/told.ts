import type { PeriodTable } from '../../calendar/period-table.ts';
import { signKinds, type CustomerSigns } from '../../dataset/customer-signs.ts';
import type { OrderLines } from '../../dataset/order-lines.ts';
import { selectCustomers } from '../select-customers.ts';
import { crossBuyers } from './cross-sell.ts';
import type { toldSigns } from './types.ts';

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
export function toldByPeriod(signs: CustomerSigns | null, periods: PeriodTable, sign: ToldSign) {
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
