import { parse } from 'valibot';
import { contributionFacts } from '#lib/core/methods/contribution/facts.ts';
import { twoPeriods } from '#lib/core/methods/contribution/periods.ts';
import { movesTable, stepsTable } from '#lib/core/methods/contribution/tables.ts';
import { customerMoves } from '#lib/core/methods/contribution/types.ts';
import { methods } from '#lib/core/methods/registry.ts';
import { named, question } from './question.ts';
import { asOf, valuesOf } from './sql.ts';

export const contribution = question({
	name: 'contribution',
	title: 'Growth of a year: moves and factors',
	screen: 'contribution',
	linear: true,
	kernel({ ledger, frame }) {
		const periods = twoPeriods(frame, parse(methods.contribution.params, { days: 365 }));
		if (periods === null) throw new Error('There are no two years.');
		return () => {
			const facts = contributionFacts(ledger, periods);
			return { facts, steps: stepsTable(facts), moves: movesTable(facts) };
		};
	},
	counts({ facts: { sumNow, sumBefore }, moves: { columns } }) {
		const counts: Record<string, number> = {};
		for (const [period, sums] of Object.entries({ now: sumNow, before: sumBefore }))
			for (const [name, value] of Object.entries(sums)) counts[`${period} ${name}`] = value;
		for (const name of ['customers', 'now', 'before'] as const)
			named(columns[name], (row) => `${customerMoves[row]} ${name}`, counts);
		return counts;
	},
	sql: [
		`CREATE OR REPLACE TABLE moves AS
		WITH own AS (
			SELECT count(*) FILTER (day > ${asOf} - 365) AS n, coalesce(sum(cents) FILTER (day > ${asOf} - 365), 0) AS m,
				count(*) FILTER (day <= ${asOf} - 365) AS n0, coalesce(sum(cents) FILTER (day <= ${asOf} - 365), 0) AS m0,
				any_value(first) AS first
			FROM (SELECT customer_id, day, cents, min(day) OVER (PARTITION BY customer_id) AS first FROM orders)
			WHERE day > ${asOf} - 730 GROUP BY customer_id
		)
		SELECT CASE WHEN n = 0 THEN 'lost' WHEN n0 = 0 THEN CASE WHEN first > ${asOf} - 365 THEN 'new' ELSE 'back' END
				WHEN m > m0 THEN 'grown' WHEN m < m0 THEN 'shrunk' ELSE 'steady' END AS move,
			count(*) AS customers, sum(m) AS now, sum(m0) AS before, sum(n) AS orders, sum(n0) AS orders_before
		FROM own GROUP BY move`
	],
	answer: `
		${valuesOf('moves', 'move', ['customers', 'now', 'before'])} UNION ALL
		SELECT 'now customers', CAST(sum(customers) AS DOUBLE) FROM moves WHERE move <> 'lost' UNION ALL
		SELECT 'before customers', CAST(sum(customers) AS DOUBLE) FROM moves WHERE move NOT IN ('new', 'back') UNION ALL
		SELECT 'now orders', CAST(sum(orders) AS DOUBLE) FROM moves UNION ALL
		SELECT 'before orders', CAST(sum(orders_before) AS DOUBLE) FROM moves UNION ALL
		SELECT 'now revenue', CAST(sum(now) AS DOUBLE) FROM moves UNION ALL
		SELECT 'before revenue', CAST(sum(before) AS DOUBLE) FROM moves`
});
