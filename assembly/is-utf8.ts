function isWithin(at: usize): bool {
	return (load<u8>(at) & 0xc0) === 0x80;
}

function bitsOf(at: usize): u32 {
	return load<u8>(at) & 0x3f;
}

/** Whether bytes are UTF-8 in which no character is U+FFFD, the mark of what could not be read. */
export function isUtf8(from: usize, to: usize): bool {
	let at = from;
	while (at < to) {
		if (at + 16 <= to && i8x16.bitmask(v128.load(at)) === 0) {
			at += 16;
			continue;
		}
		const first: u32 = load<u8>(at);
		if (first < 0x80) {
			at++;
		} else if (first < 0xe0) {
			if (first < 0xc2 || at + 2 > to || !isWithin(at + 1)) return false;
			at += 2;
		} else if (first < 0xf0) {
			if (at + 3 > to || !isWithin(at + 1) || !isWithin(at + 2)) return false;
			const character = ((first & 0xf) << 12) | (bitsOf(at + 1) << 6) | bitsOf(at + 2);
			if (character < 0x800 || character >>> 11 === 0xd800 >>> 11 || character === 0xfffd) return false;
			at += 3;
		} else {
			if (at + 4 > to || !isWithin(at + 1) || !isWithin(at + 2) || !isWithin(at + 3)) return false;
			const high = ((first & 0xf) << 18) | (bitsOf(at + 1) << 12);
			if (high < 0x10000 || high > 0x10ffff) return false;
			at += 4;
		}
	}
	return true;
}
