import { isCutShort, periodTable, type PeriodTable } from '../../calendar/period-table.ts';
import { rollingDays } from '../../calendar/rolling.ts';
import type { ObservedSpan } from '../observed-span.ts';
import type { MethodInput } from '../types.ts';
import type { RetentionParams, RetentionTables } from './types.ts';

/** More cohorts than this no matrix can show: the newest are kept, and a warning says so. */
export const mostCohorts = 400;

/** The cohorts of a result, and how returns are counted in them. */
export interface CohortPlan {
	/** Calendar periods of all history, from the first order to the as-of date. */
	readonly periods: PeriodTable;
	readonly asOf: number;
	/** Days of a rolling window; 0 when N counts calendar periods. */
	readonly windowDays: number;
	readonly recurring: boolean;
	readonly orAfter: boolean;
	/** The longest N shown. */
	readonly longest: number;
	/** Period → row of its cohort; −1 for periods without members, outside the window or beyond the limit. */
	readonly rowOf: Int32Array;
	/** Row → period, and its members. */
	readonly periodOf: Int32Array;
	readonly sizes: Uint32Array;
	/** Cohorts with members in the window, shown or not. */
	readonly found: number;
}

/**
 * Finds the cohorts: calendar periods of the window in which somebody entered. With entry `first` a customer
 * enters once, with the first order ever, also when that is before the window (and then shows nowhere); with
 * `recurring`, in every period with an order. Periods are taken whole, also the one the window begins in. One pass over
 * the customers, for `recurring` over the orders.
 */
export function planCohorts(
	{ ledger, frame }: MethodInput,
	params: RetentionParams,
	span: ObservedSpan
): CohortPlan {
	const { offsets, day } = ledger;
	const { firstDay, asOf } = span;
	const periods = periodTable(firstDay, asOf, params.unit, frame);
	const recurring = params.entry === 'recurring';
	const members = new Uint32Array(periods.count);
	for (let customer = 0; customer < ledger.customers.size; customer++) {
		const end = offsets[customer + 1] as number;
		let last = -1;
		for (let i = offsets[customer] as number; i < end; i++) {
			const on = day[i] as number;
			if (on > asOf) break;
			const period = periods.of[on - firstDay] as number;
			if (period !== last) members[period] = (members[period] as number) + 1;
			if (!recurring) break;
			last = period;
		}
	}
	const firstShown = span.from > asOf ? periods.count : (periods.of[span.from - firstDay] as number);
	const shown: number[] = [];
	let found = 0;
	for (let period = periods.count - 1; period >= firstShown; period--) {
		if (members[period] === 0) continue;
		found++;
		if (found <= mostCohorts) shown.push(period);
	}
	const periodOf = Int32Array.from(shown.reverse());
	const rowOf = new Int32Array(periods.count).fill(-1);
	periodOf.forEach((period, row) => (rowOf[period] = row));
	return {
		periods,
		asOf,
		windowDays: params.periods === 'rolling' ? rollingDays(params.unit) : 0,
		recurring,
		orAfter: params.measure === 'on-or-after',
		longest: params.maxPeriods,
		rowOf,
		periodOf,
		sizes: Uint32Array.from(periodOf, (period) => members[period] as number),
		found
	};
}

/** One row per cohort, in time order. */
export function cohortsTable({ periods, periodOf, sizes, asOf }: CohortPlan): RetentionTables['cohorts'] {
	return {
		rows: periodOf.length,
		columns: {
			cohort: Int32Array.from(periodOf, (period) => periods.starts[period] as number),
			size: sizes.slice(),
			incomplete: Uint8Array.from(periodOf, (period) => (isCutShort(periods, period, asOf) ? 1 : 0))
		},
		types: { cohort: 'day', size: 'count', incomplete: 'flag' }
	};
}
