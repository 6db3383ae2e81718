import { zipSync, type Zippable } from 'fflate';
import { CSV_BOM, csvRows } from '../csv.ts';
import { writeParquet } from '../parquet/write-parquet.ts';
import { csvCellOf } from '../sheets/csv-cell.ts';
import { sheetNames, type SheetCell } from '../sheets/sheet.ts';
import { typedColumn } from './typed-columns.ts';

/** A table with its title; the first row heads its columns. */
export interface NamedTable {
	readonly title: string;
	readonly rows: readonly (readonly SheetCell[])[];
}

/** Archives know no earlier days. */
const EARLIEST = Date.UTC(1980, 0, 2);
/** With a path before it and an ending behind, what every system takes for a name. */
const NAME_LIMIT = 80;

/**
 * Tables as one archive (ZIP), a file each, named by their titles: CSV for spreadsheets (UTF-8 with BOM, no cell is a
 * formula) or typed Parquet. Takes some ten milliseconds.
 *
 * @param scale decimal places of money
 * @param nowMs what the files are dated
 */
export async function tableArchive(
	tables: readonly NamedTable[],
	form: 'csv' | 'parquet',
	scale: number,
	nowMs: number
): Promise<Blob> {
	const names = fileNames(tables.map(({ title }) => title));
	const files: Zippable = {};
	for (const [i, { rows }] of tables.entries()) {
		const content = form === 'csv' ? csvOf(rows, scale) : await parquetOf(rows, scale);
		files[`${names[i] as string}.${form}`] = content;
	}
	return new Blob([zipSync(files, { mtime: Math.max(nowMs, EARLIEST) })], { type: 'application/zip' });
}

function csvOf(rows: NamedTable['rows'], scale: number): Uint8Array {
	const text = csvRows(rows.map((row) => row.map((cell) => csvCellOf(cell, scale))));
	return new TextEncoder().encode(CSV_BOM + text);
}

function parquetOf([heads = [], ...rows]: NamedTable['rows'], scale: number): Promise<Uint8Array> {
	const columns = heads.map((head, i) =>
		typedColumn(String(csvCellOf(head, scale) ?? ''), rows.length, (row) => rows[row]?.[i] ?? null, scale)
	);
	return writeParquet(columns, rows.length, scale);
}

/** Titles as names of files on any system, no two alike. */
function fileNames(titles: readonly string[]): string[] {
	return sheetNames(
		titles.map((title) => title.replace(/["<>|]+/g, ' ').replace(/[. ]+$/, '')),
		NAME_LIMIT
	);
}
