import type { MatrixModel, TriangleModel } from '../model/types.ts';
import { html, type Markup } from './markup.ts';

/** The segment matrix: a table whose cells are coloured, so that picture and table are one. */
export function matrixMarkup(matrix: MatrixModel): Markup {
	const head = (entry: { label: string; range: string }) =>
		html`<b>${entry.label}</b>${entry.range === '' ? null : html` <span>${entry.range}</span>`}`;
	return html`<table class="matrix">
			<caption>
				${matrix.caption}
			</caption>
			<tbody>
				${matrix.cells.map(
					(row, i) =>
						html`<tr>
							<th scope="row">${head(matrix.rowHeads[i] ?? { label: '', range: '' })}</th>
							${row.map(
								(cell) => html`<td class="step-${cell.step}"><b>${cell.main}</b><span>${cell.sub}</span></td>`
							)}
						</tr> `
				)}
			</tbody>
			<tfoot>
				<tr>
					<td></td>
					${matrix.columnHeads.map((entry) => html`<th scope="col">${head(entry)}</th>`)}
				</tr>
			</tfoot>
		</table>
		<p class="scale">
			<span>${matrix.scale}</span
			>${[1, 2, 3, 4, 5, 6, 7, 8].map((step) => html`<i class="step-${step}"></i>`)}
		</p>`;
}

/** Cohorts by row, periods by column; the colour is the rate. */
export function triangleMarkup(triangle: TriangleModel): Markup {
	return html`<div class="wide" role="region" aria-label="${triangle.caption}" tabindex="0">
			<table class="triangle">
				<caption>
					${triangle.caption}
				</caption>
				<thead>
					<tr>
						<th scope="col" class="start">${triangle.cohortHead}</th>
						<th scope="col" class="end">${triangle.sizeHead}</th>
						${triangle.periods.map((period) => html`<th scope="col">${period}</th>`)}
					</tr>
				</thead>
				<tbody>
					${triangle.rows.map(
						(row) =>
							html`<tr>
								<th scope="row" class="start">${row.cohort}</th>
								<td class="end">${row.size}</td>
								${row.cells.map((cell) =>
									cell === null
										? html`<td class="out"></td>`
										: html`<td class="step-${cell.step}${cell.cut ? ' cut' : ''}">
												${cell.text}${cell.cut ? html`<sup>†</sup>` : null}
											</td>`
								)}
							</tr> `
					)}
				</tbody>
			</table>
		</div>
		${triangle.note === null ? null : html`<p class="note">${triangle.note}</p>`}`;
}
