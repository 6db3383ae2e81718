import type { PeriodTable } from '../../calendar/period-table.ts';
import type { Ledger } from '../../ledger/types.ts';
import { selectCustomers } from '../select-customers.ts';
import type { GrowthState } from './growth.ts';
import { growthStates, type LifecycleTables } from './types.ts';

/** The growth table in long form: per period one row for each of `growthStates`. */
export function growthMembersTable(growth: LifecycleTables['growth']): LifecycleTables['growthMembers'] {
	const states = growthStates.length;
	const rows = growth.rows * states;
	const at = (row: number): number => Math.floor(row / states);
	return {
		rows,
		columns: {
			period: Int32Array.from({ length: rows }, (_, row) => growth.columns.period[at(row)] as number),
			state: Uint8Array.from({ length: rows }, (_, row) => row % states),
			customers: Uint32Array.from(
				{ length: rows },
				(_, row) => growth.columns[growthStates[row % states] ?? 'new'][at(row)] as number
			)
		},
		types: { period: 'day', state: 'code', customers: 'count' }
	};
}

/** The customers in a state in one period (an index into `periods`), ascending. One pass over the orders. */
export function growthMembers(
	ledger: Ledger,
	periods: PeriodTable,
	period: number,
	state: GrowthState
): Uint32Array {
	const { offsets, day } = ledger;
	return selectCustomers(ledger.customers.size, (customer) => {
		const start = offsets[customer] as number;
		const end = offsets[customer + 1] as number;
		let now = false;
		let before = false;
		let first = -1;
		for (let i = start; i < end; i++) {
			const on = day[i] as number;
			if (on > periods.lastDay) break;
			const own = periods.of[on - periods.firstDay] as number;
			if (own > period) break;
			if (i === start) first = own;
			if (own === period) now = true;
			else if (own === period - 1) before = true;
		}
		if (state === 'active') return now;
		if (state === 'dormant') return before && !now;
		if (state === 'returning') return now && before;
		return now && !before && (first === period) === (state === 'new');
	});
}
