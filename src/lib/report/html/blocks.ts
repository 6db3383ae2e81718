import type { Block, Picture, TriangleModel } from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { areasChart } from './areas-chart.ts';
import { columnChart } from './column-chart.ts';
import { curveChart } from './curve-chart.ts';
import { matrixMarkup, triangleMarkup } from './heat.ts';
import { flowChart } from './flow-chart.ts';
import { markup, type Markup } from './markup.ts';
import { foldedMarkup, tableMarkup, twinMarkup } from './tables.ts';

/** A table of so few rows is not cut in two by the end of a sheet. */
const ROWS_TOGETHER = 16;

/** One piece of a section as HTML. */
export function blockMarkup(block: Block, voice: Voice): Markup {
	switch (block.kind) {
		case 'tiles':
			return markup`<dl class="tiles">${block.tiles.map(
				({ label, value, note }) =>
					markup`<div><dt>${label}</dt><dd><b>${value}</b><span>${note}</span></dd></div>`
			)}</dl>`;
		case 'text':
			return markup`<p class="note">${block.text}</p>`;
		case 'figure': {
			const label = voice.words.chart({ title: block.title, finding: block.finding });
			const note = block.note === null ? null : markup`<p class="note">${block.note}</p>`;
			return cardMarkup(block, markup`${picture(block.picture, label)}${note}\n${twinMarkup(block.table)}`);
		}
		case 'table':
			return cardMarkup(block, tableMarkup(block.table), block.table.rows.length <= ROWS_TOGETHER);
		case 'matrix':
			return cardMarkup(block, matrixMarkup(block.matrix));
		case 'triangle':
			return cardMarkup(block, markup`${block.triangles.map(partMarkup)}`);
	}
}

function cardMarkup(
	{ title, finding }: { readonly title: string; readonly finding: string },
	inside: Markup,
	together = false
): Markup {
	const caption = markup`<figcaption><h3>${title}</h3>${finding === '' ? null : markup`<p>${finding}</p>`}</figcaption>`;
	return markup`<figure class="card${together ? ' together' : ''}">${caption}\n${inside}</figure>\n`;
}

function partMarkup(triangle: TriangleModel): Markup {
	const part = triangleMarkup(triangle);
	return triangle.fold === null ? part : foldedMarkup(triangle.fold, part);
}

function picture(of: Picture, label: string): Markup {
	switch (of.kind) {
		case 'areas':
			return areasChart(of.model, label);
		case 'columns':
			return columnChart(of.model, label);
		case 'curve':
			return curveChart(of.model, label);
		case 'flow':
			return flowChart(of.model, label);
	}
}
