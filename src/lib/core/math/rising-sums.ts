/** Running sums over a, a + 1, a + 2 …: what a ratio of gamma functions at whole distances is made of. */
export interface RisingSums {
	/** `logs[n]` = ln Γ(a + n) − ln Γ(a) = Σ ln(a + i) for i < n. */
	readonly logs: Float64Array;
	/** `inverses[n]` = ψ(a + n) − ψ(a) = Σ 1 ÷ (a + i) for i < n: the slope of `logs[n]` in a. */
	readonly inverses: Float64Array;
}

/**
 * The sums for n = 0 .. count, for a > 0. Purchases are whole numbers, so that the gamma functions of the
 * purchase models come down to these; no difference of large logarithms is ever taken. Time: `count`.
 *
 * @example
 * Math.exp(risingSums(2, 3).logs[3]) // => 23.999999999999993
 * risingSums(2, 2).inverses // => [0, 0.5, 0.8333333333333333]
 */
export function risingSums(a: number, count: number): RisingSums {
	const logs = new Float64Array(count + 1);
	const inverses = new Float64Array(count + 1);
	for (let i = 0; i < count; i++) {
		logs[i + 1] = (logs[i] as number) + Math.log(a + i);
		inverses[i + 1] = (inverses[i] as number) + 1 / (a + i);
	}
	return { logs, inverses };
}
