import type { CurveModel } from '../model/types.ts';
import { labelClass } from './axis.ts';
import { markup, type Markup } from './markup.ts';
import { pinsMarkup } from './pins.ts';
import type { PointWords } from './remark-numbers.ts';

const HEIGHT = 220;
const AXIS = 40;

/** A curve of shares with its interval as a band, as SVG that keeps the size of its words on any sheet. */
export function curveChart(model: CurveModel, label: string, { tips, numbers }: PointWords): Markup {
	const top = Math.max(...model.ticks.map((tick) => tick.at), 0) || 1;
	const count = Math.max(1, model.points.length);
	const y = (share: number) => ((1 - share / top) * HEIGHT).toFixed(2);
	const x = (index: number) => (((index + 0.5) / count) * 100).toFixed(3);
	const solid = model.points
		.map((point, index) => ({ ...point, index }))
		.filter(({ value, low, high }) => [value, low, high].every((share) => Number.isFinite(share)));
	const upper = solid.map((point) => `${x(point.index)},${y(point.high)}`);
	const lower = solid.map((point) => `${x(point.index)},${y(point.low)}`).reverse();
	const middle = solid.map((point) => `${x(point.index)},${y(point.value)}`).join(' ');
	const lines = model.ticks.map(({ at, text }) => {
		const line = markup`<line class="${at === 0 ? 'zero' : 'grid'}" x1="0" x2="100%" y1="${y(at)}" y2="${y(at)}"/>`;
		return markup`${line}<text class="tick" x="-8" dy="4" y="${y(at)}">${text}</text>\n`;
	});
	const band = markup`<polygon class="band" points="${[...upper, ...lower].join(' ')}"/>`;
	const dots = solid.map((point) => {
		const title = markup`<title>${tips[point.index] ?? point.text}</title>`;
		return markup`<g class="point">${title}<circle class="dot" cx="${x(point.index)}%" cy="${y(point.value)}" r="3.5"/></g>`;
	});
	const anchors = model.points.map(({ value }, index) =>
		Number.isFinite(value) ? { x: Number(x(index)), y: Number(y(value)) } : null
	);
	const names = model.points.map((point, i) => {
		const kind = labelClass(i, count, 18);
		if (kind === null) return markup``;
		return markup`<text class="${kind}" x="${x(i)}%" y="${HEIGHT + 18}">${point.label}</text>`;
	});
	const inner = markup`width="100%" height="${HEIGHT}" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none"`;
	return markup`<svg class="plot" role="img" aria-label="${label}" width="100%" height="${HEIGHT + AXIS}">
${lines}<svg ${inner}>${band}<polyline class="line" points="${middle}"/></svg>
${dots}${pinsMarkup(numbers, anchors, HEIGHT)}
${names}<text class="axis" x="50%" y="${HEIGHT + 36}">${model.axis}</text>
</svg>`;
}
