import type { GridFormat } from '#lib/core/dataset/recipe.ts';
import type { Breather } from '../breather.ts';
import type { GridReader } from './grid.ts';
import { padRow } from './sample-grid.ts';

/** What takes the rows of a table. */
export interface RowSink {
	add(cells: readonly string[], line: number, unclosed: boolean, damaged: boolean): void;
}

/** Rows handed on between two looks at the clock. */
const ROWS_A_TURN = 1024;

/**
 * Hands the rows of a sheet on, without the lines above the table and without its header.
 *
 * @returns lines without a text in any cell
 * @throws CoreError those of the reader; `cancelled`
 */
export async function feedGrid(
	grid: GridReader,
	format: GridFormat,
	names: readonly string[],
	sink: RowSink,
	breather: Breather,
	onProgress: () => void
): Promise<number> {
	let blankLines = 0;
	let headerToCome = format.header;
	for await (const { rows, lines } of grid.rows(format.sheet, names)) {
		for (let i = 0; i < rows.length; i++) {
			const cells = rows[i] as readonly string[];
			const line = lines[i] as number;
			if (format.skipRows > 0 && line <= format.skipRows) continue;
			if (cells.every((cell) => cell.trim() === '')) blankLines++;
			else if (headerToCome) headerToCome = false;
			else sink.add(padRow(cells, names.length), line, false, false);
			if (i % ROWS_A_TURN === ROWS_A_TURN - 1) await breather.pause();
		}
		onProgress();
		await breather.pause();
	}
	return blankLines;
}
