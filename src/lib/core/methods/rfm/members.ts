import { noSuchSelection } from '../select-customers.ts';
import type { MethodInput } from '../types.ts';
import { codeTotals, slotOf, slotsOf } from './codes.ts';
import { rankCodes } from './composite.ts';
import { measuresOf, type Measures } from './measures.ts';
import { scoreCustomers } from './scores.ts';
import { segmenting } from './segmenting.ts';
import { shiftedSegment } from './sensitivity.ts';
import { matrixRows } from './tables/matrix-table.ts';
import { faultySlots } from './tables/rule-checks-table.ts';
import { valueTypeIds, type RfmParams } from './types.ts';
import { highLimits, valueTypesOf } from './value-types.ts';
import { vipRows } from './vip.ts';

/** A group of every customer, and the group that a row of a table stands for. */
interface Grouping {
	readonly group: Uint8Array | Uint16Array;
	readonly wanted: number;
	/** Whose groups they are, where it is not the result's own base. */
	readonly base?: Measures;
}

/**
 * Who stands behind a row of RFM's tables; the edges have nobody.
 *
 * @throws CoreError `selection-invalid` for a table or row without people.
 */
export function rfmMembers(input: MethodInput, params: RfmParams, table: string, row: number): Uint32Array {
	const measures = measuresOf(input, params);
	const possible = measures.n > 0 && Number.isInteger(row) && row >= 0;
	const found = possible ? groupingOf(input, measures, params, table, row) : null;
	if (found === null) throw noSuchSelection(table, row);
	return customersIn(found.base ?? measures, found);
}

function groupingOf(
	input: MethodInput,
	measures: Measures,
	params: RfmParams,
	table: string,
	row: number
): Grouping | null {
	const scores = scoreCustomers(measures, params);
	const { bins, r, f, m } = scores;
	const ofRows = (rows: number, group: () => Uint8Array): Grouping | null =>
		row < rows ? { group: group(), wanted: row } : null;
	switch (table) {
		case 'segments': {
			const { of, rows } = segmenting(bins, slotsOf(scores), params);
			return row < rows.length ? { group: of, wanted: rows[row] as number } : null;
		}
		case 'matrix':
			return ofRows(bins * bins, () => matrixRows(scores, params));
		case 'types':
			return ofRows(valueTypeIds.length, () =>
				valueTypesOf(scores, slotsOf(scores), highLimits(scores, params))
			);
		case 'cuts': {
			const group = [r, f, m][Math.floor(row / bins)];
			return group === undefined ? null : { group, wanted: (row % bins) + 1 };
		}
		case 'ranks': {
			const slots = slotsOf(scores);
			const { columns, rows } = rankCodes(codeTotals(measures, slots, bins), bins, params.weights).table;
			if (row >= rows) return null;
			const code = [columns.r[row] as number, columns.f[row] as number, columns.m[row] as number] as const;
			return { group: slots, wanted: slotOf(bins, code) };
		}
		case 'ruleChecks': {
			const slots = slotsOf(scores);
			const wanted = faultySlots(segmenting(bins, slots, params).partition)[row];
			return wanted === undefined ? null : { group: slots, wanted };
		}
		case 'sensitivity': {
			return shiftedSegment(input, params, measures, scores, row);
		}
		case 'vip': {
			const { vip } = params;
			return vip === null ? null : ofRows(2, () => vipRows(measures, vip));
		}
		default:
			return null;
	}
}

function customersIn({ customer, n }: Measures, { group, wanted }: Grouping): Uint32Array {
	const found = new Uint32Array(n);
	let count = 0;
	for (let i = 0; i < n; i++) if (group[i] === wanted) found[count++] = customer[i] as number;
	return found.slice(0, count);
}
