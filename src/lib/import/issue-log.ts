import type { IssueGroup } from '#lib/core/dataset/issue-group.ts';
import type { IssueCode, RowIssue } from '#lib/core/dataset/row-issue.ts';
import { MAX_LISTED_ISSUES } from './limits.ts';
import { detached } from './values/cell-text.ts';

/** Characters of a cell kept in the list. */
const RAW_UNITS = 200;

/** Examples kept of each code. */
const EXAMPLES = 5;

type Outcome = IssueGroup['outcome'];

interface Group {
	readonly outcome: Outcome;
	readonly code: IssueCode;
	rows: number;
	amount: number;
	readonly examples: RowIssue[];
}

/** Bad cells and remarks: the first thousand in full, all of them counted, with the money of their rows. */
export class IssueLog {
	readonly listed: RowIssue[] = [];
	/** The sheet whose rows are read, where there are several; null: there is one. */
	sheet: string | null = null;
	readonly #groups = new Map<string, Group>();

	/** Rejected rows by their issue. */
	get rejectedBy(): Partial<Record<IssueCode, number>> {
		return this.#counts('rejected');
	}

	/** Rows kept with a remark, by the remark. */
	get remarks(): Partial<Record<IssueCode, number>> {
		return this.#counts('remark');
	}

	/** By outcome and code, in the order in which they were met first. Money is 0 where no row's could be read. */
	get groups(): IssueGroup[] {
		return [...this.#groups.values()].map((group) => ({
			...group,
			examples: group.examples.map(({ code: _, ...example }) => example)
		}));
	}

	/** The issue for which a row was rejected; `units`: its amount in the unit of the moment. */
	reject(code: IssueCode, line: number, column: number, header: string, raw: string, units = 0): void {
		this.#add('rejected', units, { code, line, column, header, raw });
	}

	/** Something remarkable about a row that stays. */
	remark(code: IssueCode, line: number, column: number, header: string, raw: string, units = 0): void {
		this.#add('remark', units, { code, line, column, header, raw });
	}

	/** The same remark about rows that were read before, and are at hand no more. */
	remarkLater(code: IssueCode, rows: number, units: number): void {
		if (rows === 0) return;
		const group = this.#group('remark', code);
		group.rows += rows;
		group.amount += units;
	}

	/** Money is counted in another unit from now on. */
	rescale(scaled: (units: number) => number): void {
		for (const group of this.#groups.values()) group.amount = scaled(group.amount);
	}

	#group(outcome: Outcome, code: IssueCode): Group {
		const key = `${outcome} ${code}`;
		let group = this.#groups.get(key);
		if (group === undefined) {
			group = { outcome, code, rows: 0, amount: 0, examples: [] };
			this.#groups.set(key, group);
		}
		return group;
	}

	#add(outcome: Outcome, units: number, issue: RowIssue): void {
		const group = this.#group(outcome, issue.code);
		group.rows++;
		group.amount += units;
		const isListed = this.listed.length < MAX_LISTED_ISSUES;
		if (!isListed && group.examples.length >= EXAMPLES) return;
		const { code, ...where } = issue;
		const raw = detached(issue.raw.slice(0, RAW_UNITS));
		const kept = { code, ...(this.sheet !== null && { sheet: this.sheet }), ...where, raw };
		if (isListed) this.listed.push(kept);
		if (group.examples.length < EXAMPLES) group.examples.push(kept);
	}

	#counts(outcome: Outcome): Partial<Record<IssueCode, number>> {
		const groups = [...this.#groups.values()].filter((group) => group.outcome === outcome);
		return Object.fromEntries(groups.map(({ code, rows }) => [code, rows]));
	}
}
