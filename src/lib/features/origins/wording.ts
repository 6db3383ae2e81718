import { groupKinds, type OriginsResult } from '#lib/api/index.ts';
import type { AnalysisView } from '#lib/state/view-contract.ts';

/** What shaping needs to write numbers: the language, its words, and how money is written. */
export type Wording = Pick<AnalysisView, 'messages' | 'locale' | 'money'>;

/** A group by its row: the value itself, or the word for the others, those without a value, and all. */
export function groupName(result: OriginsResult, row: number, { messages }: Wording): string {
	const { kind, label } = result.tables.groups.columns;
	const id = groupKinds[kind[row] ?? 0] ?? 'value';
	return messages.origins.kinds[id]({ label: label[row] ?? '' });
}

/** The row of everybody: the last one. */
export const allRow = (result: OriginsResult): number => result.tables.groups.rows - 1;

/** Rows of single values that have at least `minimum` in a column, which a finding may speak of. */
export function wellFilled(
	result: OriginsResult,
	column: 'customers' | 'followed',
	minimum: number
): number[] {
	const { groups } = result.tables;
	const rows: number[] = [];
	for (let row = 0; row < groups.rows; row++) {
		const isValue = groupKinds[groups.columns.kind[row] ?? 0] === 'value';
		if (isValue && (groups.columns[column][row] ?? 0) >= minimum) rows.push(row);
	}
	return rows;
}
