import { minimiseByLbfgs } from '../math/lbfgs.ts';
import { minimiseByNelderMead } from '../math/nelder-mead.ts';
import type { Minimum, Objective } from '../math/objective.ts';
import type { TellShare } from './types.ts';

/** How a fit was reached: as asked, from scaled data, or held by a penalty on extreme parameters. */
export type FitWay = 'plain' | 'scaled' | 'penalised';

export interface Fit {
	readonly params: Float64Array;
	readonly logLikelihood: number;
	readonly way: FitWay;
	/** Weight of the penalty; 0 unless `way` is 'penalised'. */
	readonly penalty: number;
	readonly evaluations: number;
}

/** A log-likelihood to be made as large as possible over positive parameters. */
export interface Likelihood {
	/** Customers behind it; the search works on the mean per customer. */
	readonly customers: number;
	/** The value at `params`; its slope in each goes to `slopes`. */
	readonly at: (params: Float64Array, slopes: Float64Array) => number;
	/** Where the search begins. */
	readonly start: readonly number[];
	/** The size that each parameter has on data scaled to a common range: where the second search begins. */
	readonly scale: readonly number[];
	readonly tell?: TellShare | undefined;
}

/** Weights of Σ (ln(parameter ÷ scale))² that are tried in turn, against the mean log-likelihood per customer. */
const penalties = [0.001, 0.01, 0.1] as const;
/** No parameter goes further than this many times e from its scale: there the likelihood has a ridge, not a peak. */
const farthest = 12;
const maxSteps = 120;
const simplexSteps = 120;
/** After this many evaluations a search is said to be half done: most end after some forty. */
const halfWay = 20;

/**
 * Maximum likelihood over the logarithms of the parameters: L-BFGS from `start`; when that does not converge, from
 * the parameters' size on scaled data, with a simplex search before it; when that does not converge, or the first
 * ran off along a ridge, with a growing penalty on extreme parameters. Null when all of these fail. The log-likelihood given back has no penalty in it.
 *
 * @example
 * // An exponential with mean 2, of which ten were seen.
 * const at = ([rate], slopes) => { slopes[0] = 10 / rate - 20; return 10 * Math.log(rate) - 20 * rate; };
 * const fit = fitByLikelihood({ customers: 10, at, start: [1], scale: [1] });
 * [fit.way, Math.round(fit.params[0] * 1e6)] // => ['plain', 500000]
 * fitByLikelihood({ customers: 1, at: () => NaN, start: [1], scale: [1] }) // => null
 */
export function fitByLikelihood(likelihood: Likelihood): Fit | null {
	const { start, scale } = likelihood;
	let evaluations = 0;
	// Nobody knows when a search will end: what is told comes nearer and nearer to the whole.
	let asked = 0;
	const watched: Likelihood = {
		...likelihood,
		at(params, slopes) {
			likelihood.tell?.(asked / (asked++ + halfWay));
			return likelihood.at(params, slopes);
		}
	};
	const centre = scale.map(Math.log);
	const finish = (found: Minimum, way: FitWay, penalty: number): Fit | null => {
		evaluations += found.evaluations;
		if (!found.converged) return null;
		const params = found.point.map(Math.exp);
		const logLikelihood = likelihood.at(params, new Float64Array(params.length));
		return { params, logLikelihood, way, penalty, evaluations };
	};
	const plain = meanObjective(watched, centre, 0);
	const found = minimiseByLbfgs(plain, start.map(Math.log), { maxSteps });
	const first = finish(found, 'plain', 0);
	if (first !== null) return first;
	if (!ranOff(found.point.map(Math.exp), scale)) {
		const unused = new Float64Array(scale.length);
		const valueAt = (point: Float64Array): number => plain(point, unused);
		const rough = minimiseByNelderMead(valueAt, centre, { maxSteps: simplexSteps, reach: 1 });
		evaluations += rough.evaluations;
		const second = finish(minimiseByLbfgs(plain, rough.point, { maxSteps }), 'scaled', 0);
		if (second !== null) return second;
	}
	for (const penalty of penalties) {
		const held = meanObjective(watched, centre, penalty);
		const third = finish(minimiseByLbfgs(held, centre, { maxSteps }), 'penalised', penalty);
		if (third !== null) return third;
	}
	return null;
}

/**
 * Whether parameters lie at the edge of the search, where the likelihood has a ridge and no peak.
 *
 * @example
 * ranOff([1e-6, 2], [1, 1]) // => true
 * ranOff([0.2, 400], [1, 10]) // => false
 */
export function ranOff(params: ArrayLike<number>, scale: readonly number[]): boolean {
	return scale.some((own, i) => Math.abs(Math.log((params[i] as number) / own)) > farthest - 1);
}

/** Minus the mean log-likelihood per customer, plus the penalty, over the logarithms of the parameters. */
function meanObjective({ customers, at }: Likelihood, centre: readonly number[], penalty: number): Objective {
	return (point, gradient) => {
		if (point.some((own, i) => Math.abs(own - (centre[i] as number)) > farthest)) return Number.NaN;
		const params = point.map(Math.exp);
		let value = -at(params, gradient) / customers;
		for (let i = 0; i < point.length; i++) {
			const away = (point[i] as number) - (centre[i] as number);
			value += penalty * away * away;
			gradient[i] = (-(gradient[i] as number) * (params[i] as number)) / customers + 2 * penalty * away;
		}
		return value;
	};
}
