import type { PeriodTable } from '../../calendar/period-table.ts';
import type { Ledger } from '../../ledger/types.ts';
import type { ObservedSpan } from '../observed-span.ts';
import { addSquares, grrInterval, noSquares, nrrInterval, type KeptSquares } from './kept-interval.ts';
import { firstShown, incompleteFlags } from './periods.ts';
import type { ChurnTables } from './types.ts';

/** By period of all history: what became of the customers with an order in the period before. */
export interface RevenueMoves {
	readonly customers: Uint32Array;
	readonly lost: Uint32Array;
	readonly start: Float64Array;
	readonly churned: Float64Array;
	readonly contraction: Float64Array;
	readonly expansion: Float64Array;
	/** What the intervals of NRR and GRR rest on. */
	readonly squares: KeptSquares;
}

/**
 * Compares every customer's revenue of each period with that of the one before: churned when there is no order,
 * contraction and expansion when it is less or more. Customers without an order in the period before are out. Sums of
 * whole units are exact. One pass over the orders.
 */
export function revenueMoves(ledger: Ledger, periods: PeriodTable): RevenueMoves {
	const { offsets, day, amount } = ledger;
	const { firstDay, lastDay, of, count } = periods;
	const customers = new Uint32Array(count);
	const lost = new Uint32Array(count);
	const money = (): Float64Array => new Float64Array(count);
	const [start, churned, contraction, expansion] = [money(), money(), money(), money()];
	const squares = noSquares(count);
	for (let customer = 0; customer < ledger.customers.size; customer++) {
		const end = offsets[customer + 1] as number;
		let before = -2;
		let beforeSum = 0;
		let i = offsets[customer] as number;
		while (i < end && (day[i] as number) <= lastDay) {
			const period = of[(day[i] as number) - firstDay] as number;
			let sum = 0;
			for (; i < end; i++) {
				const on = day[i] as number;
				if (on > lastDay || of[on - firstDay] !== period) break;
				sum += amount[i] as number;
			}
			if (period === before + 1) {
				const into = sum < beforeSum ? contraction : expansion;
				into[period] = (into[period] as number) + Math.abs(sum - beforeSum);
				addSquares(squares, period, beforeSum, sum);
			} else if (before >= 0) leave(before + 1, beforeSum);
			if (period + 1 < count) {
				customers[period + 1] = (customers[period + 1] as number) + 1;
				start[period + 1] = (start[period + 1] as number) + sum;
			}
			before = period;
			beforeSum = sum;
		}
		if (before >= 0 && before + 1 < count) leave(before + 1, beforeSum);
	}
	function leave(period: number, sum: number): void {
		lost[period] = (lost[period] as number) + 1;
		churned[period] = (churned[period] as number) + sum;
		addSquares(squares, period, sum, 0);
	}
	return { customers, lost, start, churned, contraction, expansion, squares };
}

/** Index of the first row's period: the window's first, but not the first of all history, which has none before it. */
export function firstRevenuePeriod(periods: PeriodTable, span: ObservedSpan): number {
	return Math.min(periods.count, Math.max(1, firstShown(periods, span)));
}

/**
 * NRR = (start − churned − contraction + expansion) ÷ start; GRR = (start − churned − contraction) ÷ start, which is
 * Σ min(start, end) ÷ start; revenue churn = 1 − GRR. NaN where the period before has no revenue. NRR and GRR with their
 * 95 % intervals over the customers.
 */
export function revenueTable(
	moves: RevenueMoves,
	periods: PeriodTable,
	span: ObservedSpan
): ChurnTables['revenue'] {
	const shown = firstRevenuePeriod(periods, span);
	const money = (values: Float64Array): Float64Array => values.slice(shown);
	const [start, churned, contraction, expansion] = [
		money(moves.start),
		money(moves.churned),
		money(moves.contraction),
		money(moves.expansion)
	];
	const customers = moves.customers.slice(shown);
	const lost = moves.lost.slice(shown);
	const kept = start.map((all, row) => all - (churned[row] as number) - (contraction[row] as number));
	const end = kept.map((same, row) => same + (expansion[row] as number));
	const share = (part: Float64Array): Float64Array =>
		part.map((value, row) => ratio(value, start[row] as number));
	const nrr = share(end);
	const grr = share(kept);
	const ends = (of: typeof nrrInterval, rates: Float64Array) =>
		Array.from(rates, (rate, row) =>
			of(moves.squares, shown + row, {
				customers: customers[row] as number,
				start: start[row] as number,
				rate
			})
		);
	const [nrrEnds, grrEnds] = [ends(nrrInterval, nrr), ends(grrInterval, grr)];
	return {
		rows: start.length,
		columns: {
			period: periods.starts.slice(shown, periods.count),
			customers,
			lost,
			start,
			churned,
			contraction,
			expansion,
			end,
			nrr,
			nrrLow: Float64Array.from(nrrEnds, ({ low }) => low),
			nrrHigh: Float64Array.from(nrrEnds, ({ high }) => high),
			grr,
			grrLow: Float64Array.from(grrEnds, ({ low }) => low),
			grrHigh: Float64Array.from(grrEnds, ({ high }) => high),
			revenueChurn: share(churned.map((gone, row) => gone + (contraction[row] as number))),
			customerChurn: Float64Array.from(lost, (n, row) => ratio(n, customers[row] as number)),
			incomplete: incompleteFlags(periods, span, shown)
		},
		types: {
			period: 'day',
			customers: 'count',
			lost: 'count',
			start: 'money',
			churned: 'money',
			contraction: 'money',
			expansion: 'money',
			end: 'money',
			nrr: 'number',
			nrrLow: 'number',
			nrrHigh: 'number',
			grr: 'share',
			grrLow: 'share',
			grrHigh: 'share',
			revenueChurn: 'share',
			customerChurn: 'share',
			incomplete: 'flag'
		}
	};
}

function ratio(part: number, whole: number): number {
	return whole === 0 ? Number.NaN : part / whole;
}
