import type { Table } from '../../result/table.ts';
import { remark } from '../remarks.ts';
import { noSuchSelection } from '../select-customers.ts';
import type { Method, MethodInput, Warning } from '../types.ts';
import { withoutRows } from '../without-rows.ts';
import { rfmDefinition } from './definition.ts';
import { measuresOf, type Measures } from './measures.ts';
import { rfmParams } from './params.ts';
import { scoreCustomers, type Scores } from './scores.ts';
import { SEGMENT_BINS, segmentsOf } from './segment-map.ts';
import { cutsTable, edgesTable } from './tables/cuts-table.ts';
import { matrixRows, matrixTable } from './tables/matrix-table.ts';
import { segmentsTable } from './tables/segments-table.ts';
import { typesTable } from './tables/types-table.ts';
import { segmentIds, valueTypeIds, type RfmCustomers, type RfmParams, type RfmResult } from './types.ts';
import { valueTypesOf } from './value-types.ts';
import { rfmWarnings } from './warnings.ts';

/** Who buys recently, often and for much: scores, segments, value types, and the people behind each. */
export const rfm: Method<RfmParams, RfmResult> = {
	definition: rfmDefinition,
	params: rfmParams,
	run(input, params) {
		const measures = measuresOf(input, params);
		const scores = scoreCustomers(measures, params);
		const segment = segmentsOf(scores.bins, scores.r, scores.f, scores.m);
		const type = valueTypesOf(scores, params);
		const tables = {
			segments: segmentsTable(measures, scores, segment),
			matrix: matrixTable(measures, scores, matrixRows(scores, params)),
			types: typesTable(measures, type),
			cuts: cutsTable(scores),
			edges: edgesTable(scores)
		};
		const enough = measures.n > 0;
		const result: RfmResult = {
			method: 'rfm',
			version: rfmDefinition.version,
			params,
			frame: input.frame,
			status: enough ? 'ok' : 'not-enough-data',
			missing: enough ? [] : [missing(input)],
			n: measures.n,
			warnings: enough ? rfmWarnings(measures, params, scores.bins, tables.cuts) : [],
			scalars: {
				customers: measures.n,
				revenue: measures.totalRevenue,
				prospects: measures.prospects,
				outsideWindow: measures.outsideWindow,
				bins: scores.bins,
				meanRecency: scores.recency.mean,
				meanFrequency: scores.frequency.mean,
				meanMonetary: scores.monetary.mean,
				onceCustomers: measures.once
			},
			tables: enough ? tables : withoutRows(tables)
		};
		return { result, customers: customersTable(measures, scores, segment, type) };
	},
	members(input, params, table, row) {
		const measures = measuresOf(input, params);
		const scores = scoreCustomers(measures, params);
		const { bins, r, f, m } = scores;
		const isRow = (rows: number): boolean =>
			measures.n > 0 && Number.isInteger(row) && row >= 0 && row < rows;
		const having = (group: Uint8Array, wanted = row) => havingGroup(measures, group, wanted);
		if (table === 'segments' && bins === SEGMENT_BINS && isRow(segmentIds.length)) {
			return having(segmentsOf(bins, r, f, m));
		}
		if (table === 'matrix' && isRow(bins * bins)) return having(matrixRows(scores, params));
		if (table === 'types' && isRow(valueTypeIds.length)) return having(valueTypesOf(scores, params));
		if (table === 'cuts' && isRow(3 * bins)) {
			return having([r, f, m][Math.floor(row / bins)] as Uint8Array, (row % bins) + 1);
		}
		throw noSuchSelection(table, row);
	}
};

function missing({ ledger }: MethodInput): Warning {
	return remark(ledger.orders === 0 ? 'no-orders' : 'no-orders-in-window');
}

function customersTable(
	measures: Measures,
	scores: Scores,
	segment: Uint8Array,
	type: Uint8Array
): RfmCustomers & Table {
	const { customer, recency, frequency, monetary, n } = measures;
	const { r, f, m } = scores;
	return {
		rows: n,
		columns: { customer, recency, frequency, monetary, r, f, m, segment, type },
		types: {
			customer: 'code',
			recency: 'days',
			frequency: 'count',
			monetary: 'money',
			r: 'number',
			f: 'number',
			m: 'number',
			segment: 'code',
			type: 'code'
		}
	};
}

/** The customers of one group. */
function havingGroup({ customer, n }: Measures, group: Uint8Array, wanted: number): Uint32Array {
	const found = new Uint32Array(n);
	let count = 0;
	for (let i = 0; i < n; i++) if (group[i] === wanted) found[count++] = customer[i] as number;
	return found.slice(0, count);
}
