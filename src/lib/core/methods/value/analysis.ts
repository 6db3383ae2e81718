import type { Ledger } from '../../ledger/types.ts';
import { observedSpan } from '../observed-span.ts';
import type { MethodInput, TellShare } from '../types.ts';
import { cohortValues, type CohortValues } from './cohort-values.ts';
import { contributionOf, type Contribution } from './contribution.ts';
import { forecastCustomers, monthDays } from './forecast.ts';
import { checkHoldout, type Holdout } from './holdout.ts';
import { outlookOf, type Outlook } from './outlook.ts';
import { potentialTiers } from './grids.ts';
import { simpleFormula, type SimpleFormula } from './simple-formula.ts';
import { summariseRepeats, type RepeatSummary } from './repeat-summary.ts';
import type { ValueParams } from './types.ts';

/** Everything that is worked out before it is put into tables. */
export interface ValueAnalysis {
	readonly span: { readonly firstDay: number; readonly from: number; readonly asOf: number };
	readonly summary: RepeatSummary;
	readonly contribution: Contribution;
	readonly cohorts: CohortValues;
	readonly simple: SimpleFormula;
	readonly holdout: Holdout | null;
	readonly outlook: Outlook | null;
	/** Of the customers of the contribution: predicted value (NaN for none), and tiers by it (null for none). */
	readonly predicted: Float64Array;
	readonly potential: Uint8Array | null;
}

const kept = new WeakMap<Ledger, { readonly key: string; readonly analysis: ValueAnalysis }>();

/**
 * Works everything out, or gives what was last worked out for the same ledger, frame and parameters: the people
 * behind a number are asked for right after it, and a fit takes a while. Null when there is no order by then.
 */
export function analyseValue(input: MethodInput, params: ValueParams): ValueAnalysis | null {
	// The cost of a customer is compared with what is worked out, and changes none of it.
	const key = JSON.stringify([input.frame, { ...params, acquisitionCost: null }]);
	const last = kept.get(input.ledger);
	if (last?.key === key) return last.analysis;
	const analysis = analyse(input, params);
	if (analysis !== null) kept.set(input.ledger, { key, analysis });
	return analysis;
}

function analyse(input: MethodInput, params: ValueParams): ValueAnalysis | null {
	const { ledger, tell } = input;
	const span = observedSpan(input);
	if (span === null) return null;
	const { firstDay, asOf } = span;
	const summary = summariseRepeats(ledger, asOf);
	const holdout = checkHoldout(ledger, firstDay, asOf, params, part(tell, 0.05, 0.5));
	const horizon = { steps: params.months, stepDays: monthDays, discount: params.discount };
	const near = holdout?.model.id === 'plain' ? holdout.model.params : null;
	const told = part(tell, 0.55, 0.35);
	const forecast = forecastCustomers(ledger, summary, asOf, params, horizon, near, told);
	tell?.(0.9);
	const cohorts = cohortValues(ledger, firstDay, asOf, params.unit, params.margin, input.frame);
	const contribution = contributionOf(ledger, span.from, asOf, params);
	const outlook = forecast === null ? null : outlookOf(forecast, params.margin);
	const predicted = predictedOf(contribution, summary, outlook);
	return {
		span,
		summary,
		contribution,
		cohorts,
		simple: simpleFormula(ledger, cohorts.periods, firstDay, asOf),
		holdout,
		outlook,
		predicted,
		potential: potentialTiers(predicted, params)
	};
}

/** Tells the whole how far a part of it has come, which begins at a share and takes another. */
function part(tell: TellShare | undefined, begins: number, takes: number): TellShare {
	return (share) => tell?.(begins + takes * share);
}

/** Predicted value of the customers with an order in the window; all of them stand in the summary too. */
function predictedOf(
	{ customer }: Contribution,
	summary: RepeatSummary,
	outlook: Outlook | null
): Float64Array {
	let at = 0;
	return Float64Array.from(customer, (who) => {
		while (summary.customer[at] !== who) at++;
		return outlook === null ? Number.NaN : (outlook.predicted[at] as number);
	});
}
