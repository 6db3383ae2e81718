import { TextCells } from '../text-cells.ts';
import type { Turns } from './unpivot.ts';

/** The cells of a row after cleaning; issues and rejected rows show it as it stands in the file. */
export class CleanedCells extends TextCells {
	#source: readonly string[] = [];
	#turns: Turns | null = null;
	/** The column of the source that became this row. */
	#turned = -1;

	/** Takes another row: as it stands in the file, and cleaned; where columns became rows, which of them this one is. */
	between(source: readonly string[], cleaned: readonly string[], turns: Turns | null, turned: number): this {
		this.#source = source;
		this.#turns = turns;
		this.#turned = turned;
		return this.of(cleaned);
	}

	override raw(column: number): string {
		return this.#source[column] ?? this.text(column);
	}

	/** Of columns that became rows only the one that is this row: what came of the others is told of theirs. */
	override written(): readonly string[] {
		const turns = this.#turns;
		if (turns === null) return this.#source;
		const isOther = (at: number): boolean => at !== this.#turned && turns.columns.includes(at);
		return this.#source.map((cell, at) => (isOther(at) ? '' : cell));
	}

	get isPart(): boolean {
		return this.#turns !== null;
	}

	placeOf(column: number): number {
		const made = this.#turns?.made;
		return made !== undefined && (column === made || column === made + 1) ? this.#turned : column;
	}
}
