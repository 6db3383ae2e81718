import { workbookRows } from '#lib/api/index.ts';
import { CoreError } from '#lib/core/errors.ts';
import { csvRows, writeCsv } from '#lib/report/csv.ts';
import type { ParquetColumn } from '#lib/report/parquet/write-parquet.ts';
import { csvCellForReaders } from '#lib/report/sheets/csv-cell.ts';
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
		parts.push(csvRows(rows.map((row) => row.map((cell) => csvCellForReaders(cell, scale)))));
	}
	return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

/** The file as Parquet: numbers, money, days and texts as such. */
export async function parquetFile(
	selected: Selected,
	columns: readonly FileColumn[],
	{ signal, onRows, pause }: Steps
): Promise<Blob> {
	const { rows, data } = selected;
	const { scale } = data.table;
	const [{ typedColumn }, { writeParquet }] = await Promise.all([
		import('#lib/report/tables/typed-columns.ts'),
		import('#lib/report/parquet/write-parquet.ts')
	]);
	const going = async (done: number) => {
		onRows(done, rows.length);
		await pause();
		if (signal.aborted) throw new CoreError('cancelled');
	};
	const typed: ParquetColumn[] = [];
	for (const { header, cell } of columns) {
		await going(0);
		typed.push(typedColumn(header, rows.length, (at) => cell(at, rows[at] as number), scale));
	}
	const bytes = await writeParquet(typed, rows.length, scale, going);
	onRows(rows.length, rows.length);
	return new Blob([bytes], { type: 'application/vnd.apache.parquet' });
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
	for await (const rows of inSteps(selected, columns, steps))
		all.push(...rows.map((row) => row.map(inHundredths)));
	const [name = ''] = sheetNames([selected.data.name]);
	return writeWorkbook([{ name, rows: all, frozen: 1 }], { scale, sign: '' });
}

/** A mean of money to a hundredth of the smallest unit, as CSV has it. */
const inHundredths = (cell: SheetCell): SheetCell =>
	cell !== null && 'value' in cell && cell.as === 'money' && !Number.isInteger(cell.value)
		? { ...cell, value: Math.round(cell.value * 100) / 100 }
		: cell;
