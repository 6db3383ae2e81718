import type { Encoding } from '#lib/core/dataset/recipe.ts';

/**
 * Bytes to text, piece by piece: a character cut by a piece's edge is kept for the next one. A byte order mark
 * is swallowed. Bytes that mean nothing in the encoding become U+FFFD, which later stages look for.
 */
export class TextPieces {
	readonly #decoder: TextDecoder;

	constructor(encoding: Encoding) {
		this.#decoder = new TextDecoder(encoding);
	}

	/** The text of the next bytes. */
	push(bytes: Uint8Array): string {
		return this.#decoder.decode(bytes, { stream: true });
	}

	/** What was left of a cut character at the end. */
	finish(): string {
		return this.#decoder.decode();
	}
}

/** The character that stands for bytes without a meaning. */
export const UNDECODABLE = '\ufffd';
