import type { Candidate, Inspection } from '#lib/core/dataset/inspection.ts';
import type { Encoding, SourceFormat, TextFormat } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { decodeText, evenLines } from './decode.ts';
import type { ZipEntry } from './formats/zip.ts';
import { HEAD_BYTES, MAX_TABLE_COLUMNS, TAIL_BYTES } from './limits.ts';
import { guessEncoding } from './sniff/encoding.ts';
import { headerScore } from './sniff/header.ts';
import { readTable, sniffText, type Unsure } from './read-table.ts';
import { reasonsOf } from './reasons.ts';
import { readSample, type Sample } from './source.ts';
import { tokenizerFor } from './tokenizer.ts';

/** The sample of a file, cut into a table. */
export interface SampleTable {
	readonly sample: Sample;
	readonly encodings: readonly Candidate<Encoding>[];
	readonly delimiters: readonly Candidate<string>[];
	readonly source: SourceFormat;
	/** How surely the first row is a header; compares with 0. */
	readonly headerScore: number;
	/** Choices of the sniffer that could well be others; none when the format was given. */
	readonly unsure: readonly Unsure[];
	/** The line after which a second table seems to begin, if the format does not end the table. */
	readonly secondTable: number | null;
	/** Why the text was cut as it was. */
	readonly reasons: Inspection['reasons'];
	/** One per column; `#n` where the file names none. */
	readonly headers: readonly string[];
	/** Rows below the header, without blank ones: all of a short sample, else a share of it that begins at the start. */
	readonly rows: readonly (readonly string[])[];
	/** Rows in the head of the file. */
	readonly rowCount: number;
	/** Some rows from the middle and the end. */
	readonly farRows: readonly (readonly string[])[];
	/** Bytes of the head that the rows took. */
	readonly bytesOfRows: number;
	/** Columns of which every value is a number by type: its point is a point. Absent for text. */
	readonly typedColumns?: ReadonlySet<number>;
	/** Other sheets with the same columns at the same place. Absent for text. */
	readonly alike?: readonly string[];
	/** Columns with cells that were merged over several rows, which have their text in the first alone. Absent for text. */
	readonly mergedDown?: readonly number[];
	/** Rows of the whole table where they are known without reading it, exactly or about. Absent for text. */
	readonly rowsKnown?: { readonly count: number; readonly exact: boolean };
}

/** Rows looked at closely, of the start and of each of the other windows: enough to decide, and done in a blink. */
const MOST_ROWS = 5_000;
const MOST_FAR_ROWS = 1_500;

/**
 * Reads the sample of a file and cuts it into a table: by `given`, or by what it looks like.
 *
 * @throws CoreError `file-empty`, `file-too-large`, `file-binary`, `file-header-only`, `file-unreadable`.
 */
export async function sampleTable(
	source: Blob,
	given: TextFormat | null,
	member: ZipEntry | null = null
): Promise<SampleTable> {
	const sample = await readSample(source, HEAD_BYTES, TAIL_BYTES, member);
	const windows = [sample.head, sample.middle, sample.tail].filter((bytes) => bytes !== null);
	const encodings = guessEncoding(windows);
	const encoding = given?.encoding ?? encodings[0]?.value ?? 'utf-8';
	const text = evenLines(decodeText(sample.head, encoding, sample.whole));
	if (text.trim() === '') throw new CoreError('file-empty');
	const sniffed = sniffText(text, encoding, sample.whole);
	const cut = given ?? sniffed.format;
	const table = readTable(text, cut, sample.whole, sniffed.layout.cut);
	const body = table.rows.map((row) => row.cells);
	const all = [...table.header, ...body];
	// Where a row is longer than what is looked at, there may be any number of them.
	if (body.length === 0 && !sample.whole) throw new CoreError('row-too-large', { limit: HEAD_BYTES });
	if (all.length === 0 && table.rejected.length === 0) throw new CoreError('file-empty');
	if (body.length === 0) throw new CoreError('file-header-only');
	const headers = headersOf(table.header, body);
	if (headers.length > MAX_TABLE_COLUMNS)
		throw new CoreError('columns-too-many', { columns: headers.length, limit: MAX_TABLE_COLUMNS });
	return {
		sample,
		encodings,
		delimiters: sniffed.dialect.delimiters,
		source: { ...cut, ...(member !== null && { member: member.name }) },
		headerScore: given === null ? sniffed.layout.headerScore : headerScore(all.slice(0, 51)),
		unsure: given === null ? sniffed.unsure : [],
		secondTable: given === null ? null : (sniffed.layout.endLine ?? null),
		reasons: reasonsOf(table, cut, given === null ? sniffed : null),
		headers,
		rows: spread(body, MOST_ROWS),
		rowCount: body.length + table.rejected.length,
		farRows: [sample.middle, sample.tail].flatMap((bytes) => farRows(bytes, cut, headers.length)),
		bytesOfRows: sample.head.length
	};
}

/** At most `most` rows: the first half of them from the start, the others evenly from the rest. */
export function spread<T>(rows: readonly T[], most: number): readonly T[] {
	if (rows.length <= most) return rows;
	const start = most >>> 1;
	const step = (rows.length - start) / (most - start);
	const rest = Array.from({ length: most - start }, (_, i) => rows[start + Math.floor(i * step)] as T);
	return [...rows.slice(0, start), ...rest];
}

/** Names of the columns: as many as the header has, or the rows when they are wider. Several rows of names are joined. */
export function headersOf(
	names: readonly (readonly string[])[],
	body: readonly (readonly string[])[]
): string[] {
	const first = names[0] ?? [];
	const some = body.slice(0, 200);
	const widths = new Map<number, number>();
	for (const row of some) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
	const common = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? first.length;
	let width = Math.max(common, ...names.map((row) => row.length));
	const nameOf = (column: number) => joinNames(names.map((row) => row[column] ?? ''));
	// A delimiter at the end of each line makes a column of nothing.
	const filled = (column: number) =>
		nameOf(column) !== '' || some.some((row) => (row[column] ?? '').trim() !== '');
	while (width > 1 && !filled(width - 1)) width--;
	return Array.from({ length: width }, (_, i) => {
		const name = nameOf(i);
		return name === '' ? `#${i + 1}` : name;
	});
}

/**
 * The name of a column that several rows name: each different part once.
 *
 * @example
 * joinNames(['Order', 'Date']) // => 'Order / Date'
 * joinNames(['Date', 'Date']) // => 'Date'
 */
export function joinNames(parts: readonly string[]): string {
	return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))].join(' / ');
}

/**
 * Whole rows out of a window: what comes before its first line end is not one, nor are rows of another width. Of baskets
 * none: which line one stands on is not known there.
 */
function farRows(
	bytes: Uint8Array | null,
	format: TextFormat,
	width: number
): readonly (readonly string[])[] {
	if (bytes === null || format.baskets === true) return [];
	const text = evenLines(decodeText(bytes, format.encoding));
	const from = text.indexOf('\n');
	if (from < 0) return [];
	const rows = tokenizerFor(format).push(text.slice(from + 1), false).rows;
	return spread(
		rows.filter((row) => row.length === width),
		MOST_FAR_ROWS
	);
}
