import { scaledExponentialIntegral } from '../../../math/exponential-integral.ts';
import { risingSums } from '../../../math/rising-sums.ts';
import { leavingOf } from './pareto-leaving.ts';
import type { PurchaseModel } from './purchase-model.ts';

type Four = [number, number, number, number];

/**
 * Pareto/NBD: a customer buys at a rate λ ~ Gamma(r, alpha) until leaving after a time with rate μ ~ Gamma(s, beta).
 *
 * With W(t) = (alpha + t)^−(r + x) · (beta + t)^−s and φ(t) the chance, weighted by the likelihood, of having left
 * after t, L = Γ(r + x) ÷ Γ(r) · alphaʳ · betaˢ · { W(T) · (1 − φ(T)) + W(t) · φ(t) }. φ is a ₂F₁ with positive
 * terms; both parts are positive, so nothing cancels. φ and its slopes are worked out once per pair (x, time).
 *
 * Sources: Schmittlein, Morrison and Colombo (1987), Management Science 33, 1–24; Fader and Hardie (2005), A note
 * on deriving the Pareto/NBD model; φ by Abramowitz and Stegun 15.3.3.
 */
export const pareto: PurchaseModel = {
	names: ['r', 'alpha', 's', 'beta'],
	timed: [false, true, false, true],
	logLikelihood(groups, params, slopes) {
		const [r, alpha, s, beta] = params as unknown as Four;
		const { count, x: repeats, lastPair, agePair, pairs } = groups;
		const leaving = leavingOf(groups.pairs, params);
		const logA = pairs.time.map((time) => Math.log(alpha + time));
		const logB = pairs.time.map((time) => Math.log(beta + time));
		const rising = risingSums(r, groups.mostRepeats);
		const constant = r * Math.log(alpha) + s * Math.log(beta);
		const own = new Float64Array(4);
		slopes.fill(0);
		let sum = 0;
		for (let g = 0; g < groups.size; g++) {
			const n = count[g] as number;
			const x = repeats[g] as number;
			const last = lastPair[g] as number;
			const age = agePair[g] as number;
			const at = 5 * last;
			const then = 5 * age;
			const weightLast = -(r + x) * (logA[last] as number) - s * (logB[last] as number);
			const weightAge = -(r + x) * (logA[age] as number) - s * (logB[age] as number);
			const ratio = Math.exp(weightAge - weightLast);
			const left = leaving[at] as number;
			const later = leaving[then] as number;
			const inside = left + (1 - later) * ratio;
			sum += n * ((rising.logs[x] as number) + constant + weightLast + Math.log(inside));
			// Shares of the three parts: left after the last purchase, still there at T, and the part of φ(T).
			const gone = (n * left) / inside;
			const there = (n * (1 - later) * ratio) / inside;
			const away = (n * later * ratio) / inside;
			const timeLast = pairs.time[last] as number;
			const timeAge = pairs.time[age] as number;
			own[0] =
				n * (rising.inverses[x] as number) - gone * (logA[last] as number) - there * (logA[age] as number);
			own[1] = -(r + x) * (gone / (alpha + timeLast) + there / (alpha + timeAge));
			own[2] = -gone * (logB[last] as number) - there * (logB[age] as number);
			own[3] = -s * (gone / (beta + timeLast) + there / (beta + timeAge));
			for (let i = 0; i < 4; i++) {
				const turn = gone * (leaving[at + 1 + i] as number) - away * (leaving[then + 1 + i] as number);
				slopes[i] = (slopes[i] as number) + (own[i] as number) + turn;
			}
		}
		const everyone = groups.customers;
		slopes[0] = (slopes[0] as number) + everyone * Math.log(alpha);
		slopes[1] = (slopes[1] as number) + (everyone * r) / alpha;
		slopes[2] = (slopes[2] as number) + everyone * Math.log(beta);
		slopes[3] = (slopes[3] as number) + (everyone * s) / beta;
		return sum;
	},
	alive(groups, params) {
		const [r, alpha, s, beta] = params as unknown as Four;
		const { pairs } = groups;
		const leaving = leavingOf(groups.pairs, params);
		return groups.count.map((_, g) => {
			const last = groups.lastPair[g] as number;
			const age = groups.agePair[g] as number;
			const timeLast = pairs.time[last] as number;
			const timeAge = pairs.time[age] as number;
			const x = groups.x[g] as number;
			const back =
				(r + x) * Math.log((alpha + timeAge) / (alpha + timeLast)) +
				s * Math.log((beta + timeAge) / (beta + timeLast));
			const odds = (leaving[5 * last] as number) * Math.exp(back) - (leaving[5 * age] as number);
			return 1 / (1 + Math.max(0, odds));
		});
	},
	expected(params, time) {
		const [r, alpha, s, beta] = params as unknown as Four;
		return ((r * beta) / alpha) * meanStay(s - 1, Math.log1p(time / beta));
	},
	expectedIfAlive(params, x, age, time) {
		const [r, alpha, s, beta] = params as unknown as Four;
		const rate = (r + x) / (alpha + age);
		return rate * (beta + age) * meanStay(s - 1, Math.log1p(time / (beta + age)));
	},
	noneIfAlive(params, x, age, time) {
		const [r, alpha, s, beta] = params as unknown as Four;
		const leaving = leavingOf(
			{ size: 2, x: Uint32Array.of(x, x), time: Float64Array.of(age, age + time) },
			params
		);
		const fall =
			(r + x) * Math.log((alpha + age) / (alpha + age + time)) +
			s * Math.log((beta + age) / (beta + age + time));
		return (leaving[0] as number) + (1 - (leaving[5] as number)) * Math.exp(fall);
	}
};

/**
 * Discounted expected purchases for all time to come of one who still buys at this age (DERT ÷ P(alive)), at a
 * continuous discount rate per time unit. Source: Fader, Hardie and Lee (2005), Journal of Marketing Research 42, 415–430.
 *
 * @example
 * const params = Float64Array.of(0.5629966, 12.559037, 0.4081095, 10.5148048);
 * Math.round(discountedIfAlive(params, 7, 77.86, 0.0027) * 1000) // => 18504
 */
export function discountedIfAlive(params: Float64Array, x: number, age: number, discount: number): number {
	const [r, alpha, s, beta] = params as unknown as Four;
	const rest = beta + age;
	return ((r + x) / (alpha + age)) * rest * scaledExponentialIntegral(s, discount * rest);
}

/** (1 − e^(−e·log)) ÷ e, which is `log` where e is 0. */
function meanStay(e: number, log: number): number {
	return e === 0 ? log : -Math.expm1(-e * log) / e;
}
