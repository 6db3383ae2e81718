import type { CleaningStep, StepKind } from '#lib/core/dataset/cleaning-step.ts';
import type { StepProblem } from '#lib/core/dataset/step-report.ts';
import { refsOf } from '#lib/core/dataset/step-refs.ts';
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
import { unpivot } from './unpivot.ts';

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
	'convert-currency': convertCurrency,
	unpivot
};

// The kind of a step names the entry that takes it: the compiler cannot see that across a union.
const kindOf = (step: CleaningStep): KindOfStep<CleaningStep> =>
	kinds[step.kind] as unknown as KindOfStep<CleaningStep>;

/** Why a step cannot be run where it stands; null when it can. */
export function problemOf(step: CleaningStep, context: StepContext): StepProblem | null {
	if (refsOf(step).some((column) => context.positionOf(column) < 0)) return problem('column-gone');
	return kindOf(step).problem(step, context);
}

/** The step made ready; it must have no problem. */
export function prepareStep(step: CleaningStep, context: StepContext): RowStep {
	return kindOf(step).prepare(step, context);
}
