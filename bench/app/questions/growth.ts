import { growthCounts, growthTable } from '#lib/core/methods/lifecycle/growth.ts';
import { monthOf, named, question } from './question.ts';
import { monthName } from './sql.ts';

export const growth = question({
	name: 'growth',
	title: 'Lifecycle: new … dormant by month',
	screen: 'lifecycle',
	linear: true,
	kernel:
		({ ledger, months, span }) =>
		() =>
			growthTable(growthCounts(ledger, months), months, span),
	counts({ columns }) {
		const counts: Record<string, number> = {};
		for (const state of ['new', 'returning', 'resurrected', 'dormant'] as const)
			named(columns[state], (row) => `${monthOf(columns.period[row])} ${state}`, counts);
		return counts;
	},
	// A month is dormant for whoever was active in the one before; the month of the newest order ends the table.
	sql: [
		`CREATE OR REPLACE TABLE lifecycle AS
		WITH active AS (
			SELECT DISTINCT customer_id, year(day) * 12 + month(day) AS month FROM orders
		), around AS (
			SELECT month, lag(month) OVER (PARTITION BY customer_id ORDER BY month) AS before,
				lead(month) OVER (PARTITION BY customer_id ORDER BY month) AS after
			FROM active
		)
		SELECT month,
			CASE WHEN before IS NULL THEN 'new' WHEN before = month - 1 THEN 'returning' ELSE 'resurrected' END AS state,
			count(*) AS customers
		FROM around GROUP BY ALL
		UNION ALL
		SELECT month + 1, 'dormant', count(*) FROM around
		WHERE (after IS NULL OR after > month + 1) AND month < (SELECT max(month) FROM active) GROUP BY ALL`
	],
	answer: `SELECT ${monthName('month')} || ' ' || state AS name, CAST(customers AS DOUBLE) AS value FROM lifecycle`
});
