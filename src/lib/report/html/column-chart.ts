import type { ColumnsModel } from '../model/types.ts';
import { labelClass } from './axis.ts';
import { markup, type Markup } from './markup.ts';
import { pinsMarkup } from './pins.ts';
import type { PointWords } from './remark-numbers.ts';

const HEIGHT = 200;
const AXIS = 24;

/**
 * Stacked columns as SVG. Widths are shares of the picture and heights are pixels, so that words keep their size on
 * any sheet. A period that is cut short is drawn pale.
 */
export function columnChart(model: ColumnsModel, label: string, { tips, numbers }: PointWords): Markup {
	const ats = model.ticks.map((tick) => tick.at);
	const top = Math.max(...ats, 0);
	const bottom = Math.min(...ats, 0);
	const range = top - bottom || 1;
	const y = (value: number) => ((top - value) / range) * HEIGHT;
	const count = Math.max(1, model.points.length);
	const slot = 100 / count;
	const lines = model.ticks.map(({ at, text }) => {
		const line = markup`<line class="${at === 0 ? 'zero' : 'grid'}" x1="0" x2="100%" y1="${px(y(at))}" y2="${px(y(at))}"/>`;
		return markup`${line}<text class="tick" x="-8" y="${px(y(at) + 4)}">${text}</text>\n`;
	});
	const columns = model.points.map((point, i) => {
		let up = 0;
		let down = 0;
		const bars = model.series.map((series, s) => {
			const value = Math.max(0, point.values[s] ?? 0);
			const from = series.down ? -down : up + value;
			if (series.down) down += value;
			else up += value;
			const height = (value / range) * HEIGHT;
			if (!(height > 0)) return markup``;
			const place = markup`x="${pc((i + 0.14) * slot)}" width="${pc(slot * 0.72)}" y="${px(y(from))}" height="${px(height)}"`;
			return markup`<rect class="${series.tone}" ${place}/>`;
		});
		const kind = labelClass(i, count, 9);
		const name =
			kind === null
				? null
				: markup`<text class="${kind}" x="${pc((i + 0.5) * slot)}" y="${HEIGHT + 18}">${point.label}</text>`;
		const reach = markup`<rect class="reach" x="${pc(i * slot)}" width="${pc(slot)}" y="0" height="${HEIGHT}"/>`;
		const title = markup`<title>${tips[i] ?? point.label}</title>`;
		return markup`<g class="point${point.incomplete ? ' cut' : ''}">${title}${reach}${bars}</g>${name}\n`;
	});
	const tops = model.points.map(({ values }, i) => {
		const up = model.series.reduce((sum, { down }, s) => sum + (down ? 0 : Math.max(0, values[s] ?? 0)), 0);
		return { x: (i + 0.5) * slot, y: y(up) };
	});
	const pins = pinsMarkup(numbers, tops, HEIGHT);
	const size = markup`width="100%" height="${HEIGHT + AXIS}"`;
	return markup`<svg class="plot" role="img" aria-label="${label}" ${size}>${lines}${columns}${pins}</svg>${legend(model)}`;
}

function legend({ series }: ColumnsModel): Markup | null {
	if (series.length < 2) return null;
	const entries = series.map(
		({ tone, label }) => markup`<span><i class="swatch ${tone}"></i>${label}</span>`
	);
	return markup`<p class="legend">${entries}</p>`;
}

function px(value: number): string {
	return value.toFixed(1);
}

function pc(value: number): string {
	return `${value.toFixed(3)}%`;
}
