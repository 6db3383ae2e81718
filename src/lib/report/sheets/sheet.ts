import type { Logo } from '../brand.ts';
import type { Cell, NumberKind, TableModel } from '../model/types.ts';

/** A cell of a sheet: a text, or a number and what it is. Null is empty. */
export type SheetCell =
	| { readonly text: string; readonly look?: 'title' | 'head' | 'note' | 'link' }
	| { readonly value: number; readonly as: NumberKind; readonly look?: 'head' }
	| null;

/** A sheet before it is written in any form; the first `frozen` rows stay in sight. */
export interface Sheet {
	readonly name: string;
	readonly rows: readonly (readonly SheetCell[])[];
	readonly frozen: number;
	/** Whose it is: a picture above its rows. */
	readonly logo?: Logo;
}

const NAME_LIMIT = 31;

/**
 * Names that every spreadsheet takes: at most 31 signs (or `limit`), none of `[]:*?/\`, no apostrophe at an end, no two alike
 * whatever the case, and never "History", which is taken.
 *
 * @example
 * sheetNames(['A/B', 'a b', '', "it's"]) // => ['A B', 'a b 2', 'Sheet', "it's"]
 */
export function sheetNames(titles: readonly string[], limit = NAME_LIMIT): string[] {
	const taken = new Set(['history']);
	return titles.map((title) => {
		const bare =
			title
				.replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
				.replace(/\s+/g, ' ')
				.trim()
				.replace(/^'+|'+$/g, '') || 'Sheet';
		for (let n = 1; ; n++) {
			const tail = n === 1 ? '' : ` ${n}`;
			const name = cutTo(bare, limit - tail.length) + tail;
			if (taken.has(name.toLowerCase())) continue;
			taken.add(name.toLowerCase());
			return name;
		}
	});
}

/** A table of the report as rows: heads, then cells as numbers where they are numbers. */
export function tableRows({ columns, rows, total }: TableModel): SheetCell[][] {
	const heads: SheetCell[] = columns.map(({ label }) => ({ text: label, look: 'head' }));
	const all = total === undefined ? rows : [...rows, total];
	return [heads, ...all.map((row) => row.map(cellOf))];
}

function cellOf({ text, value, as }: Cell): SheetCell {
	if (value === undefined || as === undefined) return { text };
	return Number.isFinite(value) ? { value, as } : null;
}

/** Signs are whole: half a surrogate pair is no text. */
function cutTo(text: string, length: number): string {
	return text.length <= length
		? text
		: text
				.slice(0, length)
				.replace(/[\ud800-\udbff]$/, '')
				.trimEnd();
}
