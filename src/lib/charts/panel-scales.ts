import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { maxOf } from './bar.ts';

export interface PanelScale {
	/** Top of the plot area of the panel. */
	readonly top: number;
	readonly y: ScaleLinear<number, number>;
	readonly ticks: readonly number[];
}

/**
 * One linear axis from 0 per panel, the panels stacked from above with `gap` pixels (for their titles) over each.
 * Values that are not there (NaN) don't count.
 *
 * @example
 * const [first, second] = panelScales([{ values: [10, 3] }, { values: [20, NaN] }], [{ height: 100 }, { height: 50 }], 30);
 * first.top // => 30
 * second.top // => 160
 * first.y(20) // => 30
 * second.y(0) // => 210
 * first.ticks // => [0, 5, 10, 15, 20]
 */
export function panelScales(
	points: readonly { readonly values: readonly number[] }[],
	panels: readonly { readonly height: number }[],
	gap: number
): PanelScale[] {
	let top = 0;
	return panels.map((panel, at) => {
		top += gap;
		const max = maxOf(points.map((point) => point.values[at] ?? NaN)) || 1;
		const count = panel.height >= 100 ? 3 : 2;
		const y = scaleLinear()
			.domain([0, max])
			.nice(count + 2)
			.range([top + panel.height, top]);
		const scale: PanelScale = { top, y, ticks: y.ticks(count) };
		top += panel.height;
		return scale;
	});
}
