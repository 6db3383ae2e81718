import type { RetentionResult } from '#lib/api/index.ts';

/** The views of the screen, in their order. */
export const retentionViews = ['cohorts', 'brackets', 'rhythm', 'each'] as const;
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

/** Whether a result says what money was kept: one that was saved by an older version does not. */
export function keepsMoney({ tables }: RetentionResult): boolean {
	return tables.matrix.columns.moneyRate.some((rate) => !Number.isNaN(rate));
}
