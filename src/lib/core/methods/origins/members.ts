import { rollingDays } from '../../calendar/rolling.ts';
import type { Ledger } from '../../ledger/types.ts';
import { noSuchSelection, selectCustomers } from '../select-customers.ts';
import { completedCells } from './curve-table.ts';
import { NO_GROUP, type GroupPlan } from './plan.ts';
import { originSteps, type OriginsParams } from './types.ts';
import type { GroupSums } from './walk.ts';

/** What the people behind a row are found from. */
export interface OriginsParts {
	readonly ledger: Ledger;
	readonly plan: GroupPlan;
	readonly sums: GroupSums;
	readonly asOf: number;
	readonly params: OriginsParams;
}

/**
 * Who stands behind a row: of `groups` its customers, of `steps` those who came so far, of `curve` those with an order
 * in window N. Throws `selection-invalid` for any other table or row. One pass over the orders.
 */
export function originsMembers(parts: OriginsParts, table: string, row: number): Uint32Array {
	const { ledger, plan, sums, params } = parts;
	const { offsets, day } = ledger;
	if (table === 'groups' && row in plan.kind) return inGroup(parts, row, (start, end) => end > start);
	if (table === 'steps' && row >= 0 && row < sums.rows * originSteps.length) {
		const orders = [0, 1, 2, params.matureOrders][row % originSteps.length] as number;
		return inGroup(parts, Math.floor(row / originSteps.length), (start, end) => end - start >= orders);
	}
	const cell = table === 'curve' ? completedCells(sums)[row] : undefined;
	if (cell === undefined) throw noSuchSelection(table, row);
	const length = rollingDays(params.unit);
	const n = cell % sums.width;
	return inGroup(parts, Math.floor(cell / sums.width), (start, end) => {
		if (start === end || (n + 1) * length > parts.asOf - (day[start] as number) + 1) return false;
		for (let i = start; i < end; i++) {
			if (Math.floor(((day[i] as number) - (day[start] as number)) / length) === n) return true;
		}
		return false;
	});

	function inGroup(
		{ asOf }: OriginsParts,
		group: number,
		belongs: (start: number, end: number) => boolean
	): Uint32Array {
		const all = sums.rows - 1;
		return selectCustomers(ledger.customers.size, (who) => {
			const own = plan.rowOf[who] as number;
			if (own === NO_GROUP || (group !== all && own !== group)) return false;
			const start = offsets[who] as number;
			let end = offsets[who + 1] as number;
			while (end > start && (day[end - 1] as number) > asOf) end--;
			return belongs(start, end);
		});
	}
}
