import { z95 } from '../wilson.ts';
import { bcaInterval, resamples, type ResampledInterval } from './bca.ts';

/** So many groups at most are drawn anew in a resample; more units are dealt into groups by chance. */
export const mostGroups = 1000;

/** To which group each unit belongs, and how many groups there are. */
export interface DealtGroups {
	readonly of: Uint16Array;
	readonly count: number;
}

/**
 * Deals units into at most `mostGroups` groups by chance; up to so many units, each is its own group. Sums of groups that are
 * drawn with replacement vary as those of units would (the third moment too), at a cost that no longer grows with them.
 * Source: random groups as in Wolter (2007), Introduction to Variance Estimation, 2.
 *
 * @param index chance: a whole number 0 .. n − 1
 * @example
 * dealtGroups(3, () => 0) // => { of: [0, 1, 2], count: 3 }
 * dealtGroups(1001, () => 7).of[1000] // => 7
 */
export function dealtGroups(units: number, index: (n: number) => number): DealtGroups {
	const own = units <= mostGroups;
	return {
		of: Uint16Array.from({ length: units }, (_, i) => (own ? i : index(mostGroups))),
		count: own ? units : mostGroups
	};
}

/**
 * Bootstrap intervals (BCa, 95 %) of figures that depend on units through sums alone, all from the same resamples: units are
 * drawn with replacement, their values added up, and the figures told from the sums. NaN for fewer than two units.
 * 999 × units × columns.
 * Source: Efron (1987), JASA 82, 171–185.
 *
 * @param columns of equal length: the values of the units, or of groups of them (`dealtGroups`)
 * @param figures from the sums of all columns; always as many
 * @param index chance: a whole number 0 .. n − 1
 * @param zOf of a figure that needs another level than 95 %, the normal quantile of its ends
 * @example
 * const mean = ([count, sum]) => [sum / count];
 * bootstrapSums([Float64Array.of(1, 1), Float64Array.of(4, 4)], mean, () => 0) // => [{ low: 4, high: 4, kind: 'percentile' }]
 */
export function bootstrapSums(
	columns: readonly Float64Array[],
	figures: (sums: Float64Array) => readonly number[],
	index: (n: number) => number,
	zOf: (figure: number) => number = () => z95
): readonly ResampledInterval[] {
	const n = columns[0]?.length ?? 0;
	const all = Float64Array.from(columns, (own) => own.reduce((sum, value) => sum + value, 0));
	const found = figures(all);
	if (n < 2) return found.map(() => ({ low: Number.NaN, high: Number.NaN, kind: 'percentile' }));
	const drawn = found.map(() => new Float64Array(resamples));
	const places = new Uint32Array(n);
	const sums = new Float64Array(columns.length);
	for (let at = 0; at < resamples; at++) {
		for (let i = 0; i < n; i++) places[i] = index(n);
		columns.forEach((own, c) => {
			let sum = 0;
			for (let i = 0; i < n; i++) sum += own[places[i] as number] as number;
			sums[c] = sum;
		});
		figures(sums).forEach((value, f) => ((drawn[f] as Float64Array)[at] = value));
	}
	const influences = leftOut(columns, all, figures, found.length);
	return found.map((value, f) =>
		bcaInterval(value, drawn[f] as Float64Array, [influences[f] as Float64Array], zOf(f))
	);
}

/** What each unit's absence would take from the figures, times their number less one. */
function leftOut(
	columns: readonly Float64Array[],
	all: Float64Array,
	figures: (sums: Float64Array) => readonly number[],
	count: number
): readonly Float64Array[] {
	const n = columns[0]?.length ?? 0;
	const without = Array.from({ length: count }, () => new Float64Array(n));
	for (let i = 0; i < n; i++) {
		figures(all.map((sum, c) => sum - (columns[c]?.[i] as number))).forEach((value, f) => {
			(without[f] as Float64Array)[i] = value;
		});
	}
	return without.map((own) => {
		const mean = own.reduce((sum, value) => sum + value, 0) / n;
		return own.map((value) => (n - 1) * (mean - value));
	});
}
