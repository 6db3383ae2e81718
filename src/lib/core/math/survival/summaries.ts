import type { SurvivalCurve } from './kaplan-meier.ts';

/** Products of fractions miss a half by a rounding or two; R's tolerance for the same comparison. */
const tolerance = Math.sqrt(Number.EPSILON);

/** A median with its limits; NaN where the curve (or its limit) never falls to a half. */
export interface SurvivalMedian {
	readonly median: number;
	readonly low: number;
	readonly high: number;
}

/**
 * The length that half of the spells outlast: the first at which S is below a half, or, where S lies on a half for a
 * while, the middle of that while. Its limits are where those of S pass a half (Brookmeyer and Crowley 1982).
 *
 * @example
 * medianSurvival({ time: [1, 2, 4], survival: [0.75, 0.25, 0], low: [0.3, 0.1, NaN], high: [1, 0.8, NaN] }) // => { median: 2, low: 1, high: NaN }
 * medianSurvival({ time: [1, 2], survival: [0.5, 0], low: [0.1, NaN], high: [1, NaN] }).median // => 1.5
 */
export function medianSurvival({
	time,
	survival,
	low,
	high
}: Pick<SurvivalCurve, 'time' | 'survival' | 'low' | 'high'>): SurvivalMedian {
	return {
		median: fallsToHalf(time, survival),
		low: fallsToHalf(time, low),
		high: fallsToHalf(time, high)
	};
}

function fallsToHalf(time: Float64Array, values: Float64Array): number {
	const first = values.findIndex((value) => value < 0.5 + tolerance);
	if (first < 0) return Number.NaN;
	const value = values[first] as number;
	const at = time[first] as number;
	if (Math.abs(value - 0.5) >= tolerance) return at;
	const next = values.findIndex((later) => later < value);
	return next < 0 ? at : (at + (time[next] as number)) / 2;
}

/** A mean of lengths, each cut at the horizon, and its standard error. */
export interface RestrictedMean {
	readonly mean: number;
	readonly error: number;
}

/**
 * Restricted mean: the area under S from 0 to the horizon. Its variance is Σ A² · d/(n(n − d)), where A is the area
 * right of the event. The horizon should not lie beyond the longest spell seen, or S is taken to stay level. Spells that
 * leave nobody behind add no variance, as in R. One pass.
 *
 * @example
 * restrictedMean({ time: [1, 3], atRisk: [2, 1], events: [1, 1], survival: [0.5, 0] }, 3).mean // => 2
 */
export function restrictedMean(
	{ time, atRisk, events, survival }: Pick<SurvivalCurve, 'time' | 'atRisk' | 'events' | 'survival'>,
	horizon: number
): RestrictedMean {
	let right = horizon;
	let area = 0;
	let variance = 0;
	for (let i = time.length - 1; i >= 0; i--) {
		const at = time[i] as number;
		if (at >= horizon) continue;
		area += (right - at) * (survival[i] as number);
		right = at;
		const left = (atRisk[i] as number) - (events[i] as number);
		if (left > 0) variance += (area * area * (events[i] as number)) / ((atRisk[i] as number) * left);
	}
	return { mean: area + right, error: Math.sqrt(variance) };
}
