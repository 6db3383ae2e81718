import { parse } from 'valibot';
import { methods } from '#lib/core/methods/registry.ts';
import { planCohorts } from '#lib/core/methods/retention/cohorts.ts';
import { countReturns } from '#lib/core/methods/retention/grid.ts';
import { monthOf, named, question } from './question.ts';
import { monthName } from './sql.ts';

export const cohorts = question({
	name: 'cohorts',
	title: 'Cohorts: the matrix',
	screen: 'retention',
	linear: true,
	kernel({ ledger, frame, span }) {
		const params = parse(methods.retention.params, { unit: 'month', measure: 'on', maxPeriods: 36 });
		return () => {
			const plan = planCohorts({ ledger, frame }, params, span);
			return { plan, grid: countReturns(ledger, plan) };
		};
	},
	counts({ plan, grid: { width, active } }) {
		return named(active, (cell) => {
			const period = plan.periodOf[Math.floor(cell / width)] as number;
			return `${monthOf(plan.periods.starts[period])}+${cell % width}`;
		});
	},
	sql: [
		`CREATE OR REPLACE TABLE cohorts AS
		WITH active AS (
			SELECT DISTINCT customer_id, year(day) * 12 + month(day) AS month FROM orders
		), first AS (
			SELECT customer_id, min(month) AS cohort FROM active GROUP BY customer_id
		)
		SELECT cohort, month - cohort AS n, count(*) AS active
		FROM active JOIN first USING (customer_id) WHERE month - cohort <= 36 GROUP BY ALL`
	],
	answer: `SELECT ${monthName('cohort')} || '+' || n AS name, CAST(active AS DOUBLE) AS value FROM cohorts`
});
