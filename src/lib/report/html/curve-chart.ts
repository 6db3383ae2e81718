import type { CurveModel } from '../model/types.ts';
import { labelClass } from './axis.ts';
import { html, type Markup } from './markup.ts';

const HEIGHT = 220;
const AXIS = 40;

/** A curve of shares with its interval as a band, as SVG that keeps the size of its words on any sheet. */
export function curveChart(model: CurveModel, label: string): Markup {
	const top = Math.max(...model.ticks.map((tick) => tick.at), 0) || 1;
	const count = Math.max(1, model.points.length);
	const y = (share: number) => (1 - share / top) * HEIGHT;
	const x = (index: number) => ((index + 0.5) / count) * 100;
	const solid = model.points
		.map((point, index) => ({ ...point, index }))
		.filter(
			(point) => Number.isFinite(point.value) && Number.isFinite(point.low) && Number.isFinite(point.high)
		);
	const at = (index: number, share: number) => `${x(index).toFixed(3)},${y(share).toFixed(2)}`;
	const band = [
		...solid.map((point) => at(point.index, point.high)),
		...[...solid].reverse().map((point) => at(point.index, point.low))
	].join(' ');
	const line = solid.map((point) => at(point.index, point.value)).join(' ');
	return html`<svg class="plot" role="img" aria-label="${label}" width="100%" height="${HEIGHT + AXIS}">
		${model.ticks.map(
			(tick) =>
				html`<line
						class="${tick.at === 0 ? 'zero' : 'grid'}"
						x1="0"
						x2="100%"
						y1="${y(tick.at).toFixed(1)}"
						y2="${y(tick.at).toFixed(1)}"
					/><text class="tick" x="-8" y="${(y(tick.at) + 4).toFixed(1)}">${tick.text}</text>`
		)}
		<svg width="100%" height="${HEIGHT}" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none">
			<polygon class="band" points="${band}" />
			<polyline class="line" points="${line}" />
		</svg>
		${solid.map(
			(point) =>
				html`<circle
					class="dot"
					cx="${x(point.index).toFixed(3)}%"
					cy="${y(point.value).toFixed(1)}"
					r="3.5"
				/>`
		)}
		${model.points.map((point, i) => {
			const place = labelClass(i, count, 18);
			return place === null
				? html``
				: html`<text class="${place}" x="${x(i).toFixed(3)}%" y="${HEIGHT + 18}">${point.label}</text>`;
		})}
		<text class="axis" x="50%" y="${HEIGHT + 36}">${model.axis}</text>
	</svg>`;
}
