import { withoutAccents } from '../without-accents.ts';
import { fullYear } from './calendar-day.ts';

/** A text that has the form of a date, before it is decided what an open order means. */
export interface DateParts {
	/**
	 * `fixed`: year, month and day are known. `open`: three numbers in an order that the column decides.
	 * `compact`: eight digits, yyyymmdd.
	 */
	readonly kind: 'fixed' | 'open' | 'compact';
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly first: number;
	readonly second: number;
	readonly last: number;
	readonly firstDigits: number;
	readonly lastDigits: number;
	/** What follows: a time of day, or ''. */
	readonly rest: string;
}

/** Bounds of any form of a date with its time; most cells of other columns end here. */
const MIN_UNITS = 6;
const MAX_UNITS = 48;
const HAS_DIGIT = /\d/;
const LETTERS_FIRST = /^[a-zà-ÿ]{3}/i;

/**
 * The names of the twelve months and what they are cut to, in the languages of the headers that are known; small letters,
 * without accents.
 */
const monthNames = [
	'january jan januar janner jaenner janvier janv enero ene gennaio gen janeiro',
	'february feb februar fevrier fevr fev febrero febbraio fevereiro',
	'march mar marz maerz mrz mars marzo marco',
	'april apr avril avr abril abr aprile',
	'may mai mayo maggio mag maio',
	'june jun juni juin junio giugno giu junho',
	'july jul juli juillet juil julio luglio lug julho',
	'august aug aout agosto ago',
	'september sep sept septembre septiembre setiembre settembre set setembro',
	'october oct oktober okt octobre octubre ottobre ott outubro out',
	'november nov novembre noviembre novembro',
	'december dec dezember dez decembre diciembre dic dicembre dezembro'
];
const monthOf = new Map(
	monthNames.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const))
);

/**
 * The number of a month that is named, in full or cut short, in English, German, French, Spanish, Italian or Portuguese; 0
 * for any other word.
 *
 * @example
 * ['Sept', 'MÄRZ', 'févr.', 'dic', 'Monat'].map(monthNamed) // => [9, 3, 2, 12, 0]
 */
export function monthNamed(word: string): number {
	const known = monthOf.get(word.toLowerCase());
	if (known !== undefined) return known;
	const plain = withoutAccents(word.toLowerCase()).replace(/\.$/, '');
	return monthOf.get(plain) ?? 0;
}

const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?';
// What may part a date from its time; a time is checked by its own reader.
const REST =
	'(?:\\s*(?:星期|周)[一二三四五六日天])?(?:[t\\s,]+(\\S.*)|\\s*((?:上午|下午|凌晨|早上|清晨|中午|傍晚|晚上).*))?$';

const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${REST}`, 'i');
const chinese = new RegExp(`^(\\d{4}|\\d{2})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?${REST}`, 'i');
const chineseTight = /^(\d{4}|\d{2})年(\d{1,2})月(\d{1,2})[日号](\d{1,2}[:时点].*)$/;
const open = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${REST}`, 'i');
const dayNamed = new RegExp(
	`^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th|er|o)?[-\\s./]+(?:de\\s+)?([a-zà-ÿ]{3,10}\\.?)[-\\s.,/]+(?:de\\s+)?(\\d{4}|\\d{2})${REST}`,
	'i'
);
const namedDay = new RegExp(
	`^${WEEKDAY}([a-zà-ÿ]{3,10}\\.?)[-\\s.]+(\\d{1,2})(?:st|nd|rd|th)?,?[-\\s]+(\\d{4}|\\d{2})${REST}`,
	'i'
);
const yearNamed = new RegExp(
	`^(\\d{4})\\s*年?[-\\s./,]*([a-zà-ÿ]{3,10}\\.?)[-\\s./,]*(\\d{1,2})(?:st|nd|rd|th|日|号)?${REST}`,
	'i'
);
/** Years counted from the one before the first of an era. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民国: 1911, 民國: 1911 };
const ofEra = new RegExp(
	`^(${Object.keys(eras).join('|')})\\s*(\\d{1,3}|元)年(\\d{1,2})月(\\d{1,2})日${REST}`,
	'i'
);
const compact = /^(\d{4})(\d{2})(\d{2})(?:[t\s]*(\d{2}):?(\d{2})(?::?(\d{2}))?(z)?)?$/i;

/**
 * The parts of a date, or null when the text has no form of one. Nothing is checked against the calendar.
 *
 * @example
 * datePartsOf('5 Mar 2024')?.month // => 3
 * datePartsOf('05-MAR-24')?.year // => 2024
 * datePartsOf('5 de março de 2024')?.month // => 3
 * datePartsOf('2024年Mar5日')?.day // => 5
 * datePartsOf('令和6年3月5日')?.year // => 2024
 * datePartsOf('3/4/2024')?.kind // => 'open'
 * datePartsOf('Set 12 24') // => null
 * datePartsOf('hello') // => null
 */
export function datePartsOf(text: string): DateParts | null {
	if (text.length < MIN_UNITS || text.length > MAX_UNITS || !HAS_DIGIT.test(text)) return null;
	// All forms begin with a digit, with a day of the week or a month in letters, or with an era.
	const first = text.charCodeAt(0);
	if (first >= 48 && first <= 57) {
		const numbers = numbersFirst(text);
		if (numbers !== null) return numbers;
	} else if (!LETTERS_FIRST.test(text)) {
		const era = ofEra.exec(text);
		if (era === null) return null;
		const year = (eras[era[1] ?? ''] ?? 0) + (era[2] === '元' ? 1 : Number(era[2]));
		return fixed(String(year), era[3], era[4], era[5] ?? era[6]);
	}
	let match = dayNamed.exec(text);
	if (match !== null) return dayFirst(match);
	match = namedDay.exec(text);
	if (match !== null && !isWordAndNumbers(match))
		return named(match[3], match[1], match[2], match[4] ?? match[5]);
	match = yearNamed.exec(text);
	if (match !== null) return named(match[1], match[2], match[3], match[4] ?? match[5]);
	return null;
}

/** Numbers alone, and their signs, as far as the time of day. */
function numbersFirst(text: string): DateParts | null {
	let match = yearFirst.exec(text);
	if (match !== null) return fixed(match[1], match[3], match[4], match[5] ?? match[6]);
	match = open.exec(text);
	if (match !== null) return openParts(match);
	match = chinese.exec(text) ?? chineseTight.exec(text);
	if (match !== null) {
		const year = match[1]?.length === 2 ? `20${match[1]}` : match[1];
		return fixed(year, match[2], match[3], match[4] ?? match[5]);
	}
	match = compact.exec(text);
	if (match === null) return null;
	const time =
		match[4] === undefined ? '' : `${match[4]}:${match[5] ?? '00'}:${match[6] ?? '00'}${match[7] ?? ''}`;
	return { ...fixed(match[1], match[2], match[3], time), kind: 'compact' };
}

function fixed(
	year: string | undefined,
	month: string | undefined,
	day: string | undefined,
	rest: string | undefined
): DateParts {
	return {
		kind: 'fixed',
		year: Number(year),
		month: Number(month),
		day: Number(day),
		first: 0,
		second: 0,
		last: 0,
		firstDigits: 0,
		lastDigits: 0,
		rest: (rest ?? '').trim()
	};
}

function named(
	year: string | undefined,
	month: string | undefined,
	day: string | undefined,
	rest: string | undefined
): DateParts | null {
	const number = monthNamed(month ?? '');
	if (number === 0) return null;
	const digits = year?.length ?? 0;
	return {
		...fixed(String(fullYear(Number(year), digits)), String(number), day, rest),
		lastDigits: digits
	};
}

/** The day, the month by its name, the year; of two numbers of two digits either may be the year. */
function dayFirst(match: RegExpExecArray): DateParts | null {
	const [, day = '', month, year = ''] = match;
	const parts = named(year, month, day, match[4] ?? match[5]);
	const isOpen = parts !== null && day.length === 2 && year.length === 2;
	return isOpen ? { ...parts, firstDigits: 2, last: Number(year) } : parts;
}

/** Whether what looks like a month is a word of its own, before two short numbers: Set 12 24. */
const isWordAndNumbers = ([, word = '', , year = '']: RegExpExecArray): boolean =>
	year.length === 2 && /^(?:set|out|ago|gen|mag)$/i.test(word);

function openParts(match: RegExpExecArray): DateParts {
	const last = match[4] ?? '';
	return {
		...fixed('0', '0', '0', match[5] ?? match[6]),
		kind: 'open',
		first: Number(match[1]),
		second: Number(match[3]),
		last: Number(last),
		firstDigits: (match[1] ?? '').length,
		lastDigits: last.length
	};
}
