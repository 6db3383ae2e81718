import { Outcome, type KindOfStep, type StepOf } from './row-step.ts';

/** Empty cells filled with a value, or with the last one above. */
export const fill: KindOfStep<StepOf<'fill'>> = {
	problem: () => null,
	prepare({ column: ref, from, value }, { positionOf }) {
		const column = positionOf(ref);
		let last = from === 'value' ? value : '';
		return {
			remembers: from === 'above',
			apply(cells) {
				const cell = cells[column] as string;
				if (cell.trim() !== '') {
					if (from === 'above') last = cell;
					return Outcome.SAME;
				}
				if (last === '') return Outcome.SAME;
				cells[column] = last;
				return Outcome.CHANGED;
			}
		};
	}
};
