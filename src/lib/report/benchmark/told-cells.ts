import type { DisclosedCell, DisclosedSection, DisclosedTable } from '#lib/api/disclosed-findings.ts';
import { HIDDEN } from '../redact/redact-grids.ts';

/** A number that a file tells; hidden for the sake of a small group; or not in it at all. */
export type Told = number | 'hidden' | 'absent';

/** The table of a section with a title; null where it is not in the file. */
export function tableOf(section: DisclosedSection, title: string): DisclosedTable | null {
	return section.tables.find((table) => table.title === title) ?? null;
}

/**
 * The number in a cell of a table that is found by its heads. A cell that is hidden says so; so does a table of whose
 * section something was left out, where it is not there: it may be that.
 *
 * @param column its head; null for the last column
 */
export function toldAt(
	section: DisclosedSection,
	title: string,
	row: string | number,
	column: string | null
): Told {
	const table = tableOf(section, title);
	if (table === null) return section.remarks.length > 0 ? 'hidden' : 'absent';
	const cells = table.rows.find(([head]) => headOf(head) === row);
	const at = column === null ? table.heads.length - 1 : table.heads.indexOf(column, 1);
	return cells === undefined || at < 1 ? 'absent' : toldIn(cells[at]);
}

/** The number in a cell. A text that is no sign of hiding is no number. */
export function toldIn(cell: DisclosedCell | undefined): Told {
	if (cell === HIDDEN) return 'hidden';
	return typeof cell === 'object' && cell !== null ? cell.value : 'absent';
}

/** What heads a row: a text, or a number such as N. */
export function headOf(cell: DisclosedCell | undefined): string | number | null {
	return typeof cell === 'object' && cell !== null ? cell.value : (cell ?? null);
}

/** A number of several; hidden or absent where one of them is. */
export function toldOf(parts: readonly Told[], reckon: (...values: number[]) => number): Told {
	if (parts.includes('hidden')) return 'hidden';
	const values = parts.filter((part) => typeof part === 'number');
	return values.length < parts.length ? 'absent' : reckon(...values);
}

/** What stands in the place of a number in a text that was written around one. */
const GAP = '\u0000';

/** The number that a sentence was written with, by the words around it: a headline figure is told as a text alone. */
export function numberIn(text: string, written: (gap: string) => string): Told {
	const [before = '', after = ''] = written(GAP).split(GAP);
	if (!text.startsWith(before) || !text.endsWith(after)) return 'absent';
	const digits = text.slice(before.length, text.length - after.length).replaceAll(',', '');
	return /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : 'absent';
}
