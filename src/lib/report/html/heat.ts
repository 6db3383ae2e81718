import type { HeatCell, MatrixModel, TriangleModel } from '../model/types.ts';
import { markup, type Markup } from './markup.ts';
import { numberMarks, type RemarkNumbers } from './remark-numbers.ts';

/** The segment matrix: a table whose cells are coloured, so that picture and table are one. */
export function matrixMarkup(matrix: MatrixModel, numbers: RemarkNumbers): Markup {
	const rows = matrix.cells.map((row, i) => {
		const head = headMarkup(matrix.rowHeads[i] ?? { label: '', range: '' }, numberMarks(numbers, i));
		return markup`<tr><th scope="row">${head}</th>${row.map((cell, x) => cellMarkup(cell, numberMarks(numbers, i, x)))}</tr>\n`;
	});
	const columns = matrix.columnHeads.map((entry) => markup`<th scope="col">${headMarkup(entry)}</th>`);
	const scale = [1, 2, 3, 4, 5, 6, 7, 8].map((step) => markup`<i class="step-${step}"></i>`);
	return markup`<table class="matrix">
<caption>${matrix.caption}</caption>
<tbody>${rows}</tbody>
<tfoot><tr><td></td>${columns}</tr></tfoot>
</table>
<p class="scale"><span>${matrix.scale}</span>${scale}</p>`;
}

function headMarkup(
	{ label, range }: { readonly label: string; readonly range: string },
	mark: Markup | null = null
): Markup {
	return markup`<b>${label}${mark}</b>${range === '' ? null : markup` <span>${range}</span>`}`;
}

function cellMarkup({ step, main, sub }: HeatCell, mark: Markup | null): Markup {
	return markup`<td class="step-${step}"><b>${main}${mark}</b><span>${sub}</span></td>`;
}

/** Cohorts by row, periods by column; the colour is the rate. `at`: which of the parts that a wide triangle is cut into. */
export function triangleMarkup(parts: readonly TriangleModel[], at: number, numbers: RemarkNumbers): Markup {
	const triangle = parts[at] as TriangleModel;
	// Marks are counted over all parts, and a later part has fewer rows.
	const before = parts.slice(0, at).reduce((sum, { periods }) => sum + periods.length, 0);
	const rowOf = (cohort: string) => parts[0]?.rows.findIndex((row) => row.cohort === cohort) ?? -1;
	const periods = triangle.periods.map((period) => markup`<th scope="col">${period}</th>`);
	const rows = triangle.rows.map(({ cohort, size, cells }) => {
		const row = rowOf(cohort);
		const rates = cells.map((cell, n) => {
			const remark = numberMarks(numbers, row, before + n);
			if (cell === null) return markup`<td class="out">${remark}</td>`;
			const mark = cell.cut ? markup`<sup>†</sup>` : null;
			return markup`<td class="step-${cell.step}${cell.cut ? ' cut' : ''}">${cell.text}${mark}${remark}</td>`;
		});
		return markup`<tr><th scope="row" class="start">${cohort}${numberMarks(numbers, row)}</th><td class="end">${size}</td>${rates}</tr>\n`;
	});
	const heads = markup`<th scope="col" class="start">${triangle.cohortHead}</th><th scope="col" class="end">${triangle.sizeHead}</th>`;
	return markup`<div class="wide" role="region" aria-label="${triangle.caption}" tabindex="0"><table class="triangle">
<caption>${triangle.caption}</caption>
<thead><tr>${heads}${periods}</tr></thead>
<tbody>${rows}</tbody>
</table></div>${triangle.note === null ? null : markup`<p class="note">${triangle.note}</p>`}`;
}
