import { scoreByMean } from './binning/mean-split.ts';
import { everyCode, lookUp } from './codes.ts';
import type { Ranked, ScoreRanges } from './ranked.ts';
import type { Scores } from './scores.ts';
import type { RfmParams } from './types.ts';

/** Scores 0 .. 10 at most. */
const SCORES = 11;

type OfMeasures<T> = readonly [r: T, f: T, m: T];

/** What is high: scores from a least one up, or values strictly on the better side of a limit. */
export interface HighLimits {
	readonly of: 'scores' | 'values';
	readonly limits: OfMeasures<number>;
}

/**
 * What is high among these customers. By score, high is strictly above the mean score, or at least `highScore`; by
 * value, strictly on the better side of the mean value.
 */
export function highLimits(scores: Scores, params: RfmParams): HighLimits {
	if (params.high === 'mean-value') {
		const { recency, frequency, monetary } = scores;
		return { of: 'values', limits: [recency.mean, frequency.mean, monetary.mean] };
	}
	const [r, f, m] = scores.ranges;
	const { highScore } = params;
	const limits = params.high === 'score' ? ([highScore, highScore, highScore] as const) : null;
	return { of: 'scores', limits: limits ?? [aboveMean(r), aboveMean(f), aboveMean(m)] };
}

/**
 * The value type of each customer, as an index into `valueTypeIds`: R, F and M high or low. `slots` as `slotsOf` gives
 * them.
 */
export function valueTypesOf(scores: Scores, slots: Uint16Array, { of, limits }: HighLimits): Uint8Array {
	const { bins, recency, frequency, monetary } = scores;
	if (of === 'scores') {
		const every = everyCode(bins);
		return lookUp(slots, typesOf([every.r, every.f, every.m], limits));
	}
	const [r, f, m] = limits;
	return typesOf(
		[split(recency, r, 'less'), split(frequency, f, 'more'), split(monetary, m, 'more')],
		[2, 2, 2]
	);
}

function split(measure: Ranked, limit: number, better: 'more' | 'less'): Uint8Array {
	return measure.score([limit], 2, scoreByMean(limit, better)).scores;
}

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
