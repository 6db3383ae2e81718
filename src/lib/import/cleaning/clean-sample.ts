import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import type { StepReport } from '#lib/core/dataset/step-report.ts';
import { learnLastRows, Pipeline } from './pipeline.ts';
import { refsOf } from '#lib/core/dataset/step-refs.ts';
import type { ZoneClock } from '../values/zone-clock.ts';
import { Outcome } from './row-step.ts';
import { unknownValues } from './unknown-values.ts';
import { namesMade } from '#lib/core/dataset/made-columns.ts';

/** What steps make of the rows that were looked at. */
export interface CleanedSample {
	/** Names of all columns: those of the source, then those that steps make. */
	readonly headers: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** Rows from the middle and the end of the file. */
	readonly farRows: readonly (readonly string[])[];
	readonly reports: readonly StepReport[];
}

/** Rows that may well be looked at, however few a file has. */
const MOST_ROWS = 5_000;

/** Rows shown before and after a step, and values listed for it. */
const EXAMPLES = 6;
const MOST_VALUES = 200;
/** Values counted at most: a column of ids has as many as there are rows. */
const MOST_COUNTED = 5_000;

/** Steps that list the values of a column. */
const listing: ReadonlySet<CleaningStep['kind']> = new Set([
	'map-values',
	'filter',
	'convert-currency',
	'fill'
]);

/** Runs the steps over the rows of a sample; those with a problem are passed by. */
export async function cleanSample(
	steps: readonly CleaningStep[],
	headers: readonly string[],
	rows: readonly (readonly string[])[],
	farRows: readonly (readonly string[])[],
	zone: ZoneClock | null
): Promise<CleanedSample> {
	const { turns } = new Pipeline(steps, headers, zone, new Map());
	// Where each becomes several, no more rows in all than are looked at otherwise.
	const some = rows.slice(0, Math.ceil(Math.max(rows.length, MOST_ROWS) / turns));
	const someFar = farRows.slice(0, Math.ceil(Math.max(farRows.length, MOST_ROWS) / turns));
	const all = [...some, ...someFar];
	const learnt = await learnLastRows(steps, headers, zone, async (take) => all.forEach(take));
	const pipeline = new Pipeline(steps, headers, zone, learnt);
	const watchers = pipeline.steps.map(({ step, problem, context }) => {
		const columns = refsOf(step).map(context.positionOf);
		const made = namesMade(step).map((_, n) => context.made + n);
		return new StepWatcher(step, problem, columns, made, pipeline.headers);
	});
	const kept = (part: readonly (readonly string[])[]): string[][] => {
		const stay: string[][] = [];
		const take = (row: readonly string[]): void => {
			const cells = [...row];
			watchers[0]?.see(cells);
			const outcome = pipeline.run(cells, (i, done) => {
				(watchers[i] as StepWatcher).hear(done, cells);
				if (done < Outcome.MERGED) watchers[i + 1]?.see(cells);
			});
			if (outcome === Outcome.SAME) stay.push(cells);
		};
		const scratch: string[] = [];
		for (const source of part) pipeline.each(source, scratch, take);
		return stay;
	};
	return {
		headers: pipeline.headers,
		rows: kept(some),
		farRows: kept(someFar),
		reports: watchers.map((watcher) => watcher.report())
	};
}

/** Counts what one step does, and keeps a few rows of it. */
class StepWatcher {
	readonly #counts = { rows: 0, changed: 0, noValue: 0, merged: 0, aside: 0, rejected: 0 };
	readonly #examples: StepReport['examples'][number][] = [];
	readonly #values = new Map<string, number>();
	readonly #shown: readonly number[];
	readonly #read: number;
	readonly #step: CleaningStep;
	readonly #about: Pick<StepReport, 'id' | 'problem' | 'headers'>;
	#before: readonly string[] = [];

	constructor(
		step: CleaningStep,
		problem: StepReport['problem'],
		columns: readonly number[],
		made: readonly number[],
		headers: readonly string[]
	) {
		this.#step = step;
		this.#shown = [...columns, ...made].filter((column) => column >= 0);
		this.#about = { id: step.id, problem, headers: this.#shown.map((column) => headers[column] ?? '') };
		const listed = step.kind === 'convert-currency' ? columns[1] : columns[0];
		this.#read = listing.has(step.kind) ? (listed ?? -1) : -1;
	}

	/** A row that comes to the step. */
	see(cells: readonly string[]): void {
		this.#before = this.#shown.map((column) => cells[column] ?? '');
		if (this.#read < 0) return;
		const value = (cells[this.#read] ?? '').trim();
		if (this.#values.size < MOST_COUNTED || this.#values.has(value))
			this.#values.set(value, (this.#values.get(value) ?? 0) + 1);
	}

	/** What the step made of it. */
	hear(outcome: Outcome, cells: readonly string[]): void {
		const counts = this.#counts;
		counts.rows++;
		if (outcome === Outcome.CHANGED) counts.changed++;
		else if (outcome === Outcome.NO_VALUE) counts.noValue++;
		else if (outcome === Outcome.MERGED) counts.merged++;
		else if (outcome === Outcome.ASIDE) counts.aside++;
		else if (outcome === Outcome.REJECTED) counts.rejected++;
		if (outcome === Outcome.SAME || this.#examples.length >= EXAMPLES) return;
		const after = outcome < Outcome.MERGED ? this.#shown.map((column) => cells[column] ?? '') : null;
		this.#examples.push({ before: this.#before, after });
	}

	report(): StepReport {
		const values = [...this.#values]
			.map(([value, rows]) => ({ value, rows }))
			.sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1));
		const unknown = unknownValues(this.#step, values);
		return {
			...this.#about,
			...this.#counts,
			examples: this.#examples,
			values: values.slice(0, MOST_VALUES),
			...(unknown.length > 0 && { unknown })
		};
	}
}
