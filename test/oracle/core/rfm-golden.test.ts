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
	/** Of the first case: composite, rank and rank by equal weights. */
	readonly ranks: readonly {
		readonly weights: RfmParams['weights'];
		readonly customers: readonly (readonly [
			key: string,
			composite: number,
			rank: number,
			equalRank: number
		])[];
		readonly agreement: number;
		readonly topIn: number;
		readonly topOut: number;
	}[];
	readonly cases: readonly (Omit<RfmParams, 'matrix' | 'weights' | 'rules' | 'vip' | 'sensitivity'> & {
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

	// Tolerance 1e-12 for the composite and the agreement; ranks and counts exactly.
	it.each(golden.ranks)('weights $weights: ranks alike', ({ weights, customers, agreement, ...top }) => {
		const input = { ledger, frame: { asOf: golden.asOf, from: null, weekStart: 1 } };
		const params = v.parse(rfmParams, { weights });
		const { tables, scalars } = rfm.run(input, params).result;
		const { columns, rows } = tables.ranks;
		const ours = new Map<string, number>();
		for (let row = 0; row < rows; row++) {
			for (const who of rfm.members(input, params, 'ranks', row)) ours.set(keys[who] ?? '', row);
		}
		expect(ours.size).toBe(customers.length);
		for (const [key, composite, rank, equalRank] of customers) {
			const row = ours.get(key) as number;
			expect(columns.composite[row]).toBeCloseTo(composite, 12);
			expect([columns.rank[row], columns.equalRank[row]]).toEqual([rank, equalRank]);
		}
		expect(scalars.rankAgreement).toBeCloseTo(agreement, 12);
		expect(scalars).toMatchObject(top);
	});
});
