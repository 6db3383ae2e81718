import { periodOf } from '../../calendar/period.ts';
import { noSuchSelection } from '../select-customers.ts';
import type { Frame } from '../types.ts';
import type { GroupPlan } from './groups.ts';
import type { Spell } from './spells.ts';
import type { ContractsParams, ContractsTables } from './types.ts';

/** The customers of a group who are under contract now, or those whose contract ended in a period. */
export function contractMembers(
	spells: readonly Spell[],
	plan: GroupPlan,
	periods: ContractsTables['periods'],
	{
		frame,
		unit,
		table,
		row
	}: {
		readonly frame: Frame;
		readonly unit: ContractsParams['unit'];
		readonly table: string;
		readonly row: number;
	}
): Uint32Array {
	if (table === 'groups' && row in plan.kind) {
		const all = plan.kind.length - 1;
		return customersOf(
			spells.filter(({ state }, i) => state !== 'ended' && (row === all || plan.rowOf[i] === row))
		);
	}
	const start = table === 'periods' ? periods.columns.period[row] : undefined;
	if (start === undefined) throw noSuchSelection(table, row);
	const period = periodOf(start, unit, frame);
	return customersOf(
		spells.filter(
			({ state, end }) => state === 'ended' && end !== null && periodOf(end, unit, frame) === period
		)
	);
}

const customersOf = (spells: readonly Spell[]): Uint32Array =>
	Uint32Array.from(new Set(spells.map(({ customer }) => customer))).sort();
