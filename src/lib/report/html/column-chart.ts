import type { ColumnsModel } from '../model/types.ts';
import { html, type Markup } from './markup.ts';
import { labelClass } from './axis.ts';

const HEIGHT = 200;
const AXIS = 24;

/**
 * Stacked columns as SVG. Widths are shares of the picture and heights are pixels, so that words keep their size on
 * any sheet. A period that is cut short is drawn pale.
 */
export function columnChart(model: ColumnsModel, label: string): Markup {
	const ats = model.ticks.map((tick) => tick.at);
	const top = Math.max(...ats, 0);
	const bottom = Math.min(...ats, 0);
	const range = top - bottom || 1;
	const y = (value: number) => ((top - value) / range) * HEIGHT;
	const count = Math.max(1, model.points.length);
	const slot = 100 / count;
	const lines = model.ticks.map(
		({ at, text }) =>
			html`<line
					class="${at === 0 ? 'zero' : 'grid'}"
					x1="0"
					x2="100%"
					y1="${px(y(at))}"
					y2="${px(y(at))}"
				/><text class="tick" x="-8" y="${px(y(at) + 4)}">${text}</text>`
	);
	const columns = model.points.map((point, i) => {
		let up = 0;
		let down = 0;
		const bars = model.series.map((series, s) => {
			const value = Math.max(0, point.values[s] ?? 0);
			const from = series.down ? -down : up + value;
			if (series.down) down += value;
			else up += value;
			const size = (value / range) * HEIGHT;
			if (!(size > 0)) return html``;
			return html`<rect
				class="${series.tone}"
				x="${pc(i * slot + slot * 0.14)}"
				width="${pc(slot * 0.72)}"
				y="${px(y(from))}"
				height="${px(size)}"
			/>`;
		});
		const place = labelClass(i, count, 9);
		const name =
			place === null
				? null
				: html`<text class="${place}" x="${pc((i + 0.5) * slot)}" y="${HEIGHT + 18}">${point.label}</text>`;
		return html`<g${point.incomplete ? html` class="cut"` : null}>${bars}</g>${name}
`;
	});
	return html`<svg class="plot" role="img" aria-label="${label}" width="100%" height="${HEIGHT + AXIS}">
			${lines} ${columns}</svg
		>${model.series.length > 1 ? legend(model) : null}`;
}

function legend(model: ColumnsModel): Markup {
	return html`<p class="legend">
		${model.series.map((series) => html`<span><i class="swatch ${series.tone}"></i>${series.label}</span>`)}
	</p>`;
}

function px(value: number): string {
	return value.toFixed(1);
}

function pc(value: number): string {
	return `${value.toFixed(3)}%`;
}
