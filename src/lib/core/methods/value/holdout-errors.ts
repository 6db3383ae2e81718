import { bootstrapSums, dealtGroups, type DealtGroups } from '../../math/compare/bootstrap-sums.ts';
import { normalQuantile } from '../../math/compare/normal.ts';
import { seededIndex } from '../../math/seeded-index.ts';
import { z95, type Interval } from '../../math/wilson.ts';
import { rivalIds, type RivalId, type VerdictId } from './types.ts';

/** How far a forecast was off, per customer, and how sure that is. */
export interface ForecastError {
	readonly rmse: number;
	readonly mae: number;
	readonly rmseInterval: Interval;
	readonly maeInterval: Interval;
}

/** The errors of all forecasts, and what they say of the model. */
export interface HoldoutErrors {
	readonly of: Readonly<Record<RivalId, ForecastError>>;
	/** The naive forecast with the smallest root mean square error. */
	readonly rival: RivalId;
	/** The model's root mean square error − that of the best rival, over the same customers. */
	readonly difference: number;
	readonly interval: Interval;
	readonly verdict: Exclude<VerdictId, 'none'>;
}

/** The low ends of the differences to all rivals hold at once in 97.5 % of samples. */
const zOfAll = -normalQuantile(0.025 / (rivalIds.length - 1));

/**
 * Root mean square and mean absolute error of every forecast with 95 % intervals, and the difference of the model to the best
 * rival: a bootstrap over the customers (BCa, fixed seed), who are drawn with the errors of all forecasts at once, so that the
 * difference is paired. Which rival is best was found by chance in these data, too, and held against the luckiest of them a model
 * as good as they would often seem worse. So the interval is of the difference to whichever rival is truly best: its low end is
 * the largest of the low ends of the differences to each, each at a level that holds for all at once (Bonferroni); its high end
 * the largest of their high ends, where all have to lie below zero for the model to be closer than each. From 1,000 customers on they are drawn in 1,000 groups, dealt by chance (`dealtGroups`).
 *
 * @param forecasts order days per customer
 * @param actual order days that came
 * @param index chance: a whole number 0 .. n − 1
 * @example
 * const [near, far] = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
 * const errors = holdoutErrors({ model: near, 'last-period': far, mean: far, 'cohort-curve': far }, [1, 2]);
 * [errors.rival, errors.difference, errors.verdict] // => ['last-period', -2, 'better']
 */
export function holdoutErrors(
	forecasts: Readonly<Record<RivalId, Float64Array>>,
	actual: ArrayLike<number>,
	index = seededIndex(1)
): HoldoutErrors {
	const count = rivalIds.length;
	const columns = sumsOfErrors(
		rivalIds.map((id) => forecasts[id]),
		actual,
		dealtGroups(actual.length, index)
	);
	const rmseOf = (sums: ArrayLike<number>, r: number): number =>
		Math.sqrt((sums[1 + r] as number) / (sums[0] as number));
	const maeOf = (sums: ArrayLike<number>, r: number): number =>
		(sums[1 + count + r] as number) / (sums[0] as number);
	const all = columns.map((own) => own.reduce((sum, value) => sum + value, 0));
	let best = 1;
	for (let r = 2; r < count; r++) if (rmseOf(all, r) < rmseOf(all, best)) best = r;
	const rivals = count - 1;
	const differences = (sums: ArrayLike<number>): number[] =>
		Array.from({ length: rivals }, (_, r) => rmseOf(sums, 0) - rmseOf(sums, 1 + r));
	const figures = (sums: Float64Array): number[] => {
		const own = differences(sums);
		return [
			...own,
			...own,
			...rivalIds.map((_, r) => rmseOf(sums, r)),
			...rivalIds.map((_, r) => maeOf(sums, r))
		];
	};
	const intervals = bootstrapSums(columns, figures, index, (f) => (f < rivals ? zOfAll : z95));
	const at = (f: number): Interval => intervals[f] as Interval;
	const errorOf = (r: number): ForecastError => ({
		rmse: rmseOf(all, r),
		mae: maeOf(all, r),
		rmseInterval: at(2 * rivals + r),
		maeInterval: at(2 * rivals + count + r)
	});
	const difference = Math.max(...differences(all));
	const interval = {
		low: Math.max(...intervals.slice(0, rivals).map(({ low }) => low)),
		high: Math.max(...intervals.slice(rivals, 2 * rivals).map(({ high }) => high))
	};
	return {
		of: {
			model: errorOf(0),
			'last-period': errorOf(1),
			mean: errorOf(2),
			'cohort-curve': errorOf(3)
		},
		rival: rivalIds[best] as RivalId,
		difference,
		interval,
		verdict: verdictOf(interval, difference / rmseOf(all, best))
	};
}

/** By group: how many customers, the squares of each forecast's errors, and their absolute values. One pass over the customers. */
function sumsOfErrors(
	forecasts: readonly Float64Array[],
	actual: ArrayLike<number>,
	groups: DealtGroups
): readonly Float64Array[] {
	const column = (): Float64Array => new Float64Array(groups.count);
	const customers = column();
	const squares = forecasts.map(column);
	const absolute = forecasts.map(column);
	for (let i = 0; i < actual.length; i++) {
		const group = groups.of[i] as number;
		customers[group] = (customers[group] as number) + 1;
	}
	forecasts.forEach((said, r) => {
		const [own, distances] = [squares[r] as Float64Array, absolute[r] as Float64Array];
		for (let i = 0; i < said.length; i++) {
			const group = groups.of[i] as number;
			const off = (said[i] as number) - (actual[i] as number);
			own[group] = (own[group] as number) + off * off;
			distances[group] = (distances[group] as number) + Math.abs(off);
		}
	});
	return [customers, ...squares, ...absolute];
}

/** Less than this part of the best rival's error is a trifle, however sure it is: of a million customers everything is. */
export const leastDifference = 0.02;

/**
 * Whether the model comes closer than the best rival, or less close, by more than chance and by more than a trifle: the
 * interval of the difference of their errors does not reach zero, and the difference is `leastDifference` of the rival's
 * error, or more.
 *
 * @param size the difference ÷ the rival's error
 * @example
 * verdictOf({ low: -2, high: -1 }, -0.3) // => 'better'
 * verdictOf({ low: -1, high: 0 }, -0.3) // => 'equal'
 * verdictOf({ low: 1, high: 2 }, 0.019) // => 'equal'
 */
export function verdictOf({ low, high }: Interval, size: number): Exclude<VerdictId, 'none'> {
	if (high < 0 && size <= -leastDifference) return 'better';
	return low > 0 && size >= leastDifference ? 'worse' : 'equal';
}
