import { activePeriodsTables, repeatTable, windowActivity } from '#lib/core/methods/retention/rhythm.ts';
import { named, question } from './question.ts';
import { month } from './sql.ts';

export const repeat = question({
	name: 'repeat',
	title: 'Repeat rate and active months',
	screen: 'retention',
	linear: true,
	kernel:
		({ ledger, months, span }) =>
		() => {
			const activity = windowActivity(ledger, months, span);
			return { repeat: repeatTable(activity.orders), ...activePeriodsTables(activity.periods) };
		},
	counts({ repeat: { columns }, exactly }) {
		const counts = named(exactly.columns.customers, (row) => `months ${row + 1}`);
		return named(columns.customers, (row) => ['repeat', 'once'][row] as string, counts);
	},
	sql: [
		`CREATE OR REPLACE TABLE activity AS
		SELECT months, count(*) AS customers, count(*) FILTER (orders > 1) AS repeat
		FROM (
			SELECT count(*) AS orders, count(DISTINCT ${month('day')}) AS months FROM orders GROUP BY customer_id
		) GROUP BY months`
	],
	answer: `
		SELECT 'months ' || months AS name, CAST(customers AS DOUBLE) AS value FROM activity UNION ALL
		SELECT 'repeat', CAST(sum(repeat) AS DOUBLE) FROM activity UNION ALL
		SELECT 'once', CAST(sum(customers - repeat) AS DOUBLE) FROM activity`
});
