import type { CleaningStep, ColumnRef } from '#lib/core/dataset/cleaning-step.ts';
import type { StepProblem } from '#lib/core/dataset/step-report.ts';
import { madeColumns, namesMade } from '#lib/core/dataset/made-columns.ts';
import { isNothing } from '../values/is-nothing.ts';
import type { ZoneClock } from '../values/zone-clock.ts';
import { duplicateStep, LastRows } from './drop-duplicates.ts';
import { prepareStep, problemOf } from './registry.ts';
import { Outcome, type RowStep, type StepContext } from './row-step.ts';
import { turnsOf, type Turns } from './unpivot.ts';

/** A step in its place: ready for rows, or with what is wrong with it. */
export interface PlacedStep {
	readonly step: CleaningStep;
	readonly context: StepContext;
	readonly problem: StepProblem | null;
	/** Null where there is a problem: rows pass by it. */
	readonly ready: RowStep | null;
}

/** What was learnt of last rows, by the id of the step. */
export type Learnt = ReadonlyMap<string, LastRows>;

/** Hears what each step did to a row, before and after; for counts and examples. */
export type Watcher = (index: number, outcome: Outcome, cells: readonly string[]) => void;

/**
 * All steps of a recipe in order, for rows of a source with these columns. Rows go in one after the other, in the order of
 * the file; time is linear in them, and only steps that look for duplicates keep something of each.
 */
export class Pipeline {
	readonly steps: readonly PlacedStep[];
	/** Names of all columns: those of the source, then those that steps make. */
	readonly headers: readonly string[];
	readonly sourceWidth: number;
	/** How columns become rows; null where none do. */
	readonly turned: Turns | null;
	/** The step that took the last row out. */
	takenBy = -1;
	/** Whether a step had no value for the last row, and which was the first. */
	withoutValue = -1;

	constructor(
		steps: readonly CleaningStep[],
		headers: readonly string[],
		zone: ZoneClock | null,
		learnt: Learnt
	) {
		const made = madeColumns(steps, headers.length);
		this.sourceWidth = headers.length;
		this.headers = [...headers, ...made.map(({ header }) => header)];
		const positions = new Map<ColumnRef, number>(made.map((column) => [column.made, column.index]));
		let known = headers.length;
		this.steps = steps.map((step) => {
			const from = known;
			known += namesMade(step).length;
			const positionOf = (column: ColumnRef): number => {
				if (typeof column === 'number') return column >= 0 && column < headers.length ? column : -1;
				const position = positions.get(column) ?? -1;
				return position < from ? position : -1;
			};
			const usable = this.headers.slice(0, from);
			const positionByHeader = (header: string): number => usable.indexOf(header);
			const context = { positionOf, headers: usable, positionByHeader, zone, made: from };
			// Steps before it would see each row as often as it has columns that become rows.
			const late: StepProblem | null =
				step.kind === 'unpivot' && step !== steps[0] ? { code: 'unpivot-first', params: {} } : null;
			const problem = late ?? problemOf(step, context);
			return { step, context, problem, ready: problem === null ? readied(step, context, learnt) : null };
		});
		const [first] = this.steps;
		this.turned =
			first === undefined || first.ready === null
				? null
				: turnsOf(first.step, headers, first.context.positionOf, first.context.made);
	}

	/** How many rows one of the source becomes at most. */
	get turns(): number {
		return this.turned?.columns.length ?? 1;
	}

	/** Rows of another sheet follow. */
	beginSheet(): void {
		for (const { ready } of this.steps) ready?.beginSheet?.();
	}

	/**
	 * Hands on the rows that a row of the source becomes, each with room for what steps make, and with the column that it comes
	 * from (−1: none became a row); `out` is used again for each. Columns that become rows are none where nothing stands in them,
	 * unless nothing does in any: no row of the source is lost.
	 */
	each(source: readonly string[], out: string[], take: (cells: string[], turned: number) => void): void {
		const turns = this.turned;
		if (turns === null) return take(this.widened(source, out), -1);
		const { columns, labels, made } = turns;
		const isFilled = (column: number): boolean => !isNothing(source[column] ?? '');
		const isBare = !columns.some(isFilled);
		for (let turn = 0; turn < columns.length; turn++) {
			const column = columns[turn] as number;
			if (!isFilled(column) && !(isBare && turn === 0)) continue;
			const cells = this.widened(source, out);
			cells[made] = labels[turn] as string;
			cells[made + 1] = isBare ? '' : (source[column] ?? '');
			take(cells, column);
		}
	}

	/**
	 * Takes a row through all steps, in place; the row has the width of all columns. A row that leaves goes on through the
	 * steps that remember nothing, so that its money can be read as if it had stayed.
	 */
	run(cells: string[], watch?: Watcher): Outcome {
		let taken: Outcome = Outcome.SAME;
		this.takenBy = -1;
		this.withoutValue = -1;
		for (let i = 0; i < this.steps.length; i++) {
			const { ready } = this.steps[i] as PlacedStep;
			const left = taken !== Outcome.SAME;
			if (left && (ready === null || ready.remembers === true)) continue;
			const outcome = ready?.apply(cells) ?? Outcome.SAME;
			if (left) continue;
			watch?.(i, outcome, cells);
			if (outcome >= Outcome.MERGED) {
				taken = outcome;
				this.takenBy = i;
			} else if (outcome === Outcome.NO_VALUE && this.withoutValue < 0) this.withoutValue = i;
		}
		return taken;
	}

	/** A row of the source with room for what steps make; filled into `out`, which is used again. */
	widened(source: readonly string[], out: string[]): string[] {
		const { sourceWidth } = this;
		for (let i = 0; i < sourceWidth; i++) out[i] = source[i] ?? '';
		for (let i = sourceWidth; i < this.headers.length; i++) out[i] = '';
		return out;
	}
}

function readied(step: CleaningStep, context: StepContext, learnt: Learnt): RowStep {
	const last = learnt.get(step.id);
	return step.kind === 'drop-duplicates' && last !== undefined
		? duplicateStep(step.columns.map(context.positionOf), last)
		: prepareStep(step, context);
}

/** Steps for which the last rows are to be learnt beforehand, in order. */
export function learners(steps: readonly CleaningStep[]): readonly CleaningStep[] {
	return steps.filter((step) => step.kind === 'drop-duplicates' && step.keep === 'last');
}

/**
 * Learns the last rows of each step that keeps them; `each` hands every row of the source to what it is given, from the
 * first on, and calls `beginSheet` before those of another sheet. One reading of the source for each such step.
 */
export async function learnLastRows(
	steps: readonly CleaningStep[],
	headers: readonly string[],
	zone: ZoneClock | null,
	each: (take: (source: readonly string[]) => void, beginSheet: () => void) => Promise<void>
): Promise<Learnt> {
	const learnt = new Map<string, LastRows>();
	for (const step of learners(steps)) {
		const last = new LastRows();
		learnt.set(step.id, last);
		const upTo = steps.slice(0, steps.indexOf(step) + 1);
		const pipeline = new Pipeline(upTo, headers, zone, learnt);
		const cells: string[] = [];
		await each(
			(source) => pipeline.each(source, cells, (row) => pipeline.run(row)),
			() => pipeline.beginSheet()
		);
		for (const known of learnt.values()) known.ask();
	}
	return learnt;
}
