import type { RowIssue } from './row-issue.ts';

/** Rejections or remarks of one code: how many rows, what they are worth, and the first of them. */
export interface IssueGroup {
	readonly code: RowIssue['code'];
	/** Whether the rows were rejected for it, or kept with it as a remark. */
	readonly outcome: 'rejected' | 'remark';
	readonly rows: number;
	/** Money of those rows whose amount could be read, in smallest units; null where it was not counted. */
	readonly amount: number | null;
	/** The first few, as they stand in the file. */
	readonly examples: readonly Omit<RowIssue, 'code'>[];
}
