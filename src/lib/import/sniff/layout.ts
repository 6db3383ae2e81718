import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import { isValue } from '../repair/column-shape.ts';
import { LineKind } from '../line-judge.ts';
import { cutWhole, type WholeCut } from '../whole-cut.ts';
import { headerScore } from './header.ts';

/** Where in the lines of a file its table is. */
export interface TableLayout {
	readonly header: boolean;
	readonly headerRows: 1 | 2 | 3;
	/** Last line of the table, when something follows it. */
	readonly endLine: number | undefined;
	/** How surely the first row is a header; compares with 0. */
	readonly headerScore: number;
	/** The header names fewer columns than the rows have cells. */
	readonly narrowHeader: boolean;
	/** Why the table ends before the text does. */
	readonly end: 'second-table' | 'second-copy' | null;
	/** The text as it was cut to find this. */
	readonly cut: WholeCut;
}

/** Rows by which columns of values are told. */
const COMPARED = 60;

/** Header rows looked for, at most. */
const MOST_HEADER_ROWS = 3;

interface Placed {
	readonly cells: readonly string[];
	readonly line: number;
	/** Blank lines or rules stand just above. */
	readonly parted: boolean;
}

/**
 * Finds the rows that name the columns, and the end of the table where a second one follows it. `header` known
 * beforehand is taken as it is. `format` says how the text is cut; its own header is not looked at.
 */
export function sniffLayout(text: string, format: TextFormat, whole: boolean): TableLayout {
	const cut = cutWhole(text, { ...format, header: true, headerRows: MOST_HEADER_ROWS }, whole);
	const { batch } = cut;
	const placed: Placed[] = [];
	let parted = false;
	for (const [i, cells] of batch.rows.entries()) {
		const verdict = batch.verdicts[i];
		if (verdict?.kind === LineKind.ABOVE) continue;
		if (verdict?.kind === LineKind.BLANK || verdict?.rejected === 'row-separator') {
			parted = true;
			continue;
		}
		placed.push({ cells, line: batch.lines[i] as number, parted });
		parted = false;
	}
	const rows = placed.map(({ cells }) => cells);
	const score = headerScore(rows.slice(0, COMPARED));
	const width = cut.shape?.width ?? rows[0]?.length ?? 1;
	const header = score > 0;
	const headerRows = header ? countHeaderRows(rows, width) : 1;
	const end = header ? endOf(placed, headerRows, width) : null;
	const narrowHeader = header && (rows[0]?.length ?? 0) < width;
	return {
		header,
		headerRows,
		headerScore: score,
		narrowHeader,
		endLine: end?.line,
		end: end?.why ?? null,
		cut
	};
}

/** Rows of names: those at the top that have texts where the rows below have values. */
function countHeaderRows(rows: readonly (readonly string[])[], width: number): 1 | 2 | 3 {
	const body = rows.slice(MOST_HEADER_ROWS, MOST_HEADER_ROWS + COMPARED);
	if (body.length < 2) return 1;
	const values: number[] = [];
	for (let column = 0; column < width; column++) {
		const filled = body.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
		if (filled.length > 0 && filled.filter(isValue).length >= 0.9 * filled.length) values.push(column);
	}
	if (values.length < 2) return 1;
	let count = 1;
	while (count < MOST_HEADER_ROWS) {
		const row = rows[count] ?? [];
		const named = values.filter((column) => (row[column] ?? '').trim() !== '');
		if (named.some((column) => isValue(row[column] as string)) || named.length < 0.6 * values.length) break;
		count++;
	}
	// A third row of texts may be the start of a table without values; only a clear change counts.
	const next = rows[count] ?? [];
	return values.filter((column) => isValue(next[column] ?? '')).length >= 0.5 * values.length
		? (count as 1 | 2 | 3)
		: 1;
}

/** Share of the names of a header that another row must have for it to head a second table. */
const SAME_NAMES = 0.6;

/** Share of the rows below a repeated header that stand above it too, for them to be a second copy. */
const COPIED = 0.9;

function endOf(
	placed: readonly Placed[],
	headerRows: number,
	width: number
): { line: number; why: 'second-table' | 'second-copy' } | null {
	const names = (placed[headerRows - 1]?.cells ?? []).map((cell) => cell.trim());
	const named = names.filter((name) => name !== '').length;
	if (named < 2) return null;
	const [all, known] = [new Set(names), new Set(names.filter((name) => name !== ''))];
	for (let i = headerRows + 1; i < placed.length; i++) {
		const { cells, line, parted } = placed[i] as Placed;
		if (parted || all.has((cells[0] ?? '').trim())) {
			const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
			if (texts.length >= 2 && !texts.some(isValue)) {
				const shared = texts.filter((text) => known.has(text)).length;
				const same = shared === named && texts.length === named;
				if (same && isCopy(placed, headerRows, i)) return { line: line - 1, why: 'second-copy' };
				const other = cells.length !== width && cells.length >= 2;
				if (!same && shared >= SAME_NAMES * Math.min(named, texts.length) && shared >= 2)
					return { line: line - 1, why: 'second-table' };
				if (parted && other && followedBy(placed, i, cells.length, width))
					return { line: line - 1, why: 'second-table' };
			}
		}
	}
	return null;
}

/** Whether the rows below row `at` are those above it once more. */
function isCopy(placed: readonly Placed[], headerRows: number, at: number): boolean {
	const above = placed.slice(headerRows, at);
	const below = placed.slice(at + 1, at + 1 + above.length);
	if (below.length < Math.min(2, above.length) || above.length === 0) return false;
	const key = ({ cells }: Placed) => cells.join('\u001f');
	const seen = new Set(above.map(key));
	return below.filter((row) => seen.has(key(row))).length >= COPIED * below.length;
}

/** Whether rows of another width than the table's come below row `at`. */
function followedBy(placed: readonly Placed[], at: number, cells: number, width: number): boolean {
	const below = placed.slice(at + 1, at + 4);
	return cells !== width && below.length >= 1 && below.every((row) => row.cells.length === cells);
}
