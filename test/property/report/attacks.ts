export type Int = (low: number, high: number) => number;

/** A grid as reports have them: many small cells and zeros, some large. */
export function randomGrid(int: Int): number[][] {
	const height = int(1, 7);
	const width = int(1, 7);
	return Array.from({ length: height }, () =>
		Array.from({ length: width }, () => {
			const kind = int(0, 9);
			if (kind < 2) return 0;
			return kind < 5 ? int(1, 4) : int(5, 200);
		})
	);
}

/** Equations over unknown counts: coefficients, and what they make. */
export interface System {
	readonly cells: readonly unknown[];
	readonly rows: readonly { readonly of: readonly number[]; readonly sum: number }[];
}

/** Attack 1, Gaussian elimination: the cells that linear combinations of the known sums determine. */
export function solvedByElimination({ cells, rows }: System): number[] {
	const matrix = rows.map(({ of }) => [...of] as number[]);
	let lead = 0;
	for (let column = 0; column < cells.length && lead < matrix.length; column++) {
		const pivot = matrix.findIndex((row, i) => i >= lead && Math.abs(row[column] ?? 0) > 1e-9);
		if (pivot < 0) continue;
		const [row] = matrix.splice(pivot, 1) as [number[]];
		matrix.splice(lead, 0, row);
		const by = row[column] as number;
		for (let x = 0; x < row.length; x++) row[x] = (row[x] as number) / by;
		for (const [i, other] of matrix.entries()) {
			const factor = other[column] as number;
			if (i === lead || factor === 0) continue;
			for (let x = 0; x < other.length; x++) other[x] = (other[x] as number) - factor * (row[x] as number);
		}
		lead++;
	}
	return matrix.flatMap((row) => {
		const places = row.flatMap((value, x) => (Math.abs(value) > 1e-9 ? [x] : []));
		return places.length === 1 ? places : [];
	});
}

/** Attack 2, counting: all ways to fill the hidden cells with counts from 0 that keep every sum, up to a limit of steps. */
export function rangesByCounting({ cells, rows }: System): { low: number; high: number }[] | null {
	const found = cells.map(() => ({ low: Infinity, high: -Infinity }));
	const left = rows.map(({ sum }) => sum);
	const values: number[] = [];
	let steps = 0;
	const fill = (at: number): void => {
		if (++steps > 10_000) return;
		if (at === cells.length) {
			if (left.some((sum) => sum !== 0)) return;
			for (const [i, value] of values.entries()) {
				const range = found[i] as { low: number; high: number };
				range.low = Math.min(range.low, value);
				range.high = Math.max(range.high, value);
			}
			return;
		}
		const on = rows.flatMap(({ of }, i) => (of[at] === 1 ? [i] : []));
		const most = Math.min(...on.map((i) => left[i] as number));
		for (let value = 0; value <= most; value++) {
			values[at] = value;
			for (const i of on) left[i] = (left[i] as number) - value;
			fill(at + 1);
			for (const i of on) left[i] = (left[i] as number) + value;
		}
	};
	fill(0);
	return steps > 10_000 ? null : found;
}
