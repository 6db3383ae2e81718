import { BLANK, ROW, UNCLOSED, type Verdict } from './line-judge.ts';
import { itemsOf } from './sniff/baskets.ts';
import type { TokenBatch } from './tokenizers/tokenizer.ts';

/**
 * Lines that are baskets as rows of a table: one per item, with the number of its line and the item. Lines without an item
 * are blank; one whose quote never closes is one row that is set apart. `above`: lines above the first basket.
 */
export function basketRows({ rows: baskets, lines: numbers, unclosed }: TokenBatch, above: number) {
	const rows: (readonly string[])[] = [];
	const lines: number[] = [];
	const verdicts: Verdict[] = [];
	const add = (row: readonly string[], line: number, verdict: Verdict) => {
		rows.push(row);
		lines.push(line);
		verdicts.push(verdict);
	};
	for (const [i, cells] of baskets.entries()) {
		const line = numbers[i] as number;
		if (line <= above) continue;
		const items = itemsOf(cells);
		if (unclosed.has(i)) add([String(line), ...items], line, UNCLOSED);
		else if (items.length === 0) add(cells, line, BLANK);
		else for (const row of itemRows(cells, line)) add(row, line, ROW);
	}
	return { rows, lines, verdicts };
}

/** One row of a sheet that is a basket, as rows of a table: one per item, with the number of its line. */
export const itemRows = (cells: readonly string[], line: number): readonly (readonly string[])[] =>
	itemsOf(cells).map((item) => [String(line), item]);
