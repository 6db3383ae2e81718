import type { ReportBrand } from '#lib/core/dataset/report-layout.ts';
import { readableAccent } from '#lib/core/drawing/readable-accent.ts';
import { colours, hex } from './palette.ts';

/** A logo as its file, and its size in pixels. */
export interface Logo {
	readonly dataUri: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly width: number;
	readonly height: number;
}

const START = 'data:image/png;base64,';
/** The file's own word for its first piece, which has the size. */
const [SIGNATURE, WIDTH_AT, HEIGHT_AT, LEAST] = [0x89504e47, 16, 20, 24];

/** The logo of a report; null without any, or where it is no PNG with a size. */
export function logoOf(brand: ReportBrand | null): Logo | null {
	const dataUri = brand?.logo ?? null;
	if (dataUri === null || !dataUri.startsWith(START)) return null;
	const bytes = Uint8Array.from(atob(dataUri.slice(START.length)), (sign) => sign.charCodeAt(0));
	if (bytes.length < LEAST) return null;
	const view = new DataView(bytes.buffer);
	const [width, height] = [view.getUint32(WIDTH_AT), view.getUint32(HEIGHT_AT)];
	return view.getUint32(0) === SIGNATURE && width > 0 && height > 0
		? { dataUri, bytes, width, height }
		: null;
}

/**
 * The size of a logo in a box, its proportions kept.
 *
 * @example
 * logoSize({ width: 400, height: 100 }, { width: 2, height: 0.75 }) // => { width: 2, height: 0.5 }
 */
export function logoSize(
	logo: { readonly width: number; readonly height: number },
	box: { readonly width: number; readonly height: number }
): { readonly width: number; readonly height: number } {
	const scale = Math.min(box.width / logo.width, box.height / logo.height);
	return { width: logo.width * scale, height: logo.height * scale };
}

/**
 * The accent on white paper, as six hex digits: dark enough to be read, whatever was chosen.
 *
 * @example
 * paperAccent(null) // => '2b4c9b'
 */
export function paperAccent(brand: ReportBrand | null): string {
	const accent = brand?.accent ?? null;
	return accent === null ? hex(colours.accent) : readableAccent(accent)[0].color.slice(1);
}
