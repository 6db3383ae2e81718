import { summariseRepeats } from '#lib/core/methods/value/repeat-summary.ts';
import { question } from './question.ts';
import { asOf } from './sql.ts';

export const repeatSummary = question({
	name: 'repeat summary',
	title: 'Repeats, recency, age and spend per customer',
	screen: 'value',
	linear: true,
	kernel:
		({ ledger, span }) =>
		() =>
			summariseRepeats(ledger, span.asOf),
	counts({ x, last, age, repeatValue }) {
		const counts: Record<string, number> = {};
		const add = (name: string, value: number): void => {
			if (value !== 0) counts[name] = (counts[name] ?? 0) + value;
		};
		x.forEach((repeats, i) => {
			add(`${repeats} customers`, 1);
			add(`${repeats} last`, last[i] as number);
			add(`${repeats} age`, age[i] as number);
			add(`${repeats} money`, repeatValue[i] as number);
		});
		return counts;
	},
	sql: [
		`CREATE OR REPLACE TABLE repeats AS
		SELECT customer_id, count(DISTINCT day) - 1 AS x, max(day) - first AS last, ${asOf} - first AS age,
			coalesce(sum(cents) FILTER (day > first), 0) AS money
		FROM orders JOIN (SELECT customer_id, min(day) AS first FROM orders GROUP BY customer_id) USING (customer_id)
		GROUP BY customer_id, first`
	],
	answer: ['count(*) customers', 'sum(last) last', 'sum(age) age', 'sum(money) money']
		.map((sum) => sum.split(' ') as [string, string])
		.map(
			([sum, name]) =>
				`SELECT x || ' ${name}' AS name, CAST(${sum} AS DOUBLE) AS value FROM repeats GROUP BY x HAVING ${sum} <> 0`
		)
		.join(' UNION ALL ')
});
