import type { Table } from '../../result/table.ts';
import { measured } from '../in-profit.ts';
import { remark } from '../remarks.ts';
import type { Method, MethodInput, Warning } from '../types.ts';
import { withoutRows } from '../without-rows.ts';
import { codeTotals, slotsOf } from './codes.ts';
import { rankCodes } from './composite.ts';
import { rfmDefinition } from './definition.ts';
import { inLedgerUnits, scalarsInSource, sourceTable, tableInSource, tablesInSource } from './in-source.ts';
import { measuresOf, type Measures } from './measures.ts';
import { rfmMembers } from './members.ts';
import { rfmParams } from './params.ts';
import { scoreCustomers, type Scores } from './scores.ts';
import { segmenting } from './segmenting.ts';
import { sensitivityTables } from './sensitivity.ts';
import { cutsTable, edgesTable } from './tables/cuts-table.ts';
import { matrixTable } from './tables/matrix-table.ts';
import { ruleChecksTable } from './tables/rule-checks-table.ts';
import { segmentsTable } from './tables/segments-table.ts';
import { typesTable } from './tables/types-table.ts';
import type { RfmCustomers, RfmParams, RfmResult, RfmTables } from './types.ts';
import { highLimits, valueTypesOf } from './value-types.ts';
import { vipTable } from './vip.ts';
import { rfmWarnings, sourceWarnings } from './warnings.ts';

/** Who buys recently, often and for much: scores, segments, value types, and the people behind each. */
export const rfm: Method<RfmParams, RfmResult> = {
	definition: rfmDefinition,
	params: rfmParams,
	ledgerOf: ({ source }) => source,
	run(asked, given) {
		const { input, missing: unknown, warnings } = measured(asked, given.basis, 'window');
		const params = inLedgerUnits(input, given);
		const measures = measuresOf(input, params);
		const scores = scoreCustomers(measures, params);
		const { bins } = scores;
		const slots = slotsOf(scores);
		const totals = codeTotals(measures, slots, bins);
		const coded = { slots, totals };
		const segments = segmenting(bins, slots, params);
		const { partition } = segments;
		const ranking = rankCodes(totals, bins, params.weights);
		const type = valueTypesOf(scores, slots, highLimits(scores, params));
		const tables: RfmTables = {
			segments: segmentsTable(measures, scores, coded, segments),
			matrix: matrixTable(measures, bins, coded, params),
			types: typesTable(measures, type),
			cuts: cutsTable(scores),
			ranks: ranking.table,
			ruleChecks: ruleChecksTable(partition, totals, bins),
			vip: vipTable(measures, params.vip),
			...sensitivityTables(input, params, { measures, scores, coded, segments }),
			source: sourceTable(input),
			edges: edgesTable(scores)
		};
		const enough = measures.n > 0;
		const result: RfmResult = {
			method: 'rfm',
			version: rfmDefinition.version,
			params: given,
			frame: input.frame,
			status: enough ? 'ok' : 'not-enough-data',
			missing: enough ? [] : [unknown ?? missing(input)],
			n: measures.n,
			warnings: enough
				? [...warnings, ...rfmWarnings(measures, params, bins, tables)]
				: sourceWarnings(tables.source),
			scalars: scalarsInSource(input, {
				customers: measures.n,
				revenue: measures.totalRevenue,
				prospects: measures.prospects,
				outsideWindow: measures.outsideWindow,
				bins,
				meanRecency: scores.recency.mean,
				meanFrequency: scores.frequency.mean,
				meanMonetary: scores.monetary.mean,
				onceCustomers: measures.once,
				...ranking.scalars,
				codesUncovered: partition?.gaps.length ?? 0,
				codesClaimedTwice: partition?.overlaps.length ?? 0,
				codes: bins ** 3,
				vipCustomers: tables.vip.columns.customers[0] ?? NaN,
				vipRevenue: tables.vip.columns.revenue[0] ?? NaN
			}),
			tables: tablesInSource(input, enough ? tables : { ...withoutRows(tables), source: tables.source })
		};
		const customers = customersTable(measures, scores, segments.of, type);
		return { result, customers: input.events ? tableInSource(customers, input.ledger.scale) : customers };
	},
	members(asked, params, table, row) {
		const { input } = measured(asked, params.basis, 'window');
		return rfmMembers(input, inLedgerUnits(input, params), table, row);
	}
};

function missing({ ledger, events }: MethodInput): Warning {
	if (events) return remark(ledger.orders === 0 ? 'rfm-no-rows' : 'rfm-no-rows-in-window');
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
