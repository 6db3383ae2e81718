import { rankGroups } from '../../math/rank-groups.ts';
import { selectCustomers } from '../select-customers.ts';
import type { MethodInput } from '../types.ts';
import type { ValueAnalysis } from './analysis.ts';
import { cohortsAtAge, ltvCells } from './cohort-tables.ts';
import { countAtPart } from './contribution.ts';
import { mostRepeatsShown } from './holdout-tables.ts';
import { deciles } from './outlook.ts';
import { gridCells, gridRow, loyaltyOf } from './grids.ts';
import { sideOf } from './profit-sides.ts';
import { profitSides, tierIds, type ValueParams } from './types.ts';

/** The customers behind a row, or null when there is no such row. */
export function membersOf(
	{ ledger }: MethodInput,
	{ span, summary, contribution, cohorts, holdout, outlook, potential }: ValueAnalysis,
	table: string,
	row: number,
	basis: ValueParams['basis']
): Uint32Array | null {
	const having = (customer: Uint32Array, groups: Uint8Array) => customer.filter((_, i) => groups[i] === row);
	if (table === 'tiers' && row < tierIds.length) return having(contribution.customer, contribution.tier);
	if (table === 'sides' && basis !== undefined && row < profitSides.length)
		return contribution.customer.filter((_, i) => sideOf(contribution.revenue[i] as number) === row);
	if (table === 'grid' && potential !== null && row < gridCells) {
		return contribution.customer.filter(
			(_, i) => gridRow(contribution.tier[i] as number, potential[i] as number) === row
		);
	}
	if (table === 'loyalty' && row < gridCells) {
		return contribution.customer.filter(
			(_, i) => gridRow(contribution.tier[i] as number, loyaltyOf(contribution.orders[i] as number)) === row
		);
	}
	if (table === 'concentration' && row <= 100) {
		const first = rankGroups(contribution.revenue, [countAtPart(contribution.customer.length, row)]);
		return contribution.customer.filter((_, i) => first[i] === 0);
	}
	if (table === 'deciles' && outlook !== null && row < deciles)
		return having(summary.customer, outlook.decile);
	if (table === 'alive' && outlook?.band && row < 5) return having(summary.customer, outlook.band);
	if (table === 'calibration' && holdout !== null && row <= mostRepeatsShown) {
		const { customer, x } = holdout.summary;
		return customer.filter((_, i) => Math.min(mostRepeatsShown, x[i] as number) === row);
	}
	const { offsets, day } = ledger;
	const { periods, rowOf } = cohorts;
	const periodAt = (i: number): number => periods.of[(day[i] as number) - periods.firstDay] as number;
	/** Row of the cohort that a customer came with; −1 for none. */
	const cohortOf = (who: number): number => {
		const start = offsets[who] as number;
		if (start === offsets[who + 1] || (day[start] as number) > span.asOf) return -1;
		return rowOf[periodAt(start)] as number;
	};
	const size = ledger.customers.size;
	if (table === 'cohorts' && row < cohorts.sizes.length) {
		return selectCustomers(size, (who) => cohortOf(who) === row);
	}
	if (table === 'curve') {
		const rows = new Set(cohortsAtAge(cohorts, row));
		return rows.size === 0 ? null : selectCustomers(size, (who) => rows.has(cohortOf(who)));
	}
	const cell = table === 'ltv' ? ltvCells(cohorts)[row] : undefined;
	if (cell === undefined) return null;
	// Those who bought in period N: they are why the cell is above the one before it.
	const wanted = (cohorts.periodOf[cell.row] as number) + cell.n;
	return selectCustomers(size, (who) => {
		if (cohortOf(who) !== cell.row) return false;
		const end = offsets[who + 1] as number;
		for (let i = offsets[who] as number; i < end; i++) {
			if ((day[i] as number) > span.asOf) return false;
			if (periodAt(i) === wanted) return true;
		}
		return false;
	});
}
