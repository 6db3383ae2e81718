import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import { monthOfHeader } from '../values/month-header.ts';
import { Outcome, problem, type KindOfStep, type StepOf } from './row-step.ts';

/** What a column is called where it becomes a row: the month that its header names, else its header. */
function labelOf(header: string, year: number | undefined): string {
	const month = monthOfHeader(header);
	if (month === null) return header.trim();
	const own = month.year ?? year;
	return own === undefined ? header.trim() : `${own}-${String(month.month).padStart(2, '0')}`;
}

/** Whether a header names a month of no year. */
const lacksYear = (header: string): boolean => monthOfHeader(header)?.year === null;

/** Columns to rows. What is done to a row is done by the pipeline, which hands each of its rows through all steps. */
export const unpivot: KindOfStep<StepOf<'unpivot'>> = {
	problem({ columns, label, value, year }, { positionOf, headers }) {
		if (columns.length === 0) return problem('columns-none');
		if (label.trim() === '' || value.trim() === '') return problem('name-missing');
		const isOpen = columns.some((column) => lacksYear(headers[positionOf(column)] ?? ''));
		return isOpen && year === undefined ? problem('year-missing') : null;
	},
	prepare: () => ({ apply: () => Outcome.CHANGED })
};

/** The rows that a row of the source becomes: what each of them has in its two new columns, from the cells of the source. */
export interface Turns {
	readonly columns: readonly number[];
	readonly labels: readonly string[];
	/** Where the label goes; the value stands behind it. */
	readonly made: number;
}

/** How rows are multiplied by a step that turns columns into rows, the first of all; null where none does. */
export function turnsOf(
	step: CleaningStep | undefined,
	headers: readonly string[],
	positionOf: (column: number | string) => number,
	made: number
): Turns | null {
	if (step?.kind !== 'unpivot') return null;
	const columns = step.columns.map(positionOf);
	return { columns, labels: columns.map((column) => labelOf(headers[column] ?? '', step.year)), made };
}
