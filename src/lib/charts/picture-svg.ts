import { escapeXml } from './escape-xml.ts';
import { paintedCopy } from './painted-copy.ts';
import { pictureLegend } from './picture-legend.ts';
import { wrapText } from './wrap-text.ts';

/** What stands round the plot in an exported picture. */
export interface PictureWords {
	readonly title: string;
	readonly finding?: string | undefined;
	readonly footer?: string | undefined;
}

const edge = 20;

/**
 * The chart inside `frame` as one free-standing SVG document: title, finding, plots, legend and footer, in the colours
 * of the current theme. The frame must be on the page and show its chart; null when it holds none.
 */
export function pictureSvg(frame: HTMLElement, words: PictureWords): string | null {
	const box = frame.querySelector<HTMLElement>('[data-plot]');
	const plots = box === null ? [] : placesOf(box);
	if (plots.length === 0) return null;
	const width = Math.max(...plots.map(({ x, container }) => x + container.width));
	const height = Math.max(...plots.map(({ y, container }) => y + container.height));

	const family = getComputedStyle(frame).fontFamily;
	const pen = document.createElement('canvas').getContext('2d');
	const measure = (font: string) => (part: string) => {
		if (pen === null) return part.length * 8;
		pen.font = `${font} ${family}`;
		return pen.measureText(part).width;
	};

	const parts: string[] = [];
	let y = edge;
	const write = (text: string | undefined, size: number, weight: number, color: string) => {
		for (const line of wrapText(text ?? '', width, measure(`${weight} ${size}px`))) {
			y += size * 1.4;
			parts.push(
				`<text x="${edge}" y="${y - size * 0.35}" font-size="${size}" font-weight="${weight}" fill="${color}">${escapeXml(line)}</text>`
			);
		}
	};
	write(words.title, 16, 600, colorOf(frame, '--ink'));
	write(words.finding, 13, 400, colorOf(frame, '--ink-2'));
	y += 12;
	for (const place of plots) {
		const at = `${edge + place.x + place.shiftX} ${y + place.y + place.shiftY}`;
		parts.push(`<g transform="translate(${at})">${paintedCopy(place.plot)}</g>`);
	}
	const legend = pictureLegend(frame, y + height + 12, {
		left: edge,
		width,
		ink: colorOf(frame, '--ink-2'),
		ground: colorOf(frame, '--card'),
		measure: measure('400 12px')
	});
	parts.push(legend.svg);
	y = legend.bottom;
	write(words.footer, 11, 400, colorOf(frame, '--ink-3'));
	y += edge;
	const size = [Math.ceil(width + 2 * edge), Math.ceil(y)] as const;
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${size[0]}" height="${size[1]}" viewBox="0 0 ${size.join(' ')}" ` +
		`font-family="${escapeXml(family.replaceAll('"', "'"))}"><title>${escapeXml(words.title)}</title>` +
		`<rect width="100%" height="100%" fill="${colorOf(frame, '--card')}"/>${parts.join('')}</svg>`
	);
}

interface PlotPlace {
	readonly plot: SVGSVGElement;
	readonly container: DOMRect;
	/** Place of the plot's container among the others. */
	readonly x: number;
	readonly y: number;
	/** From the container's corner to the plot's origin: the padding of the axes. */
	readonly shiftX: number;
	readonly shiftY: number;
}

/** Where each plot of a frame stands. One that scrolls is as wide as its container, and drawn whole. */
function placesOf(box: HTMLElement): PlotPlace[] {
	const { left } = box.getBoundingClientRect();
	const found = [...box.querySelectorAll<SVGSVGElement>('svg')].map((plot) => ({
		plot,
		container: (plot.parentElement ?? plot).getBoundingClientRect(),
		own: plot.getBoundingClientRect(),
		scrolled: plot.closest('[data-scroll]')?.scrollLeft ?? 0
	}));
	const top = Math.min(...found.map(({ container }) => container.top));
	return found.map(({ plot, container, own, scrolled }) => ({
		plot,
		container,
		x: Math.max(0, container.left + scrolled - left),
		y: container.top - top,
		shiftX: own.left - container.left,
		shiftY: own.top - container.top
	}));
}

/** What a token comes to inside `frame`, in the current theme. */
function colorOf(frame: HTMLElement, token: string): string {
	const probe = document.createElement('span');
	probe.style.color = `var(${token})`;
	frame.append(probe);
	const { color } = getComputedStyle(probe);
	probe.remove();
	return color;
}
