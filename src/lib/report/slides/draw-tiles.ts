import type PptxGenJS from 'pptxgenjs';
import { ink, ink2, langOf, line, type DeckLook } from './deck-look.ts';
import { BODY, linesOf, PAGE, TILES } from './fit.ts';
import { plainText } from './plain-text.ts';
import type { SlideTiles } from './types.ts';

/** Draws headline figures at a height, and says how many inches they take. */
export function drawTiles(
	target: PptxGenJS.Slide,
	{ tiles }: SlideTiles,
	top: number,
	{ locale }: DeckLook,
	font: string
): number {
	const { across, height, gap } = TILES;
	const width = (BODY.width - (across - 1) * gap) / across;
	for (const [i, { label, value, note }] of tiles.entries()) {
		const large = [20, 17, 14].find((size) => linesOf(value, width - 0.3, size) === 1) ?? 12;
		target.addText(
			[
				{ text: plainText(label), options: { fontSize: 11, color: ink2, breakLine: true } },
				{ text: plainText(value), options: { fontSize: large, bold: true, color: ink, breakLine: true } },
				{ text: plainText(note), options: { fontSize: 10, color: ink2 } }
			],
			{
				...{
					x: PAGE.margin + (i % across) * (width + gap),
					y: top + Math.floor(i / across) * (height + gap)
				},
				...{ w: width, h: height, margin: [10, 10, 4, 4], shape: 'rect', line: { color: line, width: 1 } },
				...{ fontFace: font, lang: langOf(locale), align: 'left', valign: 'middle' }
			}
		);
	}
	return Math.ceil(tiles.length / across) * (height + gap) - gap;
}
