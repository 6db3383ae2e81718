import type { RetentionResult } from '#lib/api/index.ts';

/** The views of the screen, in their order. */
const retentionViews = ['cohorts', 'brackets', 'rhythm', 'each'] as const;
export type RetentionView = (typeof retentionViews)[number];

const viewOfTable: Readonly<Record<string, RetentionView>> = {
	brackets: 'brackets',
	bracketCells: 'brackets',
	repeat: 'rhythm',
	exactly: 'rhythm',
	atLeast: 'rhythm',
	intervals: 'rhythm',
	newest: 'each'
};

/**
 * The view that shows a table: a link to a mark opens where the mark is.
 *
 * @example
 * viewOf('exactly') // => 'rhythm'
 * viewOf('matrix') // => 'cohorts'
 * viewOf(undefined) // => 'cohorts'
 */
export function viewOf(table: string | undefined): RetentionView {
	return (table !== undefined && Object.hasOwn(viewOfTable, table) && viewOfTable[table]) || 'cohorts';
}

/** The views that a result can fill: one that was saved by an older version has returns alone. */
export function viewsOf({ tables }: RetentionResult): readonly RetentionView[] {
	return retentionViews.filter(
		(view) =>
			(view !== 'brackets' || tables.brackets.rows > 0) && (view !== 'rhythm' || tables.repeat.rows > 0)
	);
}

/** Whether a result says what money was kept: one that was saved by an older version does not. */
export function keepsMoney({ tables }: RetentionResult): boolean {
	return tables.matrix.columns.moneyRate.some((rate) => !Number.isNaN(rate));
}
