import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import { TextBuilder } from '#lib/core/columns/text-column.ts';
import type { ColumnValues } from '#lib/core/dataset/entity-table.ts';
import type { TableColumnPlan } from '#lib/core/dataset/recipe.ts';
import type { RowCells } from '../row-cells.ts';
import { cellText, keyText } from '../values/cell-text.ts';
import { FIRST_ROWS, room, type ColumnTaker } from './column-taker.ts';

/** Keys and categories: codes; words for "no value" are none. */
export class CodedTaker implements ColumnTaker {
	readonly plan;
	readonly #builder = new DictionaryBuilder();
	readonly #type: 'key' | 'category';
	#codes = new Uint32Array(FIRST_ROWS);
	/** Whether the value kept last had been kept before. */
	repeats = false;

	constructor(plan: TableColumnPlan, type: 'key' | 'category') {
		this.plan = plan;
		this.#type = type;
	}

	read(): null {
		return null;
	}

	isFilled(cells: RowCells): boolean {
		return keyText(cells.text(this.plan.index)) !== '';
	}

	keep(cells: RowCells, row: number): void {
		const known = this.#builder.size;
		const code = cells.key(this.plan.index, this.#builder);
		this.repeats = code !== NO_CODE && code < known;
		if (row >= this.#codes.length) {
			const larger = new Uint32Array(room(this.#codes.length, row));
			larger.set(this.#codes);
			this.#codes = larger;
		}
		this.#codes[row] = code;
	}

	build(rows: number): ColumnValues {
		return { type: this.#type, dictionary: this.#builder.build(), codes: this.#codes.subarray(0, rows) };
	}
}

/** Prose, whole: lines and blanks within it stay. */
export class TextTaker implements ColumnTaker {
	readonly plan;
	readonly #builder = new TextBuilder();

	constructor(plan: TableColumnPlan) {
		this.plan = plan;
	}

	read(): null {
		return null;
	}

	isFilled(cells: RowCells): boolean {
		return cellText(cells.text(this.plan.index)) !== '';
	}

	keep(cells: RowCells): void {
		this.#builder.add(keyText(cells.text(this.plan.index)));
	}

	build(): ColumnValues {
		return { type: 'text', text: this.#builder.build() };
	}
}
