import { decodeText } from '#lib/import/decode.ts';

/** Encodings that the platform decodes and does not encode. */
export type LegacyEncoding = 'gb18030' | 'big5' | 'shift_jis' | SingleByte;
type SingleByte = 'windows-1252' | 'windows-1251' | 'koi8-r';

const singleByte: readonly LegacyEncoding[] = [
	'windows-1252',
	'windows-1251',
	'koi8-r'
] satisfies SingleByte[];

/**
 * Encodes text in an encoding of one and two bytes a character. The table is made by decoding every code once and
 * turning the answer round. A character that takes more bytes, or that the encoding lacks, is refused.
 *
 * @throws RangeError naming the character
 * @example
 * encodeLegacy('日', 'gb18030') // => Uint8Array.of(0xc8, 0xd5)
 */
export function encodeLegacy(text: string, encoding: LegacyEncoding): Uint8Array<ArrayBuffer> {
	const codes = codesOf(encoding);
	const bytes = new Uint8Array(text.length * 2);
	let length = 0;
	for (const character of text) {
		const code = codes.get(character);
		if (code === undefined)
			throw new RangeError(`no code of one or two bytes in ${encoding} for ${character}`);
		if (code > 0xff) bytes[length++] = code >> 8;
		bytes[length++] = code & 0xff;
	}
	return bytes.slice(0, length);
}

const tables = new Map<LegacyEncoding, ReadonlyMap<string, number>>();

function codesOf(encoding: LegacyEncoding): ReadonlyMap<string, number> {
	const known = tables.get(encoding);
	if (known !== undefined) return known;
	const codes = new Map<string, number>();
	const add = (code: number, ...bytes: readonly number[]): void => {
		const characters = [...decodeText(Uint8Array.from(bytes), encoding)];
		const [character] = characters;
		// A code without a character decodes to U+FFFD, alone or before the trail byte.
		if (characters.length !== 1 || character === undefined || character === '\ufffd') return;
		// Where two codes mean one character, encoders write the first; the codes below 0xA1 of Big5 are an extension.
		if (!codes.has(character)) codes.set(character, code);
	};
	for (let byte = 0; byte <= 0xff; byte++) add(byte, byte);
	if (!singleByte.includes(encoding)) {
		for (let lead = encoding === 'big5' ? 0xa1 : 0x81; lead <= 0xfe; lead++) {
			for (let trail = 0x40; trail <= 0xfe; trail++) add((lead << 8) | trail, lead, trail);
		}
	}
	tables.set(encoding, codes);
	return codes;
}
