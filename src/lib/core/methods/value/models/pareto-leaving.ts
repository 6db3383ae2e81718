import { gaussSeries } from '../../../math/gauss-series.ts';
import { halfLineRule } from '../../../math/half-line.ts';
import type { RepeatPairs } from './repeat-groups.ts';

type Four = [number, number, number, number];

/** Up to here the series needs fewer steps than the integral has nodes. */
const nearOne = 0.93;
const { nodes, weights } = halfLineRule(8);

/**
 * What Pareto/NBD needs of every pair (x, t): φ, the chance of having left after t weighted by the likelihood,
 * φ = s · ∫ (A ÷ (A + u))^(r + x) · (B ÷ (B + u))ˢ ÷ (B + u) du over u from 0, with A = alpha + t and B = beta + t. Five numbers a
 * pair: φ, and its slopes in r, alpha, s and beta, each divided by φ.
 *
 * Where A and B are alike it is a ₂F₁ whose terms are positive; where they are far apart, which the series would take
 * millions of terms for, it is integrated over v = ln(1 + u ÷ A). The two agree to 1e-7 and, but for extremes, to 1e-9.
 *
 * @example
 * const pairs = { size: 1, x: Uint32Array.of(0), time: Float64Array.of(0) };
 * // With alpha = beta the chance is s ÷ (r + s + x).
 * leavingOf(pairs, Float64Array.of(0.5, 10, 0.25, 10))[0] // => 0.3333333333333333
 */
export function leavingOf(pairs: RepeatPairs, params: Float64Array): Float64Array {
	const [r, alpha, s, beta] = params as unknown as Four;
	const found = new Float64Array(5 * pairs.size);
	for (let pair = 0; pair < pairs.size; pair++) {
		const a = alpha + (pairs.time[pair] as number);
		const b = beta + (pairs.time[pair] as number);
		const shape = r + (pairs.x[pair] as number);
		const alike = Math.abs(a - b) <= nearOne * Math.max(a, b);
		(alike ? bySeries : byIntegral)(shape, a, s, b, found, 5 * pair);
	}
	return found;
}

/** The slope of time in alpha and in beta is that of A and of B. */
function bySeries(shape: number, a: number, s: number, b: number, into: Float64Array, at: number): void {
	const slowBuyer = a >= b;
	const k = shape + s;
	const far = slowBuyer ? a : b;
	const near = slowBuyer ? b : a;
	gaussSeries(slowBuyer ? shape : s + 1, k + 1, (far - near) / far, into, at);
	const [value, inB, inC, inZ] = into.subarray(at, at + 4) as unknown as Four;
	// z = 1 − near ÷ far.
	const inNear = -inZ / value / far;
	const inFar = ((inZ / value) * near) / (far * far);
	into[at] = (s / k) * value * (slowBuyer ? 1 : near / far);
	into[at + 1] = (slowBuyer ? inB + inC : inC) / value - 1 / k;
	into[at + 2] = slowBuyer ? inFar : inNear + 1 / near;
	into[at + 3] = (slowBuyer ? inC : inB + inC) / value + 1 / s - 1 / k;
	into[at + 4] = slowBuyer ? inNear : inFar - 1 / far;
}

function byIntegral(shape: number, a: number, s: number, b: number, into: Float64Array, at: number): void {
	const logB = Math.log(b);
	const constant = Math.log(s * a) + s * logB;
	const fall = shape + s;
	// How fast the integrand falls at its beginning, but never so slowly that the nodes would miss its end.
	const rate = Math.max(a < b ? shape - 1 + (a / b) * (s + 1) : fall, Math.min(fall, 0.5));
	let value = 0;
	let inR = 0;
	let inA = 0;
	let inS = 0;
	let inB = 0;
	for (let i = 0; i < nodes.length; i++) {
		const v = (nodes[i] as number) / rate;
		const left = Math.exp(-v);
		const gone = -Math.expm1(-v);
		const middle = a * gone + b * left;
		const logMiddle = Math.log(middle);
		const own = ((weights[i] as number) / rate) * Math.exp(constant - fall * v - (s + 1) * logMiddle);
		value += own;
		inR -= own * v;
		inA -= (own * gone) / middle;
		inS += own * (logB - v - logMiddle);
		inB -= (own * left) / middle;
	}
	into[at] = value;
	into[at + 1] = inR / value;
	into[at + 2] = 1 / a + ((s + 1) * inA) / value;
	into[at + 3] = 1 / s + inS / value;
	into[at + 4] = s / b + ((s + 1) * inB) / value;
}
