import type { RowCells } from './row-cells.ts';
import type { NumberPlan } from './reader-plan.ts';
import { leanOf } from './values/number-style.ts';

/** The shortest number with a group: 1,234. */
const SHORTEST_GROUPED = 5;

/**
 * Watches columns that were whole numbers in the sample, for the first 1.234: neither reading of it may be taken for
 * granted.
 */
export class StyleWatch {
	readonly #seen = new Map<number, { line: number; decided: boolean }>();

	/** A cell of a column, about to be read by its plan. */
	look(
		cells: RowCells,
		{ index, numberStyle }: Pick<NumberPlan, 'index' | 'numberStyle'>,
		line: number
	): void {
		if (numberStyle.group !== '' || cells.isWhole(index)) return;
		const seen = this.#seen.get(index);
		if (seen?.decided === true) return;
		const raw = cells.text(index);
		if (raw.length < SHORTEST_GROUPED) return;
		const lean = leanOf(raw);
		// A number that only the other style can write is not read, and decides nothing for this one.
		if (lean === (numberStyle.decimal === '.' ? 'point' : 'comma'))
			this.#seen.set(index, { line: 0, decided: true });
		else if ((lean === 'eitherComma' || lean === 'eitherPoint') && seen === undefined)
			this.#seen.set(index, { line, decided: false });
	}

	/** The first column left open, with the line where it shows; null when there is none. */
	get open(): { readonly index: number; readonly line: number } | null {
		for (const [index, { line, decided }] of this.#seen) if (!decided) return { index, line };
		return null;
	}
}
