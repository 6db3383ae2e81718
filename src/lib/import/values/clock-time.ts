/**
 * Time of day within a cell: 14:30, 2:30:15 PM, 14:30 Uhr, 下午2点30分, 08:26:00.500, with how far it is from UTC
 * behind it or not (Z, UTC, +08:00, +0800, +08): that is `clockOffset`'s to read.
 */
const clock =
	/^(?:(上午|下午|午前|午後|凌晨|早上|清晨|中午|傍晚|晚上|am|pm|a\.\s?m\.|p\.\s?m\.)\s*)?(\d{1,2})\s*[:时點点]\s*(?:(\d{1,2})(?:\s*[:分]\s*(?:(\d{1,2})(?:[.,](\d{1,9}))?\s*秒?)?)?\s*分?)?\s*(am|pm|a\.\s?m\.|p\.\s?m\.)?\s*(?:uhr|hs?\.?)?\s*(?:z|utc|gmt|[-+]\d{2}(?::?\d{2})?)?$/i;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Milliseconds since midnight; −1 when the text is no time, −2 when it is one that no clock shows (25:10).
 *
 * @example
 * clockTime('08:26:00') // => 30360000
 * clockTime('下午 2:30') // => 52200000
 * clockTime('12:00 AM') // => 0
 * ['午後2:30', '2:30 p. m.', '14:30 Uhr'].map(clockTime) // => [52200000, 52200000, 52200000]
 * clockTime('25:10') // => -2
 */
export function clockTime(text: string): number {
	const match = clock.exec(text);
	if (match === null) return -1;
	const half = (match[1] ?? match[6] ?? '').toLowerCase().replace(/[.\s]/g, '');
	if (match[1] !== undefined && match[6] !== undefined) return -1;
	const hour = hourOf(Number(match[2]), half);
	const minute = Number(match[3] ?? '0');
	const second = Number(match[4] ?? '0');
	if (hour < 0 || hour > 23 || minute > 59 || second > 59) return -2;
	const milliseconds = Math.floor(Number(`0.${match[5] ?? '0'}`) * 1000);
	return hour * HOUR + minute * MINUTE + second * SECOND + milliseconds;
}

const fromUtc = /(?:(z|utc|gmt)|([-+])(\d{2})(?::?(\d{2}))?)$/i;

/**
 * Minutes that a time of day is ahead of UTC, by what is written behind it; NaN where nothing is.
 *
 * @example
 * clockOffset('08:26:00Z') // => 0
 * clockOffset('8:26 -0530') // => -330
 * clockOffset('08:26') // => NaN
 */
export function clockOffset(text: string): number {
	const match = fromUtc.exec(text);
	if (match === null) return NaN;
	if (match[1] !== undefined) return 0;
	const minutes = Number(match[3]) * 60 + Number(match[4] ?? '0');
	return match[2] === '-' ? -minutes : minutes;
}

/**
 * Whether a cell ends in a time of day that says how far it is from UTC.
 *
 * @example
 * hasOffset('2024-03-05T08:26:00Z') // => true
 * hasOffset('2024-03-05 08:26') // => false
 */
export function hasOffset(cell: string): boolean {
	return /\d[:时點点]\d/.test(cell) && fromUtc.test(cell.trimEnd());
}

/** The hour on a clock of 24, or −1: 下午2 is 14, 12 AM is 0, 晚上14 stays 14. */
function hourOf(hour: number, half: string): number {
	switch (half) {
		case '':
			return hour;
		case 'am':
		case '上午':
		case '午前':
		case '凌晨':
		case '早上':
		case '清晨':
			if (half !== 'am' && hour > 12) return -1;
			if (half === 'am' && (hour < 1 || hour > 12)) return -1;
			// 上午12:05 is written for five past noon by nobody and for five past midnight by clocks of 12.
			return hour === 12 ? 0 : hour;
		case '中午':
			return hour < 3 ? hour + 12 : hour;
		default:
			if (half === 'pm' && (hour < 1 || hour > 12)) return -1;
			return hour < 12 ? hour + 12 : hour;
	}
}
