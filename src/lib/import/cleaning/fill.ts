import { Outcome, type KindOfStep, type StepOf } from './row-step.ts';

/** Empty cells filled with a value, or with the last one above; within groups, only below the first row of each. */
export const fill: KindOfStep<StepOf<'fill'>> = {
	problem: () => null,
	prepare({ column, more = [], within, from, value }, { positionOf }) {
		const columns = [column, ...more].map(positionOf);
		const last = columns.map(() => (from === 'value' ? value : ''));
		const groups = within === undefined ? null : new Groups(positionOf(within));
		return {
			remembers: from === 'above' || groups !== null,
			beginSheet() {
				if (from === 'above') last.fill('');
				groups?.begin();
			},
			apply(cells) {
				const continues = groups?.continuedBy(cells) ?? true;
				if (!continues && from === 'above') last.fill('');
				let outcome: Outcome = Outcome.SAME;
				columns.forEach((at, i) => {
					const cell = cells[at] as string;
					if (cell.trim() !== '') {
						if (from === 'above') last[i] = cell;
					} else if (continues && last[i] !== '') {
						cells[at] = last[i] as string;
						outcome = Outcome.CHANGED;
					}
				});
				return outcome;
			}
		};
	}
};

/** Tells rows that go on with the group of the row above. */
class Groups {
	readonly #column: number;
	#key = '';

	constructor(column: number) {
		this.#column = column;
	}

	/** The next row is the first of a group. */
	begin(): void {
		this.#key = '';
	}

	continuedBy(cells: readonly string[]): boolean {
		const key = (cells[this.#column] ?? '').trim();
		const continues = this.#key !== '' && (key === '' || key === this.#key);
		if (!continues) this.#key = key;
		return continues;
	}
}
