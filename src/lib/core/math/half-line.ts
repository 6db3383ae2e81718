/** Nodes and weights to integrate a function over 0 … ∞. */
export interface HalfLineRule {
	readonly nodes: Float64Array;
	readonly weights: Float64Array;
}

/**
 * The double-exponential rule for smooth functions over 0 … ∞ that fall at least exponentially with a rate near 1: with
 * x = exp(τ − e^−τ), equal steps of τ. Functions on another scale are integrated in x ÷ rate. Nodes reach from far
 * below 1 to about 200 in equal steps of their logarithm there, so that a kink of scale in between costs no digits.
 * Source: Takahasi and Mori (1974), Publications of RIMS 9, 721–741.
 *
 * @param steps nodes to a unit of τ
 * @example
 * const { nodes, weights } = halfLineRule(8);
 * Math.round(nodes.reduce((sum, x, i) => sum + weights[i] * Math.exp(-x), 0) * 1e12) // => 1000000000000
 */
export function halfLineRule(steps: number): HalfLineRule {
	const first = Math.ceil(-3.7 * steps);
	const last = Math.floor(5.3 * steps);
	const nodes = new Float64Array(last - first + 1);
	const weights = new Float64Array(nodes.length);
	for (let i = 0; i < nodes.length; i++) {
		const tau = (first + i) / steps;
		const turn = Math.exp(-tau);
		const x = Math.exp(tau - turn);
		nodes[i] = x;
		weights[i] = (x * (1 + turn)) / steps;
	}
	return { nodes, weights };
}
