import { markParts } from '#lib/core/dataset/report-layout.ts';
import { HIDDEN } from '../redact/redact-grids.ts';
import type { Block, MarkPlace, TableModel, TriangleModel } from './types.ts';

/** A mark that a remark can be about: a row, a point or band of a picture, a cell. */
export interface Mark {
	/** The same in both languages, and no value of the data. */
	readonly key: string;
	readonly label: string;
	readonly place: MarkPlace;
	/** Numbers of its row are hidden. */
	readonly hidden: boolean;
}

/** What remarks on a block can be about: its rows or points, and in a grid the cells that stand beside a row's head. */
export interface Marks {
	readonly rows: readonly Mark[];
	/** The heads of the cells, from left to right; none where a row is one mark. */
	readonly cells: readonly string[];
	/** Whether some marks are not there because their numbers are hidden. */
	readonly lacks?: boolean;
	/** Whether a row has a cell at a place; absent where all have all. */
	readonly has?: (row: number, cell: number) => boolean;
}

/** A year, quarter, month or day as periods are written in both languages, whatever marks it as incomplete. */
const PERIOD = /^\d{4}(?:-\d{2}(?:-\d{2})?| Q\d)?(?=$|\s)/;

/** The marks of a block in the order of its rows: periods by their names, which stay when data are added, others by place. */
export function marksOf(method: string, block: Block): Marks {
	const { heads, ...beside } = headsOf(block);
	// A group of customers may be called like a year: then it is data.
	const periods = heads.map(({ name }) => (method === 'origins' ? undefined : PERIOD.exec(name)?.[0]));
	const rows = heads.map(({ label, hidden, place }, row): Mark => {
		const period = periods[row];
		const alone = period !== undefined && periods.indexOf(period) === periods.lastIndexOf(period);
		return { key: alone ? period : `#${place ?? row}`, label, place: placeOf(row), hidden };
	});
	return { rows, ...beside };
}

/**
 * The mark of a key: a row's, or a row's and the place of a cell ("2011-03.4"). What is not there any more: of a cell its
 * row, of a row null.
 */
export function markAt({ rows, cells, has }: Marks, key: string): Mark | null {
	const { row: head, cell } = markParts(key);
	const row = rows.findIndex((mark) => mark.key === head);
	const mark = rows[row];
	if (mark === undefined || cell === null) return mark ?? null;
	const name = cells[cell];
	if (name === undefined || has?.(row, cell) === false) return mark;
	return { ...mark, key, label: `${mark.label} · ${name}`, place: placeOf(row, cell) };
}

/**
 * A mark's place on its block, as writers find it again.
 *
 * @example
 * placeOf(3) // => '3'
 * placeOf(3, 0) // => '3.0'
 */
export function placeOf(row: number, cell?: number): MarkPlace {
	return cell === undefined ? `${row}` : `${row}.${cell}`;
}

interface Heads extends Omit<Marks, 'rows'> {
	/** `name` is the row's first cell alone. */
	readonly heads: readonly {
		readonly name: string;
		readonly label: string;
		readonly hidden: boolean;
		/** Its place where others have gone. */
		readonly place?: number | undefined;
	}[];
}

function headsOf(block: Block): Heads {
	switch (block.kind) {
		case 'text':
			return { heads: [], cells: [] };
		case 'tiles':
			return {
				heads: block.tiles.map(({ label, place }) => ({ name: label, label, hidden: false, place })),
				cells: [],
				lacks: block.tiles.some(({ place }) => place !== undefined)
			};
		case 'figure':
			return { heads: rowHeads(block.table), cells: [] };
		case 'table':
			return {
				heads: rowHeads(block.table),
				cells: block.table.columns.slice(block.table.cellsFrom ?? 1).map(({ label }) => label)
			};
		case 'matrix':
			return {
				heads: block.matrix.rowHeads.map(({ label }, y) => ({
					name: label,
					label,
					hidden: (block.matrix.cells[y] ?? []).some(({ main }) => main === HIDDEN)
				})),
				cells: block.matrix.columnHeads.map(({ label }) => label)
			};
		case 'triangle':
			return {
				heads: (block.triangles[0]?.rows ?? []).map(({ cohort, size, cells }) => ({
					name: cohort,
					label: cohort,
					hidden: size === HIDDEN || cells.some((cell) => cell?.text === HIDDEN)
				})),
				...triangleCells(block.triangles)
			};
	}
}

/** Rows by their first cell; where several have the same, by as many cells as tell them apart: from where to where. */
function rowHeads({ rows, columns }: TableModel): Heads['heads'] {
	const textsOf = (row: TableModel['rows'][0], n: number) => row.slice(0, n).map(({ text }) => text);
	const isHidden = (row: TableModel['rows'][0]) => textsOf(row, row.length).indexOf(HIDDEN, 1) > 0;
	const told = rows.filter((row) => !isHidden(row));
	const apart = (n: number) => new Set(told.map((row) => textsOf(row, n).join('\n'))).size === told.length;
	const n = columns.map((_, i) => i + 1).find(apart) ?? 1;
	return rows.map((row) => ({
		name: row[0]?.text ?? '',
		label: textsOf(row, n)
			.filter((text) => text !== HIDDEN)
			.join(' · '),
		hidden: isHidden(row)
	}));
}

/** The cells of a triangle, counted over the parts that a wide one is cut into. */
function triangleCells(parts: readonly TriangleModel[]): Omit<Heads, 'heads'> {
	const columns = parts.flatMap((part) => part.periods.map((period, i) => ({ part, period, i })));
	return {
		// Periods are numbered from 0; other columns have names.
		cells: columns.map(({ period }) => (/^\d+$/.test(period) ? `N = ${period}` : period)),
		has: (row, cell) => {
			const cohort = parts[0]?.rows[row]?.cohort;
			const column = columns[cell];
			const cells = column?.part.rows.find((one) => one.cohort === cohort)?.cells;
			return (cells?.[column?.i ?? -1] ?? null) !== null;
		}
	};
}
