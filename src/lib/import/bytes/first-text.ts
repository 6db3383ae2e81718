import type { ByteBuffer, PlacedCells } from './placed-cells.ts';

/** Bytes by which beginnings are told apart. */
const LENGTH = 3;

/**
 * Tells rows whose first text begins in one of several ways from the many that do not, by three bytes of it. It may say
 * yes to a row that begins otherwise, and never no to one that begins so.
 */
export class FirstText {
	/** By first byte: whether anything begins with it. */
	readonly #first = new Uint8Array(256);
	readonly #whole = new Set<number>();
	/** The same by the first two. */
	readonly #pairs = new Uint8Array(2 ** 16);

	/** `beginnings`: texts, in letters of any case. */
	constructor(beginnings: readonly string[]) {
		const encoder = new TextEncoder();
		for (const text of beginnings) {
			for (const form of formsOf(text)) {
				const bytes = encoder.encode(form);
				this.#first[bytes[0] as number] = 1;
				this.#pairs[((bytes[0] as number) << 8) | (bytes[1] ?? 0)] = 1;
				if (bytes.length >= 2) this.#whole.add(keyOf(bytes, 0, Math.min(LENGTH, bytes.length)));
			}
		}
	}

	/** The same of a row whose first cell is this one: most are told by two bytes, and those that are not may say yes. */
	mayStart(bytes: Uint8Array, from: number, to: number): boolean {
		const byte = bytes[from] as number;
		if (from === to || byte <= 32) return true;
		if (to - from < LENGTH) return this.#first[byte] === 1 || byte >= 0x80;
		const next = bytes[from + 1] as number;
		return this.#pairs[(byte << 8) | next] === 1 || (byte >= 0x80 && mayBeBlank(byte, next));
	}

	/** Whether the first text of a row may begin so. */
	matches({ bytes }: ByteBuffer, { from, to, count }: PlacedCells): boolean {
		for (let i = 0; i < count; i++) {
			let at = from[i] as number;
			const end = to[i] as number;
			while (at < end && (bytes[at] as number) <= 32) at++;
			if (at === end) continue;
			const byte = bytes[at] as number;
			// Blanks beyond ASCII may stand before a text; they are rare.
			if (mayBeBlank(byte, bytes[at + 1] as number)) return true;
			if (this.#first[byte] === 0) return false;
			if (end - at < LENGTH) return true;
			return this.#whole.has(keyOf(bytes, at, LENGTH)) || this.#whole.has(keyOf(bytes, at, 2));
		}
		return false;
	}
}

/** A text with its first two letters small and large. */
function formsOf(text: string): string[] {
	const [a = '', b = '', ...rest] = [...text];
	return [a, a.toLowerCase(), a.toUpperCase()].flatMap((first) =>
		[b, b.toLowerCase(), b.toUpperCase()].map((second) => first + second + rest.join(''))
	);
}

/** Some bytes as one number, letters small. */
function keyOf(bytes: Uint8Array, at: number, length: number): number {
	let key = length;
	for (let i = at; i < at + length; i++) {
		const byte = bytes[i] as number;
		key = key * 256 + (byte >= 65 && byte <= 90 ? byte + 32 : byte);
	}
	return key;
}

/** Whether two bytes may be the start of a blank, as ECMAScript trims them. */
function mayBeBlank(byte: number, next: number): boolean {
	switch (byte) {
		case 0xc2:
			return next === 0xa0;
		case 0xe1:
			return next === 0x9a;
		case 0xe2:
			return next === 0x80 || next === 0x81;
		case 0xe3:
			return next === 0x80;
		default:
			return byte === 0xef;
	}
}
