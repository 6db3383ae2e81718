import type { Ledger } from '../../ledger/types.ts';
import type { OverviewScalars } from './types.ts';

/**
 * Gross profit of the orders between two days, inclusive, as far as it is known, and what share of the money of those
 * orders it is. Nothing of a ledger without profits. One pass.
 *
 * @example
 * const ledger = { orders: 3, day: Int32Array.of(1, 2, 9), amount: Float64Array.of(100, 50, 70), profit: Float64Array.of(40, NaN, 7) };
 * profitScalars(ledger, 1, 5) // => { grossProfit: 40, marginRate: 0.4, profitOrders: 1 }
 * profitScalars({ orders: 0 }, 1, 5) // => {}
 */
export function profitScalars(
	{ orders, day, amount, profit }: Pick<Ledger, 'orders' | 'day' | 'amount' | 'profit'>,
	from: number,
	to: number
): Pick<OverviewScalars, 'grossProfit' | 'marginRate' | 'profitOrders'> {
	if (profit === undefined) return {};
	let [known, money, sum] = [0, 0, 0];
	for (let i = 0; i < orders; i++) {
		const own = profit[i] as number;
		const on = day[i] as number;
		if (Number.isNaN(own) || on < from || on > to) continue;
		known++;
		money += amount[i] as number;
		sum += own;
	}
	return {
		grossProfit: known === 0 ? NaN : sum,
		marginRate: money > 0 ? sum / money : NaN,
		profitOrders: known
	};
}
