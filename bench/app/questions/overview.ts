import { customerFacts } from '#lib/core/methods/overview/customer-facts.ts';
import { trendPeriods, trendTable } from '#lib/core/methods/overview/trend.ts';
import { monthOf, named, question } from './question.ts';
import { monthName, valuesOf } from './sql.ts';

export const overview = question({
	name: 'overview',
	title: 'Overview: months and totals',
	screen: 'overview',
	linear: true,
	kernel:
		({ ledger, frame, span }) =>
		() => {
			const periods = trendPeriods(span, 'month', frame);
			const facts = customerFacts(ledger, span, 30, periods);
			return { facts, trend: trendTable(facts.onDay, span, periods) };
		},
	counts({ facts, trend: { columns } }) {
		const counts: Record<string, number> = { repeat: 0, orders: 0, revenue: 0 };
		const add = (name: string, value: number): void => void (counts[name] = (counts[name] ?? 0) + value);
		facts.orders.forEach((orders, who) => {
			add('repeat', orders > 1 ? 1 : 0);
			add('orders', orders);
			add('revenue', facts.revenue[who] as number);
		});
		for (const name of ['active', 'orders', 'revenue'] as const)
			named(columns[name], (row) => `${monthOf(columns.period[row])} ${name}`, counts);
		return counts;
	},
	sql: [
		`CREATE OR REPLACE TABLE months AS
		SELECT year(day) * 12 + month(day) AS month, count(DISTINCT customer_id) AS active, count(*) AS orders,
			sum(cents) AS revenue
		FROM orders GROUP BY month`,
		`CREATE OR REPLACE TABLE totals AS
		SELECT count(*) FILTER (n > 1) AS repeat, sum(n) AS orders, sum(m) AS revenue
		FROM (SELECT count(*) AS n, sum(cents) AS m FROM orders GROUP BY customer_id)`
	],
	answer: `
		SELECT 'repeat' AS name, CAST(repeat AS DOUBLE) AS value FROM totals UNION ALL
		SELECT 'orders', CAST(orders AS DOUBLE) FROM totals UNION ALL
		SELECT 'revenue', CAST(revenue AS DOUBLE) FROM totals UNION ALL
		${valuesOf('months', monthName('month'), ['active', 'orders', 'revenue'])}`
});
