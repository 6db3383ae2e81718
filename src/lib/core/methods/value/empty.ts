import type { MethodInput } from '../types.ts';
import type { ValueAnalysis } from './analysis.ts';
import { cohortValues } from './cohort-values.ts';
import { contributionOf } from './contribution.ts';
import { summariseRepeats } from './repeat-summary.ts';
import type { ValueParams } from './types.ts';

/** The analysis of nobody, by the same code: what there is to say before the first order. */
export function emptyAnalysis({ ledger, frame }: MethodInput, params: ValueParams): ValueAnalysis {
	const { asOf } = frame;
	return {
		span: { firstDay: asOf, from: asOf, asOf },
		summary: summariseRepeats(ledger, Number.NEGATIVE_INFINITY),
		contribution: contributionOf(ledger, asOf, Number.NEGATIVE_INFINITY, params),
		cohorts: cohortValues(
			{ ...ledger, offsets: new Uint32Array(ledger.offsets.length) },
			asOf,
			asOf,
			params.unit,
			1,
			frame
		),
		simple: { active: 0, value: 0, followed: 0, lost: 0 },
		holdout: null,
		outlook: null,
		predicted: new Float64Array(0),
		potential: null
	};
}
