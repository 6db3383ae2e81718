import { squarify } from '#lib/core/drawing/squarify.ts';
import { emsOf } from '../slides/fit.ts';
import type { AreasModel } from '../model/types.ts';
import { markup, type Markup } from './markup.ts';
import { pinsMarkup } from './pins.ts';
import type { RemarkNumbers } from './remark-numbers.ts';

/** Pixels; the width of a sheet is not known, so places across it are shares of this one. */
const [WIDTH, HEIGHT] = [440, 260];
/** Room for a line of a name, and for two. */
const [ONE_LINE, TWO_LINES] = [22, 38];
/** Letters do not shrink with a picture: on a sheet it is this part of its width here. */
const NARROWEST = 0.75;
const FONT = 12;
const EDGES = 14;

/** One rectangle for each whole, its parts as areas. What is written in a part ends at its edge. */
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
			const ems = (width * NARROWEST - EDGES) / FONT;
			const written = height >= ONE_LINE ? shortened(name, ems) : '';
			const first = written === '' ? null : markup`<text class="part" x="8" y="16">${written}</text>`;
			const fits = height >= TWO_LINES && emsOf(text) <= ems;
			const second = fits ? markup`<text x="8" y="32">${text}</text>` : null;
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

/** As much of a name as there is room for; nothing where that is no more than a letter. */
function shortened(name: string, ems: number): string {
	if (emsOf(name) <= ems) return name;
	const signs = [...name];
	while (signs.length > 0 && emsOf(signs.join('')) + 1 > ems) signs.pop();
	return signs.length < 2 ? '' : `${signs.join('').trimEnd()}…`;
}

const percent = (place: number): string => `${((place / WIDTH) * 100).toFixed(3)}%`;
