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

/**
 * The text of bytes; `whole`: nothing follows them. By way of the decoder for pieces: Node 20 takes windows-1252 for
 * Latin-1 when asked for all at once, and reads no € and no ’.
 *
 * @example
 * decodeText(Uint8Array.of(0x35, 0x20, 0x80), 'windows-1252') // => '5 €'
 */
export function decodeText(bytes: Uint8Array, encoding: Encoding, whole = true): string {
	const pieces = new TextPieces(encoding);
	return pieces.push(bytes) + (whole ? pieces.finish() : '');
}

/** The character that stands for bytes without a meaning. */
export const UNDECODABLE = '\ufffd';

/**
 * One kind of line end: a lone CR, as old Macintosh files and some mixtures have it, becomes LF; CRLF stays, its CR
 * is taken off where rows are cut. Otherwise two rows would be read as one. Within quotes it becomes LF as well.
 * What becomes of a line end depends on nothing but the character behind it, wherever pieces are cut.
 */
export class LineEnds {
	#held = '';

	/** The text of the next piece; a CR at its end waits for what follows. */
	push(text: string, last: boolean): string {
		let whole = this.#held + text;
		this.#held = '';
		if (!last && whole.endsWith('\r')) {
			this.#held = '\r';
			whole = whole.slice(0, -1);
		}
		return evenLines(whole);
	}
}

/**
 * Text without lone CRs.
 *
 * @example
 * evenLines('a\rb\r\nc') // => 'a\nb\r\nc'
 * evenLines('a\r\nb') // => 'a\r\nb'
 */
export function evenLines(text: string): string {
	// Most text has no CR at all, which is seen at once.
	return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}
