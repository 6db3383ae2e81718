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
import { csvRows, writeCsv, type CsvCell } from '#lib/report/csv.ts';
import type { CustomerLists } from './customer-list.ts';
import { nameOf } from './search-index.ts';
import type { Session } from './session.ts';

/** Rows written between two looks at the signal. */
const rowsPerStep = 5000;

/** Money in whole units: the double nearest to the decimal number, which prints as that number. */
const money = (amount: number, scale: number): number => amount / 10 ** scale;
/** Score 0 means "not scored". */
const scoreOf = (score: number): CsvCell => (score === 0 ? null : score);

function dateOf(day: number): CsvCell {
	if (Number.isNaN(day)) return null;
	const { year, month, day: ofMonth } = civilDate(day);
	return [
		String(year).padStart(4, '0'),
		String(month).padStart(2, '0'),
		String(ofMonth).padStart(2, '0')
	].join('-');
}

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
	const { roster, rows } = await lists.matches(job.query);
	const { table } = session.data;
	const segments: readonly string[] = labels?.segments ?? segmentIds;
	const stages: readonly string[] = labels?.stages ?? stageIds;
	const used = headers.filter((_, at) => customerCsvColumns[at] !== 'name' || table.names !== null);
	const parts: string[] = [writeCsv(used, [])];
	for (let start = 0; start < rows.length; start += rowsPerStep) {
		job.onRows(start, rows.length);
		await job.pause();
		if (signal.aborted) throw new CoreError('cancelled');
		const lines = Array.from(rows.subarray(start, start + rowsPerStep), (who): CsvCell[] => [
			stringAt(table.customers, who),
			...(table.names === null ? [] : [nameOf(table.names, who)]),
			roster.recency[who] as number,
			roster.frequency[who] as number,
			money(roster.monetary[who] as number, table.scale),
			scoreOf(roster.r[who] as number),
			scoreOf(roster.f[who] as number),
			scoreOf(roster.m[who] as number),
			segments[roster.segment[who] as number] ?? '',
			stages[roster.stage[who] as number] ?? '',
			dateOf(roster.firstDay[who] as number),
			dateOf(roster.lastDay[who] as number)
		]);
		parts.push(csvRows(lines));
	}
	job.onRows(rows.length, rows.length);
	return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
