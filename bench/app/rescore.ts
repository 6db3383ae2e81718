import type { RfmResult } from '#lib/core/methods/rfm/types.ts';
import type { Counts } from './questions/question.ts';
import { above } from './questions/rfm.ts';

/** Turns in which the cuts change. */
export const changes = 20;

/** Cuts of the reader's own, another set for each turn: recency in days, frequency in orders, money in cents. */
export function cutsOf(turn: number) {
	const days = 20 + (turn % 7);
	return {
		recency: [days, 3 * days, 6 * days, 12 * days],
		frequency: [1, 2, 4, 8 + (turn % 3)],
		monetary: [5_000, 12_000, 30_000, 80_000 + 100 * turn]
	};
}

/** From the measures that the table of RFM holds already. */
export const rescoreSql = ({ recency, frequency, monetary }: ReturnType<typeof cutsOf>): string => `
	CREATE OR REPLACE TABLE rescored AS
	WITH scored AS (
		SELECT 5 - (${above('r', `[${recency.join()}]`)}) AS rs, 1 + ${above('f', `[${frequency.join()}]`)} AS fs,
			1 + ${above('m', `[${monetary.join()}]`)} AS ms, m
		FROM rfm
	)
	SELECT rs, fs, count(*) AS customers, sum(m) AS revenue, avg(ms) AS mean_m FROM scored GROUP BY rs, fs`;

export const rescoredSql = 'SELECT concat(rs, fs) AS name, CAST(customers AS DOUBLE) AS value FROM rescored';

/** Customers per cell of the R × F matrix, e.g. `53`. */
export function rescoredCells({ tables }: RfmResult): Counts {
	const cells: Record<string, number> = {};
	const { columns } = tables.matrix;
	columns.customers.forEach((customers, row) => {
		if (customers > 0) cells[`${columns.r[row]}${columns.column[row]}`] = customers;
	});
	return cells;
}
