import { periodTable, type PeriodTable } from '../../calendar/period-table.ts';
import type { CalendarRule } from '../../calendar/period.ts';
import type { Ledger } from '../../ledger/types.ts';
import type { ValueParams } from './types.ts';

/** More cohorts than this no chart can show: the newest are kept, and a warning says so. */
export const mostCohorts = 240;

/** Value by entry cohort and age, in smallest units times the margin. */
export interface CohortValues {
	readonly periods: PeriodTable;
	/** Period → row, or −1. */
	readonly rowOf: Int32Array;
	/** Row → period. */
	readonly periodOf: Int32Array;
	readonly sizes: Uint32Array;
	/** Per row: cumulative value at each N that has begun. */
	readonly cumulative: readonly Float64Array[];
	/** The same of the squares, and of the cubes, of what each customer has brought. */
	readonly squares: readonly Float64Array[];
	readonly cubes: readonly Float64Array[];
	/** Whether no amount is below zero, nor the margin. */
	readonly positive: boolean;
	/** Cohorts that have members, shown or not. */
	readonly found: number;
	readonly asOf: number;
}

/**
 * Adds up value by the calendar period of the first ever order and the periods since. A period that the as-of date
 * cuts short is the last of every cohort. One pass over the orders.
 *
 * @param firstDay day of the first order of all
 */
export function cohortValues(
	{ customers, offsets, day, amount }: Ledger,
	firstDay: number,
	asOf: number,
	unit: ValueParams['unit'],
	margin: number,
	rule: CalendarRule
): CohortValues {
	const periods = periodTable(firstDay, asOf, unit, rule);
	const { of, count } = periods;
	const members = new Uint32Array(count);
	const empty = () => Array.from({ length: count }, (_, period) => new Float64Array(count - period));
	const [values, squares, cubes] = [empty(), empty(), empty()];
	let least = 0;
	for (let who = 0; who < customers.size; who++) {
		const start = offsets[who] as number;
		const end = offsets[who + 1] as number;
		if (start === end || (day[start] as number) > asOf) continue;
		const entry = of[(day[start] as number) - firstDay] as number;
		const own = values[entry] as Float64Array;
		const ownSquares = squares[entry] as Float64Array;
		const ownCubes = cubes[entry] as Float64Array;
		let before = 0;
		members[entry] = (members[entry] as number) + 1;
		for (let i = start; i < end; i++) {
			const on = day[i] as number;
			if (on > asOf) break;
			const n = (of[on - firstDay] as number) - entry;
			const now = before + (amount[i] as number);
			least = Math.min(least, amount[i] as number);
			own[n] = (own[n] as number) + (amount[i] as number);
			ownSquares[n] = (ownSquares[n] as number) + now * now - before * before;
			ownCubes[n] = (ownCubes[n] as number) + now * now * now - before * before * before;
			before = now;
		}
	}
	const all: number[] = [];
	for (let period = 0; period < count; period++) if (members[period] !== 0) all.push(period);
	const periodOf = Int32Array.from(all.slice(-mostCohorts));
	const rowOf = new Int32Array(count).fill(-1);
	periodOf.forEach((period, row) => (rowOf[period] = row));
	const addedUp = (of: readonly Float64Array[], power: number) =>
		Array.from(periodOf, (period) => {
			let sum = 0;
			return (of[period] as Float64Array).map((own) => {
				sum += own;
				return sum * margin ** power;
			});
		});
	const sizes = Uint32Array.from(periodOf, (period) => members[period] as number);
	return {
		...{ periods, rowOf, periodOf, sizes, found: all.length, asOf },
		cumulative: addedUp(values, 1),
		squares: addedUp(squares, 2),
		cubes: addedUp(cubes, 3),
		positive: least >= 0 && margin >= 0
	};
}
