/** Which sums of a grid its reader knows: of each row, of each column. */
export interface KnownSums {
	readonly rows: boolean;
	readonly columns: boolean;
}

/**
 * Which cells of a grid of counts to hide so that none from 1 to `k` − 1 can be reckoned out. Small ones are hidden
 * first; then, as long as the known sums still give a hidden cell away, the smallest visible cell of its row or column
 * is hidden too, and at last whatever need not be is shown again. Null when that is impossible (a grid of one cell): then nothing of it may be shown.
 *
 * Whether a cell is given away is decided exactly: with the sums of rows and columns, and knowing that counts are not
 * negative, a hidden cell can take another value just if there is a way round of raising and lowering hidden cells
 * through it that keeps every sum (the residual graph of a transport problem).
 *
 * Earlier files are thought of: what they have hidden stays hidden; what they have shown counts as known, hidden or not;
 * and a cell that is hidden for the first time is not given away even to one who knows all that was hidden before.
 *
 * NaN is no cell. About the square of the number of hidden cells. Inputs are not changed.
 *
 * @example
 * hideSmall([[3, 40, 50]], 5, { rows: true, columns: false }) // => [[true, true, false]]
 * hideSmall([[3]], 5, { rows: true, columns: true }) // => null
 * hideSmall([[30, 40]], 5, { rows: true, columns: true }) // => [[false, false]]
 */
export function hideSmall(
	grid: readonly (readonly number[])[],
	k: number,
	known: KnownSums,
	past: Past = nothingPast
): boolean[][] | null {
	const mark = (of: (row: number, column: number) => boolean): Marks =>
		grid.map((row, y) => row.map((value, x) => !Number.isNaN(value) && of(y, x)));
	const before = mark(past.wasHidden);
	const open = mark((y, x) => !past.wasHidden(y, x) && past.wasShown(y, x));
	const search: Search = { grid, k, known, before, open };
	const hidden = grid.map((row, y) => row.map((value, x) => before[y]?.[x] === true || isSmall(value, k)));
	for (;;) {
		const away = givenAwayTwice(search, hidden);
		if (away === null) return shownAgain(search, hidden);
		const companion = smallestBeside(search, hidden, away);
		if (companion === null) return null;
		(hidden[companion.row] as boolean[])[companion.column] = true;
	}
}

/** What earlier files made of the cells of a grid. */
export interface Past {
	readonly wasHidden: (row: number, column: number) => boolean;
	/** With the value that it has. */
	readonly wasShown: (row: number, column: number) => boolean;
}
const nothingPast: Past = { wasHidden: () => false, wasShown: () => false };

type Marks = readonly (readonly boolean[])[];

interface Search {
	readonly grid: readonly (readonly number[])[];
	readonly k: number;
	readonly known: KnownSums;
	readonly before: Marks;
	readonly open: Marks;
}

const isSmall = (value: number, k: number): boolean => value > 0 && value < k;

/** A hidden cell that is given away: by this grid alone, or together with all that was hidden before. */
function givenAwayTwice({ grid, known, before, open }: Search, hidden: Marks): Place | null {
	const unknown = hidden.map((row, y) => row.map((is, x) => is && open[y]?.[x] !== true));
	const fresh = unknown.map((row, y) => row.map((is, x) => is && before[y]?.[x] !== true));
	return givenAway(grid, unknown, known) ?? givenAway(grid, fresh, known);
}

/** Larger than any count; what stands elsewhere comes last. */
const ZERO_COST = 2 ** 40;
const ELSEWHERE_COST = 2 ** 44;

interface Place {
	readonly row: number;
	readonly column: number;
}

/** Shows what was hidden on the way and turned out not to be needed, the largest first: no cell is hidden for nothing. */
function shownAgain(search: Search, hidden: boolean[][]): boolean[][] {
	const { grid, k, before } = search;
	const companions = grid
		.flatMap((row, y) => row.map((value, x) => ({ value, y, x })))
		.filter(({ value, y, x }) => hidden[y]?.[x] === true && before[y]?.[x] !== true && !isSmall(value, k))
		.sort((a, b) => b.value - a.value);
	for (const { y, x } of companions) {
		const row = hidden[y] as boolean[];
		row[x] = false;
		if (givenAwayTwice(search, hidden) !== null) row[x] = true;
	}
	return hidden;
}

/** A hidden cell that has one possible value only; null when all have several. */
function givenAway(
	grid: readonly (readonly number[])[],
	hidden: readonly (readonly boolean[])[],
	known: KnownSums
): Place | null {
	const graph = residual(grid, hidden, known);
	for (const [row, cells] of hidden.entries()) {
		for (const [column, isHidden] of cells.entries()) {
			if (isHidden && !graph.canMove({ row, column })) return { row, column };
		}
	}
	return null;
}

/**
 * Rows and columns as nodes (one node for all rows, or all columns, whose sums are not known). Raising a hidden cell
 * leads from its row to its column, lowering one that is above zero leads back.
 */
function residual(
	grid: readonly (readonly number[])[],
	hidden: readonly (readonly boolean[])[],
	known: KnownSums
) {
	const height = grid.length;
	const rowNode = (row: number) => (known.rows ? row : 0);
	const columnNode = (column: number) => height + (known.columns ? column : 0);
	const arcs = new Map<number, { readonly to: number; readonly cell: string }[]>();
	const add = (from: number, to: number, cell: string) => {
		const list = arcs.get(from);
		if (list === undefined) arcs.set(from, [{ to, cell }]);
		else list.push({ to, cell });
	};
	for (const [row, cells] of hidden.entries()) {
		for (const [column, isHidden] of cells.entries()) {
			if (!isHidden) continue;
			const cell = `${row}:${column}`;
			add(rowNode(row), columnNode(column), cell);
			if ((grid[row]?.[column] ?? 0) > 0) add(columnNode(column), rowNode(row), cell);
		}
	}
	/** Whether one node is reached from another without the cell itself. */
	function reaches(from: number, to: number, without: string): boolean {
		const seen = new Set([from]);
		const open = [from];
		for (let node = open.pop(); node !== undefined; node = open.pop()) {
			if (node === to) return true;
			for (const arc of arcs.get(node) ?? []) {
				if (arc.cell === without || seen.has(arc.to)) continue;
				seen.add(arc.to);
				open.push(arc.to);
			}
		}
		return false;
	}
	return {
		canMove({ row, column }: Place): boolean {
			const cell = `${row}:${column}`;
			const [from, to] = [rowNode(row), columnNode(column)];
			if (reaches(to, from, cell)) return true;
			return (grid[row]?.[column] ?? 0) > 0 && reaches(from, to, cell);
		}
	};
}

/** The visible cell to hide next: in the row or column before elsewhere, above zero before zero, then the smallest. */
function smallestBeside({ grid, known, open }: Search, hidden: Marks, away: Place): Place | null {
	let best: (Place & { readonly cost: number }) | null = null;
	for (const [row, cells] of grid.entries()) {
		for (const [column, value] of cells.entries()) {
			if (Number.isNaN(value) || hidden[row]?.[column] === true || open[row]?.[column] === true) continue;
			const inRow = known.rows && row === away.row;
			const inColumn = known.columns && column === away.column;
			// A way round needs corners too: cells that share neither row nor column.
			const cost = (value > 0 ? value : ZERO_COST) + (inRow || inColumn ? 0 : ELSEWHERE_COST);
			if (best === null || cost < best.cost) best = { row, column, cost };
		}
	}
	return best;
}
