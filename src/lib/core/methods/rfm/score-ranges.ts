import type { Ranked, ScoreRanges } from './ranked.ts';

/**
 * The ranges of scores that may differ between equal values: one walk over the ascending values, in which runs of
 * equal ones are looked at together.
 *
 * @example
 * scoreRanges({ values: Int32Array.of(4, 4, 9), order: Uint32Array.of(0, 1, 2) }, Uint8Array.of(1, 2, 2), 2) // => { from: [4, 4], to: [4, 9], customers: [1, 2], split: [1, 1] }
 */
export function scoreRanges(
	{ values, order }: Pick<Ranked, 'values' | 'order'>,
	score: Uint8Array,
	bins: number
): ScoreRanges {
	const from = new Float64Array(bins).fill(Number.NaN);
	const to = new Float64Array(bins).fill(Number.NaN);
	const customers = new Uint32Array(bins);
	const split = new Uint32Array(bins);
	let start = 0;
	while (start < order.length) {
		const value = values[order[start] as number] as number;
		const first = score[order[start] as number] as number;
		let end = start;
		let mixed = false;
		for (; end < order.length && values[order[end] as number] === value; end++) {
			const own = score[order[end] as number] as number;
			if (own !== first) mixed = true;
			if (customers[own - 1] === 0) from[own - 1] = value;
			to[own - 1] = value;
			customers[own - 1] = (customers[own - 1] as number) + 1;
		}
		if (mixed) {
			for (let i = start; i < end; i++) {
				const own = score[order[i] as number] as number;
				split[own - 1] = (split[own - 1] as number) + 1;
			}
		}
		start = end;
	}
	return { from, to, customers, split };
}
