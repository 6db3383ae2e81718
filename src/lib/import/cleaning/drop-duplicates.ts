import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { Outcome, problem, type KindOfStep, type RowStep, type StepOf } from './row-step.ts';

/** Parts the cells of a key; a cell that holds it is still told apart, by its length in front. */
const PARTED = '\u001f';

/** The key of a row; '' when no part of it is there. */
function keyOf(cells: readonly string[], columns: readonly number[]): string {
	let key = '';
	let filled = false;
	for (const column of columns) {
		const cell = (cells[column] as string).trim();
		if (cell !== '') filled = true;
		key += `${cell.length}${PARTED}${cell}`;
	}
	return filled ? key : '';
}

/**
 * The last row of each key, learnt by a reading of its own: only at the end of a file is it known which row is the last.
 * Keys are told apart by hash and, where these agree, by their text.
 */
export class LastRows {
	readonly #keys = new DictionaryBuilder();
	#last = new Uint32Array(1024);
	#row = 0;
	#learning = true;

	/** What was learnt is asked from now on, from the first row on. */
	ask(): this {
		this.#learning = false;
		this.#row = 0;
		return this;
	}

	/** Whether the next row is the last with its key, as far as is known. */
	isLast(key: string): boolean {
		const row = this.#row++;
		if (key === '') return true;
		const code = this.#keys.intern(key);
		if (!this.#learning) return this.#last[code] === row;
		if (code >= this.#last.length) {
			const larger = new Uint32Array(2 * code + 2);
			larger.set(this.#last);
			this.#last = larger;
		}
		this.#last[code] = row;
		return true;
	}
}

/** Rows with the key of another row, merged. `last` where the last one stays. */
export function duplicateStep(columns: readonly number[], last: LastRows | null): RowStep {
	if (last !== null) {
		return {
			remembers: true,
			apply: (cells) => (last.isLast(keyOf(cells, columns)) ? Outcome.SAME : Outcome.MERGED)
		};
	}
	const seen = new DictionaryBuilder();
	let known = 0;
	return {
		remembers: true,
		apply(cells) {
			const key = keyOf(cells, columns);
			if (key === '' || seen.intern(key) === known) {
				if (key !== '') known++;
				return Outcome.SAME;
			}
			return Outcome.MERGED;
		}
	};
}

/** Prepared alone it keeps the first rows; the pipeline hands in what it learnt of the last. */
export const dropDuplicates: KindOfStep<StepOf<'drop-duplicates'>> = {
	problem: ({ columns }) => (columns.length === 0 ? problem('columns-none') : null),
	prepare: ({ columns }, { positionOf }) => duplicateStep(columns.map(positionOf), null)
};
