import type { ColumnGuess } from '#lib/core/dataset/inspection.ts';
import { rolesByName } from './synonyms.ts';
import { cellText } from './values/cell-text.ts';
import { dateEvidence, type DateEvidence } from './values/date-order.ts';
import { bareNumber, styleEvidence, type StyleEvidence } from './values/number-style.ts';

/** What the sample says of one column. */
export interface ColumnProfile {
	readonly index: number;
	readonly header: string;
	readonly cells: readonly string[];
	readonly filled: number;
	readonly distinct: number;
	readonly examples: readonly string[];
	/** Shares of the filled cells. */
	readonly numeric: number;
	readonly dated: number;
	/** Of what may count days or seconds. */
	readonly serial: number;
	readonly whole: number;
	readonly withDecimals: number;
	readonly negative: number;
	readonly dates: DateEvidence;
	readonly numbers: StyleEvidence;
	readonly kind: ColumnGuess['kind'];
}

/** Rows that were looked at: of the start, and of the middle and the end. */
interface SampleRows {
	readonly headers: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly farRows: readonly (readonly string[])[];
}

const EXAMPLES = 5;

/** A column is of a kind when nearly all of its cells are. */
const NEARLY_ALL = 0.9;

/** A header that speaks of months. */
const namesMonth = /month|period|monat|\b(?:mois|mese?|mês)\b|年月|月份|期间|期間|周期|账期|帳期|賬期/i;

/** More distinct values than this are not something to cut by. */
const MOST_CATEGORIES = 5_000;

/** Profiles of all columns of a sample. */
export const profileSample = ({ headers, rows, farRows }: SampleRows): ColumnProfile[] =>
	profileColumns(headers, [...rows, ...farRows]);

/** Profiles of all columns over the sample's rows. */
export function profileColumns(
	headers: readonly string[],
	rows: readonly (readonly string[])[]
): ColumnProfile[] {
	return headers.map((header, index) =>
		profile(
			index,
			header,
			rows.map((row) => row[index] ?? '')
		)
	);
}

function profile(index: number, header: string, cells: readonly string[]): ColumnProfile {
	const seen = new Map<string, number>();
	let numeric = 0;
	let whole = 0;
	let withDecimals = 0;
	let negative = 0;
	let filled = 0;
	const bare: string[] = [];
	for (const raw of cells) {
		const text = cellText(raw);
		const digits = bareNumber(text);
		bare.push(text === raw ? digits : bareNumber(raw));
		if (text === '') continue;
		filled++;
		seen.set(text, (seen.get(text) ?? 0) + 1);
		if (digits === '') continue;
		numeric++;
		if (/^[-+]?\d+$/.test(text)) whole++;
		else if (/[.,]\d/.test(text)) withDecimals++;
		if (/^[^\d]*[-(−]/.test(text) || text.endsWith('-')) negative++;
	}
	const dates = dateEvidence(cells);
	const share = (count: number): number => (filled === 0 ? 0 : count / filled);
	const months = monthsUnder(header, dates);
	const measured = {
		numeric: share(numeric),
		dated: share(Math.max(dates.dates, months)),
		serial: share(Math.max(dates.serials, dates.epochs)),
		whole: share(whole),
		withDecimals: share(withDecimals),
		negative: share(negative)
	};
	return {
		index,
		header,
		cells,
		filled,
		distinct: seen.size,
		examples: [...seen.keys()].slice(0, EXAMPLES).map((text) => text.slice(0, 80)),
		...measured,
		dates,
		numbers: styleEvidence(cells, bare),
		kind: kindOf(filled, seen.size, measured, dates)
	};
}

/** Cells that are months. 202403 and 2024-7 are only where the header speaks of dates, and none are where it speaks of something else. */
function monthsUnder(header: string, { months, unsureMonths }: DateEvidence): number {
	if (namesMonth.test(header)) return months;
	const [first] = rolesByName(header);
	if (first === undefined) return months - unsureMonths;
	return first.role === 'date' ? months : 0;
}

/** Whether a column names months and no days. */
export const isOfMonths = ({ kind, dates }: Pick<ColumnProfile, 'kind' | 'dates'>): boolean =>
	kind === 'date' && dates.months > dates.dates;

function kindOf(
	filled: number,
	distinct: number,
	shares: { numeric: number; dated: number; whole: number; withDecimals: number },
	dates: DateEvidence
): ColumnGuess['kind'] {
	if (filled === 0) return 'empty';
	const compactOnly = dates.dates > 0 && dates.compact === dates.dates;
	// Eight digits are a date only when every one of them is; 1.2 and 3-4 have the form of a date by accident.
	if (shares.dated >= (compactOnly ? 0.999 : NEARLY_ALL)) return 'date';
	if (shares.numeric >= NEARLY_ALL) {
		return shares.whole > NEARLY_ALL && shares.withDecimals === 0 && distinct > 0.3 * filled && filled > 20
			? 'id'
			: 'number';
	}
	if (distinct <= MOST_CATEGORIES && distinct <= Math.max(12, 0.3 * filled)) return 'category';
	return distinct > 0.5 * filled && filled > 20 ? 'text' : 'category';
}
