import type { CleaningStep } from '#lib/api/index.ts';
import type { CleaningWords } from '#lib/i18n/load-topic.ts';
import type { ColumnOption } from '#lib/state/step-edit.ts';

/** What the fields of a cleaning step of a kind are given: the step, and the columns that it can be about. */
export interface StepFieldsProps<Kind extends CleaningStep['kind']> {
	step: Extract<CleaningStep, { kind: Kind }>;
	options: readonly ColumnOption[];
	words: CleaningWords;
	onchange: (step: Extract<CleaningStep, { kind: Kind }>) => void;
}
