import type { TableModel } from './types.ts';

/** More columns than these do not stand side by side on a sheet or a slide. */
const COLUMNS_ON_PAPER = 14;

/**
 * A table as it stands on paper: in parts that each have the heads of the rows and say which part they are, where it is wider
 * than a sheet. Its note stands under the last.
 */
export function paperParts(table: TableModel): TableModel[] {
	const beside = table.columns.length - 1;
	if (beside < COLUMNS_ON_PAPER) return [table];
	const count = Math.ceil(beside / (COLUMNS_ON_PAPER - 1));
	const step = Math.ceil(beside / count);
	const { note, ...plain } = table;
	return Array.from({ length: count }, (_, i): TableModel => {
		const ofPart = <T>(row: readonly T[]): T[] => [
			...row.slice(0, 1),
			...row.slice(1 + i * step, 1 + (i + 1) * step)
		];
		return {
			...plain,
			caption: `${table.caption} (${i + 1}/${count})`,
			cellsFrom: (table.cellsFrom ?? 1) - i * step,
			columns: ofPart(table.columns),
			rows: table.rows.map(ofPart),
			...(table.total && { total: ofPart(table.total) }),
			...(note !== undefined && i === count - 1 && { note })
		};
	});
}
