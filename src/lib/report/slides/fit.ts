import type { Paragraph, Run } from './types.ts';

/** Inches. */
export const PAGE = { width: 13.333, height: 7.5, margin: 0.6 } as const;
export const BODY = { top: 1.8, width: PAGE.width - 2 * PAGE.margin, height: 5.0 } as const;

/** Headline figures: how many stand on a row, and the inches that a row takes. */
export const TILES = { across: 4, height: 1.15, gap: 0.15 } as const;
/** Inches of the line below a chart or a table. */
export const NOTE = 0.35;

const POINTS = 72;
/** From line to line, in sizes: letters, and the taller signs of Chinese. */
const LEADING = { letters: 1.22, signs: 1.45 } as const;
const SIGNS = /[\u2e80-\uffff]/;

/** About how wide a text stands, in inches, at a size in points: a slide has no way to measure. */
export function widthOf(text: string, size: number): number {
	return (emsOf(text) * size) / POINTS;
}

/** About how wide a text stands, in sizes of its letters. */
export function emsOf(text: string): number {
	let ems = 0;
	for (const sign of text) {
		const code = sign.codePointAt(0) ?? 0;
		if (code > 0x2e7f) ems += 1;
		else if (code >= 0x41 && code <= 0x5a) ems += 0.66;
		else if (code >= 0x30 && code <= 0x39) ems += 0.56;
		else if (sign === '%') ems += 0.89;
		else ems += code === 0x20 ? 0.3 : 0.52;
	}
	return ems;
}

/**
 * About how many lines a text takes in a width of inches; at least one.
 *
 * @example
 * linesOf('客户分析报告', 1, 36) // => 3
 */
export function linesOf(text: string, width: number, size: number): number {
	return text
		.split('\n')
		.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line, size) / Math.max(width, 0.1))), 0);
}

/** From line to line of a text, in inches. */
export function lineHeight(size: number, text: string): number {
	return (size * (SIGNS.test(text) ? LEADING.signs : LEADING.letters)) / POINTS;
}

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** The room below a paragraph, in points. */
export const AFTER = 6;

export function heightOf({ runs, size }: Paragraph, width: number): number {
	const text = textOf(runs);
	return linesOf(text, width, size) * lineHeight(size, text) + AFTER / POINTS;
}

/** Parts of a list that each fit a height; what is higher than that has a part of its own. */
export function paged<T>(items: readonly T[], heights: readonly number[], room: number): T[][] {
	const pages: T[][] = [];
	let left = -1;
	for (const [i, item] of items.entries()) {
		const height = heights[i] ?? 0;
		if (left < height || pages.length === 0) {
			pages.push([]);
			left = room;
		}
		pages.at(-1)?.push(item);
		left -= height;
	}
	return pages;
}

/**
 * The title of one of several slides.
 *
 * @example
 * numbered('Segments', 0, 2) // => 'Segments (1/2)'
 */
export function numbered(title: string, page: number, of: number): string {
	return of > 1 ? `${title} (${page + 1}/${of})` : title;
}
