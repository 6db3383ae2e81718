/** The same questions in SQL, to DuckDB-WASM over the same file. Its start and compilation are not counted. */
import * as duckdb from '@duckdb/duckdb-wasm';
import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { cutsOf, measured, type Answer, type Run } from './answer.ts';
import { cohorts, lifecycle, load, overviewMonths, overviewTotals, rescore, rfm } from './questions.ts';

/** Turns in which the cuts change. */
const changes = 20;

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
	const record = async (
		name: string,
		task: (turn: number) => Promise<unknown>,
		turns = rounds
	): Promise<void> => {
		const { ms, p95 } = await measured(turns, task);
		times[name] = ms;
		times[`${name} p95`] = p95;
	};
	await record('rfm', () => connection.query(rfm));
	await record('cohorts', () => connection.query(cohorts));
	await record('lifecycle', () => connection.query(lifecycle));
	await record('overview', async () => {
		await connection.query(overviewMonths);
		await connection.query(overviewTotals);
	});
	await record('rescore', (turn) => connection.query(rescore(cutsOf(turn))), changes);

	const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
		(await connection.query(sql))
			.toArray()
			.map((row) => (row as { toJSON(): Record<string, unknown> }).toJSON());
	const counted = async (sql: string): Promise<Record<string, number>> =>
		Object.fromEntries((await rows(sql)).map(({ name, value }) => [String(name), Number(value)]));
	const month = `printf('%04d-%02d', (month - 1) // 12, (month - 1) % 12 + 1)`;
	const [total] = await rows('SELECT count(*) AS customers, CAST(sum(m) AS DOUBLE) AS revenue FROM rfm');
	const perMonth = (of: string): string =>
		`SELECT ${month} || ' ${of}' AS name, CAST(${of} AS DOUBLE) AS value FROM months WHERE ${of} > 0`;
	const answer: Answer = {
		customers: Number(total?.customers),
		revenue: Number(total?.revenue),
		codes: await counted(
			'SELECT concat(rs, fs, ms) AS name, CAST(count(*) AS DOUBLE) AS value FROM rfm GROUP BY ALL'
		),
		cohorts: await counted(
			`SELECT ${month} || '+' || n AS name, CAST(active AS DOUBLE) AS value FROM (SELECT cohort AS month, n, active FROM cohorts)`
		),
		lifecycle: await counted(
			`SELECT ${month} || ' ' || state AS name, CAST(customers AS DOUBLE) AS value FROM lifecycle`
		),
		overview: await counted(`
			SELECT 'repeat' AS name, CAST(repeat AS DOUBLE) AS value FROM totals UNION ALL
			SELECT 'orders', CAST(orders AS DOUBLE) FROM totals UNION ALL
			SELECT 'revenue', CAST(revenue AS DOUBLE) FROM totals UNION ALL
			${['active', 'orders', 'revenue'].map(perMonth).join(' UNION ALL ')}`),
		rescored: await counted('SELECT concat(rs, fs) AS name, CAST(customers AS DOUBLE) AS value FROM rescored')
	};
	await connection.close();
	await db.terminate();
	return { times, answer };
}
