import { sameDayByNewYear } from '../../calendar/lunar-new-year.ts';
import { monthsBefore } from '../../calendar/months-before.ts';
import { periodOf, periodStart } from '../../calendar/period.ts';
import type { Frame } from '../types.ts';
import type { MigrationParams } from './types.ts';

/**
 * The earlier day of a comparison; null where the calendar of New Years does not reach, or where all history is looked
 * at and so no window begins.
 *
 * @example
 * earlierDay({ asOf: 15339, from: null, weekStart: 1 }, { against: 'month', day: null }) // => 15308
 * earlierDay({ asOf: 15339, from: 15000, weekStart: 1 }, { against: 'window', day: null }) // => 14999
 * earlierDay({ asOf: 15339, from: null, weekStart: 1, yearStart: 4 }, { against: 'year-start', day: null }) // => 15064
 */
export function earlierDay(
	frame: Frame,
	{ against, day }: Pick<MigrationParams, 'against' | 'day'>
): number | null {
	const { asOf, from } = frame;
	switch (against) {
		case 'month':
			return monthsBefore(asOf, 1);
		case 'quarter':
			return monthsBefore(asOf, 3);
		case 'year':
			return monthsBefore(asOf, 12);
		case 'quarter-start':
			return periodStart(periodOf(asOf, 'quarter', frame), 'quarter', frame) - 1;
		case 'year-start':
			return periodStart(periodOf(asOf, 'year', frame), 'year', frame) - 1;
		case 'new-year':
			return sameDayByNewYear(asOf);
		case 'window':
			return from === null ? null : from - 1;
		case 'day':
			return day;
	}
}
