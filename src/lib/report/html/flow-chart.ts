import { layoutSankey } from '#lib/core/drawing/sankey-layout.ts';
import type { FlowModel } from '../model/types.ts';
import { labelClass } from './axis.ts';
import { markup, type Markup } from './markup.ts';
import { pinsMarkup } from './pins.ts';
import type { RemarkNumbers } from './remark-numbers.ts';

const HEIGHT = 320;
const AXIS = 24;
/** The width that is drawn on; the sheet stretches it, but not the words. */
const WIDTH = 1000;
const BLOCK = 14;

/** Blocks and bands as SVG that keeps the size of its words on any sheet. */
export function flowChart(
	{ columns, blocks, bands, legend }: FlowModel,
	label: string,
	numbers: RemarkNumbers
): Markup {
	const places = layoutSankey(blocks, bands, { width: WIDTH, height: HEIGHT, nodeWidth: BLOCK, gap: 5 });
	const paths = bands.map(({ tone }, i) => {
		return markup`<path class="flow ${tone}" d="${places.links[i]?.path ?? ''}"/>\n`;
	});
	const boxes = blocks.map(({ tone }, i) => {
		const { x, y, height } = places.nodes[i] ?? { x: 0, y: 0, height: 0 };
		const place = markup`x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${BLOCK}" height="${Math.max(1, height).toFixed(1)}"`;
		return markup`<rect class="${tone}" ${place}/>`;
	});
	const last = Math.max(1, columns.length - 1);
	const names = columns.map((text, step) => {
		const kind = labelClass(step, columns.length, 8);
		if (kind === null) return markup``;
		const end = step === 0 ? ' first' : step === columns.length - 1 ? ' last' : '';
		return markup`<text class="${kind}${end}" x="${((step / last) * 100).toFixed(2)}%" y="${HEIGHT + 18}">${text}</text>`;
	});
	const middles = places.links.map(({ x, y }) => ({ x: (x / WIDTH) * 100, y }));
	const inner = markup`width="100%" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none"`;
	const entries = legend.map(({ tone, label: text }) => {
		return markup`<span><i class="swatch ${tone}"></i>${text}</span>`;
	});
	return markup`<svg class="plot flows" role="img" aria-label="${label}" width="100%" height="${HEIGHT + AXIS}">
<svg ${inner}>${paths}${boxes}</svg>
${names}${pinsMarkup(numbers, middles, HEIGHT)}
</svg><p class="legend">${entries}</p>`;
}
