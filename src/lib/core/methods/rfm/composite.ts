import { codeAt, type Code, type CodeTotals } from './codes.ts';
import type { RfmScalars, RfmTables, RfmWeights } from './types.ts';

const equal: RfmWeights = { recency: 1, frequency: 1, monetary: 1 };

/** The codes that customers have, in the order of their composite score, and how the ranks moved. */
export interface Ranking {
	readonly table: RfmTables['ranks'];
	readonly scalars: Pick<RfmScalars, 'rankAgreement' | 'topIn' | 'topOut'>;
}

/**
 * Ranks all customers by the weighted mean of their scores, and again by the plain mean. Equal scores make equal
 * composites, so codes are ranked and not customers: at most bins³ of them, however many customers there are.
 * Weighted sums are whole numbers: what is equal is equal. Composite scores with weights as in SPSS's RFM analysis;
 * mid-ranks and their correlation as in Spearman (1904).
 *
 * @example
 * const customers = new Uint32Array(27);
 * customers[18] = 2; // R3 F1 M1
 * customers[6] = 1; // R1 F3 M1
 * const weights = { recency: 1, frequency: 2, monetary: 1 };
 * rankCodes({ customers, revenue: new Float64Array(27) }, 3, weights).table.columns.change // => [1, -0.5]
 */
export function rankCodes({ customers, revenue }: CodeTotals, bins: number, weights: RfmWeights): Ranking {
	const found: number[] = [];
	for (let slot = customers.length - 1; slot >= 0; slot--) if (customers[slot] !== 0) found.push(slot);
	const own = ranksBy(found, customers, bins, weights);
	const plain = ranksBy(found, customers, bins, equal);
	const n = customers.reduce((sum, count) => sum + count, 0);
	const total = weights.recency + weights.frequency + weights.monetary;
	// Higher composites first; within equal ones the higher code, which is how `found` runs.
	const order = [...found].sort((a, b) => (own.get(a) as number) - (own.get(b) as number));
	const codes = order.map((slot) => codeAt(bins, slot));
	const rank = Float64Array.from(order, (slot) => own.get(slot) as number);
	const equalRank = Float64Array.from(order, (slot) => plain.get(slot) as number);
	const counts = Uint32Array.from(order, (slot) => customers[slot] as number);
	let topIn = 0;
	let topOut = 0;
	for (let at = 0; at < order.length; at++) {
		const [now, before] = [(rank[at] as number) * 5 <= n, (equalRank[at] as number) * 5 <= n];
		if (now && !before) topIn += counts[at] as number;
		if (before && !now) topOut += counts[at] as number;
	}
	return {
		table: {
			rows: order.length,
			columns: {
				r: Uint8Array.from(codes, ([r]) => r),
				f: Uint8Array.from(codes, ([, f]) => f),
				m: Uint8Array.from(codes, ([, , m]) => m),
				customers: counts,
				revenue: Float64Array.from(order, (slot) => revenue[slot] as number),
				composite: Float64Array.from(codes, (code) => weighted(code, weights) / total),
				rank,
				equalRank,
				change: rank.map((own, at) => (equalRank[at] as number) - own)
			},
			types: {
				r: 'number',
				f: 'number',
				m: 'number',
				customers: 'count',
				revenue: 'money',
				composite: 'number',
				rank: 'number',
				equalRank: 'number',
				change: 'number'
			}
		},
		scalars: { rankAgreement: spearman(rank, equalRank, counts), topIn, topOut }
	};
}

/**
 * The weighted sum of three scores, a whole number.
 *
 * @example
 * weighted([5, 4, 1], { recency: 100, frequency: 10, monetary: 1 }) // => 541
 */
export function weighted([r, f, m]: Code, { recency, frequency, monetary }: RfmWeights): number {
	return r * recency + f * frequency + m * monetary;
}

/** The mean place, from 1, of the customers of each code: those with the same sum share theirs. */
function ranksBy(
	slots: readonly number[],
	customers: Uint32Array,
	bins: number,
	weights: RfmWeights
): ReadonlyMap<number, number> {
	const having = new Map<number, number>();
	for (const slot of slots) {
		const sum = weighted(codeAt(bins, slot), weights);
		having.set(sum, (having.get(sum) ?? 0) + (customers[slot] as number));
	}
	const places = new Map<number, number>();
	let before = 0;
	for (const [sum, count] of [...having].sort(([a], [b]) => b - a)) {
		places.set(sum, before + (count + 1) / 2);
		before += count;
	}
	return new Map(slots.map((slot) => [slot, places.get(weighted(codeAt(bins, slot), weights)) as number]));
}

/**
 * Spearman's correlation: Pearson's of mid-ranks, each standing for `counts` customers. NaN when all ranks of one
 * side are equal.
 *
 * @example
 * spearman([1, 2, 3], [1, 2, 3], [1, 1, 1]) // => 1
 * spearman([1, 2, 3], [3, 2, 1], [1, 1, 1]) // => -1
 * spearman([2, 2, 2], [1, 2, 3], [1, 1, 1]) // => NaN
 */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>, counts: ArrayLike<number>): number {
	let n = 0;
	for (let i = 0; i < counts.length; i++) n += counts[i] as number;
	// Mid-ranks always have this mean.
	const mean = (n + 1) / 2;
	let [ab, aa, bb] = [0, 0, 0];
	for (let i = 0; i < counts.length; i++) {
		const count = counts[i] as number;
		const [da, db] = [(a[i] as number) - mean, (b[i] as number) - mean];
		ab += count * da * db;
		aa += count * da * da;
		bb += count * db * db;
	}
	return aa === 0 || bb === 0 ? NaN : Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb)));
}
