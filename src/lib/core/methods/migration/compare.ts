import { periodEnds } from '../../calendar/period-ends.ts';
import type { Ledger } from '../../ledger/types.ts';
import type { MethodInput } from '../types.ts';
import { placesOf, type Places } from './places.ts';
import { basisOn, standingOn, type Standing } from './standing.ts';
import type { MigrationParams } from './types.ts';

/** Two days side by side, and the dates of the flow. Arrays are per customer. */
export interface Comparison {
	readonly before: Standing;
	readonly now: Standing;
	/** The later day by the cuts of the earlier one. */
	readonly held: Standing;
	readonly dates: readonly number[];
	readonly onDates: readonly Standing[];
	readonly places: Places;
	/** Revenue after the earlier day up to the later one, and in as many days up to the earlier one. */
	readonly revenue: Float64Array;
	readonly revenueBefore: Float64Array;
}

/**
 * Where everybody stood on `day` and stands on the as-of date. One labelling of all customers per date, and a pass over
 * the orders for the money. Kept for those who ask for the people behind a row.
 */
export function compareDays(input: MethodInput, params: MigrationParams, day: number): Comparison {
	const make = (): Comparison => compare(input, params, day);
	return input.keep?.(`migration ${day} ${JSON.stringify(params)}`, make) ?? make();
}

function compare(input: MethodInput, params: MigrationParams, day: number): Comparison {
	const { ledger, frame } = input;
	const { asOf } = frame;
	const before = standingOn(input, params, day);
	const held = standingOn(input, params, asOf, before.cutting);
	const now = params.cuts === 'held' ? held : standingOn(input, params, asOf);
	// Where too few profits are known nobody stands anywhere: such a date is left out of the flow.
	const dates = periodEnds(asOf, ledger.firstDay, 'month', frame, params.dates).filter(
		(date) => basisOn(input, params, date).missing === null
	);
	const cutting = params.cuts === 'held' ? before.cutting : null;
	const onDates = dates.map((date) => {
		if (date === asOf) return now;
		return date === day ? before : standingOn(input, params, date, cutting);
	});
	return {
		before,
		now,
		held: before.cutting === null ? now : held,
		dates,
		onDates,
		places: placesOf(params, [before, now, held, ...onDates]),
		revenue: revenueBetween(ledger, day + 1, asOf),
		revenueBefore: revenueBetween(ledger, day + 1 - (asOf - day), day)
	};
}

/** Per customer, revenue of the days `from` .. `to`, both inclusive; none where `to` is before `from`. */
export function revenueBetween({ offsets, day, amount }: Ledger, from: number, to: number): Float64Array {
	const sums = new Float64Array(offsets.length - 1);
	for (let who = 0; who < sums.length; who++) {
		const start = offsets[who] as number;
		let sum = 0;
		for (let i = (offsets[who + 1] as number) - 1; i >= start && (day[i] as number) >= from; i--) {
			if ((day[i] as number) <= to) sum += amount[i] as number;
		}
		sums[who] = sum;
	}
	return sums;
}
