/** A colour for one theme, and the ink that is written on it. */
export interface ThemedAccent {
	readonly color: string;
	readonly on: string;
	/** It had to be made darker or lighter. */
	readonly moved: boolean;
}

/** What an accent stands on by day and by night; on the second of each it has the least contrast. */
const grounds = [
	['#ffffff', '#f7f6f3'],
	['#14161a', '#1b1e23']
] as const;

/** WCAG 2.2 AA for text. */
const LEAST = 4.5;

/**
 * A colour as it can be read: as it is where its contrast with the paper is 4.5 or more, else as much nearer to black by
 * day, or white by night, as that takes.
 *
 * @param accent `#rrggbb`
 * @returns by day, by night
 * @example
 * readableAccent('#2b4c9b').map(({ moved }) => moved) // => [false, true]
 * readableAccent('#000000')[0] // => { color: '#000000', on: '#ffffff', moved: false }
 */
export function readableAccent(accent: string): readonly [ThemedAccent, ThemedAccent] {
	const made = grounds.map((papers, theme): ThemedAccent => {
		const to = theme === 0 ? '#000000' : '#ffffff';
		let color = accent.toLowerCase();
		for (let step = 1; papers.some((paper) => contrast(color, paper) < LEAST); step++) {
			color = mixed(accent, to, step / 50);
		}
		const on = contrast(color, '#ffffff') >= contrast(color, '#14161a') ? '#ffffff' : '#14161a';
		return { color, on, moved: color !== accent.toLowerCase() };
	});
	return made as [ThemedAccent, ThemedAccent];
}

/**
 * The contrast of two colours by WCAG 2.2: 1 to 21.
 *
 * @example
 * contrast('#000000', '#ffffff') // => 21
 */
export function contrast(a: string, b: string): number {
	const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
	const [red, green, blue] = channels(color).map((value) => {
		const part = value / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): number[] {
	return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function mixed(from: string, to: string, share: number): string {
	const ends = channels(to);
	const parts = channels(from).map((value, i) =>
		Math.round(value + ((ends[i] ?? 0) - value) * Math.min(1, share))
	);
	return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
