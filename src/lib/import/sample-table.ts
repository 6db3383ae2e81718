import type { Candidate } from '#lib/core/dataset/inspection.ts';
import type { Encoding, SourceFormat, TextFormat } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { evenLines } from './decode.ts';
import type { ZipEntry } from './formats/zip.ts';
import { HEAD_BYTES, MAX_COLUMNS, TAIL_BYTES } from './limits.ts';
import { sniffDialect } from './sniff/dialect.ts';
import { guessEncoding } from './sniff/encoding.ts';
import { headerScore } from './sniff/header.ts';
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
	const text = evenLines(new TextDecoder(encoding).decode(sample.head, { stream: !sample.whole }));
	if (text.trim() === '') throw new CoreError('file-empty');
	const dialect = sniffDialect(text);
	const cut: TextFormat = given ?? {
		encoding,
		delimiter: dialect.delimiter,
		quote: dialect.quote,
		header: true,
		skipRows: dialect.skipRows
	};
	const all = cutRows(text, cut, sample.whole);
	const score = headerScore(all.slice(0, 51));
	const header = given?.header ?? score > 0;
	const body = header ? all.slice(1) : all;
	if (all.length === 0) throw new CoreError('file-empty');
	if (body.length === 0) throw new CoreError('file-header-only');
	const headers = headersOf(all, header);
	if (headers.length > MAX_COLUMNS) throw new CoreError('file-unreadable', { line: 1 });
	return {
		sample,
		encodings,
		delimiters: dialect.delimiters,
		source: { ...cut, header, ...(member !== null && { member: member.name }) },
		headerScore: score,
		headers,
		rows: spread(body, MOST_ROWS),
		rowCount: body.length,
		farRows: [sample.middle, sample.tail].flatMap((bytes) => farRows(bytes, cut, headers.length)),
		bytesOfRows: sample.head.length
	};
}

function cutRows(text: string, format: TextFormat, whole: boolean): (readonly string[])[] {
	const batch = tokenizerFor(format).push(text, whole);
	return batch.rows.filter(
		(row, i) => (batch.lines[i] as number) > format.skipRows && row.some((cell) => cell.trim() !== '')
	);
}

/** At most `most` rows: the first half of them from the start, the others evenly from the rest. */
export function spread<T>(rows: readonly T[], most: number): readonly T[] {
	if (rows.length <= most) return rows;
	const start = most >>> 1;
	const step = (rows.length - start) / (most - start);
	const rest = Array.from({ length: most - start }, (_, i) => rows[start + Math.floor(i * step)] as T);
	return [...rows.slice(0, start), ...rest];
}

/** Names of the columns: as many as the header has, or the rows when they are wider. */
export function headersOf(all: readonly (readonly string[])[], header: boolean): string[] {
	const first = all[0] ?? [];
	const body = (header ? all.slice(1) : all).slice(0, 200);
	const widths = new Map<number, number>();
	for (const row of body) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
	const common = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? first.length;
	let width = header ? Math.max(first.length, common) : common;
	// A delimiter at the end of each line makes a column of nothing.
	const filled = (column: number) =>
		(header && (first[column] ?? '').trim() !== '') || body.some((row) => (row[column] ?? '').trim() !== '');
	while (width > 1 && !filled(width - 1)) width--;
	return Array.from({ length: width }, (_, i) => {
		const name = header ? (first[i] ?? '').trim() : '';
		return name === '' ? `#${i + 1}` : name;
	});
}

/** Whole rows out of a window: what comes before its first line end is not one, nor are rows of another width. */
function farRows(
	bytes: Uint8Array | null,
	format: TextFormat,
	width: number
): readonly (readonly string[])[] {
	if (bytes === null) return [];
	const text = evenLines(new TextDecoder(format.encoding).decode(bytes));
	const from = text.indexOf('\n');
	if (from < 0) return [];
	const rows = tokenizerFor(format).push(text.slice(from + 1), false).rows;
	return spread(
		rows.filter((row) => row.length === width),
		MOST_FAR_ROWS
	);
}
