import type PptxGenJS from 'pptxgenjs';
import { logoOf, logoSize, paperAccent } from '../brand.ts';
import { colours, hex } from '../palette.ts';
import { ink, ink2, LOGO, type DeckLook } from './deck-look.ts';
import { BODY, PAGE } from './fit.ts';
import { plainText } from './plain-text.ts';

export const MASTER = 'REPORT';

/** What stands on every slide: a line of colour, the place of the title, the foot, the logo and the number. */
export function defineMaster(deck: PptxGenJS, { foot, brand }: DeckLook, font: string): void {
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
