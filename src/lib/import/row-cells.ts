import type { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import type { NumberStyle } from '#lib/core/dataset/recipe.ts';
import type { SeenRows } from './seen-rows.ts';
import type { DateReading, DateStatus, DateStyle } from './values/read-date.ts';
import type { NumberReading, NumberStatus } from './values/read-number.ts';

/**
 * The cells of one row, as the collector asks for them. `TextCells` answers from strings and says what is right;
 * other kinds answer the same from something cheaper. Columns beyond the row's end are empty. The object is used
 * again for the next row.
 */
export interface RowCells {
	readonly count: number;
	/** The text of a cell, quotes removed, nothing else changed. */
	text(column: number): string;
	texts(): readonly string[];
	/** A cell, and the whole row, as they stand in the file: for issues and rejected rows. */
	raw(column: number): string;
	written(): readonly string[];
	/** Of one of several rows that a row of the file became: in which of its columns a cell stands. Absent: in its own. */
	placeOf?(column: number): number;
	/** Whether it is one of several, and `written` its part of the row alone. */
	readonly isPart?: boolean;
	/** Whether any cell from `column` on holds more than blanks. */
	hasTextFrom(column: number): boolean;
	/** `readNumber` of a cell. */
	number(column: number, style: NumberStyle, out: NumberReading): NumberStatus;
	/** May say that a cell is digits alone, with or without a minus; a reading of such a number leaves no doubt. */
	isWhole(column: number): boolean;
	/** `readDateIn` of a cell. */
	date(column: number, style: DateStyle, out: DateReading): DateStatus;
	/** The code of a cell's `keyText`; NO_CODE when that is ''. */
	key(column: number, into: DictionaryBuilder): number;
	/** The code of a cell's `cellText`; NO_CODE when that is ''. */
	label(column: number, into: DictionaryBuilder): number;
	/** Whether a cell's `keyText` starts with a text that is not empty. */
	keyStartsWith(column: number, prefix: string): boolean;
	/** Whether a cell, without outer blanks, is one of a set that is the same for all rows. */
	isOneOf(column: number, texts: Pick<ReadonlySet<string>, 'has'>): boolean;
	/**
	 * Whether the first `width` cells were seen before, in a row that came through the same kind of cells; `order` is the
	 * code of the row's order, −1 for none.
	 */
	wereSeen(seen: SeenRows, width: number, order: number): boolean;
}
