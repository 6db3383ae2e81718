import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import { headerRowsOf, LineJudge } from './line-judge.ts';
import { RowRepairer } from './repair/repair-row.ts';
import { learnShape, type TableShape } from './repair/table-shape.ts';
import { BLANKS } from './tokenizer.ts';
import { RowTaker } from './tokenizers/row-taker.ts';

/** What the start of a file's text shows, and those who go by it. */
export interface TableStart {
	/** What the rows have in common; null when they have not. */
	readonly shape: TableShape | null;
	readonly taker: RowTaker;
	readonly judge: LineJudge;
	/** The last physical line of the table. */
	readonly endLine: number;
}

/** Learns from the first `LEARNT_UNITS` of a text, or all of it, how a format's rows are to be taken and judged. */
export function startOfTable(text: string, format: TextFormat): TableStart {
	// Lines of blanks, and of baskets, have no common width to repair them by.
	const isLoose = format.delimiter === BLANKS || format.baskets === true;
	const shape = isLoose ? null : learnShape(text, format, format.skipRows);
	const repairer = shape === null ? null : new RowRepairer(shape, format);
	return {
		shape,
		taker: new RowTaker(format, repairer, { above: format.skipRows, rows: headerRowsOf(format) }),
		judge: new LineJudge(format, shape),
		endLine: format.endLine ?? Infinity
	};
}
