/** The same questions in SQL, to DuckDB-WASM over the same file. Its start and compilation are not counted. */
import * as duckdb from '@duckdb/duckdb-wasm';
import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { measured, type Run } from './answer.ts';
import { cohorts } from './questions/cohorts.ts';
import { questions } from './questions/index.ts';
import type { Counts, Question } from './questions/question.ts';
import { rfm } from './questions/rfm.ts';
import { changes, cutsOf, rescoredSql, rescoreSql } from './rescore.ts';

const load = `
	CREATE OR REPLACE TABLE orders AS
	SELECT order_id, customer_id, CAST(order_date AS DATE) AS day, order_date,
		CAST(amount * 100 AS BIGINT) AS cents, product, channel, country
	FROM read_csv('orders.csv', delim = ',', quote = '"', header = true, auto_detect = false, columns = {
		'order_id': 'VARCHAR', 'customer_id': 'VARCHAR', 'order_date': 'TIMESTAMP', 'amount': 'DECIMAL(12,2)',
		'product': 'VARCHAR', 'channel': 'VARCHAR', 'country': 'VARCHAR'
	})`;

/** Turns of a question: in SQL they differ little from one another, and take long; of a large file, once is long enough. */
const turnsFor = (file: File): number => (file.size > 200_000_000 ? 1 : 3);

export async function runDuckdb(file: File): Promise<Run> {
	const worker = new Worker(ehWorker);
	const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
	await db.instantiate(ehWasm);
	await db.registerFileHandle('orders.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
	const connection = await db.connect();
	const times: Record<string, number> = {};
	const ask = async (statements: readonly string[]): Promise<void> => {
		for (const sql of statements) await connection.query(sql);
	};
	const record = async (
		name: string,
		among: number,
		task: (turn: number) => Promise<unknown>
	): Promise<void> => {
		const { ms, p95 } = await measured(among, task);
		times[name] = ms;
		times[`${name} p95`] = p95;
	};
	const from = performance.now();
	await record('import', 1, () => ask([load]));
	await ask(rfm.sql);
	await ask(cohorts.sql);
	times.job = performance.now() - from;
	await window.jobIsDone();
	const answered: Question[] = [];
	for (const own of questions) {
		try {
			await record(own.name, turnsFor(file), () => ask(own.sql));
			answered.push(own);
		} catch (error) {
			// With ten million lines its four gigabytes may not be enough: then it has no answer.
			if (!/out of memory|allocation failure/i.test(String(error))) throw error;
			console.warn(`${own.name}: ${String(error)}`);
		}
	}
	await record('rescore', changes, (turn) => ask([rescoreSql(cutsOf(turn))]));

	const counted = async (sql: string): Promise<Counts> =>
		Object.fromEntries(
			(await connection.query(sql))
				.toArray()
				.map((row) => (row as { toJSON(): Record<string, unknown> }).toJSON())
				.map(({ name, value }) => [String(name), Number(value)])
		);
	const answers: Record<string, Counts> = {};
	for (const { name, answer } of answered) answers[name] = await counted(answer);
	answers.rescore = await counted(rescoredSql);
	await connection.close();
	await db.terminate();
	return { times, answers };
}
