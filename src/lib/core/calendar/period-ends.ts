import { periodOf, periodStart } from './period.ts';

/**
 * A day and the ends of the months or quarters before it, ascending, none before `firstDay`: at most `count`.
 *
 * @example
 * periodEnds(15317, 15200, 'month', 3) // => [15278, 15308, 15317]
 * periodEnds(15317, 15200, 'quarter', 3) // => [15247, 15317]
 * periodEnds(15339, 15310, 'month', 3) // => [15339]
 */
export function periodEnds(
	day: number,
	firstDay: number,
	unit: 'month' | 'quarter',
	count: number
): number[] {
	const period = periodOf(day, unit, 1);
	const ends = [day];
	for (let back = 0; ends.length < count; back++) {
		const end = periodStart(period - back, unit, 1) - 1;
		if (end < firstDay) break;
		ends.unshift(end);
	}
	return ends;
}
