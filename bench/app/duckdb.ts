/** The same questions in SQL, to DuckDB-WASM over the same file. Its start and compilation are not counted. */
import * as duckdb from '@duckdb/duckdb-wasm';
import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { median, type Answer, type Run } from './answer.ts';

const load = `
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
const rfm = `
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
const cohorts = `
	CREATE OR REPLACE TABLE cohorts AS
	WITH active AS (
		SELECT DISTINCT customer_id, year(day) * 12 + month(day) AS month FROM orders
	), first AS (
		SELECT customer_id, min(month) AS cohort FROM active GROUP BY customer_id
	)
	SELECT cohort, month - cohort AS n, count(*) AS active
	FROM active JOIN first USING (customer_id) WHERE month - cohort <= 36 GROUP BY ALL`;

export async function runDuckdb(file: File, rounds: number): Promise<Run> {
	const worker = new Worker(ehWorker);
	const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
	await db.instantiate(ehWasm);
	await db.registerFileHandle('orders.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
	const connection = await db.connect();
	const times: Record<string, number> = {};
	const timed = async (name: string, sql: string): Promise<void> => {
		const from = performance.now();
		await connection.query(sql);
		times[name] = performance.now() - from;
	};
	await timed('import', load);
	await timed('first rfm', rfm);
	await timed('first cohorts', cohorts);
	times.job = (times.import as number) + (times['first rfm'] as number) + (times['first cohorts'] as number);
	times.rfm = (await median(rounds, () => connection.query(rfm))).ms;
	times.cohorts = (await median(rounds, () => connection.query(cohorts))).ms;

	const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
		(await connection.query(sql))
			.toArray()
			.map((row) => (row as { toJSON(): Record<string, unknown> }).toJSON());
	const [total] = await rows('SELECT count(*) AS customers, CAST(sum(m) AS DOUBLE) AS revenue FROM rfm');
	const answer: Answer = {
		customers: Number(total?.customers),
		revenue: Number(total?.revenue),
		codes: Object.fromEntries(
			(await rows('SELECT rs, fs, ms, count(*) AS n FROM rfm GROUP BY ALL')).map(({ rs, fs, ms, n }) => [
				`${rs}${fs}${ms}`,
				Number(n)
			])
		),
		cohorts: Object.fromEntries(
			(await rows('SELECT * FROM cohorts')).map(({ cohort, n, active }) => {
				const month = Number(cohort) - 1;
				return [
					`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}+${n}`,
					Number(active)
				];
			})
		)
	};
	await connection.close();
	await db.terminate();
	return { times, answer };
}
