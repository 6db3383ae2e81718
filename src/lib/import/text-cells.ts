import type { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import type { NumberStyle } from '#lib/core/dataset/recipe.ts';
import type { RowCells } from './row-cells.ts';
import type { SeenRows } from './seen-rows.ts';
import { cellText, keyText } from './values/cell-text.ts';
import { readDateIn, type DateReading, type DateStatus, type DateStyle } from './values/read-date.ts';
import { readNumber, type NumberReading, type NumberStatus } from './values/read-number.ts';

/** Cells that are strings: what a tokenizer of text gives, or a workbook. */
export class TextCells implements RowCells {
	#cells: readonly string[] = [];

	/** Takes another row. */
	of(cells: readonly string[]): this {
		this.#cells = cells;
		return this;
	}

	get count(): number {
		return this.#cells.length;
	}

	text(column: number): string {
		return this.#cells[column] ?? '';
	}

	texts(): readonly string[] {
		return this.#cells;
	}

	raw(column: number): string {
		return this.text(column);
	}

	written(): readonly string[] {
		return this.#cells;
	}

	hasTextFrom(column: number): boolean {
		const cells = this.#cells;
		for (let i = column; i < cells.length; i++) {
			const cell = cells[i] as string;
			if (cell !== '' && cell.trim() !== '') return true;
		}
		return false;
	}

	number(column: number, style: NumberStyle, out: NumberReading): NumberStatus {
		return readNumber(this.text(column), style, out);
	}

	isWhole(): boolean {
		return false;
	}

	date(column: number, style: DateStyle, out: DateReading): DateStatus {
		return readDateIn(this.text(column), style, out);
	}

	key(column: number, into: DictionaryBuilder): number {
		const text = keyText(this.text(column));
		return text === '' ? NO_CODE : into.intern(text);
	}

	label(column: number, into: DictionaryBuilder): number {
		const text = cellText(this.text(column));
		return text === '' ? NO_CODE : into.intern(text);
	}

	keyStartsWith(column: number, prefix: string): boolean {
		return keyText(this.text(column)).startsWith(prefix);
	}

	isOneOf(column: number, texts: Pick<ReadonlySet<string>, 'has'>): boolean {
		return texts.has(this.text(column).trim());
	}

	wereSeen(seen: SeenRows, width: number, order: number): boolean {
		return seen.add(this.#cells, width, order);
	}
}
