import type { CohortRow } from './chart-data.ts';

/** Widths of a digit in the texts of cells, in pixels: of 12 pixels, and short ones of 11. */
export const digit = 6.8;
export const shortDigit = 6.2;

/**
 * Characters of the longest text of a triangle's cells.
 *
 * @example
 * const cell = { index: 0, text: '44.4%', short: '44', step: 3, lines: [] };
 * longestText([{ label: '2024-01', size: '36', cells: [cell] }], 'short') // => 2
 */
export function longestText(cohorts: readonly CohortRow[], of: 'text' | 'short'): number {
	return cohorts.reduce(
		(most, { cells }) => cells.reduce((longest, cell) => Math.max(longest, cell[of].length), most),
		0
	);
}
