import type { GridFormat } from '#lib/core/dataset/recipe.ts';
import type { Breather } from '../breather.ts';
import type { GridReader } from '../formats/grid.ts';
import { padRow } from '../formats/sample-grid.ts';
import type { RowCollector } from '../row-collector.ts';
import { TextCells } from '../text-cells.ts';
import { RowGate } from './row-gate.ts';
import { ROWS_A_TURN } from './row-feed.ts';

/**
 * Hands the rows of a sheet to the collector, as cells that are strings. `names` are the columns of the recipe.
 *
 * @returns rows without a text in any cell
 * @throws CoreError those of the reader; `cancelled`
 */
export async function feedGrid(
	grid: GridReader,
	format: GridFormat,
	names: readonly string[],
	collected: RowCollector,
	breather: Breather,
	onProgress: () => void
): Promise<number> {
	const gate = new RowGate(format, collected);
	const cells = new TextCells();
	for await (const { rows, lines } of grid.rows(format.sheet, names)) {
		for (let i = 0; i < rows.length; i++) {
			// Sheets leave out what is empty at a row's end; no row of theirs is short.
			gate.pass(
				cells.of(padRow(rows[i] as readonly string[], names.length)),
				lines[i] as number,
				false,
				false
			);
			if (i % ROWS_A_TURN === ROWS_A_TURN - 1) await breather.pause();
		}
		onProgress();
		await breather.pause();
	}
	return gate.blankLines;
}
