import { wrapText } from './wrap-text.ts';

/** What stands round the plot in an exported picture. */
export interface PictureWords {
	readonly title: string;
	readonly finding?: string | undefined;
	readonly footer?: string | undefined;
}

// What a stylesheet would have said, written into the marks themselves. Transforms stay out on purpose: the only
// ones in charts follow the scroll position of the screen.
const painted = [
	'fill',
	'fill-opacity',
	'stroke',
	'stroke-width',
	'stroke-dasharray',
	'stroke-linejoin',
	'stroke-linecap',
	'opacity',
	'font-family',
	'font-size',
	'font-weight',
	'text-anchor',
	'dominant-baseline',
	'paint-order'
] as const;
const svgNames = 'http://www.w3.org/2000/svg';
const edge = 20;

/**
 * The chart inside `frame` as one free-standing SVG document: title, finding, plot, legend and footer, in the colours
 * of the current theme. The frame must be on the page and show its chart; null when it holds none.
 */
export function pictureSvg(frame: HTMLElement, words: PictureWords): string | null {
	const box = frame.querySelector<HTMLElement>('[data-plot]');
	const plots = [...(box?.querySelectorAll<SVGSVGElement>('svg') ?? [])];
	if (box === null || plots.length === 0) return null;
	// A plot that scrolls inside its box is drawn whole: its container is as wide as it is.
	const places = plots.map((plot) => {
		const container = (plot.parentElement ?? plot).getBoundingClientRect();
		const own = plot.getBoundingClientRect();
		return { plot, container, shiftX: own.left - container.left, shiftY: own.top - container.top };
	});
	const left = box.getBoundingClientRect().left;
	const top = Math.min(...places.map(({ container }) => container.top));
	const at = places.map((place) => ({
		...place,
		x: Math.max(0, place.container.left + scrolledBy(place.plot) - left),
		y: place.container.top - top
	}));
	const width = Math.max(...at.map(({ x, container }) => x + container.width));
	const height = Math.max(...at.map(({ y, container }) => y + container.height));

	const look = getComputedStyle(frame);
	const token = (name: string) => resolveColor(frame, `var(${name})`);
	const family = look.fontFamily.replaceAll('"', "'");
	const pen = document.createElement('canvas').getContext('2d');
	const measure = (font: string) => (part: string) => {
		if (pen === null) return part.length * 8;
		pen.font = `${font} ${look.fontFamily}`;
		return pen.measureText(part).width;
	};
	const lines = (text: string | undefined, font: string) =>
		text === undefined || text === '' ? [] : wrapText(text, width, measure(font));

	const parts: string[] = [];
	let y = edge;
	const write = (text: string[], size: number, weight: number, color: string) => {
		for (const line of text) {
			y += size * 1.4;
			parts.push(
				`<text x="${edge}" y="${y - size * 0.35}" font-size="${size}" font-weight="${weight}" fill="${color}">${escapeXml(line)}</text>`
			);
		}
	};
	write(lines(words.title, '600 16px'), 16, 600, token('--ink'));
	write(lines(words.finding, '400 13px'), 13, 400, token('--ink-2'));
	y += 12;
	for (const place of at) {
		const x = edge + place.x + place.shiftX;
		parts.push(`<g transform="translate(${x} ${y + place.y + place.shiftY})">${paint(place.plot)}</g>`);
	}
	y += height + 12;
	y = legend(frame, parts, y, width, token('--ink-2'), token('--card'), measure('400 12px'));
	write(lines(words.footer, '400 11px'), 11, 400, token('--ink-3'));
	y += edge;
	return (
		`<svg xmlns="${svgNames}" width="${width + 2 * edge}" height="${Math.ceil(y)}" viewBox="0 0 ${width + 2 * edge} ${Math.ceil(y)}" ` +
		`font-family="${escapeXml(family)}"><title>${escapeXml(words.title)}</title>` +
		`<rect width="100%" height="100%" fill="${token('--card')}"/>${parts.join('')}</svg>`
	);
}

/** The inside of a copy of the plot, each element carrying its computed paint. */
function paint(plot: SVGSVGElement): string {
	const copy = plot.cloneNode(true) as SVGSVGElement;
	const from = [...plot.querySelectorAll<SVGElement>('*')];
	const to = [...copy.querySelectorAll<SVGElement>('*')];
	const drop: Element[] = [];
	from.forEach((original, index) => {
		const target = to[index];
		if (target === undefined) return;
		const style = getComputedStyle(original);
		if (style.display === 'none' || original.hasAttribute('data-screen-only')) drop.push(target);
		for (const name of [...target.getAttributeNames()]) {
			if (/^(class|style|tabindex|role|aria-|data-)/.test(name)) target.removeAttribute(name);
		}
		if (original.closest('defs') !== null && original.tagName === 'pattern') return;
		for (const property of painted) {
			const value = style.getPropertyValue(property);
			const inherited =
				original.parentElement && getComputedStyle(original.parentElement).getPropertyValue(property);
			if (value !== '' && (value !== inherited || property.includes('opacity')) && value !== '1') {
				target.setAttribute(property, value.replaceAll('"', "'"));
			}
		}
	});
	for (const element of drop) element.remove();
	return new XMLSerializer()
		.serializeToString(copy)
		.replace(/^<svg[^>]*>/, '')
		.replace(/<\/svg>$/, '');
}

function scrolledBy(plot: Element): number {
	return plot.closest('[data-scroll]')?.scrollLeft ?? 0;
}

/** Writes what the legend on screen says, swatches and words in lines; returns the new bottom. */
function legend(
	frame: HTMLElement,
	parts: string[],
	top: number,
	width: number,
	ink: string,
	ground: string,
	measure: (text: string) => number
): number {
	const items = [...frame.querySelectorAll<HTMLElement>('[data-legend]')];
	if (items.length === 0) return top;
	let x = edge;
	let y = top;
	let after: 'text' | 'swatch' | null = null;
	items.forEach((item, index) => {
		const isText = item.dataset['legend'] === 'text';
		const own = isText ? measure(item.textContent) : item.offsetWidth;
		// A swatch and the word behind it stay on one line.
		const next = items[index + 1];
		const together =
			own + (!isText && next?.dataset['legend'] === 'text' ? 6 + measure(next.textContent) : 0);
		x += after === null || (after === 'swatch' && !isText) ? 0 : isText && after === 'swatch' ? 6 : 14;
		if (x + together > edge + width && x > edge) {
			x = edge;
			y += 18;
		}
		if (isText) {
			parts.push(
				`<text x="${x}" y="${y + 12}" font-size="12" fill="${ink}">${escapeXml(item.textContent)}</text>`
			);
		} else {
			const color = getComputedStyle(item).backgroundColor;
			const height = Math.min(10, item.offsetHeight);
			parts.push(
				`<rect x="${x}" y="${y + 8 - height / 2}" width="${own}" height="${height}" fill="${color}"/>`
			);
		}
		x += own;
		after = isText ? 'text' : 'swatch';
	});
	return y + 26;
}

function resolveColor(frame: HTMLElement, color: string): string {
	const probe = document.createElement('span');
	probe.style.color = color;
	frame.append(probe);
	const resolved = getComputedStyle(probe).color;
	probe.remove();
	return resolved;
}

/**
 * Text made safe inside XML.
 *
 * @example
 * escapeXml('a < b & "c"') // => 'a &lt; b &amp; &quot;c&quot;'
 */
export function escapeXml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** An SVG document as a PNG of `scale` times its size; rejects when the picture cannot be drawn. */
export async function picturePng(svg: string, scale = 2): Promise<Blob> {
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = url;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(image.width * scale);
		canvas.height = Math.round(image.height * scale);
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((done, fail) => {
			canvas.toBlob((blob) => (blob === null ? fail(new Error('empty picture')) : done(blob)), 'image/png');
		});
	} finally {
		URL.revokeObjectURL(url);
	}
}

/** Hands a blob to the browser as a download. */
export function saveBlob(blob: Blob, name: string): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The download has begun; the address is not needed for long.
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
