import { CoreError } from '#lib/core/errors.ts';
import { SURVEY_BYTES } from '../limits.ts';
import { BatchBuilder, sheetNamed, type GridReader, type GridSheet } from './grid.ts';
import { MarkupScanner } from './markup.ts';
import { SheetSink, SurveySink, type SheetContext } from './xlsx-sheet.ts';
import { guarded, Package, readLooks, readStrings, readWorkbook } from './xlsx-parts.ts';

/** Rows in a batch, about. */
const BATCH_ROWS = 1024;

/**
 * Opens an XLSX workbook: walks the archive's directory, reads what the workbook says of itself, counts the rows of its
 * sheets as far as that is cheap. Cells are read by `rows`, streaming: memory holds the texts that cells share and one
 * batch of rows. Source: ECMA-376, parts 1 and 2.
 *
 * @throws CoreError `archive-damaged`, `archive-encrypted`, `archive-method`, `archive-too-many`, `archive-too-large`,
 *   `archive-bomb`, `workbook-damaged`, `table-not-found`.
 */
export async function openXlsx(file: Blob, survey: boolean): Promise<GridReader> {
	const parts = await Package.open(file);
	const workbook = await readWorkbook(parts);
	if (workbook.sheets.length === 0) throw new CoreError('table-not-found', { container: 'XLSX' });
	const paths = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet.path]));
	const sheets: GridSheet[] = [];
	let left = survey ? SURVEY_BYTES : 0;
	for (const { name, path, hidden } of workbook.sheets) {
		const bytes = parts.entry(path)?.bytes ?? 0;
		const counted = bytes <= left ? await surveyOf(parts, path) : null;
		if (counted !== null) left -= bytes;
		sheets.push({ name, hidden, rows: counted?.rows ?? null, merges: counted?.merges ?? [] });
	}
	let context: SheetContext | null = null;
	let done = 0;
	let total = 0;

	return {
		container: 'xlsx',
		sheets,
		named: false,
		progress: () => ({ done, total }),
		async *rows(name) {
			const path = paths.get(sheetNamed(sheets, name).name ?? '') ?? '';
			const onDamage = (): never => {
				throw new CoreError('workbook-damaged', { part: path });
			};
			context ??= {
				strings: await readStrings(parts, workbook.stringsPath),
				looks: await readLooks(parts, workbook.stylesPath),
				from1904: workbook.from1904,
				onDamage
			};
			done = 0;
			total = parts.entry(path)?.bytes ?? 0;
			const out = new BatchBuilder();
			const scanner = new MarkupScanner(guarded(new SheetSink(out, context), path));
			let whole = true;
			for await (const piece of parts.text(path, (bytes) => (done += bytes))) {
				whole = scanner.push(piece);
				out.checkTime();
				if (out.size >= BATCH_ROWS) yield out.take();
			}
			if (!whole) onDamage();
			yield out.take();
		}
	};
}

async function surveyOf(parts: Package, path: string): Promise<SurveySink> {
	const sink = new SurveySink();
	await parts.scan(path, sink);
	return sink;
}
