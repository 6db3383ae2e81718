/** Prose by row: UTF-8 bytes end to end and `rows + 1` offsets. No text is looked up by value, so none has a code. */
export interface TextColumn {
	readonly bytes: Uint8Array;
	readonly offsets: Uint32Array;
}

/** UTF-8 takes at most three bytes for each UTF-16 code unit. */
const MAX_BYTES_PER_UNIT = 3;

const GROWTH = 1.6;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * Takes texts one by one and keeps their bytes. Lone surrogates become U+FFFD. Linear in the text.
 *
 * @example
 * const builder = new TextBuilder();
 * builder.add('one\ntwo');
 * builder.add('');
 * textAt(builder.build(), 0) // => 'one\ntwo'
 */
export class TextBuilder {
	#bytes = new Uint8Array(1024);
	#offsets = new Uint32Array(256);
	#size = 0;

	add(text: string): void {
		const at = this.#offsets[this.#size] as number;
		const need = at + text.length * MAX_BYTES_PER_UNIT;
		if (need > this.#bytes.length) {
			const larger = new Uint8Array(Math.max(need, Math.ceil(GROWTH * this.#bytes.length)));
			larger.set(this.#bytes.subarray(0, at));
			this.#bytes = larger;
		}
		if (this.#size + 2 > this.#offsets.length) {
			const larger = new Uint32Array(Math.ceil(GROWTH * this.#offsets.length));
			larger.set(this.#offsets);
			this.#offsets = larger;
		}
		const written = text === '' ? 0 : encoder.encodeInto(text, this.#bytes.subarray(at)).written;
		this.#offsets[++this.#size] = at + written;
	}

	/** What was taken so far; nothing is copied. */
	build(): TextColumn {
		return {
			bytes: this.#bytes.subarray(0, this.#offsets[this.#size]),
			offsets: this.#offsets.subarray(0, this.#size + 1)
		};
	}
}

/**
 * The text of a row, '' where there is none.
 *
 * @example
 * textAt({ bytes: Uint8Array.of(104, 105), offsets: Uint32Array.of(0, 2, 2) }, 0) // => 'hi'
 */
export function textAt({ bytes, offsets }: TextColumn, row: number): string {
	return decoder.decode(bytes.subarray(offsets[row], offsets[row + 1]));
}
