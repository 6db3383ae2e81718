/** The questions in SQL. Each makes a table, so that its answer can be read when the clock has stopped. */
import type { cutsOf } from './answer.ts';

export const load = `
	CREATE OR REPLACE TABLE orders AS
	SELECT order_id, customer_id, CAST(order_date AS DATE) AS day, order_date,
		CAST(amount * 100 AS BIGINT) AS cents, product, channel, country
	FROM read_csv('orders.csv', delim = ',', quote = '"', header = true, auto_detect = false, columns = {
		'order_id': 'VARCHAR', 'customer_id': 'VARCHAR', 'order_date': 'TIMESTAMP', 'amount': 'DECIMAL(12,2)',
		'product': 'VARCHAR', 'channel': 'VARCHAR', 'country': 'VARCHAR'
	})`;

// Edges are type-7 quantiles; a score is one more than the edges strictly below the value, recency turned round.
const above = (value: string, edges: string): string =>
	[1, 2, 3, 4].map((edge) => `CAST(${value} > ${edges}[${edge}] AS INT)`).join(' + ');
export const rfm = `
	CREATE OR REPLACE TABLE rfm AS
	WITH base AS (
		SELECT customer_id, (SELECT max(day) FROM orders) - max(day) AS r, count(*) AS f, sum(cents) AS m
		FROM orders GROUP BY customer_id
	), edges AS (
		SELECT quantile_cont(r, [0.2, 0.4, 0.6, 0.8]) AS er, quantile_cont(f, [0.2, 0.4, 0.6, 0.8]) AS ef,
			quantile_cont(m, [0.2, 0.4, 0.6, 0.8]) AS em
		FROM base
	)
	SELECT customer_id, r, f, m, 5 - (${above('r', 'er')}) AS rs, 1 + ${above('f', 'ef')} AS fs, 1 + ${above('m', 'em')} AS ms
	FROM base, edges`;
export const cohorts = `
	CREATE OR REPLACE TABLE cohorts AS
	WITH active AS (
		SELECT DISTINCT customer_id, year(day) * 12 + month(day) AS month FROM orders
	), first AS (
		SELECT customer_id, min(month) AS cohort FROM active GROUP BY customer_id
	)
	SELECT cohort, month - cohort AS n, count(*) AS active
	FROM active JOIN first USING (customer_id) WHERE month - cohort <= 36 GROUP BY ALL`;

/** A month is dormant for whoever was active in the one before; the month of the newest order ends the table. */
export const lifecycle = `
	CREATE OR REPLACE TABLE lifecycle AS
	WITH active AS (
		SELECT DISTINCT customer_id, year(day) * 12 + month(day) AS month FROM orders
	), around AS (
		SELECT month, lag(month) OVER (PARTITION BY customer_id ORDER BY month) AS before,
			lead(month) OVER (PARTITION BY customer_id ORDER BY month) AS after
		FROM active
	)
	SELECT month,
		CASE WHEN before IS NULL THEN 'new' WHEN before = month - 1 THEN 'returning' ELSE 'resurrected' END AS state,
		count(*) AS customers
	FROM around GROUP BY ALL
	UNION ALL
	SELECT month + 1, 'dormant', count(*) FROM around
	WHERE (after IS NULL OR after > month + 1) AND month < (SELECT max(month) FROM active) GROUP BY ALL`;

export const overviewMonths = `
	CREATE OR REPLACE TABLE months AS
	SELECT year(day) * 12 + month(day) AS month, count(DISTINCT customer_id) AS active, count(*) AS orders,
		sum(cents) AS revenue
	FROM orders GROUP BY month`;
export const overviewTotals = `
	CREATE OR REPLACE TABLE totals AS
	SELECT count(*) FILTER (n > 1) AS repeat, sum(n) AS orders, sum(m) AS revenue
	FROM (SELECT count(*) AS n, sum(cents) AS m FROM orders GROUP BY customer_id)`;

/** From the measures that the table of RFM holds already. */
export const rescore = ({ recency, frequency, monetary }: ReturnType<typeof cutsOf>): string => `
	CREATE OR REPLACE TABLE rescored AS
	WITH scored AS (
		SELECT 5 - (${above('r', `[${recency.join()}]`)}) AS rs, 1 + ${above('f', `[${frequency.join()}]`)} AS fs,
			1 + ${above('m', `[${monetary.join()}]`)} AS ms, m
		FROM rfm
	)
	SELECT rs, fs, count(*) AS customers, sum(m) AS revenue, avg(ms) AS mean_m FROM scored GROUP BY rs, fs`;
