import { parse } from 'valibot';
import { methods } from '#lib/core/methods/registry.ts';
import { measure } from '#lib/core/methods/rfm/measures.ts';
import { scoreCustomers } from '#lib/core/methods/rfm/scores.ts';
import { question } from './question.ts';

// Edges are type-7 quantiles; a score is one more than the edges strictly below the value, recency turned round.
export const above = (value: string, edges: string): string =>
	[1, 2, 3, 4].map((edge) => `CAST(${value} > ${edges}[${edge}] AS INT)`).join(' + ');

/** A table of R, F and M and their scores on a day: quintiles. */
export const scored = (table: string, day: string): string => `
	CREATE OR REPLACE TABLE ${table} AS
	WITH base AS (
		SELECT customer_id, ${day} - max(day) AS r, count(*) AS f, sum(cents) AS m
		FROM orders WHERE day <= ${day} GROUP BY customer_id
	), edges AS (
		SELECT quantile_cont(r, [0.2, 0.4, 0.6, 0.8]) AS er, quantile_cont(f, [0.2, 0.4, 0.6, 0.8]) AS ef,
			quantile_cont(m, [0.2, 0.4, 0.6, 0.8]) AS em
		FROM base
	)
	SELECT customer_id, r, f, m, 5 - (${above('r', 'er')}) AS rs, 1 + ${above('f', 'ef')} AS fs, 1 + ${above('m', 'em')} AS ms
	FROM base, edges`;

export const rfm = question({
	name: 'rfm',
	title: 'RFM: measures and scores',
	screen: 'rfm',
	linear: true,
	kernel({ ledger, frame }) {
		const params = parse(methods.rfm.params, {});
		return () => scoreCustomers(measure({ ledger, frame }, params), params);
	},
	counts({ r, f, m }) {
		const codes: Record<string, number> = {};
		for (let i = 0; i < r.length; i++) {
			const code = `${r[i]}${f[i]}${m[i]}`;
			codes[code] = (codes[code] ?? 0) + 1;
		}
		return codes;
	},
	sql: [scored('rfm', '(SELECT max(day) FROM orders)')],
	answer: 'SELECT concat(rs, fs, ms) AS name, CAST(count(*) AS DOUBLE) AS value FROM rfm GROUP BY ALL'
});
