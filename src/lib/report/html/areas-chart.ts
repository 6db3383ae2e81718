import { squarify } from '#lib/core/drawing/squarify.ts';
import type { AreasModel } from '../model/types.ts';
import { markup, type Markup } from './markup.ts';
import { pinsMarkup } from './pins.ts';
import type { RemarkNumbers } from './remark-numbers.ts';

/** Pixels; the width of a sheet is not known, so places across it are shares of this one. */
const [WIDTH, HEIGHT] = [440, 260];
/** Room for a line of a name, and for two. */
const [ONE_LINE, TWO_LINES] = [22, 38];

/** One rectangle for each whole, its parts as areas. What is written in a part is cut at its edge. */
export function areasChart({ wholes }: AreasModel, label: string, numbers: RemarkNumbers): Markup {
	const drawn = wholes.map(({ label: whole, parts }) => {
		const tiles = squarify(
			parts.map(({ value }) => value),
			{ width: WIDTH, height: HEIGHT }
		);
		const boxes = parts.map(({ label: name, text, tone }, i) => {
			const { x, y, width, height } = tiles[i] ?? { x: 0, y: 0, width: 0, height: 0 };
			if (width * height === 0) return markup``;
			const place = markup`x="${percent(x)}" y="${y.toFixed(1)}" width="${percent(width)}" height="${height.toFixed(1)}"`;
			const first = height >= ONE_LINE ? markup`<text class="part" x="8" y="16">${name}</text>` : null;
			const second = height >= TWO_LINES ? markup`<text x="8" y="32">${text}</text>` : null;
			return markup`<svg ${place}><title>${name}, ${text}</title><rect class="${tone}" width="100%" height="100%"/>${first}${second}</svg>\n`;
		});
		// What is written in a part stands at its upper left.
		const corners = tiles.map(({ x, y, width, height }) =>
			width * height === 0 ? null : { x: ((x + width * 0.8) / WIDTH) * 100, y: y + height * 0.8 }
		);
		return markup`<div><p>${whole}</p><svg class="plot" role="img" aria-label="${label} ${whole}" width="100%" height="${HEIGHT}">
${boxes}${pinsMarkup(numbers, corners, HEIGHT)}</svg></div>`;
	});
	return markup`<div class="areas">${drawn}</div>`;
}

const percent = (place: number): string => `${((place / WIDTH) * 100).toFixed(3)}%`;
