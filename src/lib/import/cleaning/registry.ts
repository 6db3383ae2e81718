import type { CleaningStep, ColumnRef, StepKind } from '#lib/core/dataset/cleaning-step.ts';
import type { StepProblem } from '#lib/core/dataset/step-report.ts';
import { convertCurrency } from './convert-currency.ts';
import { derive } from './derive.ts';
import { dropDuplicates } from './drop-duplicates.ts';
import { fill } from './fill.ts';
import { filter } from './filter.ts';
import { join } from './join.ts';
import { mapValues } from './map-values.ts';
import { problem, type KindOfStep, type RowStep, type StepContext, type StepOf } from './row-step.ts';
import { split } from './split.ts';
import { trim } from './trim.ts';

/** All kinds of steps. */
const kinds: { readonly [K in StepKind]: KindOfStep<StepOf<K>> } = {
	trim,
	'map-values': mapValues,
	fill,
	split,
	join,
	derive,
	filter,
	'drop-duplicates': dropDuplicates,
	'convert-currency': convertCurrency
};

// The kind of a step names the entry that takes it: the compiler cannot see that across a union.
const kindOf = (step: CleaningStep): KindOfStep<CleaningStep> =>
	kinds[step.kind] as unknown as KindOfStep<CleaningStep>;

/**
 * The step with every column that it names replaced.
 *
 * @example
 * withRefs({ id: 'a', kind: 'fill', column: 2, from: 'above', value: '' }, (column) => column + 1).column // => 3
 */
export function withRefs(step: CleaningStep, map: (column: ColumnRef) => ColumnRef): CleaningStep {
	return kindOf(step).mapRefs(step, map);
}

/**
 * The columns that a step names, each once.
 *
 * @example
 * refsOf({ id: 'a', kind: 'join', columns: [2, 0, 2], separator: ' ', name: 'B' }) // => [2, 0]
 */
export function refsOf(step: CleaningStep): readonly ColumnRef[] {
	const refs = new Set<ColumnRef>();
	withRefs(step, (column) => {
		refs.add(column);
		return column;
	});
	return [...refs];
}

/** Why a step cannot be run where it stands; null when it can. */
export function problemOf(step: CleaningStep, context: StepContext): StepProblem | null {
	if (refsOf(step).some((column) => context.positionOf(column) < 0)) return problem('column-gone');
	return kindOf(step).problem(step, context);
}

/** The step made ready; it must have no problem. */
export function prepareStep(step: CleaningStep, context: StepContext): RowStep {
	return kindOf(step).prepare(step, context);
}
