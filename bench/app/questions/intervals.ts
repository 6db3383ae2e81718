import { doubledMedianGaps, intervalsTable, purchaseInterval } from '#lib/core/ledger/purchase-intervals.ts';
import { named, question } from './question.ts';
import { followedDays } from './sql.ts';

export const intervals = question({
	name: 'intervals',
	title: 'Purchase intervals: medians of gaps',
	screen: 'retention',
	linear: false,
	kernel:
		({ ledger, span }) =>
		() => {
			const gaps = doubledMedianGaps(ledger, span);
			return { all: purchaseInterval(gaps), rows: intervalsTable(gaps) };
		},
	counts: ({ all, rows }) =>
		named(rows.columns.customers, (row) => `from ${rows.columns.from[row]}`, {
			p25: all.p25,
			median: all.days,
			p75: all.p75,
			p90: all.p90
		}),
	sql: [
		`CREATE OR REPLACE TABLE medians AS
		SELECT customer_id, quantile_cont(next - day, 0.5) AS gap FROM (${followedDays})
		WHERE next IS NOT NULL GROUP BY customer_id`,
		`CREATE OR REPLACE TABLE intervals AS
		SELECT CASE WHEN gap < 8 THEN 1 WHEN gap < 15 THEN 8 WHEN gap < 31 THEN 15 WHEN gap < 61 THEN 31
			WHEN gap < 91 THEN 61 WHEN gap < 181 THEN 91 WHEN gap < 366 THEN 181 ELSE 366 END AS "from", count(*) AS customers
		FROM medians GROUP BY "from"`,
		`CREATE OR REPLACE TABLE quantiles AS SELECT quantile_cont(gap, [0.25, 0.5, 0.75, 0.9]) AS q FROM medians`
	],
	answer: `
		SELECT 'from ' || "from" AS name, CAST(customers AS DOUBLE) AS value FROM intervals UNION ALL
		SELECT unnest(['p25', 'median', 'p75', 'p90']), unnest(q) FROM quantiles`
});
