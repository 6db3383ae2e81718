import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { medianTellsNothing } from '#lib/report/redact/borne-out.ts';
import { hideSmall } from '#lib/report/redact/hide-small.ts';

const k = 5;
const table = fc.array(fc.oneof(fc.nat(9), fc.nat(60)), { minLength: 2, maxLength: 7 });

/** Oracle: all ways to fill the hidden rows with counts from 0 that keep their sum. */
function* fills(counts: readonly number[], hidden: readonly boolean[]): Generator<number[]> {
	const places = hidden.flatMap((is, at) => (is ? [at] : []));
	const left = places.reduce((sum, at) => sum + (counts[at] as number), 0);
	function* fill(i: number, rest: number, made: number[]): Generator<number[]> {
		const at = places[i];
		if (at === undefined) {
			if (rest === 0) yield made;
			return;
		}
		for (let value = 0; value <= rest; value++) yield* fill(i + 1, rest - value, made.with(at, value));
	}
	yield* fill(0, left, [...counts]);
}

/** Whether the median of all may lie in a row: as many as half, at most, before it, and at least half up to its end. */
function canBeIn(counts: readonly number[], row: number): boolean {
	const sum = (upTo: number) => counts.slice(0, upTo).reduce((total, count) => total + count, 0);
	return 2 * sum(row) <= sum(counts.length) && 2 * sum(row + 1) >= sum(counts.length);
}

describe('the median of a table with hidden rows', () => {
	test.prop([table], { numRuns: 300 })('is told just where it rules out no way to fill them', (counts) => {
		const grid = hideSmall(
			counts.map((count) => [count]),
			k,
			{ rows: false, columns: true }
		);
		if (grid === null) return;
		const hidden = grid.map(([is]) => is === true);
		for (const row of counts.keys()) {
			if (!canBeIn(counts, row)) continue;
			const rulesOut = [...fills(counts, hidden)].some((other) => !canBeIn(other, row));
			const isPlain = hidden[row] === false && (counts[row] as number) >= k;
			expect(medianTellsNothing({ counts, hidden }, row, k)).toBe(isPlain && !rulesOut);
		}
	});
});
