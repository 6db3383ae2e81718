import type { Counted } from '../../math/compare/newcombe.ts';
import type { Place } from './candidate.ts';
import type { Sources } from './sources.ts';
import type { FindingSubject } from './types.ts';

/** One measure by period: NaN where the period is incomplete, or nothing can be said. */
export interface Series {
	readonly subject: FindingSubject;
	readonly values: Float64Array;
	/** The counts behind a rate, where the rate is one of independent customers. */
	readonly rate: ((row: number) => Counted) | null;
	/** What a difference of so much is worth in a period, at the usual revenue of a customer. */
	readonly worth: (difference: number, row: number) => number;
	readonly place: (row: number) => Place;
}

/** The measures that are followed from period to period, in the order of `findingSubjects`. */
export function seriesOf(sources: Sources): Series[] {
	const { trend, churn, spend, complete, settled, customerWorth } = sources;
	const { period, active, orders, revenue, new: fresh } = trend.columns;
	const { base, lost } = churn.periods.columns;
	const at = (column: ArrayLike<number>, row: number): number => column[row] as number;
	const values = (of: (row: number) => number, from = Number.NEGATIVE_INFINITY): Float64Array =>
		Float64Array.from(complete, (whole, row) =>
			whole === 1 && at(period, row) >= from ? of(row) : Number.NaN
		);
	const ratio = (part: ArrayLike<number>, whole: ArrayLike<number>) => (row: number) =>
		at(whole, row) === 0 ? Number.NaN : at(part, row) / at(whole, row);
	const inTrend = (row: number): Place => ({ source: 'overview', table: 'trend', row });
	const perCustomer = (count: ArrayLike<number>) => (difference: number, row: number) =>
		Math.abs(difference) * at(count, row) * customerWorth;
	const opc = ratio(orders, active);
	return [
		{
			subject: 'revenue',
			values: values((row) => at(revenue, row)),
			rate: null,
			worth: (difference) => Math.abs(difference),
			place: inTrend
		},
		{
			subject: 'customers',
			values: values((row) => at(active, row)),
			rate: null,
			worth: (difference) => Math.abs(difference) * customerWorth,
			place: inTrend
		},
		{
			subject: 'orders-per-customer',
			values: values(opc),
			rate: null,
			worth: (difference, row) => (Math.abs(difference) / opc(row)) * at(revenue, row),
			place: inTrend
		},
		{
			subject: 'basket',
			values: values(ratio(revenue, orders)),
			rate: null,
			worth: (difference, row) => Math.abs(difference) * at(orders, row),
			place: inTrend
		},
		{
			subject: 'new-customers',
			values: values((row) => at(fresh, row), settled),
			rate: null,
			worth: (difference) => Math.abs(difference) * customerWorth,
			// Four states a period, new first.
			place: (row) => ({ source: 'lifecycle', table: 'growthMembers', row: row * 4 })
		},
		{
			subject: 'lost',
			values: values(ratio(lost, base), settled),
			rate: (row) => ({ count: at(lost, row), of: at(base, row) }),
			worth: perCustomer(base),
			place: (row) => ({ source: 'churn', table: 'periods', row })
		},
		{
			subject: 'repeat',
			values: values(ratio(spend.repeaters, active)),
			rate: (row) => ({ count: at(spend.repeaters, row), of: at(active, row) }),
			worth: perCustomer(active),
			place: inTrend
		},
		{
			subject: 'top-tenth',
			values: values((row) => at(spend.topTenth, row)),
			rate: null,
			worth: (difference, row) => Math.abs(difference) * at(revenue, row),
			place: inTrend
		}
	];
}
