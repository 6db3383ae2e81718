/** Fewer characters are refused by whatever locks a file. */
export const passphraseLeast = 8;

/** Signs that are not mistaken for one another when read aloud or copied by hand. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * How many bits a guesser has to try at most, reckoned low: words and dates count little, what repeats or runs on
 * (aaaa, 1234, abab) next to nothing. A bound for people who choose by hand, not a proof.
 *
 * @example
 * passphraseBits('password1') < 30 // => true
 * passphraseBits('aaaaaaaaaaaaaaaaaaaa') < 20 // => true
 * passphraseBits('k7mf-3x9q-tt2v-88ab') > 60 // => true
 */
export function passphraseBits(text: string): number {
	const letters = [...text.normalize('NFKC')];
	const seen = new Set<string>();
	let bits = 0;
	for (const [i, letter] of letters.entries()) {
		const pair = (letters[i - 1] ?? '') + letter;
		const step = codeOf(letter) - codeOf(letters[i - 1]);
		const runsOn = i > 0 && (step === 0 || (Math.abs(step) === 1 && step === stepBefore(letters, i)));
		bits += runsOn || seen.has(pair) ? 0.5 : weightOf(letters, i);
		seen.add(pair);
	}
	return bits;
}

/**
 * What a number of bits is worth against someone who holds the file and rents machines.
 *
 * @example
 * strengthOf(79) // => 'strong'
 * strengthOf(50) // => 'fair'
 */
export function strengthOf(bits: number): 'weak' | 'fair' | 'strong' {
	if (bits < 42) return 'weak';
	return bits < 60 ? 'fair' : 'strong';
}

/**
 * A passphrase of four groups of four signs, 79 bits of chance.
 *
 * @param fill Puts chance into bytes.
 *
 * @example
 * suggestPassphrase((bytes) => bytes.fill(0)) // => 'aaaa-aaaa-aaaa-aaaa'
 */
export function suggestPassphrase(fill: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
	const chosen: string[] = [];
	const bytes = new Uint8Array(32);
	// Bytes beyond the last whole multiple would favour the first signs.
	const fair = 256 - (256 % signs.length);
	while (chosen.length < 16) {
		fill(bytes);
		for (const byte of bytes) {
			if (byte < fair && chosen.length < 16) chosen.push(signs.charAt(byte % signs.length));
		}
	}
	return [0, 4, 8, 12].map((at) => chosen.slice(at, at + 4).join('')).join('-');
}

function codeOf(letter: string | undefined): number {
	return letter?.codePointAt(0) ?? NaN;
}

function stepBefore(letters: readonly string[], i: number): number {
	return codeOf(letters[i - 1]) - codeOf(letters[i - 2]);
}

/** Bits of one sign, by what stands around it: inside a word or a number it is worth less. */
function weightOf(letters: readonly string[], i: number): number {
	const letter = letters[i] as string;
	if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(letter)) return 5;
	if (/\p{Nd}/u.test(letter)) return runOf(letters, i, /\p{Nd}/u) > 3 ? 2 : 3.3;
	if (/\p{L}/u.test(letter)) return runOf(letters, i, /\p{L}/u) > 2 ? 2 : 4.5;
	return /[\s\-_.,]/u.test(letter) ? 1 : 4;
}

/** How many neighbours of a kind stand together round a place. */
function runOf(letters: readonly string[], i: number, kind: RegExp): number {
	let from = i;
	let to = i;
	while (from > 0 && kind.test(letters[from - 1] as string)) from--;
	while (to + 1 < letters.length && kind.test(letters[to + 1] as string)) to++;
	return to - from + 1;
}
