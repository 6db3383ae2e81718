import type { StepCounts } from './cleaning/step-counts.ts';
import type { IssueLog } from './issue-log.ts';
import type { ProfitReader } from './profit-reader.ts';
import type { RowColumns } from './row-columns.ts';

/** What was gathered of rows in the unit of money of the moment. */
interface Gathered {
	readonly columns: RowColumns;
	readonly profit: ProfitReader | null;
	readonly issues: IssueLog;
	readonly steps: StepCounts;
	readonly sums: { source: number; merged: number; undated: number; rejected: number };
}

/** The unit is smaller by a factor. Profits that are not exact in it are unknown, and their rows remarked on. */
export function toSmallerUnits(gathered: Gathered, factor: number): void {
	const { columns, profit, issues } = gathered;
	columns.raise(factor);
	rescale(gathered, (units) => units * factor);
	if (profit?.raise(factor) !== false) return;
	const known = columns.forgetProfits();
	issues.remarkLater('profit-invalid', known.rows, known.amount);
}

/** The unit is larger by a factor. All amounts are multiples of it; profits are rounded to it, and their rows remarked on. */
export function toLargerUnits(gathered: Gathered, factor: number): void {
	const { columns, profit, issues } = gathered;
	const rounded = columns.lower(factor);
	profit?.lower(factor, rounded.profit);
	rescale(gathered, (units) => units / factor);
	issues.remarkLater('amount-too-precise', rounded.rows, rounded.amount);
}

function rescale({ sums, issues, steps }: Gathered, scaled: (units: number) => number): void {
	sums.source = scaled(sums.source);
	sums.merged = scaled(sums.merged);
	sums.undated = scaled(sums.undated);
	sums.rejected = scaled(sums.rejected);
	issues.rescale(scaled);
	steps.rescale(scaled);
}
