import { parse } from 'valibot';
import { groupsAtEntry } from '#lib/core/dataset/customer-groups.ts';
import { planGroups } from '#lib/core/methods/origins/plan.ts';
import { walkGroups } from '#lib/core/methods/origins/walk.ts';
import { methods } from '#lib/core/methods/registry.ts';
import { question } from './question.ts';
import { asOf, valuesOf } from './sql.ts';

/** Days of a rolling month. */
const month = 30;

export const origins = question({
	name: 'origins',
	title: 'Origins: by channel of the first order',
	screen: 'origins',
	linear: false,
	kernel({ ledger, table, channel, span }) {
		const params = parse(methods.origins.params, { by: 'channel' });
		return () => {
			const groups = groupsAtEntry(table, channel, ledger);
			const plan = planGroups(ledger, groups, { from: -Infinity, asOf: span.asOf }, params);
			return { plan, sums: walkGroups(ledger, plan, span.asOf, params) };
		};
	},
	counts({ plan, sums }) {
		const { customers, orders, revenue, repeat, mature, followed, valueWithin, base, active, width } = sums;
		const counts: Record<string, number> = {};
		const put = (name: string, value: number | undefined): void => {
			if (value !== undefined && value !== 0) counts[name] = value;
		};
		plan.label.forEach((label, row) => {
			if (label === '') return;
			put(`${label} customers`, customers[row]);
			put(`${label} orders`, orders[row]);
			put(`${label} revenue`, revenue[row]);
			put(`${label} repeat`, repeat[row]);
			put(`${label} mature`, mature[row]);
			put(`${label} followed`, followed[row]);
			put(`${label} within`, valueWithin[row]);
			for (let n = 0; n < width; n++) {
				put(`${label} base ${n}`, base[row * width + n]);
				put(`${label} active ${n}`, active[row * width + n]);
			}
		});
		return counts;
	},
	sql: [
		`CREATE OR REPLACE TABLE entries AS
		SELECT customer_id, min(day) AS first, arg_min(channel, order_id) AS channel FROM orders GROUP BY customer_id`,
		`CREATE OR REPLACE TABLE origins AS
		WITH own AS (
			SELECT any_value(channel) AS channel, any_value(first) AS first, count(*) AS n, sum(cents) AS m,
				sum(cents) FILTER (day - first < 90) AS within
			FROM (SELECT o.customer_id, o.day, o.cents, e.first, e.channel FROM orders AS o JOIN entries AS e USING (customer_id))
			GROUP BY customer_id
		)
		SELECT channel, count(*) AS customers, sum(n) AS orders, sum(m) AS revenue, count(*) FILTER (n > 1) AS repeat,
			count(*) FILTER (n > 4) AS mature, count(*) FILTER (${asOf} - first + 1 >= 90) AS followed,
			sum(within) FILTER (${asOf} - first + 1 >= 90) AS within
		FROM own GROUP BY channel`,
		`CREATE OR REPLACE TABLE origin_base AS
		SELECT channel, n, count(*) AS customers FROM entries, range(0, 13) AS ns (n)
		WHERE (n + 1) * ${month} <= ${asOf} - first + 1 GROUP BY ALL`,
		`CREATE OR REPLACE TABLE origin_active AS
		SELECT channel, n, count(*) AS customers FROM (
			SELECT DISTINCT o.customer_id, e.channel, e.first, (o.day - e.first) // ${month} AS n
			FROM orders AS o JOIN entries AS e USING (customer_id)
		) WHERE n <= 12 AND (n + 1) * ${month} <= ${asOf} - first + 1 GROUP BY ALL`
	],
	answer: `
		${valuesOf('origins', 'channel', ['customers', 'orders', 'revenue', 'repeat', 'mature', 'followed', 'within'])} UNION ALL
		SELECT channel || ' base ' || n, CAST(customers AS DOUBLE) FROM origin_base UNION ALL
		SELECT channel || ' active ' || n, CAST(customers AS DOUBLE) FROM origin_active`
});
