import type { DateOrder } from '#lib/core/dataset/recipe.ts';
import { fullYear, isRealDay } from './calendar-day.ts';
import { datePartsOf } from './date-parts.ts';
import { clockTime } from './clock-time.ts';
import { isDigitCode, isEpoch } from './epoch.ts';
import { isNumberedCode, monthPartsOf } from './month-parts.ts';

/** What the cells of a column say about dates in it. */
export interface DateEvidence {
	/** Cells with a text. */
	readonly filled: number;
	/** Cells in the form of a date that exists, in any order. */
	readonly dates: number;
	/** Of these: those that mean the same in every order; yyyymmdd; those that only day-first or only month-first can be. */
	readonly fixed: number;
	readonly compact: number;
	readonly dayFirst: number;
	readonly monthFirst: number;
	readonly yearFirst: number;
	/** Both ways possible and different, e.g. 3/4/2024. */
	readonly either: number;
	/** Written with a year of two digits. */
	readonly shortYears: number;
	/** All of three short numbers whose first can be the year, and varies no more than the last: 24-01-15, 24-02-16. */
	readonly yearMayLead: boolean;
	/** Where the year stands of dates with a named month between two short numbers. */
	readonly namedYear: NamedYear;
	/** Cells that can be Excel's day numbers (1970 to 2099). */
	readonly serials: number;
	/** Cells that can be seconds or milliseconds since 1970 (2001 to 2039), and of these those that may be codes. */
	readonly epochs: number;
	readonly epochsOrCodes: number;
	/** Cells that name a month and no day, unless they are seasons, codes or days of the month. */
	readonly months: number;
	/** Of these, those that may be numbers or codes: 202403, 2024-7. */
	readonly unsureMonths: number;
	/** The months may be days without a year: Jan 03, Jan 12. */
	readonly monthsMayBeDays: boolean;
	readonly withTime: number;
	/** A cell that can be read both ways; one of each decided order. */
	readonly example: string;
	readonly dayFirstExample: string;
	readonly monthFirstExample: string;
}

/** The year leads, or stands last, or either may be. */
type NamedYear = 'first' | 'last' | 'open';

/** "Years" of two digits that lie further apart are days of the month: Jan 03, Feb 28. */
const MOST_SHORT_YEARS = 12;

/** Higher numbers can be no day of a month. */
const MOST_DAYS = 31;

/** Dates against the majority that are taken for mistakes (and rejected), not for another order. */
export const STRAY_SHARE = 0.01;

const SERIAL = /^\d{5}(?:\.\d+)?$/;
const FIRST_SERIAL = 25_569;
const LAST_SERIAL = 73_050;

/** Months of a file follow one another; where they lie further apart than this on average, they may be days as well. */
const MOST_GAPS = 6;

const spanOf = (numbers: ReadonlySet<number>): number =>
	numbers.size === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers);

/** Gathers the evidence of a column's cells. */
export function dateEvidence(cells: readonly string[]): DateEvidence {
	const counts = {
		filled: 0,
		dates: 0,
		fixed: 0,
		compact: 0,
		dayFirst: 0,
		monthFirst: 0,
		yearFirst: 0,
		either: 0,
		months: 0,
		unsureMonths: 0
	};
	let seasons = 0;
	let mayBeDays = 0;
	const shortNumbers = new Set<number>();
	const shortMonths = new Set<number>();
	const inTurn = new Set<number>();
	let codes = 0;
	let openDates = 0;
	let leading = 0;
	const named = { short: 0, yearFirst: 0, dayFirst: 0 };
	const firsts = new Set<number>();
	const lasts = new Set<number>();
	let leadingExample = '';
	let shortYears = 0;
	let serials = 0;
	let epochs = 0;
	let epochsOrCodes = 0;
	let withTime = 0;
	let example = '';
	let dayFirstExample = '';
	let monthFirstExample = '';
	for (const raw of cells) {
		const text = raw.normalize('NFKC').trim();
		if (text === '') continue;
		counts.filled++;
		if (SERIAL.test(text) && Number(text) >= FIRST_SERIAL && Number(text) < LAST_SERIAL) serials++;
		if (isEpoch(text)) {
			epochs++;
			if (isDigitCode(text)) epochsOrCodes++;
		}
		const parts = datePartsOf(text);
		if (parts === null) {
			const month = monthPartsOf(text);
			if (month === null) {
				if (isNumberedCode(text)) codes++;
				continue;
			}
			counts.months++;
			if (month.orElse === 'number' || month.orElse === 'code') counts.unsureMonths++;
			else if (month.orElse === 'season') seasons++;
			else if (month.orElse === 'day') {
				mayBeDays++;
				shortNumbers.add(month.year);
				shortMonths.add(month.month);
				inTurn.add(12 * month.year + month.month);
			}
			continue;
		}
		if (parts.rest !== '' && clockTime(parts.rest) < 0) continue;
		if (parts.rest !== '') withTime++;
		if (parts.kind !== 'open') {
			const dayLeads = isRealDay(parts.year, parts.month, parts.day);
			const yearLeads = parts.firstDigits === 2 && isRealDay(fullYear(parts.day, 2), parts.month, parts.last);
			if (!dayLeads && !yearLeads) continue;
			counts.dates++;
			counts[parts.kind]++;
			if (parts.lastDigits === 2) shortYears++;
			if (parts.firstDigits === 2) {
				named.short++;
				// A day that does not exist, such as 31-JUN-24, is a slip, and no year.
				if (parts.day > MOST_DAYS) named.yearFirst++;
				if (parts.last > MOST_DAYS) named.dayFirst++;
				firsts.add(parts.day);
				lasts.add(parts.last);
				if (leadingExample === '') leadingExample = raw.trim();
			}
			continue;
		}
		// 2000 is a leap year: the shortest form must not lose a 29 February before the century is known.
		const { first, second, last } = parts;
		const year = parts.lastDigits === 4 ? last : 2000;
		const dayFirst = isRealDay(year, second, first);
		const monthFirst = isRealDay(year, first, second);
		const yearFirst =
			parts.lastDigits === 2 && parts.firstDigits === 2 && first > MOST_DAYS && isRealDay(2000, second, last);
		if (!dayFirst && !monthFirst && !yearFirst) continue;
		counts.dates++;
		openDates++;
		if (parts.lastDigits === 2) shortYears++;
		if (parts.lastDigits === 2 && parts.firstDigits === 2 && isRealDay(2000, second, last)) {
			leading++;
			firsts.add(first);
			lasts.add(last);
			if (leadingExample === '') leadingExample = raw.trim();
		}
		if (yearFirst) counts.yearFirst++;
		else if (dayFirst && monthFirst) {
			if (first !== second) {
				counts.either++;
				if (example === '') example = raw.trim();
			}
		} else if (dayFirst) {
			counts.dayFirst++;
			if (dayFirstExample === '') dayFirstExample = raw.trim();
		} else {
			counts.monthFirst++;
			if (monthFirstExample === '') monthFirstExample = raw.trim();
		}
	}
	if (seasons === counts.months || codes > STRAY_SHARE * counts.months)
		counts.months = counts.unsureMonths = 0;
	if (spanOf(shortNumbers) > MOST_SHORT_YEARS) counts.months -= mayBeDays;
	const monthsMayBeDays =
		counts.months > 0 &&
		counts.months === mayBeDays &&
		(shortMonths.size < shortNumbers.size || spanOf(inTurn) > MOST_GAPS * inTurn.size);
	const yearMayLead = openDates > 0 && leading === openDates && lasts.size >= firsts.size;
	const namedYear = openDates > 0 ? 'last' : namedYearOf(named, counts.dates, lasts.size - firsts.size);
	if ((yearMayLead || namedYear === 'open') && example === '') example = leadingExample;
	return {
		...counts,
		monthsMayBeDays,
		shortYears,
		yearMayLead,
		namedYear,
		serials,
		epochs,
		epochsOrCodes,
		withTime,
		example,
		dayFirstExample,
		monthFirstExample
	};
}

/**
 * Where the year stands beside the names of months. Numbers that can be no day tell, unless they are slips, or few against what varies
 * more (which is the day); without them the day leads, unless what stands last varies more: 24-MAR-01, 24-MAR-02.
 * `more`: how many more numbers stand last than first.
 */
function namedYearOf(
	{ short, yearFirst, dayFirst }: Readonly<Record<'short' | 'yearFirst' | 'dayFirst', number>>,
	dates: number,
	more: number
): NamedYear {
	const told = Math.max(yearFirst, dayFirst);
	if (told <= STRAY_SHARE * short) return short === dates && more > 0 ? 'open' : 'last';
	if (Math.min(yearFirst, dayFirst) > STRAY_SHARE * told) return 'open';
	const leads = yearFirst > dayFirst;
	if (2 * told <= short && (leads ? more < 0 : more > 0)) return 'open';
	return leads ? 'first' : 'last';
}

/** One order, one or more to choose from, or a column that mixes both (which no choice can mend). */
export interface OrderDecision {
	readonly order?: DateOrder;
	readonly choices: readonly DateOrder[];
	readonly mixed: boolean;
}

/**
 * The order of a column of dates, over all its cells.
 *
 * @example
 * decideOrder(dateEvidence(['3/4/2024', '13/4/2024'])).order // => 'dmy'
 * decideOrder(dateEvidence(['3/4/2024', '5/6/2024'])).choices // => ['dmy', 'mdy']
 * decideOrder(dateEvidence(['12/13/2024', '13/12/2024'])).mixed // => true
 * decideOrder(dateEvidence(['24-01-15', '24-02-16'])).choices // => ['ymd', 'dmy']
 * decideOrder(dateEvidence(['24-MAR-01', '24-MAR-31'])).choices // => ['ymd-named', 'dmy']
 * decideOrder(dateEvidence(['99-MAR-01', '24-MAR-31'])).order // => 'ymd-named'
 * decideOrder(dateEvidence(['01-MAR-24', '31-MAR-24'])).order // => 'ymd'
 * decideOrder(dateEvidence(['01-MAR-24', '02-MAR-24', '31-JUN-24'])).order // => 'ymd'
 * decideOrder(dateEvidence(['2024031009', '2024031110'])).order // => undefined
 * decideOrder(dateEvidence(['2024年1月', '2024年2月'])).order // => 'month'
 * dateEvidence(['Jan 03', 'Feb 28']).months // => 0
 * decideOrder(dateEvidence(['Jan 03', 'Jan 12'])).order // => undefined
 * dateEvidence(['2009/10', '2010/11']).months // => 0
 * dateEvidence(['2024-7', '2024-13']).months // => 0
 */
export function decideOrder(evidence: DateEvidence): OrderDecision {
	const { dayFirst, monthFirst, either, fixed, compact, serials, dates, namedYear } = evidence;
	const decided = dayFirst + monthFirst;
	const yearFirst = evidence.yearFirst > STRAY_SHARE * dates ? evidence.yearFirst : 0;
	if (fixed === dates && namedYear === 'first')
		return { order: 'ymd-named', choices: ['ymd-named'], mixed: false };
	// Every date the 24th, of other years: more likely the year stands first. Only a person can say.
	if (fixed === dates && namedYear === 'open') return { choices: ['ymd-named', 'dmy'], mixed: false };
	if (evidence.yearMayLead && monthFirst === 0 && yearFirst === 0)
		return { choices: either > 0 ? ['ymd', 'dmy', 'mdy'] : ['ymd', 'dmy'], mixed: false };
	if (decided > 0) {
		const mixed = Math.min(dayFirst, monthFirst) > STRAY_SHARE * decided;
		if (mixed) return { choices: ['dmy', 'mdy'], mixed };
		const order: DateOrder = dayFirst > monthFirst ? 'dmy' : 'mdy';
		return { order, choices: [order], mixed };
	}
	if (either > 0 && yearFirst === 0) return { choices: ['dmy', 'mdy'], mixed: false };
	if (dates === 0 && evidence.epochs > serials) {
		const isOpen = evidence.epochsOrCodes === evidence.epochs;
		return { ...(!isOpen && { order: 'unix' }), choices: ['unix'], mixed: false };
	}
	if (dates === 0 && serials > 0)
		return { order: 'serial-1900', choices: ['serial-1900', 'serial-1904'], mixed: false };
	if (evidence.months > dates) {
		const isOpen = evidence.monthsMayBeDays;
		return { ...(!isOpen && { order: 'month' }), choices: ['month'], mixed: false };
	}
	if (compact > fixed) return { order: 'compact-ymd', choices: ['compact-ymd'], mixed: false };
	// Days such as 5/5/2024 alone: every order reads them alike.
	const order: DateOrder = fixed + yearFirst > 0 || dates === 0 ? 'ymd' : 'dmy';
	return { order, choices: [order], mixed: false };
}
