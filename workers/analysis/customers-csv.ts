import {
	customerCsvColumns,
	segmentIds,
	stageIds,
	type CustomerLabels,
	type CustomerQuery
} from '#lib/api/index.ts';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import { civilDate } from '#lib/core/calendar/day.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { CustomerLists } from './customer-list.ts';
import { nameOf } from './search-index.ts';
import type { Session } from './session.ts';

/** Rows written between two looks at the signal. */
const rowsPerStep = 5000;

/** The first character (after blanks) by which a spreadsheet takes a text for a formula. */
const formulaStart = /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r]/u;

/**
 * A text as a CSV field: what a spreadsheet would run as a formula is made a plain text by a leading apostrophe.
 *
 * @example
 * csvText('=1+1') // => "'=1+1"
 * csvText('Li, Wei') // => '"Li, Wei"'
 */
export function csvText(text: string): string {
	const safe = formulaStart.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Whole smallest units as a decimal number, exact; no value is an empty field.
 *
 * @example
 * csvMoney(-123405, 2) // => '-1234.05'
 * csvMoney(NaN, 2) // => ''
 */
export function csvMoney(amount: number, scale: number): string {
	if (Number.isNaN(amount)) return '';
	const digits = String(Math.abs(Math.round(amount))).padStart(scale + 1, '0');
	const sign = Math.round(amount) < 0 ? '-' : '';
	return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function csvDay(day: number): string {
	if (Number.isNaN(day)) return '';
	const { year, month, day: ofMonth } = civilDate(day);
	return [
		String(year).padStart(4, '0'),
		String(month).padStart(2, '0'),
		String(ofMonth).padStart(2, '0')
	].join('-');
}

const csvNumber = (value: number): string => (Number.isNaN(value) ? '' : String(value));
/** Score 0 means "not scored". */
const csvScore = (score: number): string => (score === 0 ? '' : String(score));

export interface CsvJob {
	readonly query: CustomerQuery;
	readonly headers: readonly string[];
	readonly labels: CustomerLabels | undefined;
	readonly signal: AbortSignal;
	readonly onRows: (done: number, total: number) => void;
	/** Lets a request to stop be heard. */
	readonly pause: () => Promise<void>;
}

/** All customers of a query as a CSV file. Throws `cancelled`, `params-invalid` (a header per column). */
export async function customersCsv(session: Session, lists: CustomerLists, job: CsvJob): Promise<Blob> {
	const { headers, labels, signal } = job;
	if (headers.length !== customerCsvColumns.length) {
		throw new CoreError('params-invalid', { method: '', param: 'headers' });
	}
	const { table } = session.data;
	const { roster, rows } = lists.matches(job.query);
	const segments: readonly string[] = labels?.segments ?? segmentIds;
	const stages: readonly string[] = labels?.stages ?? stageIds;
	const used = (column: string): boolean => column !== 'name' || table.names !== null;
	// The mark tells Excel that the text is UTF-8.
	const head = `\uFEFF${headers
		.filter((_, at) => used(customerCsvColumns[at] ?? ''))
		.map(csvText)
		.join(',')}\r\n`;
	const parts: string[] = [head];
	for (let start = 0; start < rows.length; start += rowsPerStep) {
		job.onRows(start, rows.length);
		await job.pause();
		if (signal.aborted) throw new CoreError('cancelled');
		const lines: string[] = [];
		for (const who of rows.subarray(start, start + rowsPerStep)) {
			const fields = [csvText(stringAt(table.customers, who))];
			if (table.names !== null) fields.push(csvText(nameOf(table.names, who)));
			fields.push(
				csvNumber(roster.recency[who] as number),
				csvNumber(roster.frequency[who] as number),
				csvMoney(roster.monetary[who] as number, table.scale),
				csvScore(roster.r[who] as number),
				csvScore(roster.f[who] as number),
				csvScore(roster.m[who] as number),
				csvText(segments[roster.segment[who] as number] ?? ''),
				csvText(stages[roster.stage[who] as number] ?? ''),
				csvDay(roster.firstDay[who] as number),
				csvDay(roster.lastDay[who] as number)
			);
			lines.push(fields.join(','));
		}
		parts.push(`${lines.join('\r\n')}\r\n`);
	}
	job.onRows(rows.length, rows.length);
	return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
