import { intervalRow, intervalRows } from '../../ledger/purchase-intervals.ts';
import { medianGaps } from '../median-gaps.ts';
import { noSuchSelection, selectCustomers } from '../select-customers.ts';
import type { MethodInput } from '../types.ts';
import { endedCells } from './bracket-tables.ts';
import { bracketMembers, countBrackets } from './brackets.ts';
import type { CohortPlan } from './cohorts.ts';
import { curvePeriods, isComplete } from './curve.ts';
import { countReturns } from './grid.ts';
import { reachedCells } from './matrix.ts';
import { cohortMembers, returnedMembers } from './members.ts';
import { newestCells } from './newest.ts';
import { mostActivePeriods, windowActivity } from './rhythm.ts';
import { buyerKinds, type RetentionParams } from './types.ts';

/** Who stands behind a row, of a plan of cohorts that is not empty. `selection-invalid` for any other table or row. */
export function tableMembers(
	input: MethodInput,
	params: RetentionParams,
	plan: CohortPlan,
	span: { readonly from: number; readonly asOf: number },
	table: string,
	row: number
): Uint32Array {
	const { ledger } = input;
	const size = ledger.customers.size;
	const refused = noSuchSelection(table, row);
	if (!Number.isInteger(row) || row < 0) throw refused;
	switch (table) {
		case 'cohorts':
			if (row >= plan.periodOf.length) throw refused;
			return cohortMembers(ledger, plan, row);
		case 'matrix':
		case 'newest': {
			const grid = countReturns(ledger, plan);
			const cell = table === 'matrix' ? reachedCells(grid)[row] : newestCells(grid, params)[row]?.cell;
			if (cell === undefined) throw refused;
			const cohort = Math.floor(cell / grid.width);
			return returnedMembers(ledger, plan, cell % grid.width, (own) => own === cohort);
		}
		case 'curve': {
			const grid = countReturns(ledger, plan);
			const n = curvePeriods(grid)[row];
			if (n === undefined) throw refused;
			return returnedMembers(ledger, plan, n, (own) => isComplete(grid, own * grid.width + n));
		}
		case 'brackets':
			if (row >= params.brackets.length) throw refused;
			return bracketMembers(ledger, plan, params, row, () => true);
		case 'bracketCells': {
			const grid = countBrackets(ledger, plan, params);
			const cell = endedCells(grid)[row];
			if (cell === undefined) throw refused;
			const cohort = Math.floor(cell / grid.width);
			return bracketMembers(ledger, plan, params, cell % grid.width, (own) => own === cohort);
		}
		case 'repeat': {
			if (row >= buyerKinds.length) throw refused;
			const { orders } = windowActivity(ledger, plan.periods, span);
			return selectCustomers(size, (who) => (row === 0 ? (orders[who] as number) > 1 : orders[who] === 1));
		}
		case 'exactly':
		case 'atLeast': {
			const { periods } = windowActivity(ledger, plan.periods, span);
			const n = row + 1;
			const most = periods.reduce((max, own) => Math.max(max, own), 0);
			if (n > Math.min(most, mostActivePeriods)) throw refused;
			const orMore = table === 'atLeast' || n === mostActivePeriods;
			return selectCustomers(size, (who) => (orMore ? (periods[who] as number) >= n : periods[who] === n));
		}
		case 'intervals': {
			if (row >= intervalRows) throw refused;
			const gaps = medianGaps(input, span);
			return selectCustomers(size, (who) => intervalRow(gaps[who] as number) === row);
		}
		default:
			throw refused;
	}
}
