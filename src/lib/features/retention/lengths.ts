import type { RetentionParams } from '#lib/api/index.ts';

/** How far a triangle can go, by unit: what is offered, and what a change of unit starts with. */
const lengths: Readonly<
	Record<RetentionParams['unit'], { readonly usual: number; readonly choices: readonly number[] }>
> = {
	day: { usual: 30, choices: [7, 14, 30, 60, 90] },
	week: { usual: 26, choices: [8, 12, 26, 52] },
	month: { usual: 36, choices: [6, 12, 24, 36] },
	quarter: { usual: 12, choices: [4, 8, 12, 20] }
};

/**
 * @example
 * lengthsOf('month').usual // => 36
 */
export function lengthsOf(unit: RetentionParams['unit']): (typeof lengths)['day'] {
	return lengths[unit];
}
