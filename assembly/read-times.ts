import { TIMES } from './layout';

/** Bytes of yyyy-mm-dd, or dd.mm.yyyy, and of hh:mm:ss behind it. */
const DAY: usize = 10;
const LENGTH: usize = DAY + 9;
const BLANK: u8 = 32;
const UPPER_T: u8 = 84;

/**
 * The milliseconds of the day that `count` cells say, whose places stand from `from` and `to` on: of cells of 19 bytes, the last
 * nine of which are a blank or a T and hh:mm:ss. −1 of any other cell.
 */
export function readTimes(from: usize, to: usize, count: i32): void {
	let out = TIMES;
	for (let i = 0; i < count; i++) {
		const start = <usize>load<u32>(from);
		store<i32>(out, <usize>load<u32>(to) - start === LENGTH ? timeAt(start + DAY) : -1);
		from += 4;
		to += 4;
		out += 4;
	}
}

function timeAt(at: usize): i32 {
	const mark = load<u8>(at);
	// Digits become their values, and colons zero; anything else becomes more than 9, or than zero.
	const parts = load<u64>(at + 1) ^ 0x30303a30303a3030;
	const over = (parts + 0x76767f76767f7676) | parts;
	if ((mark !== BLANK && mark !== UPPER_T) || (over & 0x8080808080808080) !== 0) return -1;
	const hour = pair(parts);
	const minute = pair(parts >> 24);
	const second = pair(parts >> 48);
	if (hour > 23 || minute > 59 || second > 59) return -1;
	return ((hour * 60 + minute) * 60 + second) * 1000;
}

function pair(digits: u64): i32 {
	return <i32>((digits & 0xff) * 10 + ((digits >> 8) & 0xff));
}
