import { colours, growth, segments, stages, steps, types } from '../palette.ts';

/** The colours of a theme as variables of a style sheet. */
export function variables(theme: 0 | 1): string {
	const named = Object.entries(colours).map(([name, pair]) => `--${name}:${pair[theme]}`);
	const listed = (name: string, list: readonly (readonly [string, string])[], from: number) =>
		list.map((pair, i) => `--${name}-${i + from}:${pair[theme]}`);
	return [
		...named,
		...listed('step', steps, 1),
		...listed('segment', segments, 0),
		...listed('type', types, 0),
		...listed('stage', stages, 0),
		...listed('growth', growth, 0),
		// Ink on the deep steps.
		`--on-deep:${theme === 0 ? '#ffffff' : '#14161a'}`
	].join(';');
}

/** The rules of the classes of one scale. */
export function tones(name: string, count: number): string {
	return Array.from({ length: count }, (_, i) => {
		const tone = `.${name}-${i}`;
		return `${tone}{background:var(--${name}-${i});fill:var(--${name}-${i})}`;
	}).join('');
}

/** The rules of the steps of heat cells. */
export function stepRules(): string {
	return steps
		.map(
			(_, i) => `.step-${i + 1}{background:var(--step-${i + 1});color:var(--${i < 5 ? 'ink' : 'on-deep'})}`
		)
		.join('');
}
