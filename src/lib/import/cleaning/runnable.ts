import { madeColumns, sourceColumns } from '#lib/core/dataset/made-columns.ts';
import type { AnyRecipe, ColumnPlan } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { zoneClockOf } from '../values/zone-clock.ts';
import { readRows, type ReadingHooks } from '../read-rows.ts';
import type { RowSink } from '../row-sink.ts';
import { misfit } from './cleaning-stage.ts';
import type { Learnt, Pipeline } from './pipeline.ts';

/**
 * The steps of a recipe, ready for the rows of a file; null when there are none. Where steps keep the last of rows with one
 * key the file is read for each of them once more, beforehand. `needed`: cells of the source that a row must have.
 *
 * @throws CoreError `step-invalid` {step, problem}: from 1, and the code of what is wrong with it; `recipe-invalid` {path}:
 *   the columns are not those that the steps make; those of `readRows`
 */
export async function runnable(
	source: Blob,
	recipe: AnyRecipe,
	needed: number,
	hooks: ReadingHooks
): Promise<Pipeline | null> {
	const { steps = [] } = recipe;
	const columns: readonly ColumnPlan<string>[] = recipe.columns;
	const headers = sourceColumns(columns).map(({ header }) => header);
	const made = madeColumns(steps, headers.length);
	const fits =
		columns.length === headers.length + made.length &&
		made.every(({ made: id, index }) => columns.some((plan) => plan.made === id && plan.index === index));
	if (!fits) throw new CoreError('recipe-invalid', { path: 'columns' });
	if (steps.length === 0) return null;
	// Loaded where there are steps: most files have none.
	const { learners, learnLastRows, Pipeline } = await import('./pipeline.ts');
	const zone = zoneClockOf(recipe);
	const check = (learnt: Learnt): Pipeline => {
		const pipeline = new Pipeline(steps, headers, zone, learnt);
		pipeline.steps.forEach(({ problem }, i) => {
			if (problem !== null) throw new CoreError('step-invalid', { step: i + 1, problem: problem.code });
		});
		return pipeline;
	};
	const pipeline = check(new Map());
	if (learners(steps).length === 0) return pipeline;
	const learnt = await learnLastRows(steps, headers, zone, async (take, beginSheet) => {
		await readRows(source, recipe, new RowsOnly(take, beginSheet, needed, headers.length), hooks);
	});
	return check(learnt);
}

/** Hands on the rows that cleaning steps would see, and counts nothing. */
class RowsOnly implements RowSink {
	readonly isExpecting = true;
	sourceRows = 0;
	readonly beginSheet: () => void;
	readonly #take: (source: readonly string[]) => void;
	readonly #needed: number;
	readonly #width: number;

	constructor(
		take: (source: readonly string[]) => void,
		beginSheet: () => void,
		needed: number,
		width: number
	) {
		this.#take = take;
		this.beginSheet = beginSheet;
		this.#needed = needed;
		this.#width = width;
	}

	expect(): void {
		// Nothing is kept of the rows.
	}

	setApart(): void {
		this.sourceRows++;
	}

	add(...[cells]: Parameters<RowSink['add']>): void {
		this.sourceRows++;
		if (misfit(cells, this.#needed, this.#width) === null) this.#take(cells.texts());
	}
}
