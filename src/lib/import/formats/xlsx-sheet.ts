import {
	durationText,
	isoCellText,
	numberText,
	serialText,
	truthText,
	type NumberLook
} from './cell-words.ts';
import type { BatchBuilder, Merge } from './grid.ts';
import { RowBuilder } from './grid.ts';
import { attributeOf, decoded, type MarkupSink } from './markup.ts';
import { StringText, unescaped } from './xlsx-parts.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
	readonly strings: readonly string[];
	readonly looks: readonly NumberLook[];
	readonly from1904: boolean;
	/** A cell names a text that is not there. */
	readonly onDamage: () => never;
}

/**
 * The column of a cell's address, from 0; −1 when it has none.
 *
 * @example
 * columnOf('A1') // => 0
 * columnOf('XFD1048576') // => 16383
 */
export function columnOf(address: string): number {
	let column = 0;
	for (let i = 0; i < address.length; i++) {
		const letter = address.charCodeAt(i) | 32;
		if (letter < 97 || letter > 122) break;
		column = column * 26 + (letter - 96);
	}
	return column - 1;
}

/** Turns the markup of a sheet into rows of text. Formulas count with the value that was saved with them. */
export class SheetSink implements MarkupSink {
	readonly #out: BatchBuilder;
	readonly #context: SheetContext;
	readonly #row = new RowBuilder();
	readonly #inline = new StringText();
	#line = 0;
	#column = -1;
	#type = '';
	#style = 0;
	#value = '';
	#inValue = false;
	#isInline = false;
	#inData = false;

	constructor(out: BatchBuilder, context: SheetContext) {
		this.#out = out;
		this.#context = context;
	}

	open(name: string, attributes: string, closed: boolean): void {
		if (name === 'sheetData') {
			this.#inData = !closed;
			return;
		}
		if (!this.#inData) return;
		switch (name) {
			case 'row':
				this.#openRow(attributes, closed);
				break;
			case 'c':
				this.#openCell(attributes);
				if (closed) this.#closeCell();
				break;
			case 'v':
				this.#inValue = !closed;
				break;
			case 'is':
				this.#isInline = true;
				break;
			default:
				if (this.#isInline) this.#inline.open(name, closed);
		}
	}

	close(name: string): void {
		switch (name) {
			case 'sheetData':
				this.#inData = false;
				break;
			case 'row':
				if (this.#inData) this.#closeRow();
				break;
			case 'c':
				if (this.#inData) this.#closeCell();
				break;
			case 'v':
				this.#inValue = false;
				break;
			case 'is':
				this.#isInline = false;
				break;
			default:
				if (this.#isInline) this.#inline.close(name);
		}
	}

	text(raw: string): void {
		if (this.#inValue) this.#value += raw;
		else if (this.#isInline) this.#inline.text(raw);
	}

	#openRow(attributes: string, closed: boolean): void {
		const line = Number(attributeOf(attributes, 'r') ?? NaN);
		this.#line = Number.isSafeInteger(line) && line > 0 ? line : this.#line + 1;
		this.#column = -1;
		this.#row.clear();
		if (closed) this.#closeRow();
	}

	#closeRow(): void {
		this.#out.add(this.#row.cells, this.#line, this.#row.typed);
		this.#row.clear();
	}

	#openCell(attributes: string): void {
		const address = attributeOf(attributes, 'r');
		const column = address === null ? -1 : columnOf(address);
		this.#column = column < 0 ? this.#column + 1 : column;
		this.#type = attributeOf(attributes, 't') ?? 'n';
		this.#style = Number(attributeOf(attributes, 's') ?? 0);
		this.#value = '';
		this.#inline.clear();
	}

	#closeCell(): void {
		const text = this.#cellText();
		if (text !== '') this.#row.set(this.#column, text, this.#type !== 's' && this.#type.length < 3);
		this.#inValue = false;
		this.#isInline = false;
	}

	#cellText(): string {
		const raw = this.#value;
		switch (this.#type) {
			case 's':
				return raw === '' ? '' : this.#shared(raw);
			case 'inlineStr':
				return this.#inline.value();
			case 'str':
				return unescaped(decoded(raw));
			case 'b':
				return raw === '' ? '' : truthText(raw.trim() === '1' || raw.trim() === 'true');
			case 'e':
				// An error has no value.
				return '';
			case 'd':
				return isoCellText(raw);
			default:
				return this.#number(raw.trim());
		}
	}

	#shared(raw: string): string {
		return this.#context.strings[Number(raw)] ?? this.#context.onDamage();
	}

	#number(raw: string): string {
		if (raw === '') return '';
		const look = this.#context.looks[this.#style] ?? 'number';
		if (look === 'number') return numberText(raw);
		const value = Number(raw);
		if (!Number.isFinite(value)) return '';
		return look === 'duration' ? durationText(value) : serialText(value, this.#context.from1904);
	}
}

/** Lines from the start of a sheet of which merged cells are kept: headers lie there. */
const MERGED_LINES = 100;
const MOST_MERGES = 2_000;

/** Counts the rows of a sheet and gathers its merged cells, without looking into cells. */
export class SurveySink implements MarkupSink {
	rows = 0;
	readonly merges: Merge[] = [];

	open(name: string, attributes: string, closed: boolean): void {
		if (name === 'row' && !closed) this.rows++;
		else if (name === 'mergeCell') this.#merge(attributeOf(attributes, 'ref') ?? '');
	}

	close(): void {
		// Nothing to do.
	}

	text(): void {
		// Nothing to do.
	}

	#merge(reference: string): void {
		const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/i.exec(reference);
		if (match === null || this.merges.length >= MOST_MERGES) return;
		const line = Number(match[2]);
		const column = columnOf(match[1] as string);
		if (line > MERGED_LINES) return;
		this.merges.push({
			line,
			column,
			lines: Number(match[4]) - line + 1,
			columns: columnOf(match[3] as string) - column + 1
		});
	}
}
