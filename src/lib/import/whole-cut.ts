import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import { headerRowsOf, LineJudge } from './line-judge.ts';
import type { TableShape } from './repair/table-shape.ts';
import { judged, TableCutter, type CutBatch } from './table-cutter.ts';
import type { TokenBatch } from './tokenizers/tokenizer.ts';

/** A whole text, cut and judged by a format. */
export interface WholeCut {
	readonly format: TextFormat;
	readonly shape: TableShape | null;
	/** Null where the text is too short to be cut before more of it comes. */
	readonly tokens: TokenBatch | null;
	readonly batch: CutBatch;
}

/** Cuts a whole text by a format. `whole`: nothing follows it. Linear in the text. */
export function cutWhole(text: string, format: TextFormat, whole: boolean): WholeCut {
	const cutter = new TableCutter(format);
	const batch = cutter.push(text, whole);
	return { format, shape: cutter.shape, tokens: cutter.tokens, batch };
}

/**
 * The same text by another format, judged anew and not cut again. Null where that format might cut it otherwise: by other
 * characters, or because rows at the start were not plain, which is looked at otherwise in rows of names.
 */
export function judgedBy({ format, shape, tokens }: WholeCut, other: TextFormat): WholeCut | null {
	if (tokens === null || format.baskets === true || other.baskets === true) return null;
	const cut = ['delimiter', 'quote', 'escape', 'skipRows'] as const;
	if (cut.some((key) => format[key] !== other[key])) return null;
	if (!isPlainAbove(tokens, format.skipRows, Math.max(headerRowsOf(format), headerRowsOf(other))))
		return null;
	return { format: other, shape, tokens, batch: judged(tokens, new LineJudge(other, shape)) };
}

/** Whether all rows down to the one that may be the last of the names were taken as they stand. */
function isPlainAbove(
	{ rows, lines, unclosed, repaired, doubtful }: TokenBatch,
	above: number,
	names: number
): boolean {
	let filled = 0;
	for (let i = 0; i < rows.length && filled < names; i++) {
		if (unclosed.has(i) || repaired.has(i) || doubtful.has(i)) return false;
		const isBelow = (lines[i] as number) > above;
		if (isBelow && (rows[i] as readonly string[]).some((cell) => cell.trim() !== '')) filled++;
	}
	return true;
}
