import type { ParquetColumn, ParquetKind } from '../parquet/write-parquet.ts';
import { csvCellOf } from '../sheets/csv-cell.ts';
import type { SheetCell } from '../sheets/sheet.ts';

/**
 * A column of cells as a typed one: of one kind where all of its cells are, else their words. Counts and money are whole
 * numbers where all of them are; means of money are doubles of whole units. Looks at every cell once.
 *
 * @example
 * typedColumn('n', 2, (row) => ({ value: row, as: 'count' }), 2).kind // => 'whole'
 * typedColumn('n', 2, (row) => (row === 0 ? null : { text: 'a' }), 2).at(0) // => null
 */
export function typedColumn(
	name: string,
	rows: number,
	cell: (row: number) => SheetCell,
	scale: number
): ParquetColumn {
	const kind = kindOf(rows, cell);
	if (kind === 'text') return { name, kind, at: (row) => words(csvCellOf(cell(row), scale)) };
	const at = (row: number) => numberIn(cell(row));
	return kind === 'money' ? { name, kind: 'double', at: (row) => at(row) / 10 ** scale } : { name, kind, at };
}

const words = (value: string | number | null): string | null => (value === null ? null : String(value));

function numberIn(cell: SheetCell): number {
	return cell !== null && 'value' in cell ? cell.value : NaN;
}

/** `money`: amounts that are not all whole numbers of the smallest unit. */
function kindOf(rows: number, cell: (row: number) => SheetCell): ParquetKind | 'money' {
	let as: string | null = null;
	let whole = true;
	for (let row = 0; row < rows; row++) {
		const found = cell(row);
		if (found === null) continue;
		if (!('value' in found) || (as !== null && as !== found.as)) return 'text';
		as = found.as;
		if (!Number.isSafeInteger(found.value)) whole = false;
	}
	switch (as) {
		case null:
			return 'text';
		case 'day':
			return whole ? 'day' : 'double';
		case 'money':
			return whole ? 'decimal' : 'money';
		case 'count':
			return whole ? 'whole' : 'double';
		default:
			return 'double';
	}
}
