import { normalCell } from './normal-cell.ts';

/** A table as rows of cells, its header first. */
export type Rows = readonly (readonly string[])[];

/** Precision, recall and their harmonic mean, of two bags. */
function overlap(expected: readonly string[], loaded: readonly string[]): [number, number, number] {
	const left = new Map<string, number>();
	for (const item of expected) left.set(item, (left.get(item) ?? 0) + 1);
	let shared = 0;
	for (const item of loaded) {
		const count = left.get(item) ?? 0;
		if (count === 0) continue;
		shared++;
		left.set(item, count - 1);
	}
	if (shared === 0) return [0, 0, 0];
	const precision = shared / loaded.length;
	const recall = shared / expected.length;
	return [precision, recall, (2 * precision * recall) / (precision + recall)];
}

/** Longer cells are not read by the benchmark's own reader. */
const LONGEST_CELL = 131_072;

/**
 * The ten measures of the Pollock benchmark summed: success, and precision, recall and F1 of the header's cells, of the
 * records and of all cells. As in the benchmark, records are compared by their normalised cells run together, so that
 * a border in the wrong place costs cells and no record; cells are compared as they are; a clean file without a row
 * gives full marks. From 0 to 10.
 */
export function pollockScore(clean: Rows, loaded: Rows | null): number {
	if (loaded === null) return 0;
	if (clean.length === 0) return 10;
	if (loaded.some((row) => row.some((cell) => cell.length > LONGEST_CELL))) return 1;
	const [head = [], ...records] = clean;
	const [loadedHead = [], ...loadedRecords] = loaded;
	const joined = (row: readonly string[]) => row.map(normalCell).join('');
	const full: [number, number, number] = [1, 1, 1];
	const header = head.length === 0 ? full : overlap(head.map(normalCell), loadedHead.map(normalCell));
	const rows = records.length === 0 ? full : overlap(records.map(joined), loadedRecords.map(joined));
	const cells = overlap(clean.flat(), loaded.flat());
	return 1 + [...header, ...rows, ...cells].reduce((sum, part) => sum + part, 0);
}

/** Whether two tables are equal in every cell, each in its place. */
export const cellForCell = (clean: Rows, loaded: Rows | null): boolean =>
	loaded !== null &&
	clean.length === loaded.length &&
	clean.every(
		(row, i) => row.length === loaded[i]?.length && row.every((cell, k) => cell === (loaded[i] ?? [])[k])
	);
