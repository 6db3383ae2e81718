/** Twice what a report shows, for sharp screens and print. */
export const logoLimits = { width: 440, height: 96 } as const;
const MOST_BYTES = 5_000_000;
const MOST_STORED = 200_000;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47];

/**
 * A logo as a small PNG in a data URI; null for what is no PNG or SVG, or stays too large. It is drawn anew: nothing of
 * the file but its look is kept, and an SVG that is shown as a picture runs no script and loads nothing.
 */
export async function logoPicture(file: File): Promise<string | null> {
	if (file.size > MOST_BYTES) return null;
	const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
	const isPng = PNG_SIGNATURE.every((byte, i) => head[i] === byte);
	if (!isPng && !/\.svg$/i.test(file.name)) return null;
	const url = URL.createObjectURL(new Blob([file], { type: isPng ? 'image/png' : 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = url;
		await image.decode();
		const { width, height } = fitted(image.naturalWidth || 300, image.naturalHeight || 150, isPng);
		const canvas = document.createElement('canvas');
		canvas.width = width;
		canvas.height = height;
		canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
		const made = canvas.toDataURL('image/png');
		return made.startsWith('data:image/png;base64,') && made.length <= MOST_STORED ? made : null;
	} catch {
		return null;
	} finally {
		URL.revokeObjectURL(url);
	}
}

/**
 * The size of a picture within the limits, its proportions kept. Bitmaps are not made larger.
 *
 * @example
 * fitted(880, 96, true) // => { width: 440, height: 48 }
 * fitted(10, 10, true) // => { width: 10, height: 10 }
 * fitted(10, 10, false) // => { width: 96, height: 96 }
 */
export function fitted(
	width: number,
	height: number,
	isBitmap: boolean
): { readonly width: number; readonly height: number } {
	const scale = Math.min(logoLimits.width / width, logoLimits.height / height, isBitmap ? 1 : Infinity);
	return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
