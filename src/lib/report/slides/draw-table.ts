import type PptxGenJS from 'pptxgenjs';
import { colours, hex } from '../palette.ts';
import { ink, langOf, line, type DeckLook } from './deck-look.ts';
import { drawNote, runLook } from './draw-words.ts';
import { BODY, NOTE, PAGE } from './fit.ts';
import { plainText } from './plain-text.ts';
import { settingOf } from './tables.ts';
import type { SlideTable } from './types.ts';

/** Draws a table at a height, and says how many inches it takes. */
export function drawTable(
	target: PptxGenJS.Slide,
	{ widths, heights, rows, size, heads, note, grid }: SlideTable,
	y: number,
	look: DeckLook,
	font: string
): number {
	const none = { type: 'none' } as const;
	const rule = (color: string) => ({ type: 'solid', pt: 0.75, color }) as const;
	const gap = { type: 'solid', pt: 2, color: hex(colours.card) } as const;
	const cells = rows.map((row, r) =>
		row.map((cell): PptxGenJS.TableCell => ({
			text: cell.runs.map((run) => ({ text: plainText(run.text), options: runLook(run) })),
			options: {
				align: cell.align,
				...(cell.bold === true ? { bold: true } : {}),
				...(cell.fill === undefined ? {} : { fill: { color: cell.fill } }),
				border: grid ? [gap, gap, gap, gap] : [none, none, rule(r < heads ? hex(colours.strong) : line), none]
			}
		}))
	);
	const height = heights.reduce((sum, one) => sum + one, 0);
	const { x, y: above } = settingOf(grid);
	const inset = { x: x / 2, y: above / 2 };
	target.addTable(cells, {
		...{ x: PAGE.margin, y, w: widths.reduce((sum, one) => sum + one, 0), h: height },
		...{
			colW: [...widths],
			rowH: [...heights],
			fontFace: font,
			fontSize: size,
			color: ink,
			valign: 'middle'
		},
		...{ lang: langOf(look.locale), margin: [inset.y, inset.x, inset.y, inset.x], autoPage: false }
	});
	drawNote(target, note, BODY.top + BODY.height - NOTE, look, font);
	return height + (note === null ? 0 : NOTE);
}
