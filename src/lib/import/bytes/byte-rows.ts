import { CoreError } from '#lib/core/errors.ts';
import { MAX_LINE_UNITS, MAX_ROW_UNITS } from '../limits.ts';
import type { PlacedCells } from './placed-cells.ts';
import type { Utf8Source } from './utf8-source.ts';

const LF = 10;
const CR = 13;
/** A byte that is in no UTF-8. */
const NO_QUOTE = 0xff;

/** Cells that there is room for at first. */
const FIRST_CELLS = 64;

/** What cutting a row gives instead of the place behind it. */
const OPEN = -1;
const ODD = -2;

/**
 * Cuts UTF-8 bytes into rows and cells, row by row, where that needs no thought: cells in quotes begin and end with
 * them, quotes within are doubled, and no other cell has one. Any other row is `odd`, and has to be taken from its text.
 * Lone CRs end lines. Cells are places in the bytes, without their quotes; doubled ones are made single where they
 * stand.
 */
export class ByteRows implements PlacedCells {
	from = new Int32Array(FIRST_CELLS);
	to = new Int32Array(FIRST_CELLS);
	/** Cells of this row, and where it stands, without its line end. */
	count = 0;
	start = 0;
	end = 0;
	/** Physical line, from 1, on which the row starts. */
	line = 1;
	damaged = false;
	/** Whether the row's cells are not known here. */
	odd = false;
	/** Whether a cell was quoted: the bytes between `start` and `end` are not just cells and delimiters. */
	quoted = false;
	readonly delimiter: number;
	readonly #source: Utf8Source;
	readonly #quote: number;
	/** Cells with a doubled quote or a lone CR in them. */
	readonly #unclean: number[] = [];
	/** Physical lines that the row takes. */
	lines = 0;
	/** Where the row behind this one begins. */
	#next = 0;
	/** Bytes that must be there before a row that is not complete is worth another look. */
	#waitFor = 0;

	constructor(source: Utf8Source, delimiter: string, quote: string) {
		this.#source = source;
		this.delimiter = delimiter.charCodeAt(0);
		this.#quote = quote === '' ? NO_QUOTE : quote.charCodeAt(0);
	}

	/**
	 * Looks at the next row; false when there is none that is complete. It has to be taken, or skipped, before the next one.
	 * `last`: no more bytes will come.
	 *
	 * @throws CoreError `file-unreadable` {line}: a longer line than can be.
	 */
	look(last: boolean): boolean {
		const source = this.#source;
		const { start, ready } = source;
		if (start >= ready || (!last && ready - start < this.#waitFor)) {
			if (!last) this.#refuseEndlessLine();
			return false;
		}
		this.#waitFor = 0;
		this.damaged = start < source.damagedTo;
		const next = this.#cut(start, ready);
		if (next === OPEN && !last && source.unitsBetween(start, ready) < MAX_ROW_UNITS) {
			this.wait();
			return false;
		}
		this.odd = next < 0 || (this.lines > 1 && this.#isTooLong(start, next));
		this.#next = next;
		return true;
	}

	/** Takes the row: only now its cells are clean. */
	take(): void {
		this.#source.start = this.#next;
		this.line += this.lines;
		if (this.#unclean.length > 0) this.#clean();
	}

	/** Goes on behind a row that was taken from its text, and was so long. */
	skip(bytes: number, lines: number): void {
		this.#source.start += bytes;
		this.line += lines;
	}

	/** Leaves the row until there is more of it: looking again only when the bytes have doubled stays linear. */
	wait(): void {
		this.#waitFor = 2 * (this.#source.ready - this.#source.start);
	}

	/** Cuts a row and gives the place behind it, OPEN when its last quote does not close before `ready`, or ODD. */
	#cut(start: number, ready: number): number {
		const { bytes } = this.#source;
		const { delimiter } = this;
		const quote = this.#quote;
		const highest = Math.max(delimiter, quote === NO_QUOTE ? CR : quote);
		this.start = start;
		this.quoted = false;
		// Setting the length of an empty list costs more than all else here.
		if (this.#unclean.length > 0) this.#unclean.length = 0;
		this.lines = 1;
		let count = 0;
		let i = start;
		for (;;) {
			if (count === this.from.length) this.#moreCells();
			let end: number;
			if (bytes[i] === quote && i < ready) {
				this.quoted = true;
				end = this.#closeOf(i, ready, count);
				if (end < 0) return end;
				this.from[count] = i + 1;
				this.to[count] = end;
				i = end + 1;
			} else {
				const from = i;
				// There is a line end at `ready` at the latest.
				for (;;) {
					const byte = bytes[i] as number;
					if (byte <= highest) {
						if (byte === delimiter || byte === LF || byte === CR) break;
						if (byte === quote) return ODD;
					}
					i++;
				}
				this.from[count] = from;
				this.to[count] = i;
			}
			count++;
			if (i < ready && bytes[i] === delimiter) {
				i++;
				continue;
			}
			this.count = count;
			this.end = i;
			if (i >= ready) return ready;
			return bytes[i] === CR && i + 1 < ready && bytes[i + 1] === LF ? i + 2 : i + 1;
		}
	}

	#endsCell(byte: number): boolean {
		return byte === this.delimiter || byte === LF || byte === CR;
	}

	/** The closing quote of a cell whose opening one is at `open`; OPEN when there is none before `ready`, or ODD. */
	#closeOf(open: number, ready: number, cell: number): number {
		const { bytes } = this.#source;
		const quote = this.#quote;
		let unclean = false;
		let i = open + 1;
		for (; i < ready; i++) {
			const byte = bytes[i] as number;
			if (byte > CR && byte !== quote) continue;
			if (byte === LF) this.lines++;
			else if (byte === CR) {
				if (i + 1 < ready && bytes[i + 1] === LF) continue;
				this.lines++;
				unclean = true;
			} else if (byte !== quote) continue;
			else if (i + 1 < ready && bytes[i + 1] === quote) {
				unclean = true;
				i++;
			} else if (i + 1 === ready || this.#endsCell(bytes[i + 1] as number)) break;
			else return ODD;
		}
		if (i >= ready) return OPEN;
		if (unclean) this.#unclean.push(cell);
		return i;
	}

	/** A row that spans lines and takes more than MAX_ROW_UNITS is none. */
	#isTooLong(start: number, next: number): boolean {
		return next - start > MAX_ROW_UNITS && this.#source.unitsBetween(start, next) > MAX_ROW_UNITS;
	}

	/** Doubled quotes become single, and lone CRs line feeds, where they stand: cells only get shorter. */
	#clean(): void {
		const { bytes } = this.#source;
		const quote = this.#quote;
		for (const cell of this.#unclean) {
			const to = this.to[cell] as number;
			let at = this.from[cell] as number;
			for (let i = at; i < to; i++) {
				let byte = bytes[i] as number;
				if (byte === quote && i + 1 < to && bytes[i + 1] === quote) i++;
				else if (byte === CR && bytes[i + 1] !== LF) byte = LF;
				bytes[at++] = byte;
			}
			this.to[cell] = at;
		}
	}

	#refuseEndlessLine(): void {
		const { waiting } = this.#source;
		if (waiting <= MAX_LINE_UNITS) return;
		const { start } = this.#source;
		if (this.#source.unitsBetween(start, start + waiting) > MAX_LINE_UNITS)
			throw new CoreError('file-unreadable', { line: this.line });
	}

	#moreCells(): void {
		const [{ from, to }, length] = [this, 2 * this.from.length];
		this.from = new Int32Array(length);
		this.from.set(from);
		this.to = new Int32Array(length);
		this.to.set(to);
	}
}
