import { placeOf } from '../model/marks.ts';
import { markup, type Markup } from './markup.ts';
import type { RemarkNumbers } from './remark-numbers.ts';

/** Where a picture shows a mark: across as a share of its width (0 to 100), down in pixels. */
export interface Anchor {
	readonly x: number;
	readonly y: number;
}

/** Pixels of a pin. */
const [HALF, DIGIT] = [8, 6];
/** Where a pin may stand: so far across (of 100) and down (pixels) from its mark, in the order in which places are tried. */
const PLACES: readonly Anchor[] = [-18, 18, -36, 36, -54, 54, -72, 72].flatMap((y) =>
	[0, 5, -5].map((x) => ({ x, y }))
);
/** Of the width: pins that are nearer than that stand on each other on a narrow screen. */
const APART = 4.5;

/**
 * Numbers on any picture: each at a line from its mark, with as much room as there is. `anchors` has one per row of the
 * picture's table, null where the mark is not drawn; `height` is where marks end.
 */
export function pinsMarkup(
	numbers: RemarkNumbers,
	anchors: readonly (Anchor | null)[],
	height: number
): Markup {
	const marked = anchors.flatMap((anchor, row) => {
		const text = numbers.get(placeOf(row));
		return text === undefined || anchor === null ? [] : [{ text, anchor }];
	});
	const placed: Anchor[] = [];
	/** In the picture, on no other pin, and on no mark that another leads to. */
	const free = ({ x, y }: Anchor) =>
		x >= 0 &&
		x <= 100 &&
		y >= -HALF &&
		y <= height - HALF &&
		placed.every((pin) => Math.abs(pin.x - x) > APART || Math.abs(pin.y - y) > 2 * HALF) &&
		marked.every(({ anchor }) => Math.abs(anchor.x - x) > APART / 2 || Math.abs(anchor.y - y) > HALF + 2);
	const pins = marked.map(({ text, anchor }) => {
		const places = PLACES.map((away) => ({ x: anchor.x + away.x, y: anchor.y + away.y }));
		const place = places.find(free) ?? { x: anchor.x, y: Math.max(-HALF, anchor.y - HALF) };
		placed.push(place);
		return pin(text, anchor, place);
	});
	return pins.length === 0 ? markup`` : markup`<g class="pins">${pins}</g>`;
}

function pin(text: string, from: Anchor, to: Anchor): Markup {
	const [x, start] = [`${to.x.toFixed(3)}%`, `${from.x.toFixed(3)}%`];
	const width = Math.max(2 * HALF, text.length * DIGIT + HALF);
	const leader = markup`<line x1="${start}" x2="${x}" y1="${from.y.toFixed(1)}" y2="${to.y.toFixed(1)}"/><circle cx="${start}" cy="${from.y.toFixed(1)}" r="2.5"/>`;
	const badge = markup`<rect x="${x}" y="${(to.y - HALF).toFixed(1)}" width="${width}" height="${2 * HALF}" rx="${HALF}" transform="translate(${-width / 2} 0)"/>`;
	return markup`<g class="pin">${leader}${badge}<text x="${x}" y="${(to.y + 4).toFixed(1)}">${text}</text></g>\n`;
}
