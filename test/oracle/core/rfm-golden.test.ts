import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { decodeAll } from '#lib/core/columns/dictionary.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import { rfmParams } from '#lib/core/methods/rfm/params.ts';
import { segmentIds, valueTypeIds, type RfmCustomers, type RfmParams } from '#lib/core/methods/rfm/types.ts';
import { ledgerOf, type TestRow } from '../../support/ledger.ts';

type Scored = readonly [key: string, r: number, f: number, m: number, ...rest: (number | string | null)[]];

interface Golden {
	readonly asOf: number;
	readonly rows: readonly TestRow[];
	readonly cases: readonly (Omit<RfmParams, 'matrix'> & {
		readonly from: number | null;
		readonly customers: readonly Scored[];
	})[];
}

const golden = JSON.parse(readFileSync(new URL('../golden/rfm.json', import.meta.url), 'utf8')) as Golden;

/** Answers of test/oracle/make/rfm_golden.py, which works in exact fractions from the definitions alone. */
describe('RFM of a synthetic shop, by an independent program', () => {
	const ledger = ledgerOf(golden.rows);
	const keys = decodeAll(ledger.customers);

	it('covers every binning rule and every rule for value types', () => {
		expect(new Set(golden.cases.map(({ binning }) => binning)).size).toBe(5);
		expect(new Set(golden.cases.map(({ high }) => high)).size).toBe(3);
		expect(golden.cases.every(({ customers }) => customers.length > 30)).toBe(true);
	});

	it.each(golden.cases)(
		'$binning, $bins bins, $frequency, $monetary, high by $high, from $from: every customer alike',
		({ from, customers: expected, ...given }) => {
			const input = { ledger, frame: { asOf: golden.asOf, from, weekStart: 1 } };
			const { columns } = rfm.run(input, v.parse(rfmParams, given)).customers as RfmCustomers;
			const ours = Array.from(columns.customer, (who, i) => [
				keys[who],
				columns.recency[i],
				columns.frequency[i],
				columns.monetary[i],
				columns.r[i],
				columns.f[i],
				columns.m[i],
				segmentIds[columns.segment[i] as number] ?? null,
				valueTypeIds[columns.type[i] as number]
			]);
			expect(ours).toEqual(expected);
		}
	);
});
