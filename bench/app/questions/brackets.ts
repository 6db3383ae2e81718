import { parse } from 'valibot';
import { methods } from '#lib/core/methods/registry.ts';
import { countBrackets } from '#lib/core/methods/retention/brackets.ts';
import { planCohorts } from '#lib/core/methods/retention/cohorts.ts';
import { monthOf, named, question } from './question.ts';
import { asOf, month, monthName, valuesOf } from './sql.ts';

const days = [
	[1, 30],
	[31, 60],
	[61, 90],
	[91, 180],
	[181, 365]
] as const;

export const brackets = question({
	name: 'brackets',
	title: 'Retention in brackets of days',
	screen: 'retention',
	linear: true,
	kernel({ ledger, frame, span }) {
		const params = parse(methods.retention.params, { brackets: days });
		return () => {
			const plan = planCohorts({ ledger, frame }, params, span);
			return { plan, grid: countBrackets(ledger, plan, params) };
		};
	},
	counts({ plan, grid: { width, base, active } }) {
		const cohort = (cell: number): string =>
			monthOf(plan.periods.starts[plan.periodOf[Math.floor(cell / width)] as number]);
		const counts = named(base, (cell) => `${cohort(cell)} base${cell % width}`);
		return named(active, (cell) => `${cohort(cell)} active${cell % width}`, counts);
	},
	sql: [
		`CREATE OR REPLACE TABLE brackets AS
		WITH first AS (
			SELECT customer_id, min(day) AS first FROM orders GROUP BY customer_id
		), seen AS (
			SELECT customer_id, first, ${days.map(([from, to], b) => `bool_or(day - first BETWEEN ${from} AND ${to}) AS b${b}`).join(', ')}
			FROM orders JOIN first USING (customer_id) GROUP BY customer_id, first
		)
		SELECT ${month('first')} AS cohort, ${days
			.map(
				([, to], b) =>
					`count(*) FILTER (first + ${to} <= ${asOf}) AS base${b}, count(*) FILTER (b${b} AND first + ${to} <= ${asOf}) AS active${b}`
			)
			.join(', ')}
		FROM seen GROUP BY cohort`
	],
	answer: valuesOf(
		'brackets',
		monthName('cohort'),
		days.flatMap((_, b) => [`base${b}`, `active${b}`])
	)
});
