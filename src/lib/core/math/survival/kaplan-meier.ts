import { z95, type Interval } from '../wilson.ts';
import type { SpellTally } from './tally.ts';

/** How the limits are made: on the scale of log S (R's default), of log(−log S) (lifelines' default), or of S itself. */
export const limitKinds = ['log', 'log-log', 'plain'] as const;
export type LimitKind = (typeof limitKinds)[number];

/** A survival curve: one entry per distinct length of the tally. S holds from that length up to the next one. */
export interface SurvivalCurve extends SpellTally {
	readonly survival: Float64Array;
	/** Greenwood's standard error of S; NaN once nobody is left. */
	readonly error: Float64Array;
	/** 95 % limits unless another z was asked for; NaN once nobody is left. */
	readonly low: Float64Array;
	readonly high: Float64Array;
}

/**
 * Kaplan–Meier: S(t) = Π (1 − d/n) over the lengths up to t, the share of spells that last longer than t. Greenwood's
 * variance of log S is Σ d/(n(n − d)); the limits are cut at 0 and 1. One pass over the tally.
 *
 * Sources: Kaplan and Meier (1958), JASA 53, 457–481; Greenwood (1926); Kalbfleisch and Prentice (2002), section 1.4.
 *
 * @example
 * kaplanMeier({ time: [1, 2], atRisk: [4, 3], events: [1, 0], censored: [0, 3] }).survival // => [0.75, 0.75]
 * kaplanMeier({ time: [3], atRisk: [2], events: [2], censored: [0] }).low // => [NaN]
 */
export function kaplanMeier(tally: SpellTally, limits: LimitKind = 'log', z = z95): SurvivalCurve {
	const n = tally.time.length;
	const survival = new Float64Array(n);
	const error = new Float64Array(n);
	const low = new Float64Array(n);
	const high = new Float64Array(n);
	let s = 1;
	let sum = 0;
	for (let i = 0; i < n; i++) {
		const atRisk = tally.atRisk[i] as number;
		const events = tally.events[i] as number;
		s *= (atRisk - events) / atRisk;
		if (events > 0) sum += events / (atRisk * (atRisk - events));
		const interval = limitsOf(s, Math.sqrt(sum), limits, z);
		survival[i] = s;
		error[i] = s === 0 ? Number.NaN : s * Math.sqrt(sum);
		low[i] = interval.low;
		high[i] = interval.high;
	}
	return { ...tally, survival, error, low, high };
}

/** Limits of S from the standard error of log S. */
function limitsOf(s: number, logError: number, kind: LimitKind, z: number): Interval {
	if (s === 0) return { low: Number.NaN, high: Number.NaN };
	if (s === 1) return { low: 1, high: 1 };
	if (kind === 'plain') {
		const half = z * s * logError;
		return { low: Math.max(0, s - half), high: Math.min(1, s + half) };
	}
	if (kind === 'log') {
		return { low: s * Math.exp(-z * logError), high: Math.min(1, s * Math.exp(z * logError)) };
	}
	// log(−log S) has the error logError ÷ |log S|, and falls as S rises.
	const half = (z * logError) / -Math.log(s);
	return { low: s ** Math.exp(half), high: s ** Math.exp(-half) };
}

/**
 * S at a length: 1 before the first event, and NaN beyond the longest spell seen unless S has reached 0 by then.
 * Logarithmic time.
 *
 * @example
 * const curve = kaplanMeier({ time: [1, 2], atRisk: [4, 3], events: [1, 0], censored: [0, 3] });
 * survivalAt(curve, 0.5) // => 1
 * survivalAt(curve, 2) // => 0.75
 * survivalAt(curve, 3) // => NaN
 */
export function survivalAt({ time, survival }: Pick<SurvivalCurve, 'time' | 'survival'>, t: number): number {
	let from = 0;
	let to = time.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((time[middle] as number) <= t) from = middle + 1;
		else to = middle;
	}
	const s = from === 0 ? 1 : (survival[from - 1] as number);
	return from === time.length && time[from - 1] !== t && s > 0 ? Number.NaN : s;
}
