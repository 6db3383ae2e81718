import type { PeriodTable } from '../../calendar/period-table.ts';
import type { ObservedSpan } from '../observed-span.ts';
import { grrInterval, nrrInterval } from './kept-interval.ts';
import { firstShown, incompleteFlags } from './periods.ts';
import type { RevenueMoves } from './revenue.ts';
import type { ChurnTables } from './types.ts';

/** Index of the first row's period: the window's first, but not the first of all history, which has none before it. */
export function firstRevenuePeriod(periods: PeriodTable, span: ObservedSpan): number {
	return Math.min(periods.count, Math.max(1, firstShown(periods, span)));
}

/**
 * NRR = (start − churned − contraction + expansion) ÷ start; GRR = (start − churned − contraction) ÷ start, which is
 * Σ min(start, end) ÷ start; revenue churn = 1 − GRR. NaN where the period before has no revenue. NRR and GRR with their
 * 95 % intervals over the customers, NaN for too few of them.
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
	const ends = (of: typeof nrrInterval) =>
		Array.from(start, (all, row) =>
			of(moves.squares, shown + row, {
				customers: customers[row] as number,
				start: all,
				nrr: nrr[row] as number,
				grr: grr[row] as number
			})
		);
	const [nrrEnds, grrEnds] = [ends(nrrInterval), ends(grrInterval)];
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
