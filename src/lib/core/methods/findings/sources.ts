import * as v from 'valibot';
import { periodTable, type PeriodTable } from '../../calendar/period-table.ts';
import { median } from '../../math/quantile.ts';
import { churn } from '../churn/method.ts';
import type { ChurnTables } from '../churn/types.ts';
import type { ObservedSpan } from '../observed-span.ts';
import { overview } from '../overview/method.ts';
import type { OverviewTables } from '../overview/types.ts';
import { retention } from '../retention/method.ts';
import type { RetentionTables } from '../retention/types.ts';
import type { Ask, MethodInput } from '../types.ts';
import { spendByPeriod, type Spend } from './spend.ts';
import type { FindingsParams } from './types.ts';

/** Periods that lie a year apart. */
const perYear = { week: 52, month: 12, quarter: 4 } as const;
/** Who is new, and who is lost, cannot be told before the data have gone on for half a year. */
const settlingDays = 183;

/** What the findings are read from. Rows are the periods of the window; no number of an incomplete one is used. */
export interface Sources {
	readonly trend: OverviewTables['trend'];
	readonly churn: Pick<ChurnTables, 'periods' | 'revenue'>;
	readonly retention: RetentionTables;
	readonly spend: Spend;
	readonly periods: PeriodTable;
	readonly span: ObservedSpan;
	/** Whether a row's period is whole: neither end of the window cuts it, and the data do not begin inside it. */
	readonly complete: Uint8Array;
	/** First day from which new, lost and returning customers can be told. */
	readonly settled: number;
	/** The last complete row; the one before it and the one a year before, −1 where they are not complete. */
	readonly last: number;
	readonly before: number;
	readonly lastYear: number;
	readonly year: number;
	/** Median over the complete periods of revenue per customer. */
	readonly customerWorth: number;
	readonly params: FindingsParams;
}

/** How other methods are asked: through the caller, or by running them. */
export function askOf(given: MethodInput): Ask {
	return given.ask ?? ((method, params) => method.run(given, params).result);
}

/** Asks the methods with their defaults and the given unit, and reckons what all findings share. */
export function readSources(given: MethodInput, span: ObservedSpan, params: FindingsParams): Sources {
	const { ledger, frame } = given;
	const { unit } = params;
	const ask = askOf(given);
	const { trend } = ask(overview, v.parse(overview.params, { unit })).tables;
	const periods = periodTable(span.from, span.asOf, unit, frame);
	const { period, active, revenue, incomplete } = trend.columns;
	const complete = Uint8Array.from(period, (start, row) =>
		incomplete[row] === 0 && start >= span.firstDay ? 1 : 0
	);
	const last = complete.lastIndexOf(1);
	const whole = (row: number): number => (complete[row] === 1 ? row : -1);
	const year = perYear[unit];
	const worths = Float64Array.from(
		Array.from(complete.keys()).filter((row) => complete[row] === 1 && (active[row] as number) > 0),
		(row) => (revenue[row] as number) / (active[row] as number)
	).sort();
	return {
		trend,
		churn: ask(churn, v.parse(churn.params, { unit, model: 'none' })).tables,
		retention: ask(retention, v.parse(retention.params, { unit })).tables,
		spend: spendByPeriod(ledger, periods, active),
		periods,
		span,
		complete,
		settled: span.firstDay + settlingDays,
		last,
		before: whole(last - 1),
		lastYear: whole(last - year),
		year,
		customerWorth: worths.length === 0 ? 0 : median(worths),
		params
	};
}
