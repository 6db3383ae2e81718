import type PptxGenJS from 'pptxgenjs';
import { logoOf, paperAccent } from '../brand.ts';
import { langOf, LOGO, type DeckLook } from './deck-look.ts';
import { addChart } from './draw-chart.ts';
import { drawTable } from './draw-table.ts';
import { drawTiles } from './draw-tiles.ts';
import { drawNote, drawWords, GAP, wordsHeight } from './draw-words.ts';
import { BODY, linesOf, NOTE, PAGE } from './fit.ts';
import { plainText } from './plain-text.ts';
import type { Slide, SlideBody } from './types.ts';

/** A chart or a table is not lower than this, in inches. */
const LOWEST = 1.5;

/** Puts on a slide what stands above it, its title, its pieces from top to bottom, and its notes. */
export function drawSlide(
	target: PptxGenJS.Slide,
	{ above, title, body, notes, cover }: Slide,
	look: DeckLook,
	font: string
): void {
	const { margin } = PAGE;
	const common = { fontFace: font, lang: langOf(look.locale), margin: 0, align: 'left' } as const;
	if (above !== '') {
		const beside = logoOf(look.brand) === null ? 0 : LOGO.width + LOGO.gap;
		target.addText(plainText(above), {
			...{ ...common, x: margin, y: 0.32, w: BODY.width - beside, h: 0.28 },
			...{ fontSize: 11, color: paperAccent(look.brand), valign: 'middle' }
		});
	}
	const size = cover === true ? 34 : titleSize(title);
	target.addText([{ text: plainText(title), options: { fontSize: size, lang: common.lang } }], {
		placeholder: 'title'
	});
	let y: number = BODY.top + (cover === true ? 0.35 : 0);
	for (const [i, piece] of body.entries()) {
		const below = body.slice(i + 1).reduce((sum, next) => sum + wordsHeight(next), 0);
		y += drawBody(target, piece, y, below, look, font) + GAP;
	}
	if (notes.length > 0) target.addNotes(plainText(notes.join('\n')));
}

/** A long sentence stands in smaller letters rather than over what is below it. */
function titleSize(title: string): number {
	return (
		[24, 21, 18, 16].find((size) => linesOf(title, BODY.width * 0.97, size) <= (size > 20 ? 2 : 3)) ?? 14
	);
}

/** Draws a piece at a height, leaving so many inches below, and says how many it takes. */
function drawBody(
	target: PptxGenJS.Slide,
	piece: SlideBody,
	y: number,
	below: number,
	look: DeckLook,
	font: string
): number {
	switch (piece.kind) {
		case 'words':
			return drawWords(target, piece, y, look, font);
		case 'tiles':
			return drawTiles(target, piece, y, look, font);
		case 'table':
			return drawTable(target, piece, y, look, font);
		case 'chart': {
			const noted = piece.note === null ? 0 : NOTE;
			const room = Math.max(LOWEST, BODY.top + BODY.height - y - noted - below);
			addChart(target, piece, { x: PAGE.margin, y, w: BODY.width, h: room }, { ...look, font });
			drawNote(target, piece.note, y + room, look, font);
			return room + noted;
		}
	}
}
