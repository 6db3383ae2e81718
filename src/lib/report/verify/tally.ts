import type { Difference } from '#lib/api/verification.ts';

/** Differences listed; the rest is counted. */
const listed = 100;

/** Counts what was compared, and keeps the first differences. */
export class Tally {
	compared = 0;
	hidden = 0;
	differing = 0;
	readonly differences: Difference[] = [];

	compare(
		at: Omit<Difference, 'saved' | 'found'>,
		saved: Difference['saved'],
		found: Difference['found']
	): void {
		this.compared++;
		if (same(saved, found)) return;
		this.differing++;
		if (this.differences.length < listed) this.differences.push({ ...at, saved, found });
	}
}

/**
 * By how much two numbers may differ that are no whole ones, of the larger of them: exp, log and powers differ in their
 * last bits from one engine's version to the next, and a search for the likeliest parameters carries that on. Counts,
 * and sums of money, are whole.
 */
const ENGINES_DIFFER = 1e-6;

function same(saved: Difference['saved'], found: Difference['found']): boolean {
	if (saved === found) return true;
	if (typeof saved !== 'number' || typeof found !== 'number') return false;
	if (Number.isInteger(saved) && Number.isInteger(found)) return false;
	return Math.abs(saved - found) <= ENGINES_DIFFER * Math.max(Math.abs(saved), Math.abs(found));
}
