import { scoreByMean } from './binning/mean-split.ts';
import { meanOf } from './ranked.ts';
import type { Scores } from './scores.ts';
import type { RfmParams } from './types.ts';

/**
 * The value type of each customer, as an index into `valueTypeIds`: R, F and M high or low. By score, high is
 * strictly above the mean score, or at least `highScore`; by value, strictly on the better side of the mean
 * value.
 */
export function valueTypesOf(scores: Scores, params: RfmParams): Uint8Array {
	const [r, f, m] = highOf(scores, params);
	const types = new Uint8Array(r.length);
	// The ids run hhh, hlh, lhh, llh, then the same with M low.
	for (let i = 0; i < types.length; i++) types[i] = (r[i] ? 0 : 2) + (f[i] ? 0 : 1) + (m[i] ? 0 : 4);
	return types;
}

function highOf(scores: Scores, params: RfmParams): readonly [Uint8Array, Uint8Array, Uint8Array] {
	const { r, f, m, recency, frequency, monetary } = scores;
	switch (params.high) {
		case 'mean-score':
			return [aboveMean(r), aboveMean(f), aboveMean(m)];
		case 'score':
			return [atLeast(r, params.highScore), atLeast(f, params.highScore), atLeast(m, params.highScore)];
		case 'mean-value':
			return [
				atLeast(scoreByMean(recency.values, meanOf(recency), 'less'), 2),
				atLeast(scoreByMean(frequency.values, meanOf(frequency), 'more'), 2),
				atLeast(scoreByMean(monetary.values, meanOf(monetary), 'more'), 2)
			];
	}
}

/**
 * 1 where a score is strictly above the mean of all; compared in whole numbers, so never by a rounding.
 *
 * @example
 * aboveMean(Uint8Array.of(1, 2, 3)) // => [0, 0, 1]
 */
export function aboveMean(scores: Uint8Array): Uint8Array {
	let sum = 0;
	for (let i = 0; i < scores.length; i++) sum += scores[i] as number;
	// Whole scores: above sum ÷ n means at least the next whole number above it.
	return atLeast(scores, Math.floor(sum / scores.length) + 1);
}

function atLeast(scores: Uint8Array, cut: number): Uint8Array {
	const high = new Uint8Array(scores.length);
	for (let i = 0; i < scores.length; i++) high[i] = (scores[i] as number) >= cut ? 1 : 0;
	return high;
}
