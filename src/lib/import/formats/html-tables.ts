import type { BatchBuilder, GridSheet, Merge } from './grid.ts';
import { RowBuilder } from './grid.ts';
import { attributeOf, decoded, type MarkupSink } from './markup.ts';

/** Rows or columns that one cell may span: what browsers keep to. */
const MOST_SPAN = 1000;
/** Lines of which merged cells are kept. */
const MERGED_LINES = 100;
/** Elements that part words where nothing else does. */
const breaks = new Set(['br', 'p', 'div', 'li']);

interface OpenTable {
	readonly index: number;
	readonly merges: Merge[];
	rows: number;
	row: RowBuilder | null;
	/** Lines that a cell from above still takes, per column. */
	readonly taken: number[];
	column: number;
	cell: { text: string; columns: number; rows: number } | null;
}

/**
 * The tables of a page. A table's own number is its place among those with rows. Cells left open are closed by what
 * follows, as HTML has it. A cell over several rows or columns has its text in the first.
 */
export class HtmlTables implements MarkupSink {
	/** The table that was wanted has ended. */
	passed = false;
	readonly #wanted: number | null;
	readonly #out: BatchBuilder;
	readonly #open: OpenTable[] = [];
	readonly #found: { rows: number; merges: Merge[] }[] = [];
	#next = 0;

	constructor(wanted: number | null, out: BatchBuilder) {
		this.#wanted = wanted;
		this.#out = out;
	}

	/** What was found so far. The only table has no name; several are numbered. */
	sheets(): GridSheet[] {
		const filled = this.#found.filter(({ rows }) => rows > 0);
		return filled.map(({ rows, merges }, i) => ({
			name: filled.length === 1 ? null : String(i + 1),
			rows,
			hidden: false,
			merges
		}));
	}

	open(name: string, attributes: string, closed: boolean): void {
		const table = this.#open.at(-1);
		if (name === 'table') this.#begin();
		else if (table === undefined) return;
		else if (name === 'tr') {
			this.#endRow(table);
			this.#beginRow(table);
		} else if (name === 'td' || name === 'th') {
			this.#endCell(table);
			if (table.row === null) this.#beginRow(table);
			table.cell = {
				text: '',
				columns: spanOf(attributes, 'colspan'),
				rows: spanOf(attributes, 'rowspan')
			};
			if (closed) this.#endCell(table);
		} else if (breaks.has(name) && table.cell !== null && table.cell.text.trim() !== '')
			table.cell.text += '\n';
	}

	close(name: string): void {
		const table = this.#open.at(-1);
		if (table === undefined) return;
		if (name === 'table') this.#end();
		else if (name === 'tr') this.#endRow(table);
		else if (name === 'td' || name === 'th') this.#endCell(table);
	}

	text(raw: string): void {
		const cell = this.#open.at(-1)?.cell;
		if (cell !== null && cell !== undefined) cell.text += raw.replace(/\s+/g, ' ');
	}

	/** The end of the page closes what is open. */
	finish(): void {
		while (this.#open.length > 0) this.#end();
	}

	#begin(): void {
		const merges: Merge[] = [];
		const index = this.#next++;
		this.#found.push({ rows: 0, merges });
		this.#open.push({ index, merges, rows: 0, row: null, taken: [], column: 0, cell: null });
	}

	#end(): void {
		const table = this.#open.at(-1) as OpenTable;
		this.#endRow(table);
		this.#open.pop();
		if (this.#isWanted(table)) this.passed = true;
	}

	#beginRow(table: OpenTable): void {
		table.row = new RowBuilder();
		table.rows++;
		table.column = 0;
		const facts = this.#found[table.index];
		if (facts !== undefined) facts.rows = table.rows;
	}

	/** Whether this is the wanted one among the tables with rows. */
	#isWanted(table: OpenTable): boolean {
		if (this.#wanted === null || table.rows === 0) return false;
		let place = 0;
		for (let i = 0; i < table.index; i++) if ((this.#found[i]?.rows ?? 0) > 0) place++;
		return place === this.#wanted;
	}

	#endRow(table: OpenTable): void {
		this.#endCell(table);
		const { row } = table;
		if (row === null) return;
		table.row = null;
		for (let i = table.column; i < table.taken.length; i++) release(table.taken, i);
		if (this.#isWanted(table)) this.#out.add(row.cells, table.rows, row.typed);
	}

	#endCell(table: OpenTable): void {
		const { cell, row, taken } = table;
		if (cell === null || row === null) return;
		table.cell = null;
		while ((taken[table.column] ?? 0) > 0) release(taken, table.column++);
		const from = table.column;
		const text = decoded(cell.text)
			.replace(/[ \t]*\n[ \t]*/g, '\n')
			.trim();
		row.set(from, text, false);
		for (let i = from; i < from + cell.columns; i++) taken[i] = cell.rows - 1;
		table.column = from + cell.columns;
		if ((cell.columns > 1 || cell.rows > 1) && table.rows <= MERGED_LINES) {
			table.merges.push({ line: table.rows, column: from, lines: cell.rows, columns: cell.columns });
		}
	}
}

function release(taken: number[], column: number): void {
	const left = taken[column] ?? 0;
	if (left > 0) taken[column] = left - 1;
}

function spanOf(attributes: string, name: string): number {
	const value = Number(attributeOf(attributes, name) ?? 1);
	return Number.isInteger(value) && value > 1 ? Math.min(value, MOST_SPAN) : 1;
}
