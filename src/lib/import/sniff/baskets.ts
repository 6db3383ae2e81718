import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import { isValue } from '../repair/column-shape.ts';

/** What speaks for lines that are baskets. */
export interface BasketEvidence {
	/** Lines that were looked at, and different items in them. */
	readonly lines: number;
	readonly items: number;
	/** Share of the cells whose item also stands in another column on some other line. */
	readonly shared: number;
}

const delimiters = [',', ';', '\t', '|'] as const;

/** Lines looked at, and fewer than these tell nothing. */
const TRIED_LINES = 5_000;
const FEW_LINES = 20;

/** Looking ahead for quotes takes the square of a line's length. */
const LONGEST_LINE = 2_000;

/** Lines of one width make a table; lists of what was bought have no common one. */
const EVEN = 0.9;

/** An item may stand anywhere on its line, and on one line once. */
const SHARED = 0.9;
const ONCE = 0.98;

/** Items are words, bought again and again. */
const WORDS = 0.9;
const NEW_AT_MOST = 0.5;

/**
 * Whether each line of a text lists the items of one basket, and what parts them: lines of many lengths, one vocabulary
 * in all columns, no item twice on a line, hardly a number. Null when not. Linear in the lines looked at.
 *
 * @example
 * sniffBaskets('milk,eggs\ntea\n'.repeat(10), 'utf-8')?.items // => undefined
 * sniffBaskets('milk,tea\ntea,milk,eggs\neggs,milk\nmilk\n'.repeat(10), 'utf-8')?.items // => 3
 */
export function sniffBaskets(
	text: string,
	encoding: TextFormat['encoding']
): (BasketEvidence & { readonly format: TextFormat }) | null {
	let best: (BasketEvidence & { readonly format: TextFormat }) | null = null;
	for (const delimiter of delimiters) {
		const format: TextFormat = { encoding, delimiter, quote: '"', header: false, skipRows: 0, baskets: true };
		const found = evidenceOf(text, format);
		if (found !== null && (best === null || found.items > best.items)) best = { ...found, format };
	}
	return best;
}

function evidenceOf(text: string, format: TextFormat): BasketEvidence | null {
	// A delimiter with an even number of quotes after it does not stand within them.
	const outside = new RegExp(`\\${format.delimiter}(?=(?:[^"]*"[^"]*")*[^"]*$)`);
	return evidenceIn(
		text
			.split('\n', TRIED_LINES)
			.filter((line) => line.length <= LONGEST_LINE)
			.map((line) => line.split(line.includes('"') ? outside : format.delimiter))
	);
}

/**
 * What speaks for lines, each cut into its cells, being baskets; null when not. Linear in the cells.
 *
 * @example
 * const lines = [['milk', 'tea'], ['tea', 'milk', 'eggs'], ['eggs', 'milk', ''], ['milk']];
 * evidenceIn([...lines, ...lines, ...lines, ...lines, ...lines])?.items // => 3
 */
export function evidenceIn(rows: readonly (readonly string[])[]): BasketEvidence | null {
	const lines = rows.map(itemsOf).filter((items) => items.length > 0);
	if (lines.length < FEW_LINES) return null;
	const widths = new Map<number, number>();
	/** Items with the column they were first seen in; −1 when they stand in several. */
	const columns = new Map<string, number>();
	let cells = 0;
	let words = 0;
	let once = 0;
	for (const items of lines) {
		widths.set(items.length, (widths.get(items.length) ?? 0) + 1);
		if (new Set(items).size === items.length) once++;
		cells += items.length;
		items.forEach((item, column) => {
			if (!isValue(item)) words++;
			const before = columns.get(item);
			columns.set(item, before === undefined || before === column ? column : -1);
		});
	}
	if (Math.max(...widths.values()) >= EVEN * lines.length || widths.size < 3) return null;
	if (words < WORDS * cells || once < ONCE * lines.length || columns.size > NEW_AT_MOST * cells) return null;
	let shared = 0;
	for (const items of lines) for (const item of items) if (columns.get(item) === -1) shared++;
	if (shared < SHARED * cells) return null;
	return { lines: lines.length, items: columns.size, shared: shared / cells };
}

/**
 * What stands on a line: cells without a text, as a delimiter at its end makes them, are no items.
 *
 * @example
 * itemsOf(['milk', ' ', 'tea', '']) // => ['milk', 'tea']
 */
export function itemsOf(cells: readonly string[]): readonly string[] {
	return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}
