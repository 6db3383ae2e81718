import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { CoreError } from '#lib/core/errors.ts';
import { MAX_CELLS } from '../limits.ts';
import { durationText, lookOf, serialText, truthText, valueText } from './cell-words.ts';
import { BatchBuilder, sheetNamed, type GridReader, type GridSheet } from './grid.ts';

/** A binary workbook holds 65,536 rows a sheet; one larger than this is none. */
const MAX_BYTES = 64 * 2 ** 20;
const BATCH_ROWS = 1024;

/**
 * Opens a workbook of Excel 97 to 2003 (or older), or one in the XML of 2003, by SheetJS, which reads it whole. Cells
 * become text as those of XLSX do.
 *
 * @throws CoreError `workbook-encrypted`, `workbook-damaged` {part}, `archive-too-large` {size, limit},
 *   `table-not-found`, `grid-too-large`
 */
export async function openXls(file: Blob): Promise<GridReader> {
	if (file.size > MAX_BYTES) throw new CoreError('archive-too-large', { size: file.size, limit: MAX_BYTES });
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (isLocked(bytes)) throw new CoreError('workbook-encrypted');
	const book = readBook(bytes);
	const from1904 = book.Workbook?.WBProps?.date1904 === true;
	const sheets: GridSheet[] = book.SheetNames.flatMap((name, i) => {
		const sheet = book.Sheets[name];
		if (sheet?.['!data'] === undefined) return [];
		const rows = sheet['!data'].filter((row) => (row as unknown) !== undefined).length;
		const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
			line: s.r + 1,
			column: s.c,
			lines: e.r - s.r + 1,
			columns: e.c - s.c + 1
		}));
		return [{ name, rows, hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0, merges }];
	});
	if (sheets.length === 0) throw new CoreError('table-not-found', { container: 'XLS' });
	let done = 0;
	return {
		container: 'xls',
		sheets,
		named: false,
		progress: () => ({ done, total: file.size }),
		async *rows(name) {
			const data = (book.Sheets[sheetNamed(sheets, name).name ?? ''] as WorkSheet)['!data'] ?? [];
			const out = new BatchBuilder();
			for (let r = 0; r < data.length; r++) {
				const cells = data[r] as readonly (CellObject | undefined)[] | undefined;
				if (cells === undefined) continue;
				out.add(
					Array.from(cells, (cell) => textOf(cell, from1904)),
					r + 1,
					Array.from(cells, (cell) => cell !== undefined && cell.t !== 's')
				);
				done = Math.round((file.size * r) / data.length);
				if (out.size >= BATCH_ROWS) yield out.take();
			}
			yield out.take();
		}
	};
}

function readBook(bytes: Uint8Array): WorkBook {
	let book: WorkBook;
	try {
		book = read(bytes, {
			type: 'array',
			dense: true,
			cellNF: true,
			cellText: false,
			cellHTML: false,
			cellFormula: false,
			// Texts such as 2024-03-05 stay texts.
			raw: true
		});
	} catch (cause) {
		if (cause instanceof Error && /password|encrypt/i.test(cause.message)) {
			throw new CoreError('workbook-encrypted', {}, { cause });
		}
		throw new CoreError('workbook-damaged', { part: 'XLS' }, { cause });
	}
	let cells = 0;
	for (const sheet of Object.values(book.Sheets)) {
		for (const row of sheet['!data'] ?? []) cells += (row as readonly unknown[] | undefined)?.length ?? 0;
	}
	if (cells > MAX_CELLS) throw new CoreError('grid-too-large', { limit: MAX_CELLS });
	return book;
}

/** XLSX with a password is kept in the folder format of XLS, as a stream of this name. */
function isLocked(bytes: Uint8Array): boolean {
	const name = Uint8Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0));
	const head = bytes.subarray(0, 2 ** 20);
	for (let at = head.indexOf(name[0] as number); at >= 0; at = head.indexOf(name[0] as number, at + 1)) {
		let i = 1;
		while (i < name.length && head[at + 2 * i] === name[i] && head[at + 2 * i - 1] === 0) i++;
		if (i === name.length) return true;
	}
	return false;
}

function textOf(cell: CellObject | undefined, from1904: boolean): string {
	if (cell?.v === undefined) return '';
	switch (cell.t) {
		case 'n':
			return numberOf(Number(cell.v), cell, from1904);
		case 'b':
			return truthText(cell.v === true);
		case 's':
			return String(cell.v);
		case 'd':
			return String(cell.v instanceof Date ? cell.v.toISOString().slice(0, 19).replace('T', ' ') : cell.v);
		default:
			return '';
	}
}

function numberOf(value: number, cell: CellObject, from1904: boolean): string {
	if (!Number.isFinite(value)) return '';
	const look = lookOf(typeof cell.z === 'string' ? cell.z : null, typeof cell.z === 'number' ? cell.z : 0);
	if (look === 'date') return serialText(value, from1904);
	return look === 'duration' ? durationText(value) : valueText(value);
}
