import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import {
	DateStatus,
	newDateReading,
	readDateIn,
	type DateReading,
	type DateStyle
} from '../values/read-date.ts';
import { readPlainClock } from './plain-clock.ts';
import type { RowBatch } from './row-batch.ts';

const ZERO = 48;
const NINE = 57;
const POINT = 46;
const BLANK = 32;
const UPPER_T = 84;

/** Year first, or three numbers in the order of the column: a time may follow without changing what the day is. */
const NUMBERS = /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2}))$/;

/** Shortest and longest of these. */
const MIN_BYTES = 6;
const MAX_BYTES = 10;

/** Distinct cells remembered; a column of dates has as many days as its file spans. */
const MOST_KNOWN = 50_000;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What `readDateIn` said of each text that was met, which is asked once. */
class KnownDates {
	readonly #texts = new DictionaryBuilder();
	readonly #readings: (DateReading | null)[] = [];
	readonly #isKept: (text: string) => boolean;

	constructor(isKept: (text: string) => boolean) {
		this.#isKept = isKept;
	}

	/** Null when the text has to be read each time. */
	of(bytes: Uint8Array, view: DataView, from: number, to: number, style: DateStyle): DateReading | null {
		const readings = this.#readings;
		if (readings.length >= MOST_KNOWN) return null;
		const code = this.#texts.internBytes(bytes, view, from, to);
		if (code === readings.length) {
			const text = decoder.decode(bytes.subarray(from, to));
			const reading = newDateReading();
			const isOk = this.#isKept(text) && readDateIn(text, style, reading) === DateStatus.OK;
			readings.push(isOk ? reading : null);
		}
		return readings[code] as DateReading | null;
	}
}

/** What `readAll` says of a cell that is no plain date. Of another: 1 when it is decisive, 2 when it is contrary, or both. */
export const FOUND_NONE = 4;

/**
 * Dates from bytes, all of one column: the reading of a day is looked up, and a plain time behind it is read on its own.
 * What has another form is looked up whole. All answers are those of `readDateIn`.
 */
export class DateCells {
	readonly #style: DateStyle;
	readonly #days = new KnownDates((text) => NUMBERS.test(text));
	readonly #cells = new KnownDates(() => true);
	/** The day of the row before: files in order of time have many rows to a day. */
	#before = newDateReading();
	readonly #words = new Int32Array(3);
	readonly #reading = newDateReading();

	constructor(style: DateStyle) {
		this.#style = style;
	}

	/** Reads a column of a batch; `found` says what there was in each cell, `FOUND_NONE` where only `readDateIn` can say. */
	readAll(batch: RowBatch, column: number, days: Int32Array, times: Uint32Array, found: Uint8Array): void {
		const { bytes, view, from, to, stride, count } = batch;
		const reading = this.#reading;
		const clock = batch.times(column);
		for (let row = 0, cell = column * stride; row < count; row++, cell++) {
			const start = from[cell] as number;
			const time = clock[row] as number;
			// By far the most rows of a file in order of time: the day of the row before, and a time.
			if (time >= 0 && this.#isDayBefore(view, start)) {
				days[row] = this.#before.day;
				times[row] = time;
				found[row] = foundIn(this.#before);
				continue;
			}
			const isRead = this.read(bytes, view, start, to[cell] as number, reading);
			days[row] = reading.day;
			times[row] = reading.time;
			found[row] = isRead ? foundIn(reading) : FOUND_NONE;
		}
	}

	/** Reads a cell; false when only `readDateIn` can say what it is. */
	read(bytes: Uint8Array, view: DataView, from: number, to: number, out: DateReading): boolean {
		let cut = from;
		while (cut < to && isOfDay(bytes[cut] as number)) cut++;
		const length = cut - from;
		if (length >= MIN_BYTES && length <= MAX_BYTES) {
			const mark = bytes[cut];
			const time =
				cut === to
					? 0
					: mark === BLANK || mark === UPPER_T
						? readPlainClock(bytes, cut + 1, to, this.#style.zone === null)
						: -1;
			const day = time < 0 ? null : this.#day(bytes, view, from, cut);
			if (day !== null) {
				copy(day, out);
				out.time = time;
				return true;
			}
		}
		const known = this.#cells.of(bytes, view, from, to, this.#style);
		if (known === null) return false;
		copy(known, out);
		return true;
	}

	#day(bytes: Uint8Array, view: DataView, from: number, to: number): DateReading | null {
		const full = to - from === MAX_BYTES;
		if (full && this.#isDayBefore(view, from)) return this.#before;
		const day = this.#days.of(bytes, view, from, to, this.#style);
		if (full && day !== null) {
			this.#before = day;
			this.#words[0] = view.getInt32(from);
			this.#words[1] = view.getInt32(from + 4);
			this.#words[2] = view.getInt16(from + 8);
		}
		return day;
	}

	/** Whether the ten bytes of the day before stand at a place. Before the first there are ten NULs, which no cell has. */
	#isDayBefore(view: DataView, from: number): boolean {
		const words = this.#words;
		return (
			words[0] !== 0 &&
			words[0] === view.getInt32(from) &&
			words[1] === view.getInt32(from + 4) &&
			words[2] === view.getInt16(from + 8)
		);
	}
}

function foundIn({ decisive, contrary }: DateReading): number {
	return (decisive ? 1 : 0) + (contrary ? 2 : 0);
}

/** Digits and what parts them: minus, point, slash. */
function isOfDay(byte: number): boolean {
	return byte <= NINE && (byte >= ZERO || byte === POINT || byte === 45 || byte === 47);
}

function copy(from: DateReading, to: DateReading): void {
	to.day = from.day;
	to.time = from.time;
	to.offset = from.offset;
	to.contrary = from.contrary;
	to.decisive = from.decisive;
}
