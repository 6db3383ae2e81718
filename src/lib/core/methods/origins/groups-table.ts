import { ratioInterval } from '../../math/compare/ratio-interval.ts';
import { seededIndex } from '../../math/seeded-index.ts';
import { wilson, type Interval } from '../../math/wilson.ts';
import type { GroupPlan } from './plan.ts';
import type { OriginsTables } from './types.ts';
import type { GroupSums } from './walk.ts';

/** One row per group: how many came, what they brought, how many came again. */
export function groupsTable({ kind, label }: GroupPlan, sums: GroupSums): OriginsTables['groups'] {
	const { rows, customers, orders, revenue, repeat, followed } = sums;
	const all = rows - 1;
	const ratio = (part: ArrayLike<number>, whole: (row: number) => number) =>
		Float64Array.from({ length: rows }, (_, row) => {
			const base = whole(row);
			return base === 0 ? Number.NaN : (part[row] as number) / base;
		});
	const intervals = Array.from(customers, (base, row) => wilson(repeat[row] as number, base));
	const values = sums.spent.map(meanInterval);
	return {
		rows,
		columns: {
			kind: kind.slice(),
			label,
			known: sums.known.slice(),
			customers: customers.slice(),
			share: ratio(customers, () => customers[all] as number),
			orders: orders.slice(),
			revenue: revenue.slice(),
			revenueShare: ratio(revenue, () => revenue[all] as number),
			perCustomer: ratio(revenue, (row) => customers[row] as number),
			frequency: ratio(orders, (row) => customers[row] as number),
			basket: ratio(revenue, (row) => orders[row] as number),
			repeat: repeat.slice(),
			repeatRate: ratio(repeat, (row) => customers[row] as number),
			low: Float64Array.from(intervals, ({ low }) => low),
			high: Float64Array.from(intervals, ({ high }) => high),
			secondDays: Float64Array.from(sums.toSecond, (days) => days.quantile(0.5)),
			followed: followed.slice(),
			valueWithin: ratio(sums.valueWithin, (row) => followed[row] as number),
			valueLow: Float64Array.from(values, ({ low }) => low),
			valueHigh: Float64Array.from(values, ({ high }) => high)
		},
		types: {
			kind: 'code',
			label: 'text',
			known: 'count',
			customers: 'count',
			share: 'share',
			orders: 'count',
			revenue: 'money',
			revenueShare: 'share',
			perCustomer: 'money',
			frequency: 'number',
			basket: 'money',
			repeat: 'count',
			repeatRate: 'share',
			low: 'share',
			high: 'share',
			secondDays: 'days',
			followed: 'count',
			valueWithin: 'money',
			valueLow: 'money',
			valueHigh: 'money'
		}
	};
}

/** Of the mean over customers. The seed is fixed: equal data, equal interval. */
function meanInterval(values: Float64Array): Interval {
	return ratioInterval({ of: values, by: new Float64Array(values.length).fill(1) }, seededIndex(1));
}
