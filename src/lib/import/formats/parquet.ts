import {
	parquetMetadataAsync,
	parquetRead,
	parquetSchema,
	type AsyncBuffer,
	type Compressors,
	type FileMetaData,
	type SchemaElement
} from 'hyparquet';
import { CoreError } from '#lib/core/errors.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_CONTENT_BYTES } from '../limits.ts';
import { BatchBuilder, type GridReader } from './grid.ts';
import { parquetText, type ColumnSpec } from './parquet-text.ts';

/** Rows turned into text in one go. */
const BATCH_ROWS = 4096;

/** Codecs that can be undone here. */
const codecs: ReadonlySet<string> = new Set([
	...['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'BROTLI', 'ZSTD', 'LZ4', 'LZ4_RAW']
]);

/**
 * Opens a Parquet file. Row groups are read one by one, so memory holds one of them; a group of more cells than a sheet
 * may have is refused. Values become text as in `parquetText`. Source: the Apache Parquet format, by hyparquet.
 *
 * @throws CoreError `parquet-damaged`, `parquet-compression` {codec}, `grid-too-large`, `file-too-large`
 */
export async function openParquet(file: Blob): Promise<GridReader> {
	const buffer: AsyncBuffer = {
		byteLength: file.size,
		slice: (from, to) => file.slice(from, to).arrayBuffer()
	};
	const metadata = await guarded(() => parquetMetadataAsync(buffer));
	const columns = await guarded(() => columnsOf(metadata));
	checkBounds(metadata, columns.length);
	const total = Number(metadata.num_rows);
	let done = 0;
	return {
		container: 'parquet',
		sheets: [{ name: null, rows: total, hidden: false, merges: [] }],
		named: true,
		progress: () => ({ done: Math.round((file.size * done) / Math.max(1, total)), total: file.size }),
		async *rows(_, given) {
			const names = given ?? columns.map(({ name }) => name);
			const places = new Map(columns.map((column, place) => [column.name, { column, place }]));
			const wanted = names.map((name) => places.get(name));
			const typed = wanted.map((found) => found?.column.typed === true);
			const compressors = await neededCompressors(metadata);
			const out = new BatchBuilder();
			out.add(names, 0, []);
			let rowStart = 0;
			for (const group of metadata.row_groups) {
				out.beginPart();
				const rowEnd = rowStart + Number(group.num_rows);
				const from = rowStart;
				// As lists and not as objects: a column may be called __proto__.
				let rows: readonly (readonly unknown[])[] = [];
				await guarded(() =>
					parquetRead({
						file: buffer,
						metadata,
						rowStart: from,
						rowEnd,
						compressors,
						utf8: false,
						geoparquet: false,
						parsers: rawParsers,
						onComplete: (read: readonly (readonly unknown[])[]) => (rows = read)
					})
				);
				if (rows.length !== rowEnd - from) throw new CoreError('parquet-damaged');
				for (const [i, row] of rows.entries()) {
					const cells = wanted.map((found) =>
						found === undefined ? '' : parquetText(row[found.place], found.column)
					);
					out.add(cells, from + i + 1, typed);
					done = from + i + 1;
					if (out.size >= BATCH_ROWS) yield out.take();
				}
				rowStart = rowEnd;
			}
			yield out.take();
		}
	};
}

/** Times stay whole numbers of their unit until `parquetText` writes them; nothing becomes a Date. */
const rawParsers = {
	timestampFromMilliseconds: (value: bigint) => ({ ms: Number(value) }),
	timestampFromMicroseconds: (value: bigint) => ({ ms: Number(value / 1000n) }),
	timestampFromNanoseconds: (value: bigint) => ({ ms: Number(value / 1_000_000n) }),
	dateFromDays: (days: number) => ({ days }),
	jsonFromBytes: (bytes: Uint8Array) => bytes
};

/** What goes wrong in the library means that the file is not what it says. */
async function guarded<T>(work: () => T | Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (cause) {
		if (cause instanceof CoreError) throw cause;
		throw new CoreError('parquet-damaged', {}, { cause });
	}
}

function columnsOf(metadata: FileMetaData): ColumnSpec[] {
	return parquetSchema(metadata).children.map(({ element }) => {
		const spec = specOf(element);
		if (spec.decimals !== null) {
			// The library would make a binary fraction of it; its digits are wanted.
			delete element.converted_type;
			delete element.logical_type;
		}
		return spec;
	});
}

function specOf(element: SchemaElement): ColumnSpec {
	const decimal = element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL';
	const text = element.type === 'BYTE_ARRAY' || element.type === undefined;
	return {
		name: element.name,
		decimals: decimal ? (element.scale ?? 0) : null,
		single: element.type === 'FLOAT',
		typed: decimal || (!text && element.type !== 'FIXED_LEN_BYTE_ARRAY')
	};
}

function checkBounds(metadata: FileMetaData, columns: number): void {
	if (columns === 0) throw new CoreError('table-not-found', { container: 'PARQUET' });
	if (columns > MAX_COLUMNS) throw new CoreError('grid-too-large', { limit: MAX_CELLS });
	let size = 0;
	for (const group of metadata.row_groups) {
		if (Number(group.num_rows) * columns > MAX_CELLS)
			throw new CoreError('grid-too-large', { limit: MAX_CELLS });
		for (const { meta_data: chunk } of group.columns) {
			if (chunk === undefined) throw new CoreError('parquet-damaged');
			if (!codecs.has(chunk.codec)) throw new CoreError('parquet-compression', { codec: chunk.codec });
			size += Number(chunk.total_uncompressed_size);
		}
	}
	if (size > MAX_CONTENT_BYTES) throw new CoreError('file-too-large', { size, limit: MAX_CONTENT_BYTES });
}

/** Snappy is the library's own; the others are loaded when a file has them. */
async function neededCompressors(metadata: FileMetaData): Promise<Compressors> {
	const used = new Set(metadata.row_groups.flatMap(({ columns }) => columns.map((c) => c.meta_data?.codec)));
	used.delete('UNCOMPRESSED');
	used.delete('SNAPPY');
	if (used.size === 0) return {};
	const { otherCompressors } = await import('./parquet-codecs.ts');
	return otherCompressors;
}
