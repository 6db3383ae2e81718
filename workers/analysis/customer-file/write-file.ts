import { workbookRows } from '#lib/api/index.ts';
import { civilDate } from '#lib/core/calendar/day.ts';
import { CoreError } from '#lib/core/errors.ts';
import { csvRows, writeCsv, type CsvCell } from '#lib/report/csv.ts';
import { sheetNames, type SheetCell } from '#lib/report/sheets/sheet.ts';
import type { FileColumn } from './file-columns.ts';
import type { Selected } from './selected.ts';

/** Rows written between two looks at the signal. */
const rowsPerStep = 5000;

/** How far a job is, and whether it is still wanted. */
export interface Steps {
	readonly signal: AbortSignal;
	readonly onRows: (done: number, total: number) => void;
	/** Lets a request to stop be heard. */
	readonly pause: () => Promise<void>;
}

/** The rows of a file, some thousand at a time. Throws `cancelled`. */
export async function* inSteps(
	{ rows }: Selected,
	columns: readonly FileColumn[],
	{ signal, onRows, pause }: Steps
): AsyncGenerator<SheetCell[][]> {
	for (let start = 0; start < rows.length; start += rowsPerStep) {
		onRows(start, rows.length);
		await pause();
		if (signal.aborted) throw new CoreError('cancelled');
		yield Array.from(rows.subarray(start, start + rowsPerStep), (who, i) =>
			columns.map(({ cell }) => cell(start + i, who))
		);
	}
	onRows(rows.length, rows.length);
}

/** The file as CSV: money as a decimal number of whole units, days as ISO dates. */
export async function csvFile(
	selected: Selected,
	columns: readonly FileColumn[],
	steps: Steps
): Promise<Blob> {
	const { scale } = selected.data.table;
	const parts = [
		writeCsv(
			columns.map(({ header }) => header),
			[]
		)
	];
	for await (const rows of inSteps(selected, columns, steps)) {
		parts.push(csvRows(rows.map((row) => row.map((cell) => csvCellOf(cell, scale)))));
	}
	return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

/** A cell as CSV holds it. Money is the double nearest to the decimal number, which prints as that number. */
export function csvCellOf(cell: SheetCell, scale: number): CsvCell {
	if (cell === null) return null;
	if ('text' in cell) return cell.text;
	if (cell.as === 'day') return isoDate(cell.value);
	return cell.as === 'money' ? cell.value / 10 ** scale : cell.value;
}

function isoDate(day: number): string {
	const { year, month, day: ofMonth } = civilDate(day);
	return [
		String(year).padStart(4, '0'),
		String(month).padStart(2, '0'),
		String(ofMonth).padStart(2, '0')
	].join('-');
}

/** The file as a workbook of one sheet. Throws `grid-too-large` above `workbookRows` customers. */
export async function workbookFile(
	selected: Selected,
	columns: readonly FileColumn[],
	steps: Steps
): Promise<Blob> {
	if (selected.rows.length > workbookRows) {
		throw new CoreError('grid-too-large', { limit: workbookRows * columns.length });
	}
	const { writeWorkbook } = await import('#lib/report/sheets/write-workbook.ts');
	const { scale } = selected.data.table;
	const all: SheetCell[][] = [columns.map(({ header }) => ({ text: header, look: 'head' }))];
	for await (const rows of inSteps(selected, columns, steps)) all.push(...rows);
	const [name = ''] = sheetNames([selected.data.manifest.name]);
	return writeWorkbook([{ name, rows: all, frozen: 1 }], { scale, sign: '' });
}
