import { chiSquareTail } from '../chi-square.ts';
import { solve } from '../solve.ts';
import type { SpellTally } from './tally.ts';

/**
 * How differences at a length weigh: alike (log-rank), by the number at risk (Gehan's Wilcoxon), by its root
 * (Tarone–Ware), or by the pooled share left before it: `rho-1` with Kaplan–Meier (R's rho = 1), `peto` with Peto's own
 * estimate Π (1 − d/(n + 1)), which takes in the length itself.
 */
export type LogRankWeight = 'log-rank' | 'gehan' | 'tarone-ware' | 'rho-1' | 'peto';

export interface LogRankTest {
	/** Per group, weighted: events seen, and expected if all groups were alike. */
	readonly observed: Float64Array;
	readonly expected: Float64Array;
	/** Covariance of observed − expected, group by group in rows. */
	readonly variance: readonly Float64Array[];
	readonly chiSquare: number;
	/** Groups with anything to expect, less one. */
	readonly degrees: number;
	/** Chance of so large a value if all groups were alike; NaN without two groups to compare. */
	readonly p: number;
}

/**
 * Log-rank test of k groups, with the hypergeometric variance. Groups of which nothing is expected are left out.
 * Time: distinct lengths × k².
 *
 * Sources: Mantel (1966), Cancer Chemotherapy Reports 50, 163–170; Peto and Peto (1972), JRSS A 135, 185–207; Harrington
 * and Fleming (1982), Biometrika 69, 553–566.
 *
 * @example
 * const a = { time: [1, 2], atRisk: [2, 1], events: [1, 1], censored: [0, 0] };
 * const b = { time: [3, 4], atRisk: [2, 1], events: [1, 1], censored: [0, 0] };
 * logRank([a, b]).observed // => [2, 2]
 * logRank([a, a]).chiSquare // => 0
 */
export function logRank(groups: readonly SpellTally[], weight: LogRankWeight = 'log-rank'): LogRankTest {
	const k = groups.length;
	const observed = new Float64Array(k);
	const expected = new Float64Array(k);
	const variance = groups.map(() => new Float64Array(k));
	const at = new Uint32Array(k);
	const times = Float64Array.from(new Set(groups.flatMap(({ time }) => [...time]))).sort();
	let kaplan = 1;
	let peto = 1;
	for (const time of times) {
		const risk = groups.map((group, g) => group.atRisk[at[g] as number] ?? 0);
		const events = groups.map((group, g) => {
			const i = at[g] as number;
			if (group.time[i] !== time) return 0;
			at[g] = i + 1;
			return group.events[i] as number;
		});
		const n = risk.reduce((sum, own) => sum + own, 0);
		const d = events.reduce((sum, own) => sum + own, 0);
		peto *= 1 - d / (n + 1);
		const w = weightAt(weight, n, kaplan, peto);
		kaplan *= 1 - d / n;
		if (d === 0) continue;
		const spread = n > 1 ? (w * w * d * (n - d)) / (n - 1) : 0;
		for (let g = 0; g < k; g++) {
			const share = (risk[g] as number) / n;
			observed[g] = (observed[g] as number) + w * (events[g] as number);
			expected[g] = (expected[g] as number) + w * d * share;
			const row = variance[g] as Float64Array;
			for (let h = 0; h < k; h++) {
				row[h] = (row[h] as number) + spread * share * ((g === h ? 1 : 0) - (risk[h] as number) / n);
			}
		}
	}
	const kept = groups.map((_, g) => g).filter((g) => (expected[g] as number) > 0);
	const degrees = Math.max(0, kept.length - 1);
	const chiSquare = statistic(observed, expected, variance, kept.slice(0, degrees));
	return { observed, expected, variance, chiSquare, degrees, p: chiSquareTail(chiSquare, degrees) };
}

function weightAt(weight: LogRankWeight, n: number, kaplan: number, peto: number): number {
	switch (weight) {
		case 'log-rank':
			return 1;
		case 'gehan':
			return n;
		case 'tarone-ware':
			return Math.sqrt(n);
		case 'rho-1':
			return kaplan;
		case 'peto':
			return peto;
	}
}

/** (O − E)ᵀ V⁻¹ (O − E) over all groups but one, whose difference follows from the others. */
function statistic(
	observed: Float64Array,
	expected: Float64Array,
	variance: readonly Float64Array[],
	groups: readonly number[]
): number {
	if (groups.length === 0) return Number.NaN;
	const difference = groups.map((g) => (observed[g] as number) - (expected[g] as number));
	const solved = solve(
		groups.map((g) => groups.map((h) => variance[g]?.[h] ?? 0)),
		difference
	);
	return solved === null
		? Number.NaN
		: difference.reduce((sum, value, i) => sum + value * (solved[i] as number), 0);
}
