import type { Block, Picture } from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { columnChart } from './column-chart.ts';
import { curveChart } from './curve-chart.ts';
import { matrixMarkup, triangleMarkup } from './heat.ts';
import { html, type Markup } from './markup.ts';
import { tableMarkup, twinMarkup } from './tables.ts';

/** One piece of a section as HTML. */
export function blockMarkup(block: Block, voice: Voice): Markup {
	switch (block.kind) {
		case 'tiles':
			return html`<dl class="tiles">
				${block.tiles.map(
					(tile) =>
						html`<div>
							<dt>${tile.label}</dt>
							<dd><b>${tile.value}</b><span>${tile.note}</span></dd>
						</div>`
				)}
			</dl>`;
		case 'text':
			return html`<p class="note">${block.text}</p>`;
		case 'figure':
			return html`<figure class="card">
				${heading(block.title, block.finding)}
				${picture(block.picture, voice.words.chart({ title: block.title, finding: block.finding }))}
				${block.note === null ? null : html`<p class="note">${block.note}</p>`} ${twinMarkup(block.table)}
			</figure>`;
		case 'table':
			return html`<figure class="card">
				${heading(block.title, block.finding)}${tableMarkup(block.table)}
			</figure>`;
		case 'matrix':
			return html`<figure class="card">
				${heading(block.title, block.finding)}${matrixMarkup(block.matrix)}
			</figure>`;
		case 'triangle':
			return html`<figure class="card">
				${heading(block.title, block.finding)}${block.triangles.map((triangle) =>
					triangle.fold === null
						? triangleMarkup(triangle)
						: html`<details class="twin">
								<summary>${triangle.fold}</summary>
								${triangleMarkup(triangle)}
							</details>`
				)}
			</figure>`;
	}
}

function heading(title: string, finding: string): Markup {
	return html`<figcaption>
		<h3>${title}</h3>
		${finding === '' ? null : html`<p>${finding}</p>`}
	</figcaption>`;
}

function picture(model: Picture, label: string): Markup {
	return model.kind === 'columns' ? columnChart(model.model, label) : curveChart(model.model, label);
}
