import type { Candidate } from '#lib/core/dataset/inspection.ts';
import type { Encoding, TextFormat } from '#lib/core/dataset/recipe.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { decodeText, evenLines } from './decode.ts';
import { LineKind, type RowRemark, type Verdict } from './line-judge.ts';
import { RowRepairer } from './repair/repair-row.ts';
import { learnShape } from './repair/table-shape.ts';
import { sniffBaskets, type BasketEvidence } from './sniff/baskets.ts';
import { sniffDialect, type Dialect } from './sniff/dialect.ts';
import { guessEncoding } from './sniff/encoding.ts';
import { sniffLayout, type TableLayout } from './sniff/layout.ts';
import { cutWhole, judgedBy, type WholeCut } from './whole-cut.ts';

/** How a text was understood, and by what evidence. */
export interface SniffedTable {
	readonly format: TextFormat;
	readonly dialect: Dialect;
	readonly layout: TableLayout;
	/** What speaks for lines that are baskets; null when nothing does. */
	readonly baskets: BasketEvidence | null;
	/** Choices that could well be others. */
	readonly unsure: readonly Unsure[];
}

/** A choice of the sniffer that is worth asking about. */
export type Unsure = 'dialect' | 'header' | 'end';

/** Rivals nearer than this to the best way of cutting, and headers no surer than this, are asked about. */
const NEAR_RIVAL = 0.85;
const SURE_HEADER = 0.5;

/** Only where fewer lines than this are of one width is it asked whether they are baskets. */
const MOSTLY_EVEN = 0.95;

/** Understands a text without anyone's help. `whole`: it is all of the file and not its head. */
export function sniffText(text: string, encoding: Encoding, whole: boolean): SniffedTable {
	const dialect = sniffDialect(text);
	let format: TextFormat = {
		encoding,
		delimiter: dialect.delimiter,
		quote: dialect.quote,
		header: true,
		skipRows: dialect.skipRows,
		...(dialect.escape !== undefined && { escape: dialect.escape })
	};
	let layout = sniffLayout(text, format, whole);
	if (!layout.header && format.skipRows > 0) {
		const torn = tornHeaderLine(text, format);
		if (torn !== null) {
			format = { ...format, skipRows: torn - 1 };
			layout = { ...sniffLayout(text, format, whole), header: true };
		}
	}
	const isRagged = !layout.header && dialect.evidence.even < MOSTLY_EVEN;
	const baskets = isRagged ? sniffBaskets(text, encoding) : null;
	if (baskets !== null) return { format: baskets.format, dialect, layout, baskets, unsure: [] };
	const unsure = unsureOf(dialect, layout);
	return { format: withLayout(format, layout), dialect, layout, baskets, unsure };
}

/**
 * The line just above a table that has no header, if it is one torn by a stray quote or cut by another delimiter: such
 * a line looks like a title.
 */
function tornHeaderLine(text: string, format: TextFormat): number | null {
	const lines = text.split('\n', format.skipRows);
	let line = lines.length;
	while (line > 0 && (lines[line - 1] as string).trim() === '') line--;
	const shape = line === 0 ? null : learnShape(text, format, format.skipRows);
	if (shape === null) return null;
	const above = (lines[line - 1] as string).replace(/\r$/, '');
	return new RowRepairer(shape, format).repair(above, true) === null ? null : line;
}

function unsureOf(dialect: Dialect, layout: TableLayout): Unsure[] {
	const { even, rival, named } = dialect.evidence;
	const unsure: Unsure[] = [];
	if (!named && dialect.width > 1 && (rival > NEAR_RIVAL || even < 0.7)) unsure.push('dialect');
	if (Math.abs(layout.headerScore) < SURE_HEADER || layout.narrowHeader) unsure.push('header');
	if (layout.end !== null) unsure.push('end');
	return unsure;
}

function withLayout(format: TextFormat, { header, headerRows, endLine }: TableLayout): TextFormat {
	return {
		...format,
		header,
		...(headerRows > 1 && { headerRows: headerRows as 2 | 3 }),
		...(endLine !== undefined && { endLine })
	};
}

/** Row `line` of the source and what became of it. */
export interface ReadRow {
	readonly line: number;
	readonly cells: readonly string[];
	readonly repaired?: RowRemark;
	readonly rejected?: IssueCode;
}

/** A text as a table: every row of the source stands in exactly one of the lists. */
export interface ReadTable {
	/** Rows that name the columns, as they are. */
	readonly header: readonly (readonly string[])[];
	readonly rows: readonly ReadRow[];
	readonly rejected: readonly ReadRow[];
	readonly blankLines: number;
	/** The header itself did not fit and was repaired. */
	readonly headerRepaired: boolean;
	/** Cells of a row, or null when the rows have no common width. */
	readonly width: number | null;
}

/**
 * Cuts a text into a table by a format. The one way that the review and the measuring scripts read; the import does
 * the same piece by piece. `known`: the same text, even and with as much behind it, as it was cut before, by this format or
 * another; where that serves, it is not cut again. Linear in the text.
 */
export function readTable(text: string, format: TextFormat, whole = true, known?: WholeCut): ReadTable {
	const before = known === undefined ? null : judgedBy(known, format);
	const { shape, batch } = before ?? cutWhole(evenLines(text), format, whole);
	const { rows, lines, verdicts } = batch;
	const table = {
		header: [] as (readonly string[])[],
		rows: [] as ReadRow[],
		rejected: [] as ReadRow[],
		blankLines: 0,
		headerRepaired: false
	};
	for (let i = 0; i < rows.length; i++) {
		const cells = rows[i] as readonly string[];
		const line = lines[i] as number;
		const { kind, rejected, remark } = verdicts[i] as Verdict;
		switch (kind) {
			case LineKind.HEADER:
				table.header.push(cells);
				if (remark !== null) table.headerRepaired = true;
				break;
			case LineKind.BLANK:
				table.blankLines++;
				break;
			case LineKind.ROW:
				table.rows.push({ line, cells, ...(remark !== null && { repaired: remark }) });
				break;
			case LineKind.REJECTED:
				table.rejected.push({ line, cells, ...(rejected !== null && { rejected }) });
				break;
			default:
		}
	}
	return { ...table, width: shape?.width ?? null };
}

/** Bytes of a whole file as a table, with no more help than the bytes. */
export function readBytes(bytes: Uint8Array): {
	encodings: readonly Candidate<Encoding>[];
	sniffed: SniffedTable;
	table: ReadTable;
} {
	const encodings = guessEncoding([bytes]);
	const encoding = encodings[0]?.value ?? 'utf-8';
	const text = evenLines(decodeText(bytes, encoding));
	const sniffed = sniffText(text, encoding, true);
	return { encodings, sniffed, table: readTable(text, sniffed.format, true, sniffed.layout.cut) };
}
