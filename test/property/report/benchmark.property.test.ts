import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { DisclosedFindings, OpenSnapshot } from '#lib/api/index.ts';
import type { BenchmarkMeasureId, ClientMeasure } from '#lib/core/benchmark/types.ts';
import { clientOf } from '#lib/report/benchmark/client-of.ts';
import { disclosedFindings } from '#lib/report/disclose/disclosed-findings.ts';
import { readSnapshot, writeSnapshot } from '#lib/report/index.ts';
import { HIDDEN } from '#lib/report/redact/redact-model.ts';
import { snapshotInput } from '#lib/report/snapshot/snapshot-input.ts';
import { ledgerOf } from '../../support/ledger.ts';
import { stateOn } from '../../support/states.ts';
import { sampleInput } from '../../unit/report/fixture.ts';

const last = 900;
const { manifest } = sampleInput('en').dataset;
const dataset = { ...manifest, currency: 'GBP' };
const rows = fc.array(fc.tuple(fc.nat(40).map(String), fc.nat(last), fc.integer({ min: 1, max: 50_000 })), {
	minLength: 60,
	maxLength: 160
});
const limit = fc.integer({ min: 2, max: 5 });
const numRuns = { numRuns: 4 };

const stateOf = (list: readonly [string, number, number][]): OpenSnapshot =>
	stateOn(ledgerOf([...list]), dataset, { asOf: last }).snapshot;
const findingsOf = (snapshot: OpenSnapshot, locale: 'en' | 'zh-CN', k: number | null): DisclosedFindings => {
	const input = snapshotInput(snapshot, locale, snapshot.analyses);
	return disclosedFindings({ ...input, request: { ...input.request, hideBelow: k } });
};
const about = { from: 'file', name: '', hideBelow: 2 } as const;
const measuresOf = (snapshot: OpenSnapshot, hideBelow = 2) =>
	clientOf(snapshot, { ...about, hideBelow }).measures;
const told = (snapshot: OpenSnapshot, disclosed: DisclosedFindings) =>
	measuresOf({ ...snapshot, analyses: [], disclosed });
const nameOf = ({ id, of }: ClientMeasure) => `${id} ${of ?? ''}`;

/** The same measures from the results, which are not read for a benchmark. */
function expected(snapshot: OpenSnapshot, id: BenchmarkMeasureId, of: number | null): number {
	const result = (method: string) => {
		const found = snapshot.analyses.find((one) => one.result.method === method);
		if (found === undefined) throw new Error(method);
		return found.result;
	};
	const { scalars } = result('overview');
	const s = (name: string) => scalars[name] ?? NaN;
	const churned = result('churn');
	const at = (method: string, table: string, key: string, code: number, column: string) => {
		const columns = result(method).tables[table]?.columns ?? {};
		const row = (columns[key] as Uint8Array).indexOf(code);
		return Number(columns[column]?.[row]);
	};
	switch (id) {
		case 'repeatRate':
			return s('repeatRate');
		case 'firstTimeShare':
			return s('currentNew') / s('currentActive');
		case 'purchaseInterval':
			return s('purchaseInterval');
		case 'averageOrder':
			return s('currentAverageOrder') / 10 ** dataset.scale;
		case 'averageOrderIndex':
			return (100 * s('currentAverageOrder')) / s('beforeAverageOrder');
		case 'revenueIndex':
			return (100 * s('currentRevenue')) / s('beforeRevenue');
		case 'topTenthRevenueShare':
		case 'topFifthRevenueShare':
		case 'eightyPercentCustomerShare':
		case 'gini':
			return s(id);
		case 'atRiskShare':
			return at('churn', 'bands', 'band', 1, 'share');
		case 'churnedShare':
			return at('churn', 'bands', 'band', 2, 'share');
		case 'churnRate':
		case 'nrr':
		case 'grr':
			return churned.scalars[id] ?? NaN;
		case 'retention':
			return at('retention', 'curve', 'n', of ?? 0, 'rate');
		case 'segmentShare':
			return at('rfm', 'segments', 'segment', of ?? 0, 'share');
		case 'stageShare':
			return at('lifecycle', 'stages', 'stage', of ?? 0, 'share');
	}
}
/** Headline figures are told with 1 and 3 decimals, rounded: half a unit of the last is within. */
const digits: Partial<Record<BenchmarkMeasureId, number>> = { purchaseInterval: 0.99, gini: 2.99 };

describe('measures of a client', () => {
	test.prop([rows], numRuns)('are the numbers of its results, whichever language its file is in', (list) => {
		const snapshot = stateOf(list);
		for (const locale of ['en', 'zh-CN'] as const) {
			const measures = told(snapshot, findingsOf(snapshot, locale, null));
			expect(measures.length).toBeGreaterThan(12);
			for (const { id, of, value } of measures)
				expect([id, of, value]).toEqual([
					id,
					of,
					expect.closeTo(expected(snapshot, id, of), digits[id] ?? 9)
				]);
		}
	});

	test.prop([rows, limit], numRuns)(
		'are the same from a file without small groups as from one that they are hidden in here',
		(list, k) => {
			const snapshot = stateOf(list);
			const here = measuresOf(snapshot, k);
			for (const locale of ['en', 'zh-CN'] as const) {
				const input = snapshotInput(snapshot, locale, snapshot.analyses);
				const file = writeSnapshot({ ...input, request: { ...input.request, hideBelow: k } });
				expect(measuresOf(readSnapshot(file), 99)).toEqual(here);
			}
		}
	);

	test.prop([rows, limit], numRuns)('do not depend on what stands in a hidden cell', (list, k) => {
		const snapshot = stateOf(list);
		const [whole, closed] = [null, k].map((below) => findingsOf(snapshot, 'en', below));
		if (whole === undefined || closed === undefined) throw new Error('no findings');
		// The open file with every number changed that the closed one hides.
		const poisoned = whole.sections.map((section) => {
			const twin = closed.sections.find(({ method }) => method === section.method);
			return {
				...section,
				tables: section.tables.map((table) => {
					const seen = twin?.tables.find(({ title }) => title === table.title);
					return {
						...table,
						rows: table.rows.map((row, y) =>
							row.map((cell, x) => {
								const isSeen = seen !== undefined && seen.rows[y]?.[x] !== HIDDEN;
								if (isSeen || typeof cell !== 'object' || cell === null) return cell;
								return x === 0 ? cell : { ...cell, value: cell.value + 0.123 };
							})
						)
					};
				})
			};
		});
		const other = new Map(told(snapshot, { ...whole, sections: poisoned }).map((one) => [nameOf(one), one]));
		let hidden = 0;
		for (const measure of told(snapshot, closed)) {
			if (measure.hidden) {
				hidden++;
				expect(measure.value).toBeNaN();
			} else expect(other.get(nameOf(measure))?.value).toBe(measure.value);
		}
		expect(hidden).toBeGreaterThan(0);
	});

	test.prop([rows], { numRuns: 3 })(
		'come without a customer: nothing of the file crosses but aggregates',
		(list) => {
			const snapshot = stateOf(list);
			const client = clientOf(snapshot, { ...about, hideBelow: 5 });
			expect(snapshot.standings?.codes.length).toBeGreaterThan(0);
			expect(Object.keys(client).sort()).toEqual(
				[
					...['createdAt', 'currency', 'fingerprints', 'firstDay', 'frame', 'from', 'hideBelow', 'key'],
					...['measures', 'name', 'refunds', 'workspace']
				].sort()
			);
			for (const measure of client.measures) expect(measure.of ?? 0).toBeLessThan(13);
		}
	);
});
