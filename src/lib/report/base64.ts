/** Bytes as base64, in pieces: a call takes only so many arguments. */
export function base64Of(...parts: readonly Uint8Array[]): string {
	const piece = 0x8000;
	let binary = '';
	for (const part of parts) {
		for (let at = 0; at < part.length; at += piece) {
			binary += String.fromCharCode(...part.subarray(at, at + piece));
		}
	}
	return btoa(binary);
}

/**
 * Hexadecimal digits as base64, as policies name hashes.
 *
 * @example
 * base64OfHex('00ff') // => 'AP8='
 */
export function base64OfHex(hex: string): string {
	return btoa(hex.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))));
}
