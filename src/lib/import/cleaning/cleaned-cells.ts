import { TextCells } from '../text-cells.ts';

/** The cells of a row after cleaning; issues and rejected rows show it as it stands in the file. */
export class CleanedCells extends TextCells {
	#source: readonly string[] = [];

	/** Takes another row: as it stands in the file, and cleaned. */
	between(source: readonly string[], cleaned: readonly string[]): this {
		this.#source = source;
		return this.of(cleaned);
	}

	override raw(column: number): string {
		return this.#source[column] ?? this.text(column);
	}

	override written(): readonly string[] {
		return this.#source;
	}
}
