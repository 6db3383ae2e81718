import type { PeriodSum } from './facts.ts';

/** What revenue is made of: customers × orders per customer × money per order. */
export type Factors = readonly [customers: number, frequency: number, basket: number];

/**
 * The factors of a period; NaN where there is nothing to divide by.
 *
 * @example
 * factorsOf({ customers: 2, orders: 6, revenue: 300 }) // => [2, 3, 50]
 */
export function factorsOf({ customers, orders, revenue }: PeriodSum): Factors {
	return [customers, customers === 0 ? NaN : orders / customers, orders === 0 ? NaN : revenue / orders];
}

/**
 * What each factor's change did to revenue, in whole smallest units that add up to the change exactly. Each factor
 * gets the mean of what it does over all orders in which the three could have changed (Shapley 1953; for products of
 * factors Sun 1998, Energy Economics 20): with others y and z, Δx·(y₀z₀ + y₁z₁) ÷ 3 + Δx·(y₀z₁ + y₁z₀) ÷ 6. A period
 * without orders has no frequency and no basket: then customers alone account for the change. Rounding is at most a
 * unit per part; what is left of it goes to the largest. Exact while the parts stay below 2⁵³ units.
 *
 * @example
 * decompose({ customers: 2, orders: 4, revenue: 400 }, { customers: 3, orders: 6, revenue: 600 }) // => [200, 0, 0]
 * decompose({ customers: 1, orders: 1, revenue: 100 }, { customers: 2, orders: 4, revenue: 400 }) // => [150, 150, 0]
 * decompose({ customers: 0, orders: 0, revenue: 0 }, { customers: 2, orders: 4, revenue: 400 }) // => [400, 0, 0]
 */
export function decompose(
	before: PeriodSum,
	now: PeriodSum
): [customers: number, frequency: number, basket: number] {
	const change = now.revenue - before.revenue;
	if (before.orders === 0 || now.orders === 0) return [change, 0, 0];
	const [a0, b0, c0] = factorsOf(before);
	const [a1, b1, c1] = factorsOf(now);
	const part = (x0: number, x1: number, y0: number, y1: number, z0: number, z1: number): number =>
		Math.round((x1 - x0) * ((y0 * z0 + y1 * z1) / 3 + (y0 * z1 + y1 * z0) / 6));
	const parts: [number, number, number] = [
		part(a0, a1, b0, b1, c0, c1),
		part(b0, b1, a0, a1, c0, c1),
		part(c0, c1, a0, a1, b0, b1)
	];
	const left = change - (parts[0] + parts[1] + parts[2]);
	if (left !== 0) {
		const sizes = parts.map(Math.abs);
		const largest = sizes.indexOf(Math.max(...sizes)) as 0 | 1 | 2;
		parts[largest] += left;
	}
	// No −0: it would read as a loss of nothing.
	return [parts[0] + 0, parts[1] + 0, parts[2] + 0];
}
