import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodTable } from '#lib/core/calendar/period-table.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { revenueMoves } from '#lib/core/methods/churn/revenue.ts';

const firstDay = 19_000;
const lastDay = 19_180;
const customers = fc.array(
	fc.array(fc.tuple(fc.integer({ min: firstDay, max: lastDay }), fc.integer({ min: -500, max: 900 })), {
		minLength: 1,
		maxLength: 8
	}),
	{ minLength: 1, maxLength: 8 }
);

// Oracle: the sums of each customer's periods, held side by side. Whole numbers, so that nothing is rounded.
test('revenue lost, shrunk and grown is told of customers whose refunds outweigh their orders, too', () => {
	fc.assert(
		fc.property(customers, (rows) => {
			const sorted = rows.map((own) => own.toSorted(([a], [b]) => a - b));
			const offsets = [0];
			for (const own of sorted) offsets.push((offsets.at(-1) as number) + own.length);
			const ledger = {
				customers: { size: rows.length },
				offsets: Uint32Array.from(offsets),
				day: Int32Array.from(sorted.flat(), ([day]) => day),
				amount: Float64Array.from(sorted.flat(), ([, amount]) => amount)
			} as unknown as Ledger;
			const periods = periodTable(firstDay, lastDay, 'month', { weekStart: 1 });
			const expected = Array.from({ length: periods.count }, () => ({
				churned: 0,
				contraction: 0,
				expansion: 0
			}));
			for (const own of sorted) {
				const sums = new Map<number, number>();
				for (const [day, amount] of own) {
					const period = periods.of[day - firstDay] as number;
					sums.set(period, (sums.get(period) ?? 0) + amount);
				}
				for (const [period, before] of sums) {
					const into = expected[period + 1];
					const now = sums.get(period + 1);
					if (into === undefined) continue;
					if (now === undefined) into.churned += before;
					else if (now < before) into.contraction += before - now;
					else into.expansion += now - before;
				}
			}
			const found = revenueMoves(ledger, periods);
			const told = expected.map((_, period) => ({
				// Zero has no sign here.
				churned: (found.churned[period] as number) + 0,
				contraction: (found.contraction[period] as number) + 0,
				expansion: (found.expansion[period] as number) + 0
			}));
			expect(told).toEqual(expected.map((own) => ({ ...own, churned: own.churned + 0 })));
		}),
		{ numRuns: 100 }
	);
});
