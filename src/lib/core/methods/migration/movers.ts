import { sortByNumbers } from '../../columns/order-index.ts';
import { selectCustomers } from '../select-customers.ts';
import type { Comparison } from './compare.ts';
import { NOT_YET } from './standing.ts';
import type { MigrationTables } from './types.ts';

/** How many customers are named. */
const listed = 20;

/**
 * The customers known on the earlier day who moved and whose revenue changed most, the largest change first; equal ones by
 * customer key. One pass and a sort of those who moved.
 */
export function moversTable({
	before,
	now,
	places,
	revenue,
	revenueBefore
}: Comparison): MigrationTables['movers'] {
	const moved = selectCustomers(
		now.of.length,
		(who) => before.of[who] !== NOT_YET && before.of[who] !== now.of[who]
	);
	const change = (who: number): number => (revenue[who] as number) - (revenueBefore[who] as number);
	const bySize = revenue.map((_, who) => -Math.abs(change(who)));
	const customer = sortByNumbers(moved, bySize).slice(0, listed);
	const row = (codes: Uint8Array) =>
		Uint8Array.from(customer, (who) => places.rowOf[codes[who] as number] as number);
	return {
		rows: customer.length,
		columns: {
			customer,
			from: row(before.of),
			to: row(now.of),
			before: Float64Array.from(customer, (who) => revenueBefore[who] as number),
			now: Float64Array.from(customer, (who) => revenue[who] as number),
			change: Float64Array.from(customer, change)
		},
		types: { customer: 'code', from: 'code', to: 'code', before: 'money', now: 'money', change: 'money' }
	};
}
