const encoder = new TextEncoder();

/** UTF-8 takes at most three bytes for each UTF-16 code unit. */
const MAX_BYTES_PER_UNIT = 3;

/** One string at a time as UTF-8 bytes, in a buffer that is used again. Lone surrogates become U+FFFD. */
export class Utf8Scratch {
	readonly #padding: number;
	bytes: Uint8Array;
	view: DataView;

	/** `padding`: bytes that may be read behind any text. */
	constructor(padding: number) {
		this.#padding = padding;
		this.bytes = new Uint8Array(256 + padding);
		this.view = new DataView(this.bytes.buffer);
	}

	/** Writes a text at the start of `bytes`, or at `at` behind one, and gives its length in bytes. */
	write(text: string, at = 0): number {
		const { length } = text;
		this.reserve(at, length * MAX_BYTES_PER_UNIT);
		const { bytes } = this;
		for (let i = 0; i < length; i++) {
			const unit = text.charCodeAt(i);
			if (unit > 0x7f) return encoder.encodeInto(text, bytes.subarray(at)).written;
			bytes[at + i] = unit;
		}
		return length;
	}

	/** Makes room for `length` bytes at `at`, and the padding; what stands before stays. */
	reserve(at: number, length: number): void {
		const needed = at + length + this.#padding;
		if (needed <= this.bytes.length) return;
		const larger = new Uint8Array(2 * needed);
		larger.set(this.bytes.subarray(0, at));
		this.bytes = larger;
		this.view = new DataView(larger.buffer);
	}
}
