import type { RetentionParams } from '#lib/api/index.ts';

/** How far a triangle can go, by unit: what is offered, what a change of unit starts with, and the usual later stops. */
const lengths: Readonly<
	Record<
		RetentionParams['unit'],
		{ readonly usual: number; readonly choices: readonly number[]; readonly stops: readonly number[] }
	>
> = {
	day: { usual: 30, choices: [7, 14, 30, 60, 90], stops: [30, 14, 7] },
	week: { usual: 26, choices: [8, 12, 26, 52], stops: [26, 12, 8, 4] },
	month: { usual: 36, choices: [6, 12, 24, 36], stops: [12, 6, 3] },
	quarter: { usual: 12, choices: [4, 8, 12, 20], stops: [8, 4, 2] },
	year: { usual: 5, choices: [3, 5, 10], stops: [3, 2, 1] }
};

/**
 * @example
 * lengthsOf('month').usual // => 36
 */
export function lengthsOf(unit: RetentionParams['unit']): (typeof lengths)['day'] {
	return lengths[unit];
}
