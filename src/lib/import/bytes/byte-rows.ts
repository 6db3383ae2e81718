import { CoreError } from '#lib/core/errors.ts';
import { MAX_LINE_UNITS, MAX_LOST_QUOTES, MAX_ROW_UNITS } from '../limits.ts';
import type { Utf8Source } from './utf8-source.ts';

const LF = 10;
const CR = 13;
/** A byte that is in no UTF-8. */
const NO_QUOTE = 0xff;

/** Cells that there is room for at first. */
const FIRST_CELLS = 64;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Cuts UTF-8 bytes into rows and cells, row by row, by the rules of `PapaTokenizer`: a quote in the middle of a cell is
 * an ordinary character; a quoted cell ends with a quote before a delimiter or a line end, blanks between them aside,
 * and any other quote in it stands for itself; a row whose quote never closes is a line, cut at its delimiters. Lone
 * CRs end lines. Cells are places in the bytes, without their quotes; doubled ones are made single where they stand.
 */
export class ByteRows {
	from = new Int32Array(FIRST_CELLS);
	to = new Int32Array(FIRST_CELLS);
	/** Cells of this row, and where it stands, without its line end. */
	count = 0;
	start = 0;
	end = 0;
	/** Physical line, from 1, on which the row starts. */
	line = 1;
	unclosed = false;
	damaged = false;
	/** Whether a cell was quoted: the bytes between `start` and `end` are not just cells and delimiters. */
	quoted = false;
	readonly delimiter: number;
	readonly #source: Utf8Source;
	readonly #quote: number;
	/** Cells with a doubled quote or a lone CR in them. */
	readonly #unclean: number[] = [];
	/** Lines that the row took. */
	#lines = 0;
	/** Bytes that must be there before an open row is worth another look. */
	#waitFor = 0;
	#lostQuotes = 0;

	constructor(source: Utf8Source, delimiter: string, quote: string) {
		this.#source = source;
		this.delimiter = delimiter.charCodeAt(0);
		this.#quote = quote === '' ? NO_QUOTE : quote.charCodeAt(0);
	}

	/**
	 * Goes to the next row; false when there is none that is complete. `last`: no more bytes will come.
	 *
	 * @throws CoreError `file-unreadable` {line}: more lost quotes, or a longer line, than can be.
	 */
	next(last: boolean): boolean {
		const source = this.#source;
		const { start, ready } = source;
		this.line += this.#lines;
		this.#lines = 0;
		if (start >= ready || (!last && ready - start < this.#waitFor)) {
			if (!last) this.#refuseEndlessLine();
			return false;
		}
		this.#waitFor = 0;
		this.unclosed = false;
		this.damaged = start < source.damagedTo;
		const next = this.#cut(start, ready);
		if (next < 0 && !last && source.unitsBetween(start, ready) < MAX_ROW_UNITS) {
			this.#waitFor = 2 * (ready - start);
			this.#lines = 0;
			return false;
		}
		if (next < 0 || (this.#lines > 1 && this.#isTooLong(start, next)))
			source.start = this.#takeLine(start, ready);
		else {
			source.start = next;
			if (this.#unclean.length > 0) this.#clean();
		}
		return true;
	}

	/** Cuts a row and gives the place behind it; −1 when its last quote is still open at `ready`. */
	#cut(start: number, ready: number): number {
		const { bytes } = this.#source;
		const { delimiter } = this;
		const quote = this.#quote;
		const highest = Math.max(delimiter, CR);
		this.start = start;
		this.quoted = false;
		// Setting the length of an empty list costs more than all else here.
		if (this.#unclean.length > 0) this.#unclean.length = 0;
		this.#lines = 1;
		let count = 0;
		let i = start;
		for (;;) {
			if (count === this.from.length) this.#moreCells();
			let end: number;
			if (bytes[i] === quote && i < ready) {
				this.quoted = true;
				end = this.#closeOf(i, ready, count);
				if (end < 0) return -1;
				this.from[count] = i + 1;
				this.to[count] = end;
				// Behind the quote, and behind blanks that may follow it.
				i = end + 1;
				while (i < ready && !this.#endsCell(bytes[i] as number)) i++;
			} else {
				const from = i;
				// There is a line end at `ready` at the latest.
				for (;;) {
					const byte = bytes[i] as number;
					if (byte <= highest && (byte === delimiter || byte === LF || byte === CR)) break;
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

	/** The closing quote of a cell whose opening one is at `open`; −1 when there is none before `ready`. */
	#closeOf(open: number, ready: number, cell: number): number {
		const { bytes } = this.#source;
		const quote = this.#quote;
		let unclean = false;
		let i = open + 1;
		for (; i < ready; i++) {
			const byte = bytes[i] as number;
			if (byte > CR && byte !== quote) continue;
			if (byte === LF) this.#lines++;
			else if (byte === CR) {
				if (i + 1 < ready && bytes[i + 1] === LF) continue;
				this.#lines++;
				unclean = true;
			} else if (byte !== quote) continue;
			else if (i + 1 < ready && bytes[i + 1] === quote) {
				unclean = true;
				i++;
			} else if (this.#closes(i + 1, ready)) break;
		}
		if (i >= ready) return -1;
		if (unclean) this.#unclean.push(cell);
		return i;
	}

	/** Whether a cell can end here, behind a quote: nothing but blanks up to a delimiter or a line end. */
	#closes(at: number, ready: number): boolean {
		// Only at the end of the file is there nothing behind: `ready` is behind a line end else.
		if (at === ready) return true;
		const { bytes } = this.#source;
		const byte = bytes[at] as number;
		if (this.#endsCell(byte)) return true;
		if (byte > 32 && byte < 0x80) return false;
		let to = at;
		while (to < ready && !this.#endsCell(bytes[to] as number)) to++;
		return to < ready && decoder.decode(bytes.subarray(at, to)).trim() === '';
	}

	/** A row that spans lines and takes more than MAX_ROW_UNITS is none. */
	#isTooLong(start: number, next: number): boolean {
		return next - start > MAX_ROW_UNITS && this.#source.unitsBetween(start, next) > MAX_ROW_UNITS;
	}

	/** The first line of an open row, cut at its delimiters; gives the place behind it. */
	#takeLine(start: number, ready: number): number {
		this.#lostQuotes++;
		if (this.#lostQuotes > MAX_LOST_QUOTES) throw new CoreError('file-unreadable', { line: this.line });
		const { bytes } = this.#source;
		this.unclosed = true;
		this.quoted = false;
		this.#lines = 1;
		this.count = 0;
		let from = start;
		for (let i = start; ; i++) {
			const ended = i >= ready;
			if (!ended && !this.#endsCell(bytes[i] as number)) continue;
			if (this.count === this.from.length) this.#moreCells();
			this.from[this.count] = from;
			this.to[this.count] = i;
			this.count++;
			from = i + 1;
			if (!ended && bytes[i] === this.delimiter) continue;
			this.end = i;
			if (ended) return ready;
			return bytes[i] === CR && i + 1 < ready && bytes[i + 1] === LF ? i + 2 : i + 1;
		}
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
