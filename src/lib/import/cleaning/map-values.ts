import { problem, put, type KindOfStep, type StepOf } from './row-step.ts';

/** Values replaced by a list; of two pairs for one value the first counts. */
export const mapValues: KindOfStep<StepOf<'map-values'>> = {
	problem: ({ pairs, rest }) => (pairs.length === 0 && rest === undefined ? problem('pairs-none') : null),
	prepare(step, { positionOf }) {
		const column = positionOf(step.column);
		const to = new Map([...step.pairs].reverse().map((pair) => [pair.from.trim(), pair.to]));
		const { rest } = step;
		return {
			apply(cells) {
				const raw = cells[column] as string;
				return put(cells, column, to.get(raw.trim()) ?? rest ?? raw);
			}
		};
	}
};
