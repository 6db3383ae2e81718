import { ratioInterval } from '../../math/compare/ratio-interval.ts';
import { seededIndex } from '../../math/seeded-index.ts';
import type { Interval } from '../../math/wilson.ts';
import type { MethodDefinition } from '../types.ts';

/** What the mean order and its interval are, in words. */
export const meanOrderFormula: MethodDefinition['formulas'][number] = {
	id: 'averageOrder',
	name: { en: 'Average order value', 'zh-CN': '客单价' },
	text: {
		en: 'Revenue ÷ orders, with a 95 % interval over the customers: below 1,000 of them by bootstrap (BCa, 999 resamples of whole customers, fixed seed), else by the normal distribution of the linearised ratio.',
		'zh-CN':
			'销售额 ÷ 订单数，并给出以客户为单位的 95% 置信区间：客户少于 1,000 时用自助法（BCa，整客户重抽样 999 次，随机种子固定），否则用线性化比率的正态近似。'
	}
};

/**
 * The 95 % interval of the mean order (Σ revenue ÷ Σ orders, each per customer) of those who ordered. The seed is fixed:
 * equal data, equal interval.
 *
 * @example
 * meanOrderInterval(Uint32Array.of(2, 0, 1), Float64Array.of(10, 0, 5)) // => { low: 5, high: 5 }
 */
export function meanOrderInterval(orders: Uint32Array, revenue: Float64Array): Interval {
	const by = new Uint32Array(orders.length);
	const of = new Float64Array(orders.length);
	let n = 0;
	for (let customer = 0; customer < orders.length; customer++) {
		if (orders[customer] === 0) continue;
		by[n] = orders[customer] as number;
		of[n++] = revenue[customer] as number;
	}
	return ratioInterval({ of: of.subarray(0, n), by: by.subarray(0, n) }, seededIndex(1));
}
