import { countPeriods } from '#lib/core/methods/churn/periods.ts';
import { monthOf, named, question } from './question.ts';
import { asOf, followedDays, month, monthName, valuesOf } from './sql.ts';

/** Silent for more days than this: churned. */
const window = 90;

export const churn = question({
	name: 'churn',
	title: 'Churn by month, silent for 90 days',
	screen: 'churn',
	linear: true,
	kernel:
		({ ledger, months }) =>
		() =>
			countPeriods(ledger, months, window),
	counts({ end, lost, fresh, wonBack }, { months }) {
		const counts: Record<string, number> = {};
		for (const [name, values] of Object.entries({ active: end, lost, fresh, back: wonBack }))
			named(values, (period) => `${monthOf(months.starts[period])} ${name}`, counts);
		return counts;
	},
	// A day keeps its customer active at the ends of months up to the next one, or for the window; the last month ends with the data.
	sql: [
		`CREATE OR REPLACE TABLE churned AS
		WITH kept AS (
			SELECT customer_id, day, least(coalesce(next - 1, ${asOf}), day + ${window}, ${asOf}) AS until
			FROM (${followedDays})
		), active AS (
			SELECT customer_id, unnest(range(${month('day')},
				CASE WHEN until = ${asOf} THEN ${month('until')} + 1 ELSE ${month('until + 1')} END)) AS month
			FROM kept
		), around AS (
			SELECT month, lag(month) OVER (PARTITION BY customer_id ORDER BY month) AS before,
				lead(month) OVER (PARTITION BY customer_id ORDER BY month) AS after
			FROM active
		)
		SELECT month, count(*) AS active, count(*) FILTER (before IS NULL) AS fresh,
			count(*) FILTER (before < month - 1) AS back, 0 AS lost
		FROM around GROUP BY month
		UNION ALL
		SELECT month + 1, 0, 0, 0, count(*) FROM around
		WHERE (after IS NULL OR after > month + 1) AND month < ${month(asOf)} GROUP BY month`
	],
	answer: valuesOf('churned', monthName('month'), ['active', 'fresh', 'back', 'lost'])
});
