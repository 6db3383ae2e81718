import { paperParts } from '../model/paper-parts.ts';
import type { Cell, MatrixModel, TableModel, TriangleModel } from '../model/types.ts';
import { colours, hex, stepHex, toneHex } from '../palette.ts';
import { BODY, lineHeight, linesOf, NOTE, paged, textOf, widthOf } from './fit.ts';
import type { SlideCell, SlideTable } from './types.ts';

/** How a table is set: inches beside and above a text (both sides together), and its letters in points. */
interface Setting {
	readonly x: number;
	readonly y: number;
	readonly sizes: readonly number[];
	readonly narrowest: number;
	/** How far columns may be stretched where they leave room. */
	readonly stretch: number;
}
const LIST: Setting = { x: 0.16, y: 0.09, sizes: [14, 12, 11, 10, 9], narrowest: 0.55, stretch: 1.5 };
const GRID: Setting = { x: 0.08, y: 0.05, sizes: [11, 10, 9, 8, 7, 6], narrowest: 0.3, stretch: 1.2 };
export const settingOf = (grid: boolean): Setting => (grid ? GRID : LIST);

/** No text makes a column wider. */
const WIDEST = 4.6;
/** Steps of the scale on which ink is not dark enough to be read. */
const DEEP = 6;

/** Inches that are left for rows when a note stands below. */
const roomFor = (note: string | null): number => BODY.height - (note === null ? 0 : NOTE);

/** A table of the report as native tables, as many as it takes slides, each with its heads. */
export function tableSlides(whole: TableModel): SlideTable[] {
	return paperParts(whole).flatMap(partSlides);
}

function partSlides(table: TableModel): SlideTable[] {
	const align = (i: number) => (table.columns[i]?.align === 'end' ? 'right' : 'left');
	const cellOf = ({ text, tone, quiet }: Cell, i: number): SlideCell => ({
		runs: [
			...(tone === undefined ? [] : [{ text: '■ ', color: toneHex(tone) }]),
			{ text, ...(quiet === true ? { color: hex(colours.ink2) } : {}) }
		],
		align: align(i)
	});
	const heads = table.columns.map(({ label }, i): SlideCell => ({
		runs: [{ text: label, color: hex(colours.ink2) }],
		align: align(i),
		bold: true
	}));
	const rows = table.rows.map((row) => row.map(cellOf));
	const total = table.total?.map((cell, i): SlideCell => ({ ...cellOf(cell, i), bold: true }));
	return pages(heads, total === undefined ? rows : [...rows, total], table.note || null, false);
}

/** The segment matrix as a native table whose cells are coloured. */
export function matrixSlide({ rowHeads, columnHeads, cells, scale }: MatrixModel): SlideTable {
	const head = ({ label, range }: { readonly label: string; readonly range: string }): SlideCell => ({
		runs: [{ text: [label, range].filter(Boolean).join('\n') }],
		align: 'center',
		bold: true
	});
	const rows = cells.map((row, i): SlideCell[] => [
		head(rowHeads[i] ?? { label: '', range: '' }),
		...row.map(({ main, sub, step }) => heatCell([main, sub].filter(Boolean).join('\n'), step))
	]);
	const count = columnHeads.length;
	const widths = [1.3, ...Array.from({ length: count }, () => Math.min(2.1, (BODY.width - 1.3) / count))];
	const all: SlideCell[][] = [...rows, [{ runs: [{ text: '' }], align: 'center' }, ...columnHeads.map(head)]];
	const height = Math.min(0.85, (roomFor(scale) - 0.1) / all.length);
	return {
		kind: 'table',
		widths,
		size: count > 6 ? 9 : 12,
		rows: all,
		heads: 0,
		heights: all.map(() => height),
		note: scale,
		grid: true
	};
}

/** Cohorts as native tables whose cells are coloured. */
export function triangleSlides(triangle: TriangleModel): SlideTable[] {
	const { cohortHead, sizeHead, periods, rows, note } = triangle;
	const head = (text: string): SlideCell => ({ runs: [{ text }], align: 'center', bold: true });
	const body = rows.map(({ cohort, size, cells }): SlideCell[] => [
		{ runs: [{ text: cohort }], align: 'left' },
		{ runs: [{ text: size }], align: 'right' },
		...cells.map((cell): SlideCell =>
			cell === null
				? { runs: [{ text: '' }], align: 'center' }
				: heatCell(cell.text + (cell.cut ? '†' : ''), cell.step)
		)
	]);
	return pages([head(cohortHead), head(sizeHead), ...periods.map(head)], body, note, true);
}

function heatCell(text: string, step: number): SlideCell {
	const color = hex(step >= DEEP ? colours['on-accent'] : step === 0 ? colours.ink2 : colours.ink);
	return { runs: [{ text, color }], align: 'center', ...(step === 0 ? {} : { fill: stepHex(step) }) };
}

/**
 * Rows on as few tables as may be and evenly over them, in the largest letters in which the columns stand side by side.
 */
function pages(
	heads: readonly SlideCell[],
	rows: readonly (readonly SlideCell[])[],
	note: string | null,
	grid: boolean
): SlideTable[] {
	const room = roomFor(note);
	const tries = settingOf(grid).sizes.map((size) => measured(heads, rows, size, grid));
	const wide = tries.filter(({ natural }) => natural <= BODY.width);
	const fits = wide.length > 0 ? wide : tries.slice(-1);
	const order = [...rows.keys()];
	const cut = ({ heights, head }: (typeof tries)[0], share = room - head) => paged(order, heights, share);
	const set = fits.reduce((best, one) => (cut(one).length < cut(best).length ? one : best));
	const least = cut(set).length;
	const even = cut(set, sum(set.heights) / least + Math.max(...set.heights, 0) / 2);
	return (even.length === least ? even : cut(set)).map((part) => ({
		kind: 'table',
		widths: set.widths,
		size: set.size,
		heads: 1,
		note,
		grid,
		rows: [heads, ...part.map((row) => rows[row] as readonly SlideCell[])],
		heights: [set.head, ...part.map((row) => set.heights[row] as number)]
	}));
}

/** Heads are bold, which is wider. */
const BOLD = 1.15;

/** Columns and rows of a table in letters of a size. */
function measured(
	heads: readonly SlideCell[],
	rows: readonly (readonly SlideCell[])[],
	size: number,
	grid: boolean
) {
	const { x, y, narrowest, stretch } = settingOf(grid);
	const natural = heads.map((head, i) => {
		const widest = Math.max(BOLD * widthIn(head, size), ...rows.map((row) => widthIn(row[i], size)));
		return Math.min(WIDEST, Math.max(narrowest, widest * 1.1 + x));
	});
	const widths = fitted(natural, stretch);
	const heightOf = (row: readonly SlideCell[]) =>
		Math.max(
			...row.map(({ runs }, i) => {
				const text = textOf(runs);
				return linesOf(text, (widths[i] ?? 1) - x, size) * lineHeight(size, text) + y;
			})
		);
	return { size, widths, natural: sum(natural), head: heightOf(heads), heights: rows.map(heightOf) };
}

const widthIn = (cell: SlideCell | undefined, size: number): number =>
	Math.max(
		...textOf(cell?.runs ?? [])
			.split('\n')
			.map((line) => widthOf(line, size))
	);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Widths that fill the slide or less of it; too wide ones give from the widest. */
function fitted(natural: readonly number[], stretch: number): number[] {
	const total = sum(natural);
	if (total <= BODY.width) {
		const factor = Math.min(stretch, BODY.width / total);
		return natural.map((width) => width * factor);
	}
	// The largest limit under which all stand side by side.
	let low = 0;
	let high = Math.max(...natural);
	for (let i = 0; i < 40; i++) {
		const limit = (low + high) / 2;
		if (sum(natural.map((width) => Math.min(width, limit))) > BODY.width) high = limit;
		else low = limit;
	}
	return natural.map((width) => Math.min(width, low));
}
