import type { IssueCode, RowIssue } from '#lib/core/dataset/row-issue.ts';
import { MAX_LISTED_ISSUES } from './limits.ts';
import { detached } from './values/cell-text.ts';

/** Characters of a cell kept in the list. */
const RAW_UNITS = 200;

/** Bad cells and remarks: the first thousand in full, all of them counted. */
export class IssueLog {
	readonly listed: RowIssue[] = [];
	readonly rejectedBy: Partial<Record<IssueCode, number>> = {};
	readonly remarks: Partial<Record<IssueCode, number>> = {};

	/** The issue for which a row was rejected. */
	reject(code: IssueCode, line: number, column: number, header: string, raw: string): void {
		this.rejectedBy[code] = (this.rejectedBy[code] ?? 0) + 1;
		this.#list(code, line, column, header, raw);
	}

	/** Something remarkable about a row that stays. */
	remark(code: IssueCode, line: number, column: number, header: string, raw: string): void {
		this.remarks[code] = (this.remarks[code] ?? 0) + 1;
		this.#list(code, line, column, header, raw);
	}

	#list(code: IssueCode, line: number, column: number, header: string, raw: string): void {
		if (this.listed.length >= MAX_LISTED_ISSUES) return;
		this.listed.push({ code, line, column, header, raw: detached(raw.slice(0, RAW_UNITS)) });
	}
}
