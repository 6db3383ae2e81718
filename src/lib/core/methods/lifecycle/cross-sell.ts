import type { PeriodTable } from '../../calendar/period-table.ts';
import { NO_CODE } from '../../columns/dictionary.ts';
import type { OrderLines } from '../../dataset/order-lines.ts';
import { RowKind } from '../../dataset/order-table.ts';

/** Per period: customers who bought before and buy now, and those of them who bought something of a new kind. */
export interface CrossSales {
	readonly buyers: Uint32Array;
	readonly crossed: Uint32Array;
}

/**
 * Who, of the customers with a line in an earlier period, bought in a period a kind of product that they had never
 * bought before. Lines without a kind and lines that are no sale are passed over; refunds take nothing back. One pass
 * over the lines, which are laid by customer and time.
 */
export function crossSales(lines: OrderLines, periods: PeriodTable): CrossSales {
	const buyers = new Uint32Array(periods.count);
	const crossed = new Uint32Array(periods.count);
	walkKinds(lines, periods, (period, isNew) => {
		const counts = isNew ? crossed : buyers;
		counts[period] = (counts[period] as number) + 1;
	});
	return { buyers, crossed };
}

/**
 * Calls once per customer and period after the first: with `false` for a buyer, and with `true` where something is of
 * a new kind.
 */
function walkKinds(
	{ customer, day, kind, codes }: OrderLines,
	periods: PeriodTable,
	visit: (period: number, isNew: boolean, who: number) => void
): void {
	const { firstDay, lastDay, of } = periods;
	let who = -1;
	let first = -1;
	let bought = -1;
	let crossed = -1;
	let seen = new Set<number>();
	for (let row = 0; row < customer.length && customer[row] !== NO_CODE; row++) {
		const on = day[row] as number;
		const code = codes[row] as number;
		if (kind[row] !== RowKind.SALE || code === NO_CODE || on < firstDay || on > lastDay) continue;
		const period = of[on - firstDay] as number;
		if (customer[row] !== who) {
			who = customer[row] as number;
			first = period;
			bought = crossed = -1;
			seen = new Set();
		}
		const isNew = !seen.has(code);
		seen.add(code);
		if (period === first) continue;
		if (period !== bought) visit((bought = period), false, who);
		if (isNew && period !== crossed) visit((crossed = period), true, who);
	}
}

/** The customers who bought something of a new kind in one period, ascending. */
export function crossBuyers(lines: OrderLines, periods: PeriodTable, period: number): Uint32Array {
	const found: number[] = [];
	walkKinds(lines, periods, (own, isNew, who) => {
		if (isNew && own === period) found.push(who);
	});
	return Uint32Array.from(found);
}
