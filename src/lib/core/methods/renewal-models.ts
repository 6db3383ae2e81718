import { digamma, lnBeta } from '../math/gamma.ts';
import { gaussSeries } from '../math/gauss-series.ts';
import { fitByLikelihood, type Fit } from './fit-by-likelihood.ts';

/** Share of the terms beyond the last that a discounted lifetime may leave out. */
const enough = 1e-12;
const mostPeriods = 1_000_000;

type Three = [number, number, number];

/** Parameters alpha, beta and c; c is 1 for the shifted beta-geometric. */
export type ContractParams = Float64Array;

/**
 * The share of a cohort that is still under contract after t renewals: S(t) = B(alpha, beta + tᶜ) ÷ B(alpha, beta).
 * With c = 1 this is the shifted beta-geometric (sBG), else the beta discrete Weibull (BdW), in which a customer's own
 * chance to leave may rise (c > 1) or fall with time.
 * Sources: Fader and Hardie (2007), Journal of Interactive Marketing 21, 76–90; Fader, Hardie, Liu, Davin and
 * Steenburgh (2018), Journal of Interactive Marketing 43, 1–16.
 *
 * @example
 * Math.round(contractSurvival(Float64Array.of(1, 1, 1), 3) * 1e12) // => 250000000000
 * contractSurvival(Float64Array.of(0.7, 1.2, 1.3), 0) // => 1
 */
export function contractSurvival(params: ContractParams, t: number): number {
	const [alpha, beta, c] = params as unknown as Three;
	return t === 0 ? 1 : Math.exp(lnBeta(alpha, beta + t ** c) - lnBeta(alpha, beta));
}

/**
 * The share of those still there after t − 1 renewals that renew a t-th time: S(t) ÷ S(t − 1).
 *
 * @example
 * Math.round(contractRetention(Float64Array.of(0.668, 3.806, 1), 1) * 1000) // => 851
 */
export function contractRetention(params: ContractParams, t: number): number {
	return contractSurvival(params, t) / contractSurvival(params, t - 1);
}

/** Customers by renewals: those who left at the t-th (none at 0), and those last seen after coming through t of them. */
export interface RenewalCounts {
	readonly lost: ArrayLike<number>;
	readonly left: ArrayLike<number>;
}

/**
 * Fits sBG or BdW by maximum likelihood to the survivors of one cohort: `survivors[t]` customers are left after t
 * renewals. Slopes are analytic. Null when nobody left, when nobody is left to leave, or when no search converges.
 *
 * @example
 * fitContract([100, 100, 100], 'sbg') // => null
 * const fit = fitContract([1000, 869, 743, 653, 593], 'sbg');
 * Array.from(fit.params, (own) => Math.round(own * 100) / 100) // => [1.28, 7.79, 1]
 */
export function fitContract(survivors: readonly number[], model: 'sbg' | 'bdw'): Fit | null {
	const lost = survivors.map((now, t) => (survivors[t - 1] ?? now) - now);
	const left = survivors.map((now, t) => (t === survivors.length - 1 ? now : 0));
	return fitRenewals({ lost, left }, model);
}

/**
 * The same for customers who came at different times, so that they are followed for different numbers of renewals. Both arrays are
 * equally long. Null when nobody left, when nobody was seen to come to a second renewal, or when no search converges.
 *
 * @example
 * fitRenewals({ lost: [0, 0, 0], left: [5, 5, 5] }, 'sbg') // => null
 * fitRenewals({ lost: [0, 9], left: [5, 5] }, 'sbg') // => null
 * const fit = fitRenewals({ lost: [0, 131, 126, 90, 60], left: [0, 0, 0, 0, 593] }, 'sbg');
 * Array.from(fit.params, (own) => Math.round(own * 100) / 100) // => [1.28, 7.79, 1]
 */
export function fitRenewals(counts: RenewalCounts, model: 'sbg' | 'bdw'): Fit | null {
	const sum = (of: ArrayLike<number>, from = 0): number =>
		Array.from(of).reduce((all, n, t) => (t < from ? all : all + n), 0);
	const lost = sum(counts.lost);
	if (lost === 0 || sum(counts.lost, 2) + sum(counts.left, 2) === 0) return null;
	const free = model === 'sbg' ? 2 : 3;
	const fit = fitByLikelihood({
		customers: lost + sum(counts.left),
		at: (params, slopes) => {
			const full = Float64Array.of(
				params[0] as number,
				params[1] as number,
				free === 3 ? (params[2] as number) : 1
			);
			return logLikelihood(counts, full, slopes);
		},
		start: [1, 1, 1].slice(0, free),
		scale: [1, 1, 1].slice(0, free)
	});
	if (fit === null || free === 3) return fit;
	return { ...fit, params: Float64Array.of(fit.params[0] as number, fit.params[1] as number, 1) };
}

/** Σ lost(t) · ln(S(t − 1) − S(t)) + Σ left(t) · ln S(t). */
function logLikelihood({ lost, left }: RenewalCounts, params: ContractParams, slopes: Float64Array): number {
	const [alpha, beta, c] = params as unknown as Three;
	const psiSum = digamma(alpha + beta);
	const psiBeta = digamma(beta);
	slopes.fill(0);
	/** S(t), and its logarithm's slopes. */
	const at = (t: number): readonly [number, number, number, number] => {
		if (t === 0) return [1, 0, 0, 0];
		const u = t ** c;
		const end = digamma(alpha + beta + u);
		const fall = digamma(beta + u) - end;
		return [contractSurvival(params, t), psiSum - end, fall - psiBeta + psiSum, fall * u * Math.log(t)];
	};
	const add = (weight: number, inSlope: number, i: number): void => {
		if (i < slopes.length) slopes[i] = (slopes[i] as number) + weight * inSlope;
	};
	let sum = 0;
	let before = at(0);
	for (let t = 1; t < lost.length; t++) {
		const now = at(t);
		const gone = lost[t] as number;
		if (gone > 0) {
			const leave = before[0] - now[0];
			sum += gone * Math.log(leave);
			for (let i = 0; i < 3; i++) {
				const turn = before[0] * (before[i + 1] as number) - now[0] * (now[i + 1] as number);
				add(gone / leave, turn, i);
			}
		}
		const stay = left[t] as number;
		if (stay > 0) {
			sum += stay * Math.log(now[0]);
			for (let i = 0; i < 3; i++) add(stay, now[i + 1] as number, i);
		}
		before = now;
	}
	return sum;
}

/**
 * Discounted expected lifetime of a new customer, in periods: Σ S(t) ÷ (1 + d)ᵗ from t = 0. Multiplied by what a
 * period brings, it is the lifetime value. Discount `d` per period, above 0; NaN where the sum does not settle.
 *
 * @example
 * Math.round(discountedLifetime(Float64Array.of(1, 1, 1), 0.1) * 1e6) // => 2637685
 */
export function discountedLifetime(params: ContractParams, d: number): number {
	const [alpha, beta, c] = params as unknown as Three;
	if (c === 1) return series(beta, alpha + beta, 1 / (1 + d));
	return 1 + residual(params, d, 1, 1) / (1 + d);
}

/**
 * Discounted expected residual lifetime of a customer who has paid n times (n − 1 renewals), looking just ahead of
 * the next renewal: Σ S(t) ÷ S(n − 1) ÷ (1 + d)^(t − n) from t = n.
 * Source: Fader and Hardie (2010), Marketing Science 29, 85–93.
 *
 * @example
 * Math.round(discountedResidualLifetime(Float64Array.of(3.8, 15.2, 1), 0.1, 1) * 100) // => 331
 */
export function discountedResidualLifetime(params: ContractParams, d: number, n: number): number {
	const [alpha, beta, c] = params as unknown as Three;
	if (c === 1) {
		return contractRetention(params, n) * series(beta + n, alpha + beta + n, 1 / (1 + d));
	}
	return residual(params, d, n, contractSurvival(params, n - 1));
}

function series(b: number, c: number, z: number): number {
	const out = new Float64Array(4);
	gaussSeries(b, c, z, out, 0);
	return out[0] as number;
}

/** Σ S(t) ÷ base ÷ (1 + d)^(t − n) from t = n. What is left out is below S(t) ÷ d, since S never rises. */
function residual(params: ContractParams, d: number, n: number, base: number): number {
	let sum = 0;
	let weight = 1 / base;
	for (let t = n; t < n + mostPeriods; t++) {
		const own = contractSurvival(params, t) * weight;
		sum += own;
		if (own <= sum * enough * d) return sum;
		weight /= 1 + d;
	}
	return Number.NaN;
}
