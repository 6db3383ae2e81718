import { Outcome, problem, type KindOfStep, type StepOf } from './row-step.ts';

/**
 * The pieces of a text, `count` of them: the last takes the rest, and those for which nothing is left are empty. Outer
 * blanks of the pieces go.
 *
 * @example
 * pieces('Leeds, UK, Europe', { by: 'text', text: ',', position: 0 }, 2) // => ['Leeds', 'UK, Europe']
 * pieces('2024Q3', { by: 'position', text: '', position: -2 }, 2) // => ['2024', 'Q3']
 */
export function pieces(
	text: string,
	{ by, text: mark, position }: Pick<StepOf<'split'>, 'by' | 'text' | 'position'>,
	count: number
): string[] {
	const found: string[] = [];
	let rest = text;
	if (by === 'text') {
		while (found.length < count - 1) {
			const at = rest.indexOf(mark);
			if (at < 0) break;
			found.push(rest.slice(0, at).trim());
			rest = rest.slice(at + mark.length);
		}
	} else {
		const letters = [...text];
		const at = position < 0 ? Math.max(0, letters.length + position) : position;
		found.push(letters.slice(0, at).join('').trim());
		rest = letters.slice(at).join('');
	}
	if (found.length < count) found.push(rest.trim());
	while (found.length < count) found.push('');
	return found;
}

export const split: KindOfStep<StepOf<'split'>> = {
	problem({ by, text, position, names }) {
		if (names.length === 0 || names.some((name) => name.trim() === '')) return problem('name-missing');
		if (by === 'text' && text === '') return problem('separator-missing');
		return by === 'position' && position === 0 ? problem('position-zero') : null;
	},
	prepare(step, { positionOf, made }) {
		const column = positionOf(step.column);
		const count = step.names.length;
		return {
			apply(cells) {
				const text = cells[column] as string;
				if (text.trim() === '') return Outcome.SAME;
				const found = pieces(text, step, count);
				for (let i = 0; i < count; i++) cells[made + i] = found[i] as string;
				return Outcome.CHANGED;
			}
		};
	}
};
