import { parse } from 'valibot';
import { gini } from '#lib/core/math/concentration.ts';
import { methods } from '#lib/core/methods/registry.ts';
import { concentrationTable, contributionOf } from '#lib/core/methods/value/contribution.ts';
import { tierIds } from '#lib/core/methods/value/types.ts';
import { question, rounded } from './question.ts';

export const concentration = question({
	name: 'concentration',
	title: 'Concentration: Pareto, ABC, Gini',
	screen: 'value',
	linear: false,
	kernel({ ledger, span }) {
		const params = parse(methods.value.params, {});
		return () => {
			const own = contributionOf(ledger, span.from, span.asOf, params);
			return { own, gini: gini(own.ascending), table: concentrationTable(own) };
		};
	},
	counts({ own, gini: unequal, table: { columns } }) {
		const counts: Record<string, number> = { gini: rounded(unequal) };
		own.tier.forEach((tier) => {
			const name = `tier ${tierIds[tier]}`;
			counts[name] = (counts[name] ?? 0) + 1;
		});
		columns.revenue.forEach((money, part) => {
			if (part > 0) counts[`part ${part}`] = money;
		});
		return counts;
	},
	sql: [
		`CREATE OR REPLACE TABLE ranked AS
		SELECT customer_id, m, row_number() OVER w AS i, sum(m) OVER w AS up_to, sum(m) OVER () AS total, count(*) OVER () AS n
		FROM (SELECT customer_id, sum(cents) AS m FROM orders GROUP BY customer_id)
		WINDOW w AS (ORDER BY m DESC ROWS UNBOUNDED PRECEDING)`,
		`CREATE OR REPLACE TABLE parts AS
		SELECT part, up_to FROM ranked JOIN (
			SELECT range AS part, CAST(ceil((SELECT count(*) FROM ranked) * range / 100) AS BIGINT) AS i FROM range(1, 101)
		) USING (i)`,
		`CREATE OR REPLACE TABLE tiers AS
		SELECT CASE WHEN (up_to - m) * 10 < total * 7 THEN 'a' WHEN (up_to - m) * 10 < total * 9 THEN 'b' ELSE 'c' END AS tier,
			count(*) AS customers
		FROM ranked GROUP BY tier`,
		`CREATE OR REPLACE TABLE gini AS
		SELECT 2 * sum((n + 1 - i) * CAST(m AS DOUBLE)) / (any_value(n) * CAST(sum(m) AS DOUBLE)) - (any_value(n) + 1) / any_value(n) AS gini
		FROM ranked`
	],
	answer: `
		SELECT 'gini' AS name, round(gini * 1e9) AS value FROM gini UNION ALL
		SELECT 'tier ' || tier, CAST(customers AS DOUBLE) FROM tiers UNION ALL
		SELECT 'part ' || part, CAST(up_to AS DOUBLE) FROM parts`
});
