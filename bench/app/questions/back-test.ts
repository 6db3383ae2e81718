import { backTest as test } from '#lib/core/methods/churn/back-test.ts';
import { named, question } from './question.ts';
import { asOf, followedDays } from './sql.ts';

/** Days in which a churned customer may come back. */
const within = 90;

export const backTest = question({
	name: 'back-test',
	title: 'Back-test of every churn window',
	screen: 'churn',
	linear: true,
	kernel:
		({ ledger, span }) =>
		() =>
			test(ledger, span.firstDay, span.asOf, within),
	counts: ({ followed, returned }) =>
		named(
			returned,
			(days) => `${days} returned`,
			named(followed, (days) => `${days} followed`)
		),
	// The kernel's own way, steps that are summed up: trying each window on each silence takes a hundred times as long.
	sql: [
		`CREATE OR REPLACE TABLE back_test AS
		WITH silences AS (
			SELECT least(${asOf} - day - 1 - ${within}, coalesce(next, ${asOf}) - day - 1) AS up_to,
				CASE WHEN next IS NOT NULL THEN greatest(0, next - day - 1 - ${within}) END AS start
			FROM (${followedDays}) WHERE ${asOf} - day - 1 - ${within} >= 0
		), steps AS (
			SELECT up_to AS days, count(*) AS followed, 0 AS change FROM silences GROUP BY up_to UNION ALL
			SELECT start, 0, count(*) FROM silences WHERE start IS NOT NULL GROUP BY start UNION ALL
			SELECT up_to + 1, 0, -count(*) FROM silences WHERE start IS NOT NULL GROUP BY up_to
		), by_day AS (
			SELECT days, coalesce(sum(followed), 0) AS followed, coalesce(sum(change), 0) AS change
			FROM range(0, ${asOf} - (SELECT min(day) FROM orders) + 2) AS days (days) LEFT JOIN steps USING (days)
			GROUP BY days
		)
		SELECT days, sum(followed) OVER (ORDER BY days DESC) AS followed, sum(change) OVER (ORDER BY days) AS returned
		FROM by_day`
	],
	answer: `
		SELECT days || ' followed' AS name, CAST(followed AS DOUBLE) AS value FROM back_test WHERE followed > 0 UNION ALL
		SELECT days || ' returned', CAST(returned AS DOUBLE) FROM back_test WHERE returned > 0`
});
