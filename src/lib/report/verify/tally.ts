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
		if (saved === found) return;
		this.differing++;
		if (this.differences.length < listed) this.differences.push({ ...at, saved, found });
	}
}
