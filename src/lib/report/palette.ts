import type { Tone } from './model/types.ts';

/** A colour by day, and by night. */
type Pair = readonly [string, string];

/** Colours as [by day, by night]: paper, ink and scales of the app, so that a report looks like its source. */
export const colours = {
	paper: ['#f7f6f3', '#14161a'],
	card: ['#ffffff', '#1b1e23'],
	line: ['#e5e2db', '#2d3139'],
	strong: ['#cfcbc1', '#444a54'],
	ink: ['#1a1d21', '#f0efeb'],
	ink2: ['#5c6066', '#a9acb1'],
	accent: ['#2b4c9b', '#8ea8ee'],
	'on-accent': ['#ffffff', '#14161a'],
	warn: ['#8a5a10', '#dfb264'],
	'warn-soft': ['#f8efdc', '#352b17'],
	bad: ['#a32d2d', '#ee9488'],
	mark: ['#3a7896', '#509197'],
	band: ['rgb(58 120 150 / .18)', 'rgb(128 181 176 / .22)'],
	curve: ['#1c4269', '#b3d8cd']
} as const satisfies Readonly<Record<string, Pair>>;

export const steps: readonly Pair[] = [
	['#f3efe4', '#20262d'],
	['#dfe3d6', '#22343f'],
	['#bfd3cd', '#254653'],
	['#94bdc2', '#2a5b69'],
	['#659fb2', '#357381'],
	['#3a7896', '#509197'],
	['#285f88', '#80b5b0'],
	['#1c4269', '#b3d8cd']
];

export const segments: readonly Pair[] = [
	['#1f4f7f', '#4f86bd'],
	['#2e6c9c', '#6a9fce'],
	['#5794bb', '#86b5d6'],
	['#8cb8d0', '#a6cbe0'],
	['#afcdd2', '#c3dde1'],
	['#d8b882', '#dcbc86'],
	['#d09a63', '#d39d66'],
	['#bf6a3c', '#cb7848'],
	['#9c3b38', '#c25b55'],
	['#aaa59b', '#a8a49b'],
	['#858178', '#827f78']
];

export const types = [0, 2, 7, 8, 1, 3, 6, 10].map((segment) => segments[segment] as Pair);

export const stages: readonly Pair[] = [
	['#c9c4b8', '#6a6861'],
	['#8cb8d0', '#a6cbe0'],
	['#5794bb', '#86b5d6'],
	['#1f4f7f', '#4f86bd'],
	['#d09a63', '#d39d66'],
	['#858178', '#827f78'],
	['#5e8a63', '#86b78b']
];

export const growth: readonly Pair[] = [
	['#5794bb', '#86b5d6'],
	['#1f4f7f', '#4f86bd'],
	['#8fb59a', '#86b78b'],
	['#bf6a3c', '#cb7848']
];

const families = { segment: segments, type: types, stage: stages, growth } as const;

/**
 * The colour of a tone by day, as six hex digits.
 *
 * @example
 * toneHex('mark') // => '3a7896'
 * toneHex('stage-3') // => '1f4f7f'
 */
export function toneHex(tone: Tone): string {
	const [family = '', n] = tone.split('-');
	const listed = (family in families ? families[family as keyof typeof families] : [])[Number(n)];
	return hex(listed ?? (tone === 'soft' ? colours.ink2 : tone === 'bad' ? colours.bad : colours.mark));
}

/** The colour of a step of the sequential scale, 1 to 8, by day. */
export function stepHex(step: number): string {
	return hex(steps[step - 1] ?? colours.card);
}

export function hex([day]: Pair): string {
	return day.slice(1);
}
