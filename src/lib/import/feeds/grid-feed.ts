import type { GridFormat } from '#lib/core/dataset/recipe.ts';
import type { Breather } from '../breather.ts';
import type { GridReader } from '../formats/grid.ts';
import { padRow } from '../formats/first-rows.ts';
import type { RowSink } from '../row-sink.ts';
import { TextCells } from '../text-cells.ts';
import { itemRows } from '../baskets.ts';
import { BLANK, LineJudge, LineKind, ROW, type Verdict } from '../line-judge.ts';
import { withoutStrays } from '../formats/stray-cells.ts';
import { shapeOf, type TableShape } from '../repair/table-shape.ts';
import { RowGate } from './row-gate.ts';
import { ROWS_A_TURN } from './row-feed.ts';

/** Rows that the shape of a sheet is learnt from. */
const SHAPE_ROWS = 1_000;

/** What the rows of a sheet have in common, by the first batch of them; null when they are too few to tell. */
export function sheetShape(
	rows: readonly (readonly string[])[],
	lines: readonly number[],
	{ skipRows }: GridFormat
): TableShape | null {
	const some = rows.filter((row, i) => {
		const line = lines[i] as number;
		return (line === 0 || line > skipRows) && row.some((cell) => cell.trim() !== '');
	});
	return shapeOf(some.slice(0, SHAPE_ROWS).map((cells) => ({ cells, quoted: [] })));
}

/** What a row is that has cells far beside its table: one of the table's with a remark, or, where it has no others, none of it. */
function strayVerdict(verdict: Verdict): Verdict {
	if (verdict.kind === LineKind.BLANK)
		return { kind: LineKind.REJECTED, rejected: 'cell-stray', remark: null };
	return verdict.kind === LineKind.ROW && verdict.remark === null
		? { ...verdict, remark: 'cell-stray' }
		: verdict;
}

/**
 * Hands the rows of a sheet, and of those that are read with it, to the collector, as cells that are strings. `names` are the
 * columns of the recipe.
 *
 * @returns rows without a text in any cell
 * @throws CoreError those of the reader; `cancelled`
 */
export async function feedGrid(
	grid: GridReader,
	format: GridFormat,
	names: readonly string[],
	collected: RowSink,
	breather: Breather,
	onProgress: (sheetsDone: number) => void
): Promise<number> {
	const gate = new RowGate(collected);
	const cells = new TextCells();
	const takeBasket = (row: readonly string[], line: number): void => {
		const items = itemRows(row, line);
		if (items.length === 0) gate.pass(BLANK, cells.of(row), line, false);
		for (const item of items) gate.pass(ROW, cells.of(item), line, false);
	};
	const readSheet = async (sheet: string | null, before: number): Promise<void> => {
		let judge: LineJudge | null = null;
		for await (const { rows, lines } of grid.rows(sheet, names)) {
			if (format.baskets === true) {
				for (let i = 0; i < rows.length; i++) {
					const line = lines[i] as number;
					if (line > format.skipRows) takeBasket(rows[i] as readonly string[], line);
					if (i % ROWS_A_TURN === ROWS_A_TURN - 1) await breather.pause();
				}
				onProgress(before);
				await breather.pause();
				continue;
			}
			// Sheets leave out what is empty at a row's end; no row of theirs is short.
			const strays = rows.map((row) => withoutStrays(row, names.length));
			const padded = rows.map((row, i) => padRow(strays[i]?.row ?? row, names.length));
			if (padded.length > 0) judge ??= new LineJudge(format, sheetShape(padded, lines, format));
			for (let i = 0; i < padded.length; i++) {
				const line = lines[i] as number;
				const row = padded[i] as readonly string[];
				const verdict = (judge as LineJudge).of(
					{ cells: row, unclosed: false, repaired: null, doubtful: false },
					line
				);
				const beside = strays[i]?.strays;
				if (beside === undefined) gate.pass(verdict, cells.of(row), line, false);
				else {
					const isApart = verdict.kind === LineKind.BLANK;
					gate.pass(strayVerdict(verdict), cells.of(isApart ? [...row, ...beside] : row), line, false);
				}
				if (i % ROWS_A_TURN === ROWS_A_TURN - 1) await breather.pause();
			}
			onProgress(before);
			await breather.pause();
		}
	};
	const sheets = [format.sheet, ...(format.more ?? [])];
	for (const [before, sheet] of sheets.entries()) {
		if (sheets.length > 1) collected.beginSheet?.(sheet ?? '');
		await readSheet(sheet, before);
	}
	return gate.blankLines;
}
