import type PptxGenJS from 'pptxgenjs';
import type { ReportBrand } from '#lib/core/dataset/report-layout.ts';
import type { Locale } from '#lib/i18n/messages.ts';
import { logoOf, logoSize, paperAccent } from '../brand.ts';
import { escapeText } from '../html/markup.ts';
import { colours, hex } from '../palette.ts';
import { addChart } from './draw-chart.ts';
import { AFTER, BODY, heightOf, linesOf, NOTE, PAGE, TILES } from './fit.ts';
import { mendDeck } from './mend-deck.ts';
import { plainText } from './plain-text.ts';
import { settingOf } from './tables.ts';
import type { Paragraph, Run, Slide, SlideBody, SlideTable, SlideTiles, SlideWords } from './types.ts';

/** How the numbers of a deck are written, and in which letters. */
export interface DeckLook {
	readonly locale: Locale;
	/** What stands at the foot of each slide. */
	readonly foot: string;
	/** Whose slides they are. */
	readonly brand: ReportBrand | null;
	/** Decimal places of money, and the sign before it. */
	readonly money: { readonly scale: number; readonly sign: string };
}

/** One that has the signs of both languages, and is on every machine that shows slides. */
const FONTS: Readonly<Record<Locale, string>> = { en: 'Calibri', 'zh-CN': 'Microsoft YaHei' };
const MASTER = 'REPORT';
const langOf = (locale: Locale): string => (locale === 'en' ? 'en-US' : locale);
const ink = hex(colours.ink);
const ink2 = hex(colours.ink2);
const line = hex(colours.line);
/** Inches between two pieces. */
const GAP = 0.15;
/** A chart or a table is not lower than this, in inches. */
const LOWEST = 1.5;

/**
 * Slides as a PPTX file of 16:9 with native text, tables and charts; a chart brings its numbers along in a workbook. A
 * text is a text, whatever it holds. Takes some ten milliseconds a slide. Source: Office Open XML, by PptxGenJS, which
 * is loaded when it is needed and asks for nothing.
 */
export async function writeSlides(slides: readonly Slide[], title: string, look: DeckLook): Promise<Blob> {
	const { default: Deck } = await import('pptxgenjs');
	const deck = new Deck();
	const font = FONTS[look.locale];
	deck.layout = 'LAYOUT_WIDE';
	deck.title = plainText(title);
	const maker = plainText(look.brand?.organisation || 'Clientele');
	deck.author = maker;
	// Written as it is, unlike all other texts.
	deck.company = escapeText(maker);
	deck.theme = { headFontFace: font, bodyFontFace: font };
	master(deck, look, font);
	for (const slide of slides) draw(deck.addSlide({ masterName: MASTER }), slide, look, font);
	const written = (await deck.write({ outputType: 'arraybuffer', compression: false })) as ArrayBuffer;
	return new Blob([mendDeck(new Uint8Array(written), langOf(look.locale))], {
		type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
	});
}

/** Inches at the upper right of each slide, and beside them. */
const LOGO = { width: 1.9, height: 0.42, top: 0.2, gap: 0.3 } as const;

function master(deck: PptxGenJS, { foot, brand }: DeckLook, font: string): void {
	const { margin, width, height } = PAGE;
	const logo = logoOf(brand);
	const size = logo && logoSize(logo, LOGO);
	const organisation = brand?.organisation ?? '';
	deck.defineSlideMaster({
		title: MASTER,
		background: { color: hex(colours.card) },
		objects: [
			{ rect: { x: 0, y: 0, w: width, h: 0.09, fill: { color: paperAccent(brand) } } },
			{
				placeholder: {
					options: {
						...{ name: 'title', type: 'title', x: margin, y: 0.62, w: BODY.width, h: 1.05 },
						...{
							fontFace: font,
							fontSize: 24,
							bold: true,
							color: ink,
							align: 'left',
							valign: 'top',
							margin: 0
						}
					},
					text: ''
				}
			},
			{
				text: {
					text: plainText([organisation, foot].filter(Boolean).join(' · ')),
					options: {
						...{ x: margin, y: height - 0.48, w: BODY.width - 1, h: 0.3, margin: 0 },
						...{ fontFace: font, fontSize: 9, color: ink2, align: 'left', valign: 'middle' }
					}
				}
			},
			...(logo === null || size === null
				? []
				: [
						{
							image: {
								...{ data: logo.dataUri, altText: plainText(organisation) },
								...{ x: width - margin - size.width, y: LOGO.top, w: size.width, h: size.height }
							}
						}
					])
		],
		slideNumber: {
			...{ x: width - margin - 0.8, y: height - 0.48, w: 0.8, h: 0.3, margin: 0 },
			...{ fontFace: font, fontSize: 9, color: ink2, align: 'right' }
		}
	});
}

function draw(
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

function wordsHeight(piece: SlideBody): number {
	if (piece.kind !== 'words') return 0;
	return piece.paragraphs.reduce((sum, paragraph) => sum + heightOf(paragraph, BODY.width), GAP);
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

function drawWords(
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

const runLook = ({ bold, color }: Run) => ({
	...(bold === true ? { bold } : {}),
	...(color === undefined ? {} : { color })
});

function drawTiles(
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

function drawTable(
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

function drawNote(
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
