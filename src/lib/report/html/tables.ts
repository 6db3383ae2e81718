import type { Cell, Column, TableModel } from '../model/types.ts';
import { html, type Markup } from './markup.ts';

/** Longer tables stand folded on a screen; paper shows them all. */
const ROWS_UNFOLDED = 13;

/** A real table: caption, column heads, each row headed by its first cell. */
export function tableMarkup(table: TableModel): Markup {
	return html`<div class="wide" role="region" aria-label="${table.caption}" tabindex="0">
			<table>
				<caption>
					${table.caption}
				</caption>
				<thead>
					<tr>
						${table.columns.map((column) => html`<th scope="col" class="${column.align}">${column.label}</th>`)}
					</tr>
				</thead>
				<tbody>
					${table.rows.map((row) => rowMarkup(row, table.columns))}
				</tbody>
				${
					table.total === undefined
						? null
						: html`<tfoot>
								${rowMarkup(table.total, table.columns)}
							</tfoot>`
				}
			</table>
		</div>
		${table.note === undefined ? null : html`<p class="note">${table.note}</p>`}`;
}

/** The table beside a picture, folded when long. */
export function twinMarkup(table: TableModel): Markup {
	const open = table.rows.length <= ROWS_UNFOLDED;
	const inside = html`<summary>${table.caption}</summary>
		${tableMarkup(table)}`;
	return open
		? html`<details class="twin" open>${inside}</details>`
		: html`<details class="twin">${inside}</details>`;
}

function rowMarkup(row: readonly Cell[], columns: readonly Column[]): Markup {
	return html`<tr>
		${row.map((cell, i) => {
			const align = columns[i]?.align ?? 'start';
			return i === 0
				? html`<th scope="row" class="${align}">${cellMarkup(cell)}</th>`
				: html`<td class="${align}${cell.quiet === true ? ' quiet' : ''}${cell.mono === true ? ' hash' : ''}">
						${cellMarkup(cell)}
					</td>`;
		})}
	</tr> `;
}

function cellMarkup(cell: Cell): Markup {
	if (cell.bar !== undefined) {
		// The bar is at most 60 % of its cell, so that the number always stands beside it.
		const width = (Math.max(0, Math.min(1, cell.bar)) * 60).toFixed(2);
		return html`<span class="bar ${cell.tone ?? 'mark'}" style="width:${width}%"></span
			><span class="beside">${cell.text}</span>`;
	}
	if (cell.tone === undefined) return html`${cell.text}`;
	return html`<span class="swatch ${cell.tone}"></span>${cell.text}`;
}
