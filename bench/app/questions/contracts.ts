import type { CustomerContracts } from '#lib/core/dataset/customer-contracts.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { periodsTable } from '#lib/core/methods/contracts/periods.ts';
import { spellsOf } from '#lib/core/methods/contracts/spells.ts';
import { monthOf, named, question } from './question.ts';
import { asOf, month, monthName, valuesOf } from './sql.ts';

/** Every day with an order begins a contract of so many days. */
const length = 60;
const grace = 31;

/** As a linked table of contracts comes to its method. */
export function contractsOf({ offsets, day }: Ledger): CustomerContracts {
	const customer = new Uint32Array(day.length);
	const start = new Int32Array(day.length);
	let rows = 0;
	for (let who = 0; who + 1 < offsets.length; who++) {
		const from = offsets[who] as number;
		for (let order = from; order < (offsets[who + 1] as number); order++) {
			if (order > from && day[order] === day[order - 1]) continue;
			customer[rows] = who;
			start[rows++] = day[order] as number;
		}
	}
	return {
		...{ table: 'contracts', by: '', amount: null, currency: null, groups: null, said: null },
		customer: customer.subarray(0, rows),
		start: start.subarray(0, rows),
		end: start.subarray(0, rows).map((begun) => begun + length),
		tenure: new Float64Array(rows).fill(NaN),
		status: new Uint8Array(rows)
	};
}

export const contracts = question({
	name: 'contracts',
	title: 'Contracts: spells, renewals and churn at contract end by month',
	screen: 'contracts',
	linear: false,
	kernel({ ledger, frame }) {
		const none = new Uint32Array(0);
		return () => {
			const own = contractsOf(ledger);
			const found = spellsOf(own, frame.asOf, grace);
			// Money by month is not asked.
			return periodsTable(own, { ...found, rows: none }, frame, { unit: 'month', grace });
		};
	},
	counts({ columns }) {
		const counts: Record<string, number> = {};
		const { new: fresh, back, ended, lost, renewed } = columns;
		for (const [name, values] of Object.entries({ fresh, back, ended, lost, renewed }))
			named(values, (row) => `${monthOf(columns.period[row])} ${name}`, counts);
		return counts;
	},
	sql: [
		`CREATE OR REPLACE TABLE terms AS
		SELECT DISTINCT customer_id, day AS start, day + ${length} AS fin FROM orders`,
		`CREATE OR REPLACE TABLE movements AS
		WITH marked AS (
			SELECT *, coalesce(start > ${grace} + max(CASE WHEN fin > ${asOf} THEN DATE '9999-01-01' ELSE fin END) OVER (
				PARTITION BY customer_id ORDER BY start ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), true) AS begins
			FROM terms
		), told AS (
			SELECT *, sum(CAST(begins AS INTEGER)) OVER (PARTITION BY customer_id ORDER BY start) AS spell FROM marked
		), spells AS (
			SELECT customer_id, spell, min(start) AS start, max(fin) AS fin FROM told GROUP BY ALL
		), moved AS (
			SELECT ${month('start')} AS month, CAST(spell = 1 AS INTEGER) AS fresh, CAST(spell > 1 AS INTEGER) AS back,
				0 AS ended, 0 AS lost, 0 AS renewed FROM spells
			UNION ALL
			SELECT ${month('fin')}, 0, 0, 1, CAST(${month('start')} < ${month('fin')} AS INTEGER), 0
			FROM spells WHERE fin + ${grace} <= ${asOf}
			UNION ALL
			SELECT ${month('told.fin')}, 0, 0, 0, 0, 1 FROM told JOIN spells USING (customer_id, spell)
			WHERE told.fin <= ${asOf} AND told.fin < spells.fin
		)
		SELECT month, sum(fresh) AS fresh, sum(back) AS back, sum(ended) AS ended, sum(lost) AS lost, sum(renewed) AS renewed
		FROM moved GROUP BY month`
	],
	answer: valuesOf('movements', monthName('month'), ['fresh', 'back', 'ended', 'lost', 'renewed'])
});
