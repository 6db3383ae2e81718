import type { PeriodTable } from '../../calendar/period-table.ts';
import type { Ledger } from '../../ledger/types.ts';
import { selectCustomers } from '../select-customers.ts';

/** The customers of the period before who ordered less, or nothing, in a period. One pass over the orders. */
export function shrunkCustomers(ledger: Ledger, periods: PeriodTable, period: number): Uint32Array {
	const { offsets, day, amount } = ledger;
	return selectCustomers(ledger.customers.size, (customer) => {
		let before = 0;
		let now = 0;
		let orders = 0;
		let ordersBefore = 0;
		for (let i = offsets[customer] as number; i < (offsets[customer + 1] as number); i++) {
			const on = day[i] as number;
			if (on > periods.lastDay) break;
			const own = periods.of[on - periods.firstDay] as number;
			if (own > period) break;
			if (own === period) {
				now += amount[i] as number;
				orders++;
			} else if (own === period - 1) {
				before += amount[i] as number;
				ordersBefore++;
			}
		}
		return ordersBefore > 0 && (orders === 0 || now < before);
	});
}
