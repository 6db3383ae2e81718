/** Parts of a change of revenue: by the number of customers, by orders per customer, by the value of an order. */
export interface ChangeParts {
	readonly customers: number;
	readonly frequency: number;
	readonly basket: number;
}

/** Customers, orders and revenue of a period. */
export interface PeriodSums {
	readonly customers: number;
	readonly orders: number;
	readonly revenue: number;
}

/**
 * Splits now − before into the three factors of revenue, leaving no rest: each factor's part is the logarithmic mean of
 * the two revenues × the log of its ratio (LMDI). Where one of the revenues is zero there are no ratios, and all of the
 * change goes to the customers. Constant time.
 * Source: Ang (2005), The LMDI approach to decomposition analysis, Energy Policy 33, 867–871.
 *
 * @example
 * revenueFactors({ customers: 20, orders: 40, revenue: 400 }, { customers: 10, orders: 20, revenue: 200 }) // => { customers: 200, frequency: 0, basket: 0 }
 * revenueFactors({ customers: 0, orders: 0, revenue: 0 }, { customers: 1, orders: 1, revenue: 9 }) // => { customers: -9, frequency: 0, basket: 0 }
 */
export function revenueFactors(now: PeriodSums, before: PeriodSums): ChangeParts {
	const change = now.revenue - before.revenue;
	if (now.revenue <= 0 || before.revenue <= 0) return { customers: change, frequency: 0, basket: 0 };
	const mean = change === 0 ? now.revenue : change / Math.log(now.revenue / before.revenue);
	const part = (a: number, b: number): number => (a === b ? 0 : mean * Math.log(a / b));
	return {
		customers: part(now.customers, before.customers),
		frequency: part(now.orders / now.customers, before.orders / before.customers),
		basket: part(now.revenue / now.orders, before.revenue / before.orders)
	};
}
