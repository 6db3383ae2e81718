/**
 * Encodes text as GB18030. The platform decodes this encoding but does not encode it, so the table is made by
 * decoding every two-byte code once and turning the answer round. Characters beyond two bytes are refused.
 */
export function encodeGb18030(text: string): Uint8Array {
	const codes = twoByteCodes();
	const bytes = new Uint8Array(text.length * 2);
	let length = 0;
	for (const character of text) {
		const point = character.codePointAt(0) as number;
		if (point < 0x80) {
			bytes[length++] = point;
			continue;
		}
		const code = codes.get(character);
		if (code === undefined) throw new RangeError(`no two-byte GB18030 code for ${character}`);
		bytes[length++] = code >> 8;
		bytes[length++] = code & 0xff;
	}
	return bytes.slice(0, length);
}

let table: Map<string, number> | undefined;

function twoByteCodes(): Map<string, number> {
	if (table !== undefined) return table;
	table = new Map();
	const decoder = new TextDecoder('gb18030', { fatal: false });
	for (let lead = 0x81; lead <= 0xfe; lead++) {
		for (let trail = 0x40; trail <= 0xfe; trail++) {
			if (trail === 0x7f) continue;
			const character = decoder.decode(Uint8Array.of(lead, trail));
			// A code without a character decodes to U+FFFD, alone or before the trail byte.
			if ([...character].length === 1 && character !== '\ufffd') table.set(character, (lead << 8) | trail);
		}
	}
	return table;
}
