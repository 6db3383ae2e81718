import type PptxGenJS from 'pptxgenjs';
import { AFTER, BODY, heightOf, NOTE, PAGE } from './fit.ts';
import { ink, ink2, langOf, type DeckLook } from './deck-look.ts';
import { plainText } from './plain-text.ts';
import type { Paragraph, Run, SlideBody, SlideWords } from './types.ts';

/** Inches between two pieces. */
export const GAP = 0.15;

/** Inches that a piece takes if it is words; other pieces take what is left. */
export function wordsHeight(piece: SlideBody): number {
	if (piece.kind !== 'words') return 0;
	return piece.paragraphs.reduce((sum, paragraph) => sum + heightOf(paragraph, BODY.width), GAP);
}

/** Draws words at a height, and says how many inches they take. */
export function drawWords(
	target: PptxGenJS.Slide,
	{ paragraphs }: SlideWords,
	y: number,
	{ locale }: DeckLook,
	font: string
): number {
	const height = wordsHeight({ kind: 'words', paragraphs }) - GAP;
	target.addText(
		paragraphs.flatMap((paragraph, i) => textRuns(paragraph, i < paragraphs.length - 1)),
		{
			...{ x: PAGE.margin, y, w: BODY.width, h: height, margin: 0 },
			...{
				fontFace: font,
				lang: langOf(locale),
				color: ink,
				align: 'left',
				valign: 'top',
				paraSpaceAfter: AFTER
			}
		}
	);
	return height;
}

function textRuns({ runs, size, bullet }: Paragraph, more: boolean): PptxGenJS.TextProps[] {
	return runs.map((run, i) => ({
		text: plainText(run.text),
		options: {
			...runLook(run),
			fontSize: size,
			...(bullet === true ? { bullet: { indent: 14 } } : {}),
			...(more && i === runs.length - 1 ? { breakLine: true } : {})
		}
	}));
}

export const runLook = ({ bold, color }: Run) => ({
	...(bold === true ? { bold } : {}),
	...(color === undefined ? {} : { color })
});

/** A line in small letters below a chart or table. */
export function drawNote(
	target: PptxGenJS.Slide,
	note: string | null,
	y: number,
	{ locale }: DeckLook,
	font: string
): void {
	if (note === null || note === '') return;
	target.addText(plainText(note), {
		...{ x: PAGE.margin, y, w: BODY.width, h: NOTE, margin: 0 },
		...{ fontSize: 10, color: ink2 },
		...{ fontFace: font, lang: langOf(locale), align: 'left', valign: 'middle' }
	});
}
