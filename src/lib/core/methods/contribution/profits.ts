import type { Ledger } from '../../ledger/types.ts';
import { NO_MOVE, type Facts } from './facts.ts';
import type { TwoPeriods } from './periods.ts';
import { customerMoves, type ContributionScalars, type ProfitsTable } from './types.ts';

/** What is said of profits beside revenue. */
export interface Profits {
	readonly table: ProfitsTable;
	readonly scalars: Pick<ContributionScalars, 'profit' | 'marginRate' | 'profitKnown'>;
}

/**
 * Revenue and profit of the later period side by side, by what became of the customers: what each group brings, its share
 * of the whole, and what is left of its revenue. Null for a ledger without profits. Orders whose profit is not known are
 * in the revenue alone. One pass over the orders.
 */
export function profitsOf(
	{ customers, offsets, day, amount, profit }: Ledger,
	{ from, to, beforeFrom, beforeTo }: TwoPeriods,
	{ move, sumNow }: Pick<Facts, 'move' | 'sumNow'>
): Profits | null {
	if (profit === undefined) return null;
	const rows = customerMoves.length;
	const sums = () => new Float64Array(rows);
	const [revenue, known, orders, own, ownBefore] = [sums(), sums(), sums(), sums(), sums()];
	const [count, countBefore] = [sums(), sums()];
	const add = (into: Float64Array, row: number, value: number): void => {
		into[row] = (into[row] as number) + value;
	};
	for (let who = 0; who < customers.size; who++) {
		const row = move[who] as number;
		if (row === NO_MOVE) continue;
		for (let i = offsets[who] as number; i < (offsets[who + 1] as number); i++) {
			const on = day[i] as number;
			const rest = profit[i] as number;
			const isKnown = !Number.isNaN(rest);
			if (on >= from && on <= to) {
				add(revenue, row, amount[i] as number);
				add(orders, row, 1);
				if (!isKnown) continue;
				add(known, row, amount[i] as number);
				add(count, row, 1);
				add(own, row, rest);
			} else if (on >= beforeFrom && on <= beforeTo && isKnown) {
				add(countBefore, row, 1);
				add(ownBefore, row, rest);
			}
		}
	}
	// A sum of nothing known is not known.
	const profits = own.map((part, row) => (count[row] === 0 ? NaN : part));
	const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
	const [total, money, counted] = [sum(own), sum(known), sum(count)];
	const table: ProfitsTable = {
		rows,
		columns: {
			move: Uint8Array.from(customerMoves, (_, row) => row),
			revenue,
			revenueShare: revenue.map((part) => (sumNow.revenue > 0 ? part / sumNow.revenue : NaN)),
			profit: profits,
			profitShare: profits.map((part) => (total > 0 ? part / total : NaN)),
			margin: profits.map((part, row) => ((known[row] as number) > 0 ? part / (known[row] as number) : NaN)),
			profitBefore: ownBefore.map((part, row) => (countBefore[row] === 0 ? NaN : part)),
			known: count.map((n, row) => (orders[row] === 0 ? NaN : n / (orders[row] as number)))
		},
		types: {
			move: 'code',
			revenue: 'money',
			revenueShare: 'share',
			profit: 'money',
			profitShare: 'share',
			margin: 'share',
			profitBefore: 'money',
			known: 'share'
		}
	};
	return {
		table,
		scalars: {
			profit: counted === 0 ? NaN : total,
			marginRate: money > 0 ? total / money : NaN,
			profitKnown: sumNow.orders === 0 ? NaN : counted / sumNow.orders
		}
	};
}
