import { scoreByMean } from './binning/mean-split.ts';
import type { Ranked, ScoreRanges } from './ranked.ts';
import type { Scores } from './scores.ts';
import type { RfmParams } from './types.ts';

/** Scores 0 .. 10 at most. */
const SCORES = 11;

/**
 * The value type of each customer, as an index into `valueTypeIds`: R, F and M high or low. By score, high is
 * strictly above the mean score, or at least `highScore`; by value, strictly on the better side of the mean
 * value.
 */
export function valueTypesOf(scores: Scores, params: RfmParams): Uint8Array {
	if (params.high === 'mean-value') {
		const { recency, frequency, monetary } = scores;
		return typesOf([split(recency, 'less'), split(frequency, 'more'), split(monetary, 'more')], [2, 2, 2]);
	}
	const [r, f, m] = scores.ranges;
	const own = [scores.r, scores.f, scores.m] as const;
	if (params.high === 'score') return typesOf(own, [params.highScore, params.highScore, params.highScore]);
	return typesOf(own, [aboveMean(r), aboveMean(f), aboveMean(m)]);
}

function split(measure: Ranked, better: 'more' | 'less'): Uint8Array {
	return measure.score([measure.mean], 2, scoreByMean(measure.mean, better)).scores;
}

type OfMeasures<T> = readonly [r: T, f: T, m: T];

/** The types of scores of which those from a least one up are high. */
function typesOf(
	[r, f, m]: OfMeasures<Uint8Array>,
	[leastR, leastF, leastM]: OfMeasures<number>
): Uint8Array {
	// The ids run hhh, hlh, lhh, llh, then the same with M low: each low measure adds its part.
	const lowR = partIfBelow(leastR, 2);
	const lowF = partIfBelow(leastF, 1);
	const lowM = partIfBelow(leastM, 4);
	const types = new Uint8Array(r.length);
	for (let i = 0; i < types.length; i++) {
		types[i] =
			(lowR[r[i] as number] as number) + (lowF[f[i] as number] as number) + (lowM[m[i] as number] as number);
	}
	return types;
}

function partIfBelow(least: number, part: number): Uint8Array {
	return Uint8Array.from({ length: SCORES }, (_, score) => (score < least ? part : 0));
}

/**
 * The least score strictly above the mean of all; found in whole numbers, so never by a rounding. NaN without
 * customers: nothing is above it.
 *
 * @example
 * aboveMean({ customers: Uint32Array.of(1, 1, 1) }) // => 3
 * aboveMean({ customers: Uint32Array.of(0, 7, 0) }) // => 3
 */
export function aboveMean({ customers }: Pick<ScoreRanges, 'customers'>): number {
	let sum = 0;
	let n = 0;
	for (let bin = 0; bin < customers.length; bin++) {
		const count = customers[bin] as number;
		sum += count * (bin + 1);
		n += count;
	}
	// Whole scores: above sum ÷ n means at least the next whole number above it.
	return Math.floor(sum / n) + 1;
}
