import type { ColumnSource, SchemaElement } from 'hyparquet-writer';

/** What a column of a Parquet file holds. */
export type ParquetKind =
	/** UTF-8. */
	| 'text'
	/** Whole numbers of 64 bits. */
	| 'whole'
	/** Money: whole numbers of the smallest unit, marked as decimals of `scale` places. */
	| 'decimal'
	| 'double'
	/** Days since 1970-01-01. */
	| 'day'
	/** Milliseconds since 1970-01-01 on a wall clock: no time zone. */
	| 'instant';

/** A column before it is written: its values are asked for row by row. Null is null, and so is NaN. */
export interface ParquetColumn {
	readonly name: string;
	readonly kind: ParquetKind;
	readonly at: (row: number) => string | number | null;
}

/** Rows of a group: what is in memory at once, and what is written between two pauses. */
const GROUP_ROWS = 50_000;
/** Digits of a decimal in 64 bits. */
const PRECISION = 18;

/**
 * Columns as a Parquet file (Snappy, with statistics), group by group; `pause` is waited for between two. Takes about 1 µs
 * a value. Source: the Apache Parquet format, by hyparquet-writer, which is loaded when it is needed.
 *
 * @param columns at least one, each of `rows` values; names that occur twice are told apart
 * @param scale decimal places of columns of money, 0 to 18
 * @param pause told how many rows are written; may throw to stop
 */
export async function writeParquet(
	columns: readonly ParquetColumn[],
	rows: number,
	scale: number,
	pause: (done: number) => Promise<void> = async () => undefined
): Promise<Uint8Array<ArrayBuffer>> {
	const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
	const names = columnNames(columns.map(({ name }) => name));
	const elements = columns.map(({ kind }, i): SchemaElement => element(names[i] as string, kind, scale));
	const writer = new ByteWriter();
	const file = new ParquetWriter({
		writer,
		schema: [{ name: 'root', num_children: elements.length }, ...elements],
		createdBy: 'Clientele'
	});
	for (let start = 0; start < rows; start += GROUP_ROWS) {
		await pause(start);
		const size = Math.min(GROUP_ROWS, rows - start);
		const columnData = columns.map(({ kind, at }, i): ColumnSource => ({
			name: names[i] as string,
			data: Array.from({ length: size }, (_, row) => stored(at(start + row), kind))
		}));
		await file.write({ columnData, rowGroupSize: size });
	}
	await file.finish();
	return new Uint8Array(writer.getBuffer());
}

/**
 * Names as most readers of Parquet want them: not empty, no two alike.
 *
 * @example
 * columnNames(['a', 'a', '']) // => ['a', 'a 2', 'column 3']
 */
export function columnNames(headers: readonly string[]): string[] {
	const taken = new Set<string>();
	return headers.map((header, i) => {
		const bare = header.trim() === '' ? `column ${i + 1}` : header;
		let name = bare;
		for (let n = 2; taken.has(name); n++) name = `${bare} ${n}`;
		taken.add(name);
		return name;
	});
}

function element(name: string, kind: ParquetKind, scale: number): SchemaElement {
	const base = { name, repetition_type: 'OPTIONAL' } as const;
	switch (kind) {
		case 'text':
			return { ...base, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
		case 'whole':
			return { ...base, type: 'INT64' };
		case 'decimal':
			return { ...base, type: 'INT64', converted_type: 'DECIMAL', scale, precision: PRECISION };
		case 'double':
			return { ...base, type: 'DOUBLE' };
		case 'day':
			return { ...base, type: 'INT32', converted_type: 'DATE' };
		case 'instant':
			return {
				...base,
				type: 'INT64',
				logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' }
			};
	}
}

/** Whole numbers go in as they are, digit by digit: nothing is scaled on the way. */
function stored(value: string | number | null, kind: ParquetKind): string | number | bigint | null {
	if (value === null || typeof value === 'string') return value;
	if (Number.isNaN(value)) return null;
	if (kind === 'instant') return BigInt(Math.round(value));
	return kind === 'whole' || kind === 'decimal' ? BigInt(value) : value;
}
