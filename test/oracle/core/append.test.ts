import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { importOrders, inspect } from '#lib/import/index.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { appended } from '../../support/append.ts';
import { dataFile, describeWithData } from '../../support/data.ts';

/** How often each line is there. */
function counted(lines: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
	return counts;
}

describeWithData('Online Retail in two overlapping files', () => {
	it('gives each line as often as the file that has it more often, counted over the raw lines', async () => {
		const text = gunzipSync(readFileSync(dataFile('online-retail/online_retail.csv.gz'))).toString('utf8');
		// A part of a year is enough, and quicker; quoted line breaks there are none.
		const [header = '', ...all] = text.trimEnd().split(/\r?\n/);
		const lines = all.slice(0, 45_000);
		const [one, other] = [lines.slice(0, 30_000), lines.slice(20_000)];
		const file = (part: readonly string[]): Blob => new Blob([[header, ...part].join('\n')]);
		const { recipe } = await inspect(file(lines), 'whole.csv', null);
		const read = (part: readonly string[]) => importOrders(file(part), 'part.csv', recipe);
		const [whole, a, b] = [await read(lines), await read(one), await read(other)];
		const { table, comparison } = await appended(a.table, b.table, 'both');

		const [inA, inB] = [counted(one), counted(other)];
		let expected = 0;
		for (const line of new Set(lines)) expected += Math.max(inA.get(line) ?? 0, inB.get(line) ?? 0);
		// Every line of these files is a row of the table: nothing is rejected or dropped.
		expect([a, b].map(({ totals }) => totals.rejected.rows + totals.merged.rows)).toEqual([0, 0]);
		expect(table.rows).toBe(expected);
		expect(table.rows).toBe(whole.table.rows);
		expect(comparison.recognised.rows).toBe(one.length + other.length - expected);
		const [made, given] = [table, whole.table].map((of) => buildLedger(of, 'net'));
		expect(made).toEqual(given);
	}, 60_000);
});
