import type { StepTotal } from '#lib/core/dataset/control-totals.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import type { RowCells } from '../row-cells.ts';
import type { IssueLog } from '../issue-log.ts';
import type { RowSink } from '../row-sink.ts';
import { CleanedCells } from './cleaned-cells.ts';
import type { PlacedStep, Pipeline } from './pipeline.ts';
import { Outcome } from './row-step.ts';

/** Why a row does not fit the columns of the source: steps could not be right about it. */
export function misfit(cells: RowCells, needed: number, width: number): IssueCode | null {
	if (cells.count < needed) return 'row-too-short';
	return cells.count > width && cells.hasTextFrom(width) ? 'row-too-long' : null;
}

/** Where cleaned rows go, and those that steps take out: the collector of orders or of a table. */
export interface CleanedSink extends RowSink {
	readonly rejectedRows: number;
	readonly issues: IssueLog;
	/** `column`: the cell that is why, −1 for none. */
	setApart(cells: RowCells, line: number, code: IssueCode, column?: number): void;
	/** Whether a row, as it stands in the file, is the sum of rows above it: no step may fill it, or remember it. */
	isSum?(source: readonly string[]): boolean;
	/** A row that the step at `step` took out. */
	takeOut(cells: RowCells, line: number, step: number, fate: StepTotal['fate']): void;
}

/**
 * Stands between a feed and the collector: takes each row of the table through the steps of the recipe. Rows that a step
 * takes out are counted under it, with their money as far as that can be read.
 */
export class CleaningStage implements RowSink {
	readonly #pipeline: Pipeline;
	readonly #collected: CleanedSink;
	/** Cells that a row of the source must have. */
	readonly #needed: number;
	readonly #cells = new CleanedCells();
	readonly #row: string[] = [];

	constructor(pipeline: Pipeline, collected: CleanedSink, needed: number) {
		this.#pipeline = pipeline;
		this.#collected = collected;
		this.#needed = needed;
	}

	get sourceRows(): number {
		return this.#collected.sourceRows;
	}

	get isExpecting(): boolean {
		return this.#collected.isExpecting;
	}

	expect(rows: number): void {
		this.#collected.expect(rows);
	}

	beginSheet(name: string): void {
		this.#pipeline.beginSheet();
		this.#collected.beginSheet?.(name);
	}

	setApart(cells: RowCells, line: number, code: IssueCode): void {
		this.#collected.setApart(cells, line, code);
	}

	add(cells: RowCells, line: number, damaged: boolean, remark: IssueCode | null): void {
		const collected = this.#collected;
		const pipeline = this.#pipeline;
		const wrong = misfit(cells, this.#needed, pipeline.sourceWidth);
		if (wrong !== null) return collected.setApart(cells, line, wrong);
		const source = cells.texts();
		if (collected.isSum?.(source) === true) return collected.setApart(cells, line, 'row-total');
		pipeline.each(source, this.#row, (row, turned) =>
			this.#take(this.#cells.between(source, row, pipeline.turned, turned), row, line, damaged, remark)
		);
	}

	/** One of the rows that a row of the source becomes. */
	#take(
		cleaned: CleanedCells,
		row: string[],
		line: number,
		damaged: boolean,
		remark: IssueCode | null
	): void {
		const collected = this.#collected;
		const pipeline = this.#pipeline;
		const outcome = pipeline.run(row);
		const { takenBy, withoutValue } = pipeline;
		if (outcome === Outcome.REJECTED) {
			const { ready } = pipeline.steps[takenBy] as PlacedStep;
			return collected.setApart(cleaned, line, ready?.rejection ?? 'currency-no-rate', ready?.about ?? -1);
		}
		if (outcome !== Outcome.SAME)
			return collected.takeOut(cleaned, line, takenBy, outcome === Outcome.MERGED ? 'merged' : 'filtered');
		const rejected = collected.rejectedRows;
		collected.add(cleaned, line, damaged, remark);
		if (withoutValue < 0 || collected.rejectedRows !== rejected) return;
		const column = (pipeline.steps[withoutValue] as PlacedStep).ready?.about ?? 0;
		collected.issues.remark('formula-no-value', line, column + 1, pipeline.headers[column] ?? '', '');
	}
}
