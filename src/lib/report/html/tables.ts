import type { Cell, Column, TableModel } from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { markup, type Markup } from './markup.ts';
import { noNumbers, numberMarks, type RemarkNumbers } from './remark-numbers.ts';
import { unbroken } from './unbroken.ts';

/** Longer tables stand folded on a screen; paper shows them. */
const ROWS_UNFOLDED = 13;
/** Longer ones would take sheets and sheets: they are on paper if their reader unfolds them. */
const ROWS_ON_PAPER = 150;

/** A real table: caption, column heads, each row headed by its first cell. */
export function tableMarkup(table: TableModel, numbers: RemarkNumbers = noNumbers): Markup {
	const heads = table.columns.map(
		({ align, label }) => markup`<th scope="col" class="${align}">${label}</th>`
	);
	const from = table.cellsFrom ?? 1;
	const foot =
		table.total === undefined ? null : markup`<tfoot>${rowMarkup(table.total, table.columns)}</tfoot>`;
	return markup`<div class="wide" role="region" aria-label="${table.caption}" tabindex="0"><table>
<caption>${table.caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${table.rows.map((row, i) => rowMarkup(row, table.columns, (column) => numberMarks(numbers, i, column === 0 ? undefined : column - from)))}</tbody>
${foot}</table></div>${table.note === undefined ? null : markup`<p class="note">${table.note}</p>`}`;
}

/** The table beside a picture, folded when long. */
export function twinMarkup(table: TableModel, { words }: Voice, numbers: RemarkNumbers): Markup {
	if (table.rows.length > ROWS_ON_PAPER) {
		const onPaper = markup`<span class="onpaper">${words.notOnPaper({ rows: table.rows.length })}</span>`;
		return markup`<details class="twin long"><summary>${table.caption}${onPaper}</summary>${tableMarkup(table, numbers)}</details>`;
	}
	const inside = markup`<summary>${table.caption}</summary>${tableMarkup(table, numbers)}`;
	return table.rows.length <= ROWS_UNFOLDED
		? markup`<details class="twin" open>${inside}</details>`
		: foldedMarkup(table.caption, tableMarkup(table, numbers));
}

/** A part that a screen folds away and paper shows. */
export function foldedMarkup(title: string, inside: Markup): Markup {
	return markup`<details class="twin"><summary>${title}</summary>${inside}</details>`;
}

/** `markOf` answers what stands beside the text of a column. */
function rowMarkup(
	row: readonly Cell[],
	columns: readonly Column[],
	markOf: (column: number) => Markup | null = () => null
): Markup {
	const cells = row.map((cell, i) => {
		const align = columns[i]?.align ?? 'start';
		const kind = align + (cell.quiet === true ? ' quiet' : '') + (cell.mono === true ? ' hash' : '');
		const number = sortable(cell);
		return i === 0
			? markup`<th scope="row" class="${kind}"${number}>${cellMarkup(cell)}${markOf(i)}</th>`
			: markup`<td class="${kind}"${number}>${cellMarkup(cell)}${markOf(i)}</td>`;
	});
	return markup`<tr>${cells}</tr>\n`;
}

/** The number in a cell, for those who sort. */
function sortable({ value }: Cell): Markup | null {
	return value === undefined || !Number.isFinite(value) ? null : markup` data-v="${value}"`;
}

function cellMarkup(cell: Cell): Markup {
	if (cell.bar !== undefined) {
		// The bar is at most 60 % of its cell, so that the number always stands beside it.
		const width = (Math.max(0, Math.min(1, cell.bar)) * 60).toFixed(2);
		const bar = markup`<span class="bar ${cell.tone ?? 'mark'}" style="width:${width}%"></span>`;
		return markup`${bar}<span class="beside">${cell.text}</span>`;
	}
	if (cell.tone === undefined) return unbroken(cell.text);
	return markup`<span class="swatch ${cell.tone}"></span>${unbroken(cell.text)}`;
}
