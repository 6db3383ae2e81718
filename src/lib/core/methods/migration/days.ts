import { sameDayByNewYear } from '../../calendar/lunar-new-year.ts';
import { monthsBefore } from '../../calendar/months-before.ts';
import type { Frame } from '../types.ts';
import type { MigrationParams } from './types.ts';

/**
 * The earlier day of a comparison; null where the calendar of New Years does not reach, or where all history is looked
 * at and so no window begins.
 *
 * @example
 * earlierDay({ asOf: 15339, from: null, weekStart: 1 }, { against: 'month', day: null }) // => 15308
 * earlierDay({ asOf: 15339, from: 15000, weekStart: 1 }, { against: 'window', day: null }) // => 14999
 */
export function earlierDay(
	{ asOf, from }: Frame,
	{ against, day }: Pick<MigrationParams, 'against' | 'day'>
): number | null {
	switch (against) {
		case 'month':
			return monthsBefore(asOf, 1);
		case 'quarter':
			return monthsBefore(asOf, 3);
		case 'year':
			return monthsBefore(asOf, 12);
		case 'new-year':
			return sameDayByNewYear(asOf);
		case 'window':
			return from === null ? null : from - 1;
		case 'day':
			return day;
	}
}
