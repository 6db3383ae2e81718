import { cohortValues } from '#lib/core/methods/value/cohort-values.ts';
import { monthOf, question } from './question.ts';
import { month, monthName } from './sql.ts';

export const cohortValue = question({
	name: 'cohort value',
	title: 'Value by cohort and age, historic',
	screen: 'value',
	linear: true,
	kernel:
		({ ledger, frame, span }) =>
		() =>
			cohortValues(ledger, span.firstDay, span.asOf, 'month', 1, frame),
	counts({ cumulative, periodOf, periods }) {
		const counts: Record<string, number> = {};
		cumulative.forEach((values, row) => {
			values.forEach((value, n) => {
				// Months in which nobody of the cohort bought are no rows to SQL.
				if (value !== (values[n - 1] ?? 0))
					counts[`${monthOf(periods.starts[periodOf[row] as number])}+${n}`] = value;
			});
		});
		return counts;
	},
	sql: [
		`CREATE OR REPLACE TABLE cohort_value AS
		WITH spent AS (
			SELECT ${month('first')} AS cohort, ${month('day')} - ${month('first')} AS n, sum(cents) AS m
			FROM orders JOIN (SELECT customer_id, min(day) AS first FROM orders GROUP BY customer_id) USING (customer_id)
			GROUP BY ALL
		)
		SELECT cohort, n, sum(m) OVER (PARTITION BY cohort ORDER BY n) AS value FROM spent`
	],
	answer: `SELECT ${monthName('cohort')} || '+' || n AS name, CAST(value AS DOUBLE) AS value FROM cohort_value`
});
