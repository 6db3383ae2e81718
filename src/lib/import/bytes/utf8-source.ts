import type { Encoding } from '#lib/core/dataset/recipe.ts';
import { TextPieces, UNDECODABLE } from '../decode.ts';
import { ByteMemory, PADDING } from './byte-memory.ts';

const LF = 10;
const CR = 13;

const MAX_BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * A file's bytes as valid UTF-8, piece by piece: what `TextPieces` would decode them to, written down again. UTF-8
 * itself, by far the most, is only checked, and re-written where it is damaged; bytes without a meaning have become
 * U+FFFD. A byte order mark is swallowed.
 *
 * The reader takes bytes from `start` on, at most up to `ready`: there a line ends, or the file. Reading moves `start`.
 */
export class Utf8Source {
	/** Where the bytes stand, with those who look at many at a time. */
	readonly memory = ByteMemory.take();
	start = this.memory.content;
	ready = this.start;
	/** Rows that start before this may hold U+FFFD. */
	damagedTo = 0;
	#end = this.start;
	/** Up to here no line ends that is not ready: a line of many pieces is looked through once. */
	#lookedTo = 0;
	readonly #pieces: TextPieces | null;
	#markToCome = true;

	constructor(encoding: Encoding) {
		this.#pieces = encoding === 'utf-8' ? null : new TextPieces(encoding);
	}

	get bytes(): Uint8Array {
		return this.memory.bytes;
	}

	get view(): DataView {
		return this.memory.view;
	}

	/** Bytes that wait for the end of their line. */
	get waiting(): number {
		return this.#end - this.start;
	}

	/** Adds the next bytes of the file. */
	push(chunk: Uint8Array): void {
		if (this.#pieces === null) {
			this.#room(chunk.length);
			this.bytes.set(chunk, this.#end);
			this.#end += chunk.length;
		} else this.#write(this.#pieces.push(chunk));
		this.#settle(false);
	}

	/** After the last bytes: all is ready, whether or not its last line has an end. */
	finish(): void {
		if (this.#pieces !== null) this.#write(this.#pieces.finish());
		this.#settle(true);
		this.#room(1);
		// A guard that ends the last cell.
		this.bytes[this.#end] = LF;
	}

	/** After the last row was read, or when reading stops before; once. */
	close(): void {
		ByteMemory.leave(this.memory);
	}

	/** UTF-16 units of the text between two places. */
	unitsBetween(from: number, to: number): number {
		let units = 0;
		for (let i = from; i < to; i++) {
			const byte = this.bytes[i] as number;
			// Bytes that go on with a character count nothing; characters of four bytes are a pair of units.
			if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
		}
		return units;
	}

	#write(text: string): void {
		this.#room(text.length * MAX_BYTES_PER_UNIT);
		this.#end += encoder.encodeInto(text, this.bytes.subarray(this.#end)).written;
		if (text.includes(UNDECODABLE)) this.damagedTo = this.#end;
	}

	#settle(last: boolean): void {
		let to = last ? this.#end : this.#afterLastLine();
		if (to <= this.ready) return;
		if (this.#pieces === null) {
			if (this.#markToCome) this.#dropMark();
			if (this.memory.code.isUtf8(this.ready, to) === 0) to = this.#mend(this.ready, to);
		}
		this.#markToCome = false;
		this.ready = to;
	}

	/** Behind the last line end that is not yet ready; a CR that may be half of one does not count. */
	#afterLastLine(): number {
		const from = Math.max(this.ready, this.#lookedTo);
		const fresh = this.bytes.subarray(from, this.#end);
		this.#lookedTo = Math.max(from, this.#end - 1);
		const lf = fresh.lastIndexOf(LF);
		const at = lf >= 0 ? lf : fresh.subarray(0, -1).lastIndexOf(CR);
		return at < 0 ? this.ready : from + at + 1;
	}

	#dropMark(): void {
		const { bytes, start } = this;
		const isMark = bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;
		if (this.#end < start + 3 || !isMark) return;
		this.start += 3;
		this.ready = this.start;
	}

	/**
	 * Makes a part valid; it ends with a line or with the file, so that no character is cut, and whether bytes have a
	 * meaning depends on none outside. Gives the part's new end.
	 */
	#mend(from: number, to: number): number {
		const text = decoder.decode(this.bytes.subarray(from, to));
		const rest = this.bytes.slice(to, this.#end);
		const moved = from - this.start;
		this.#end = from;
		this.#room(text.length * MAX_BYTES_PER_UNIT + rest.length);
		const at = this.start + moved;
		const end = at + encoder.encodeInto(text, this.bytes.subarray(at)).written;
		this.bytes.set(rest, end);
		this.#end = end + rest.length;
		this.#lookedTo = end;
		this.damagedTo = end;
		return end;
	}

	/** Makes room behind the end, also for what readers look at beyond it. What was read is let go. */
	#room(length: number): void {
		if (this.#end + length + PADDING <= this.bytes.length) return;
		const { memory, start } = this;
		const needed = memory.content + this.#end - start + length + PADDING;
		if (needed > this.bytes.length) memory.grow(2 * needed);
		this.bytes.copyWithin(memory.content, start, this.#end);
		const gone = start - memory.content;
		this.start = memory.content;
		this.ready = Math.max(this.start, this.ready - gone);
		this.#lookedTo = Math.max(0, this.#lookedTo - gone);
		this.damagedTo = Math.max(0, this.damagedTo - gone);
		this.#end -= gone;
	}
}
