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
/** Pixels from a mark to its pin, in the order in which they are tried: a pin stands on no other, and in the picture. */
const RISES = [-18, -38, -58, 18, 38, 58, -78, 78];
/** As a share of the width: pins nearer than that stand on each other on a narrow screen. */
const APART = 6;

/**
 * Numbers on any picture: each at a line from its mark, with as much room as there is. `anchors` has one per row of the
 * picture's table, null where the mark is not drawn; `height` is where marks end.
 */
export function pinsMarkup(
	numbers: RemarkNumbers,
	anchors: readonly (Anchor | null)[],
	height: number
): Markup {
	const placed: Anchor[] = [];
	const pins = anchors.flatMap((anchor, row) => {
		const text = numbers.get(placeOf(row));
		if (text === undefined || anchor === null) return [];
		const free = (y: number) =>
			y >= -HALF &&
			y <= height - HALF &&
			placed.every((pin) => Math.abs(pin.x - anchor.x) > APART || Math.abs(pin.y - y) > 2 * HALF);
		const rises = RISES.map((rise) => anchor.y + rise);
		const y = rises.find(free) ?? Math.max(-HALF, anchor.y - HALF);
		placed.push({ x: anchor.x, y });
		return [pin(text, anchor, y)];
	});
	return pins.length === 0 ? markup`` : markup`<g class="pins">${pins}</g>`;
}

function pin(text: string, { x, y: from }: Anchor, y: number): Markup {
	const at = `${x.toFixed(3)}%`;
	const width = Math.max(2 * HALF, text.length * DIGIT + HALF);
	const leader = markup`<line x1="${at}" x2="${at}" y1="${from.toFixed(1)}" y2="${y.toFixed(1)}"/><circle cx="${at}" cy="${from.toFixed(1)}" r="2.5"/>`;
	const badge = markup`<rect x="${at}" y="${(y - HALF).toFixed(1)}" width="${width}" height="${2 * HALF}" rx="${HALF}" transform="translate(${-width / 2} 0)"/>`;
	return markup`<g class="pin">${leader}${badge}<text x="${at}" y="${(y + 4).toFixed(1)}">${text}</text></g>\n`;
}
