import { Outcome, problem, put, type KindOfStep, type StepOf } from './row-step.ts';

/** Several columns as one text. */
export const join: KindOfStep<StepOf<'join'>> = {
	problem({ columns, name }) {
		if (columns.length === 0) return problem('columns-none');
		return name.trim() === '' ? problem('name-missing') : null;
	},
	prepare({ columns: refs, separator }, { positionOf, made }) {
		const columns = refs.map(positionOf);
		return {
			apply(cells) {
				let text = '';
				for (const column of columns) {
					const cell = (cells[column] as string).trim();
					if (cell !== '') text += text === '' ? cell : separator + cell;
				}
				return text === '' ? Outcome.SAME : put(cells, made, text);
			}
		};
	}
};
