import { escapeText } from '../html/markup.ts';
import { FONTS, langOf, type DeckLook } from './deck-look.ts';
import { defineMaster, MASTER } from './deck-master.ts';
import { drawSlide } from './draw-slide.ts';
import { mendDeck } from './mend-deck.ts';
import { plainText } from './plain-text.ts';
import type { Slide } from './types.ts';

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
	defineMaster(deck, look, font);
	for (const slide of slides) drawSlide(deck.addSlide({ masterName: MASTER }), slide, look, font);
	const written = (await deck.write({ outputType: 'arraybuffer', compression: false })) as ArrayBuffer;
	return new Blob([mendDeck(new Uint8Array(written), langOf(look.locale))], {
		type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
	});
}
