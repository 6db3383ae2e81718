import { revenueMoves } from '#lib/core/methods/churn/revenue.ts';
import { monthOf, named, question } from './question.ts';
import { month, monthName, valuesOf } from './sql.ts';

export const keptRevenue = question({
	name: 'kept revenue',
	title: 'NRR and GRR: revenue kept by month',
	screen: 'churn',
	linear: true,
	kernel:
		({ ledger, months }) =>
		() =>
			revenueMoves(ledger, months),
	counts({ customers, lost, start, churned, contraction, expansion }, { months }) {
		const counts: Record<string, number> = {};
		for (const [name, values] of Object.entries({
			customers,
			lost,
			start,
			churned,
			contraction,
			expansion
		}))
			named(values, (period) => `${monthOf(months.starts[period])} ${name}`, counts);
		return counts;
	},
	sql: [
		`CREATE OR REPLACE TABLE kept_revenue AS
		WITH spent AS (
			SELECT customer_id, ${month('day')} AS month, sum(cents) AS m FROM orders GROUP BY ALL
		), pairs AS (
			SELECT month + 1 AS month, m AS before,
				CASE WHEN lead(month) OVER w = month + 1 THEN lead(m) OVER w END AS now
			FROM spent WINDOW w AS (PARTITION BY customer_id ORDER BY month)
		)
		SELECT month, count(*) AS customers, count(*) - count(now) AS lost, sum(before) AS start,
			coalesce(sum(before) FILTER (now IS NULL), 0) AS churned,
			coalesce(sum(before - now) FILTER (now < before), 0) AS contraction,
			coalesce(sum(now - before) FILTER (now > before), 0) AS expansion
		FROM pairs WHERE month <= (SELECT max(month) FROM spent) GROUP BY month`
	],
	answer: valuesOf('kept_revenue', monthName('month'), [
		'customers',
		'lost',
		'start',
		'churned',
		'contraction',
		'expansion'
	])
});
