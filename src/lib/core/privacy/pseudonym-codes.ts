/** Digits and letters without I, L, O and U, which are misread or spell words (Crockford). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;
/** Signs of a code: 50 bits. Among 100,000 customers two would be alike once in 200,000 times. */
const SHORT = 10;
const STEP = 5;

/**
 * Codes for digests of different things: ten signs of each, parted so that no spreadsheet takes one for a number. Codes
 * that would be alike are lengthened, five signs at a time, until they are not; the others keep theirs. The same digest
 * has the same code, or one that begins with it. Linear.
 *
 * @throws RangeError when two digests are equal, or shorter than seven bytes.
 * @example
 * pseudonymCodes([Uint8Array.of(0, 68, 50, 20, 199, 66, 84)]) // => ['01234-56789']
 */
export function pseudonymCodes(digests: readonly Uint8Array[]): string[] {
	const codes = digests.map((digest) => codeOf(digest, SHORT));
	for (let length = SHORT + STEP; ; length += STEP) {
		const alike = indicesOfRepeated(codes);
		if (alike.length === 0) return codes;
		for (const i of alike) codes[i] = codeOf(digests[i] as Uint8Array, length);
	}
}

function indicesOfRepeated(codes: readonly string[]): number[] {
	const first = new Map<string, number>();
	const repeated = new Set<number>();
	for (const [i, code] of codes.entries()) {
		const before = first.get(code);
		if (before === undefined) first.set(code, i);
		else repeated.add(before).add(i);
	}
	return [...repeated];
}

function codeOf(digest: Uint8Array, length: number): string {
	if (digest.length * 8 < length * BITS)
		throw new RangeError('the digest is too short for a code of its own');
	let code = '';
	let held = 0;
	let bits = 0;
	let at = 0;
	for (let i = 0; i < length; i++) {
		if (bits < BITS) {
			held = ((held & 0xff) << 8) | (digest[at++] as number);
			bits += 8;
		}
		bits -= BITS;
		if (i > 0 && i % STEP === 0) code += '-';
		code += SIGNS[(held >>> bits) & 31] as string;
	}
	return code;
}
