import { CoreError } from '../errors.ts';
import type { TableColumn } from './table.ts';

/** How a column's values are held in memory, so that it is read back as the same kind of array. */
export const columnKinds = ['float64', 'int32', 'uint32', 'uint8', 'text'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** A column as plain JSON. Null stands for "no value" and occurs in float64 columns only. */
export interface JsonColumn {
	readonly kind: ColumnKind;
	readonly values: readonly (number | string | null)[];
}

/**
 * A column as a tagged list.
 *
 * @throws CoreError `internal` for an infinite number.
 * @example
 * columnToJson(Float64Array.of(0.5, NaN)) // => { kind: 'float64', values: [0.5, null] }
 * columnToJson(['客户']) // => { kind: 'text', values: ['客户'] }
 */
export function columnToJson(column: TableColumn): JsonColumn {
	if (column instanceof Float64Array) {
		return {
			kind: 'float64',
			values: Array.from(column, (value) => {
				if (Number.isNaN(value)) return null;
				if (!Number.isFinite(value)) throw new CoreError('internal', { reason: 'infinite-number-in-result' });
				// + 0 makes −0, which JSON cannot write, an ordinary zero.
				return value + 0;
			})
		};
	}
	if (column instanceof Int32Array) return { kind: 'int32', values: Array.from(column) };
	if (column instanceof Uint32Array) return { kind: 'uint32', values: Array.from(column) };
	if (column instanceof Uint8Array) return { kind: 'uint8', values: Array.from(column) };
	return { kind: 'text', values: [...column] };
}

/**
 * Reads a tagged list of `rows` values; null when anything about it is wrong.
 *
 * @example
 * columnFromJson({ kind: 'uint8', values: [1, 255] }, 2) // => [1, 255]
 * columnFromJson({ kind: 'uint8', values: [256] }, 1) // => null
 * columnFromJson({ kind: 'float64', values: [null] }, 1) // => [NaN]
 * columnFromJson({ kind: 'text', values: ['a'] }, 2) // => null
 */
export function columnFromJson(value: unknown, rows: number): TableColumn | null {
	if (typeof value !== 'object' || value === null) return null;
	const { kind, values } = value as { kind?: unknown; values?: unknown };
	if (!Array.isArray(values) || values.length !== rows) return null;
	const cells: readonly unknown[] = values;
	switch (kind) {
		case 'float64':
			return float64(cells);
		case 'int32':
			return wholes(cells, new Int32Array(rows));
		case 'uint32':
			return wholes(cells, new Uint32Array(rows));
		case 'uint8':
			return wholes(cells, new Uint8Array(rows));
		case 'text':
			return cells.every((cell) => typeof cell === 'string') ? cells : null;
		default:
			return null;
	}
}

function float64(cells: readonly unknown[]): Float64Array | null {
	const column = new Float64Array(cells.length);
	for (let i = 0; i < cells.length; i++) {
		const cell = cells[i];
		if (cell === null) column[i] = Number.NaN;
		else if (typeof cell === 'number' && Number.isFinite(cell)) column[i] = cell;
		else return null;
	}
	return column;
}

/** A typed array silently wraps and rounds what does not fit: what it holds must be what was given. */
function wholes<C extends Int32Array | Uint32Array | Uint8Array>(
	cells: readonly unknown[],
	column: C
): C | null {
	for (let i = 0; i < cells.length; i++) {
		const cell = cells[i];
		if (typeof cell !== 'number') return null;
		column[i] = cell;
		if (column[i] !== cell) return null;
	}
	return column;
}
