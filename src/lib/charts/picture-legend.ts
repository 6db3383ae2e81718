import { escapeXml } from './escape-xml.ts';

export interface LegendLook {
	/** Left edge and width of the lines. */
	readonly left: number;
	readonly width: number;
	readonly ink: string;
	/** What hatching shows between its lines. */
	readonly ground: string;
	readonly measure: (text: string) => number;
}

/**
 * What the legend on screen says (elements marked `data-legend`), as swatches and words in lines from `top` down.
 * A swatch and the word behind it stay on one line; swatches side by side touch.
 */
export function pictureLegend(
	frame: HTMLElement,
	top: number,
	look: LegendLook
): { readonly svg: string; readonly bottom: number } {
	const items = [...frame.querySelectorAll<HTMLElement>('[data-legend]')];
	const parts: string[] = [];
	if (items.length === 0) return { svg: '', bottom: top };
	let x = look.left;
	let y = top;
	let before: 'text' | 'swatch' | null = null;
	items.forEach((item, index) => {
		const isText = item.dataset['legend'] === 'text';
		const own = isText ? look.measure(item.textContent) : item.offsetWidth;
		const next = items[index + 1];
		const word = !isText && next?.dataset['legend'] === 'text' ? 6 + look.measure(next.textContent) : 0;
		if (before !== null && !(before === 'swatch' && !isText)) x += before === 'swatch' ? 6 : 14;
		if (x + own + word > look.left + look.width && x > look.left) {
			x = look.left;
			y += 18;
		}
		parts.push(isText ? text(item.textContent, x, y, look.ink) : swatch(item, x, y, own, look.ground));
		x += own;
		before = isText ? 'text' : 'swatch';
	});
	return { svg: parts.join(''), bottom: y + 26 };
}

function text(words: string, x: number, y: number, ink: string): string {
	return `<text x="${x}" y="${y + 12}" font-size="12" fill="${ink}">${escapeXml(words)}</text>`;
}

function swatch(item: HTMLElement, x: number, y: number, width: number, ground: string): string {
	const height = Math.min(10, item.offsetHeight);
	const from = y + 8 - height / 2;
	const box = `<rect x="${x}" y="${from}" width="${width}" height="${height}" fill="${getComputedStyle(item).backgroundColor}"/>`;
	if (item.dataset['kind'] !== 'hatched') return box;
	const end = from + height;
	const lines = `M${x} ${end}l${width} ${-height}M${x} ${end - height / 2}l${width / 2} ${-height / 2}M${x + width / 2} ${end}l${width / 2} ${-height / 2}`;
	return `${box}<path d="${lines}" stroke="${ground}" stroke-width="1.5"/>`;
}
