/**
 * What the SQL asks and nothing beside it, by the product's own kernels: a method's `run` answers far more (segments,
 * money, medians, intervals, the other tables of its screen), which no query here does.
 */
import { parse } from 'valibot';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { growthCounts, growthTable } from '#lib/core/methods/lifecycle/growth.ts';
import { observedSpan } from '#lib/core/methods/observed-span.ts';
import { customerFacts } from '#lib/core/methods/overview/customer-facts.ts';
import { trendPeriods, trendTable } from '#lib/core/methods/overview/trend.ts';
import { methods } from '#lib/core/methods/registry.ts';
import { planCohorts } from '#lib/core/methods/retention/cohorts.ts';
import { countReturns } from '#lib/core/methods/retention/grid.ts';
import { measure } from '#lib/core/methods/rfm/measures.ts';
import { scoreCustomers } from '#lib/core/methods/rfm/scores.ts';
import type { RetentionParams } from '#lib/core/methods/retention/types.ts';
import type { Frame } from '#lib/core/methods/types.ts';
import { periodTable } from '#lib/core/calendar/period-table.ts';

/** One task per question of the SQL. */
export function kernels(
	ledger: Ledger,
	frame: Frame,
	months: RetentionParams
): Readonly<Record<string, () => unknown>> {
	const input = { ledger, frame };
	const span = observedSpan(input);
	if (span === null) throw new Error('The file has no orders.');
	const scoring = parse(methods.rfm.params, {});
	return {
		rfm: () => scoreCustomers(measure(input, scoring), scoring),
		cohorts: () => countReturns(ledger, planCohorts(input, months, span)),
		lifecycle: () => {
			const periods = periodTable(span.firstDay, span.asOf, 'month', frame);
			return growthTable(growthCounts(ledger, periods), periods, span);
		},
		overview: () => ({
			months: trendTable(ledger, span, trendPeriods(span, 'month', frame)),
			totals: customerFacts(ledger, span, 30)
		})
	};
}
