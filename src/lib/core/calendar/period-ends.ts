import { periodOf, periodStart, type CalendarRule } from './period.ts';

/**
 * A day and the ends of the months or quarters before it, ascending, none before `firstDay`: at most `count`.
 *
 * @example
 * periodEnds(15317, 15200, 'month', { weekStart: 1 }, 3) // => [15278, 15308, 15317]
 * periodEnds(15317, 15200, 'quarter', { weekStart: 1 }, 3) // => [15247, 15317]
 * periodEnds(15339, 15310, 'month', { weekStart: 1 }, 3) // => [15339]
 */
export function periodEnds(
	day: number,
	firstDay: number,
	unit: 'month' | 'quarter',
	rule: CalendarRule,
	count: number
): number[] {
	const period = periodOf(day, unit, rule);
	const ends = [day];
	for (let back = 0; ends.length < count; back++) {
		const end = periodStart(period - back, unit, rule) - 1;
		if (end < firstDay) break;
		ends.unshift(end);
	}
	return ends;
}
