import { scanRow, type Cut, type ScannedRow } from '../tokenizers/scan-row.ts';
import { isValue } from './column-shape.ts';
import { mergeCells } from './merge-cells.ts';
import type { TableShape } from './table-shape.ts';

/** What was done to a row so that it fits. */
export type RepairCode =
	| 'repaired-quote'
	| 'repaired-extra-delimiter'
	| 'repaired-missing-delimiter'
	| 'repaired-other-delimiter'
	| 'repaired-short';

/** A row made to fit. */
export interface RepairedRow {
	readonly cells: readonly string[];
	/** Null when nothing had to be changed but empty cells at the end that no column is for. */
	readonly code: RepairCode | null;
}

/** Rows from which a column that takes any text is known well enough for two cells to be joined in it. */
const ROWS_FOR_TEXT = 12;

/** Longer lines and lines with more quotes are not worth the search. */
const LONGEST_LINE = 20_000;
const MOST_QUOTES = 40;

/** Units that all repairs of a file may look at together, so that a hostile file stays linear. */
const MOST_WORK = 2 ** 27;

const otherDelimiters = [',', ';', '\t', '|', ' '];

/** A cell as one way of cutting has it: whether it may stand in a column. */
type Fits = (column: number, text: string, quoted: boolean) => boolean;

/**
 * Repairs single lines that are no row of the table as they stand: one delimiter too many or missing, a quote that
 * opens nothing, another delimiter, cells missing at the end. A line is repaired when exactly one such change makes
 * every cell look like its column, and never otherwise.
 */
export class RowRepairer {
	readonly shape: TableShape;
	readonly #cut: Cut;
	#work = 0;

	constructor(shape: TableShape, cut: Cut) {
		this.shape = shape;
		this.#cut = cut;
	}

	/** Whether a row has the table's width, and its cells are what they should be as far as stray quotes leave doubt. */
	accepts(row: ScannedRow): boolean {
		if (row.cells.length !== this.shape.width) return false;
		if (row.strays === 0) return true;
		const { columns } = this.shape;
		return row.cells.every((cell, i) => columns[i]?.strict(this.#bare(cell), row.quoted[i] === true));
	}

	/** The line repaired, or null. `header`: it names the columns, so that it need not look like them. */
	repair(line: string, header: boolean): RepairedRow | null {
		if (line.length > LONGEST_LINE || this.#work > MOST_WORK) return null;
		const { columns } = this.shape;
		if (header) return this.#search(line, (_, text) => text.trim() !== '' && !isValue(text), true);
		const found = this.#search(line, (i, text, quoted) => columns[i]?.strict(text, quoted) ?? false, false);
		if (found !== null) return found;
		return (
			this.#search(line, (i, text, quoted) => columns[i]?.strict(text, quoted, true) ?? false, false) ??
			this.#padded(this.#scan(line))
		);
	}

	/** The one change that makes every cell fit; null when there is none, or more than one. */
	#search(line: string, fits: Fits, header: boolean): RepairedRow | null {
		const found = new Map<string, RepairedRow>();
		const add: Add = (row, code, literal = false) => {
			if (row.cells.length !== this.shape.width || row.end === -1) return;
			const good = row.cells.every((cell, i) =>
				fits(i, literal ? this.#bare(cell) : cell, row.quoted[i] === true)
			);
			const key = row.cells.join('\u001f');
			if (good && !found.has(key)) found.set(key, { cells: row.cells, code });
		};
		const row = this.#scan(line);
		this.#quotes(line, row, add);
		this.#extra(row, fits, add);
		if (row.end >= 0 && !header) this.#missing(row, fits, add);
		if (found.size === 0) this.#otherDelimiter(line, fits, add);
		return found.size === 1 ? ([...found.values()][0] as RepairedRow) : null;
	}

	#scan(line: string, literal = -1): ScannedRow {
		this.#work += line.length;
		return scanRow(line, 0, this.#cut, undefined, literal);
	}

	/** A text without the quotes that are in doubt. */
	#bare(cell: string): string {
		return this.#cut.quote === '' ? cell : cell.replaceAll(this.#cut.quote, '');
	}

	/** Each quote as a plain character, and as the edge of a cell whose delimiter is missing. */
	#quotes(line: string, row: ScannedRow, add: Add): void {
		const { quote, delimiter } = this.#cut;
		if (quote === '' || !line.includes(quote)) return;
		if (row.strays > 0) add(row, 'repaired-quote', true);
		// Quotes within a text were not doubled, and one stands at its end.
		this.#work += line.length;
		if (line.includes(quote + quote))
			add(scanRow(line, 0, { ...this.#cut, single: true }), 'repaired-quote', true);
		let count = 0;
		for (let at = line.indexOf(quote); at >= 0 && count < MOST_QUOTES; at = line.indexOf(quote, at + 1)) {
			count++;
			add(this.#scan(line, at), 'repaired-quote', true);
			if (at > 0) {
				const before = `${line.slice(0, at)}${delimiter}${line.slice(at)}`;
				add(this.#scan(before), 'repaired-missing-delimiter');
			}
			const after = `${line.slice(0, at + 1)}${delimiter}${line.slice(at + 1)}`;
			add(this.#scan(after), 'repaired-missing-delimiter');
		}
	}

	/** Without one of its empty cells, or with cells joined that a delimiter within a text has parted. */
	#extra(row: ScannedRow, fits: Fits, add: Add): void {
		const surplus = row.cells.length - this.shape.width;
		if (surplus < 1 || surplus > 8) return;
		if (surplus === 1) {
			for (const [i, cell] of row.cells.entries()) {
				if (cell !== '' || row.quoted[i] === true) continue;
				add({ cells: without(row.cells, i), quoted: without(row.quoted, i) }, 'repaired-extra-delimiter');
			}
		}
		const { width, columns, rows } = this.shape;
		// In a short table any text seems to fit, and a surplus one would be joined to its neighbour.
		if (rows < ROWS_FOR_TEXT && columns.some((column) => column.free)) return;
		const merged = mergeCells(row, width, this.#cut.delimiter, fits);
		if (merged !== null) add({ cells: merged, quoted: merged.map(() => true) }, 'repaired-extra-delimiter');
	}

	/** With one delimiter put into each unquoted cell, wherever the cells before and behind then fit. */
	#missing(row: ScannedRow, fits: Fits, add: Add): void {
		const { width } = this.shape;
		const { cells, quoted } = row;
		if (cells.length !== width - 1) return;
		let behind = cells.length;
		while (behind > 0 && fits(behind, cells[behind - 1] as string, quoted[behind - 1] === true)) behind--;
		// Cells from `behind` on fit one column further; the gap lies at or before the cell in front of them.
		for (let i = 0; i < cells.length; i++) {
			const text = cells[i] as string;
			if (i + 1 >= behind) {
				this.#work += text.length;
				const isQuoted = quoted[i] === true;
				for (let at = 0; at <= text.length; at += isQuoted ? Math.max(1, text.length) : 1) {
					const left = text.slice(0, at);
					const right = text.slice(at);
					if (!fits(i, left, isQuoted) || !fits(i + 1, right, isQuoted)) continue;
					add(
						{
							cells: [...cells.slice(0, i), left, right, ...cells.slice(i + 1)],
							quoted: [...quoted.slice(0, i), isQuoted, isQuoted, ...quoted.slice(i + 1)]
						},
						at === text.length && i === cells.length - 1 ? 'repaired-short' : 'repaired-missing-delimiter'
					);
				}
			}
			if (!fits(i, text, quoted[i] === true)) break;
		}
	}

	/** Cut by another delimiter, unquoted cells joined where it also stands within a text. */
	#otherDelimiter(line: string, fits: Fits, add: Add): void {
		const { width } = this.shape;
		for (const delimiter of otherDelimiters) {
			if (delimiter === this.#cut.delimiter || !line.includes(delimiter)) continue;
			this.#work += line.length;
			const row = scanRow(line, 0, { ...this.#cut, delimiter });
			if (row.end < 0 || row.cells.length < width || row.cells.length > 2 * width + 20) continue;
			const merged = mergeCells(row, width, delimiter, fits);
			if (merged !== null) add({ cells: merged, quoted: merged.map(() => true) }, 'repaired-other-delimiter');
		}
	}

	/** Filled up with empty cells, or rid of those at its end, if those that are there are of the right kind. */
	#padded(row: ScannedRow): RepairedRow | null {
		const { width, columns } = this.shape;
		const { cells } = row;
		if (row.end < 0 || row.strays > 0 || cells.length < 2) return null;
		if (!cells.every((cell, i) => (i < width ? columns[i]?.loose(cell) : cell.trim() === ''))) return null;
		if (columns.slice(cells.length).some((column) => !column.emptySeen)) return null;
		if (cells.length > width) return { cells: cells.slice(0, width), code: null };
		const missing = new Array<string>(width - cells.length).fill('');
		return { cells: [...cells, ...missing], code: 'repaired-short' };
	}
}

type Add = (
	row: Pick<ScannedRow, 'cells' | 'quoted'> & { readonly end?: number },
	code: RepairCode,
	literal?: boolean
) => void;

const without = <T>(list: readonly T[], at: number): T[] => [...list.slice(0, at), ...list.slice(at + 1)];
