import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import { KEY_PADDING } from '#lib/core/columns/key-words.ts';
import { Utf8Scratch } from '#lib/core/columns/utf8-scratch.ts';
import type { NumberStyle } from '#lib/core/dataset/recipe.ts';
import type { RowCells } from '../row-cells.ts';
import type { SeenRows } from '../seen-rows.ts';
import { cellText, keyText } from '../values/cell-text.ts';
import { DateStatus, readDateIn, type DateReading, type DateStyle } from '../values/read-date.ts';
import { NumberStatus, readNumber, type NumberReading } from '../values/read-number.ts';
import { bareText, LONGEST_NO_VALUE, mayBeNoValue, type BareText } from './bare-text.ts';
import { DateCells } from './date-cells.ts';
import { isWholeNumber, readPlainNumber } from './plain-number.ts';
import type { ByteBuffer, PlacedCells } from './placed-cells.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Distinct texts of a set's column remembered. */
const MOST_KNOWN = 10_000;

/**
 * Cells that are places in UTF-8 bytes: `TextCells` without the strings. What is not written plainly is decoded, and
 * read by the readers of text.
 */
export class ByteCells implements RowCells {
	readonly #source: ByteBuffer;
	readonly #rows: PlacedCells;
	readonly #bare: BareText = { from: 0, to: 0, exact: true };
	readonly #scratch = new Utf8Scratch(KEY_PADDING);
	#dates: DateCells | null = null;
	#datesOf = -1;
	readonly #sets = new Map<number, { readonly texts: DictionaryBuilder; readonly isIn: boolean[] }>();
	#prefix = '';
	#prefixBytes = new Uint8Array(0);

	constructor(source: ByteBuffer, rows: PlacedCells) {
		this.#source = source;
		this.#rows = rows;
	}

	get count(): number {
		return this.#rows.count;
	}

	text(column: number): string {
		const rows = this.#rows;
		if (!(column >= 0 && column < rows.count)) return '';
		return decoder.decode(this.#source.bytes.subarray(rows.from[column], rows.to[column]));
	}

	texts(): readonly string[] {
		return Array.from({ length: this.#rows.count }, (_, column) => this.text(column));
	}

	raw(column: number): string {
		return this.text(column);
	}

	written(): readonly string[] {
		return this.texts();
	}

	hasTextFrom(column: number): boolean {
		const { from, to, count } = this.#rows;
		const { bytes } = this.#source;
		for (let i = column; i < count; i++) {
			if (from[i] === to[i]) continue;
			const first = bytes[from[i] as number] as number;
			if ((first > 32 && first < 0x80) || this.text(i).trim() !== '') return true;
		}
		return false;
	}

	number(column: number, style: NumberStyle, out: NumberReading): NumberStatus {
		const rows = this.#rows;
		if (column < rows.count) {
			const from = rows.from[column] as number;
			const to = rows.to[column] as number;
			if (readPlainNumber(this.#source.bytes, from, to, style.decimal, out)) return NumberStatus.OK;
		}
		return readNumber(this.text(column), style, out);
	}

	isWhole(column: number): boolean {
		const rows = this.#rows;
		if (column >= rows.count) return false;
		return isWholeNumber(this.#source.bytes, rows.from[column] as number, rows.to[column] as number);
	}

	date(column: number, style: DateStyle, out: DateReading): DateStatus {
		const rows = this.#rows;
		if (column < rows.count) {
			if (this.#dates === null || this.#datesOf !== column) {
				this.#dates = new DateCells(style);
				this.#datesOf = column;
			}
			const { bytes, view } = this.#source;
			if (this.#dates.read(bytes, view, rows.from[column] as number, rows.to[column] as number, out))
				return DateStatus.OK;
		}
		return readDateIn(this.text(column), style, out);
	}

	key(column: number, into: DictionaryBuilder): number {
		if (!this.#find(column)) return this.#intern(keyText(this.text(column)), into);
		const { from, to } = this.#bare;
		if (from === to || this.#isNoValue(from, to)) return NO_CODE;
		return into.internBytes(this.#source.bytes, this.#source.view, from, to);
	}

	label(column: number, into: DictionaryBuilder): number {
		if (!this.#find(column)) return this.#intern(cellText(this.text(column)), into);
		const { from, to } = this.#bare;
		if (from === to) return NO_CODE;
		return into.internBytes(this.#source.bytes, this.#source.view, from, to);
	}

	keyStartsWith(column: number, prefix: string): boolean {
		if (prefix !== this.#prefix) this.#readPrefix(prefix);
		const start = this.#prefixBytes;
		if (start.length === 0 || !this.#find(column)) return keyText(this.text(column)).startsWith(prefix);
		const { from, to } = this.#bare;
		if (to - from < start.length) return false;
		const { bytes } = this.#source;
		for (let i = 0; i < start.length; i++) if (bytes[from + i] !== start[i]) return false;
		return !this.#isNoValue(from, to);
	}

	isOneOf(column: number, texts: Pick<ReadonlySet<string>, 'has'>): boolean {
		const rows = this.#rows;
		let known = this.#sets.get(column);
		if (known === undefined) {
			known = { texts: new DictionaryBuilder(), isIn: [] };
			this.#sets.set(column, known);
		}
		const { isIn } = known;
		if (column >= rows.count || isIn.length >= MOST_KNOWN) return texts.has(this.text(column).trim());
		const { bytes, view } = this.#source;
		const code = known.texts.internBytes(bytes, view, rows.from[column] as number, rows.to[column] as number);
		if (code === isIn.length) isIn.push(texts.has(this.text(column).trim()));
		return isIn[code] as boolean;
	}

	wereSeen(seen: SeenRows, width: number, order: number): boolean {
		const { bytes, view } = this.#source;
		const rows = this.#rows;
		// Cells and delimiters as they stand say what the cells are, when there is no quote and no cell more or less.
		if (!rows.quoted && rows.count === width) return seen.addBytes(view, rows.start, rows.end, 0, order);
		const scratch = this.#scratch;
		let at = 0;
		let torn = 0;
		for (let column = 0; column < width; column++) {
			const from = column < rows.count ? (rows.from[column] as number) : 0;
			const to = column < rows.count ? (rows.to[column] as number) : 0;
			scratch.reserve(at, to - from + 1);
			if (column > 0) scratch.bytes[at++] = rows.delimiter;
			for (let i = from; i < to; i++) {
				const byte = bytes[i] as number;
				scratch.bytes[at++] = byte;
				// Where a cell with a delimiter in it begins and ends has to be told as well.
				if (byte === rows.delimiter) torn = (Math.imul(torn, 31) + 1 + (to - from) * width + column) | 0;
			}
		}
		return seen.addBytes(scratch.view, 0, at, torn, order);
	}

	#intern(text: string, into: DictionaryBuilder): number {
		return text === '' ? NO_CODE : into.intern(text);
	}

	/** Finds the bare text of a cell; false when it has to be decoded. */
	#find(column: number): boolean {
		const rows = this.#rows;
		const bare = this.#bare;
		if (column >= rows.count) {
			bare.from = 0;
			bare.to = 0;
			return true;
		}
		bareText(this.#source.bytes, rows.from[column] as number, rows.to[column] as number, bare);
		return bare.exact;
	}

	/** Whether the bare text at a place says that there is no value. Most cells are told by two bytes. */
	#isNoValue(from: number, to: number): boolean {
		if (to - from > LONGEST_NO_VALUE || to - from < 2) return false;
		const { bytes } = this.#source;
		return mayBeNoValue(bytes[from] as number) && keyText(decoder.decode(bytes.subarray(from, to))) === '';
	}

	#readPrefix(prefix: string): void {
		this.#prefix = prefix;
		const bytes = new TextEncoder().encode(prefix);
		// Half a character is none in UTF-8, but can be the start of a text.
		this.#prefixBytes = decoder.decode(bytes) === prefix ? bytes : new Uint8Array(0);
	}
}
