import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	segmentIds,
	valueTypeIds,
	type AnalysisRequest,
	type CustomerPage,
	type RfmParams,
	type RfmResult
} from '#lib/api/index.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { dataFile } from '../../support/data-path.ts';
import { describeWithData } from '../../support/data.ts';
import { ask, valueOf, workspace } from '../../unit/workers/workspace.ts';

interface Left {
	readonly rows: number;
	readonly counted: number;
	readonly orphans: number;
	readonly undated: number;
	readonly empty: number;
	readonly later: number;
}

/** Key, R, F, M, sum, the three scores, segment (null where there are none), type. */
type Person = readonly [
	string,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	string | null,
	string
];

interface Golden {
	readonly asOf: number;
	readonly orders: string;
	readonly tickets: string;
	readonly cases: readonly (Pick<RfmParams, 'binning' | 'bins' | 'frequency' | 'monetary' | 'high'> & {
		readonly value: string | null;
		readonly from: number | null;
		readonly left: Left;
		readonly customers: readonly Person[];
	})[];
	readonly journey: {
		readonly asOf: number;
		readonly left: Left;
		readonly customers: number;
		readonly known: number;
		readonly segments: Readonly<Record<string, { readonly customers: number; readonly measure: number }>>;
	};
}

const golden = JSON.parse(
	readFileSync(new URL('../golden/event-rfm.json', import.meta.url), 'utf8')
) as Golden;
const why = ['rows', 'counted', 'orphans', 'undated', 'empty', 'later'] as const;
const leftOf = ({ tables: { source } }: RfmResult) =>
	Object.fromEntries(why.map((name) => [name, source.columns[name][0]]));

beforeEach(freshBrowser);

// Oracle: test/oracle/make/event_rfm.py, brute force in exact fractions. Tolerance: 10⁻⁹ for M, none for all else.
describe('RFM of the rows of a linked table', () => {
	it('gives every customer the measures and scores of an independent program, and says what became of every row', async () => {
		const { analysis, take } = await workspace();
		await take('orders.csv', golden.orders);
		await take('tickets.csv', golden.tickets);
		const dataset = valueOf(await analysis.open('d1', 'net'));
		expect(dataset.eventTables).toEqual([{ table: 'tickets', entity: 'ticket', values: ['Points'] }]);
		expect(golden.cases.length).toBeGreaterThan(10);
		for (const { value, from, left, customers, binning, bins, frequency, monetary, high } of golden.cases) {
			const request: AnalysisRequest = {
				...ask('rfm', { binning, bins, frequency, monetary, high, source: { table: 'tickets', value } }),
				frame: { asOf: golden.asOf, from, weekStart: 1 }
			};
			const { result } = valueOf(await analysis.analyse(request));
			const rfm = result as RfmResult;
			expect(leftOf(rfm)).toEqual(left);
			expect(rfm.n).toBe(customers.length);
			expect(rfm.scalars.revenue).toBeCloseTo(
				customers.reduce((sum, [, , , , own]) => sum + own, 0),
				8
			);
			const page: CustomerPage = valueOf(
				await analysis.customers({
					...{ rfm: request, lifecycle: { ...ask('lifecycle'), frame: request.frame }, search: '' },
					...{ sort: 'customer', descending: false, offset: 0, limit: 500, selection: null }
				})
			);
			const at = new Map(page.keys.map((key, row) => [key, row]));
			for (const [key, r, f, m, , ...scores] of customers) {
				const row = at.get(key) ?? -1;
				expect([page.recency[row], page.frequency[row]]).toEqual([r, f]);
				expect(page.monetary[row]).toBeCloseTo(m, 9);
				expect([page.r[row], page.f[row], page.m[row]]).toEqual(scores.slice(0, 3));
				if (scores[3] !== null) expect(segmentIds[page.segment[row] ?? 255]).toBe(scores[3]);
			}
			const types = valueTypeIds.map((id) => customers.filter((own) => own[9] === id).length);
			expect([...rfm.tables.types.columns.customers]).toEqual(types);
		}
	});
});

// Oracle: test/oracle/make/event_rfm.py, brute force in exact fractions. Tolerance: none.
describeWithData('RFM of the rows of a linked table', () => {
	it('of the coupon redemptions of Complete Journey gives the segments of an independent program', async () => {
		const read = (name: string) => readFileSync(dataFile(`completejourney/${name}`), 'utf8');
		const { analysis, take } = await workspace();
		// Who is known is all that counts of the transactions here: one row of each household, the last one of all among them.
		const [head = '', ...rows] = read('transactions_sample.csv').trimEnd().split('\n');
		const known = new Map(rows.map((row) => [row.split(',', 1)[0], row]));
		const last = rows.reduce((a, b) => ((a.split(',').at(-1) ?? '') > (b.split(',').at(-1) ?? '') ? a : b));
		await take('transactions.csv', [head, ...known.values(), last].join('\n'));
		await take('redemptions.csv', read('coupon_redemptions.csv'));
		valueOf(await analysis.open('d1', 'net'));
		const request: AnalysisRequest = {
			...ask('rfm', { source: { table: 'redemptions', value: null } }),
			frame: { asOf: golden.journey.asOf, from: null, weekStart: 1 }
		};
		const { result } = valueOf(await analysis.analyse(request));
		const { segments } = (result as RfmResult).tables;
		expect(leftOf(result as RfmResult)).toEqual(golden.journey.left);
		expect(result.scalars.prospects).toBe(golden.journey.known - golden.journey.customers);
		segmentIds.forEach((id, row) => {
			const own = golden.journey.segments[id] ?? { customers: 0, measure: 0 };
			expect([segments.columns.customers[row], segments.columns.revenue[row]]).toEqual([
				own.customers,
				own.measure
			]);
		});
	});
});
