const ZERO = 48;
const COLON = 58;
const POINT = 46;
const BLANK = 32;
const PLUS = 43;
const MINUS = 45;
const UPPER_Z = 90;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Digits of a fraction of a second that are looked at. */
const MOST_FRACTION_DIGITS = 9;

/**
 * Milliseconds since midnight of a time that is written plainly: 8:26, 08:26:00, 08:26:00.500, with Z, +08:00 or +0800
 * behind it, which are dropped, where `mayHaveZone`. −1 when the bytes are anything else, or no clock shows it, and `clockTime` has to look.
 *
 * @example
 * readPlainClock(new TextEncoder().encode('08:26:00'), 0, 8, false) // => 30360000
 * readPlainClock(new TextEncoder().encode('8:26 +0800'), 0, 10, true) // => 30360000
 * readPlainClock(new TextEncoder().encode('24:00'), 0, 5, true) // => -1
 */
export function readPlainClock(bytes: Uint8Array, from: number, to: number, mayHaveZone: boolean): number {
	let at = from + digitsAt(bytes, from, to, 2);
	if (at === from || at >= to || bytes[at] !== COLON) return -1;
	const hour = numberOf(bytes, from, at);
	const minuteAt = at + 1;
	at = minuteAt + digitsAt(bytes, minuteAt, to, 2);
	if (at === minuteAt) return -1;
	const minute = numberOf(bytes, minuteAt, at);
	let time = hour * HOUR + minute * MINUTE;
	if (hour > 23 || minute > 59) return -1;
	if (at < to && bytes[at] === COLON) {
		const secondAt = at + 1;
		at = secondAt + digitsAt(bytes, secondAt, to, 2);
		if (at === secondAt) return -1;
		const second = numberOf(bytes, secondAt, at);
		if (second > 59) return -1;
		time += second * SECOND;
		if (at < to && bytes[at] === POINT) {
			const fractionAt = at + 1;
			at = fractionAt + digitsAt(bytes, fractionAt, to, MOST_FRACTION_DIGITS);
			if (at === fractionAt) return -1;
			// A quotient of two exact numbers is the double nearest to the decimal, as reading its text is.
			time += Math.floor((numberOf(bytes, fractionAt, at) / 10 ** (at - fractionAt)) * SECOND);
		}
	}
	return at === to || (mayHaveZone && isZone(bytes, at, to)) ? time : -1;
}

/** Z, or a blank or none, a sign, two digits, a colon or none, and two digits. */
function isZone(bytes: Uint8Array, from: number, to: number): boolean {
	if (bytes[from] === UPPER_Z) return from + 1 === to;
	let at = bytes[from] === BLANK ? from + 1 : from;
	if (at >= to || (bytes[at] !== PLUS && bytes[at] !== MINUS)) return false;
	at++;
	if (digitsAt(bytes, at, to, 2) < 2) return false;
	at += 2;
	if (at < to && bytes[at] === COLON) at++;
	return at + 2 === to && digitsAt(bytes, at, to, 2) === 2;
}

/** How many digits stand at a place, up to `most`. */
function digitsAt(bytes: Uint8Array, from: number, to: number, most: number): number {
	const end = Math.min(to, from + most);
	let at = from;
	while (at < end && (bytes[at] as number) >= ZERO && (bytes[at] as number) < COLON) at++;
	return at - from;
}

function numberOf(bytes: Uint8Array, from: number, to: number): number {
	let value = 0;
	for (let i = from; i < to; i++) value = value * 10 + (bytes[i] as number) - ZERO;
	return value;
}
