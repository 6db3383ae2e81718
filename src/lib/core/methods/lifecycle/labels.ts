import type { Ledger } from '../../ledger/types.ts';
import type { MethodInput } from '../types.ts';
import { orderGaps } from './gaps.ts';
import { NO_STAGE, stageMeasuresOf } from './measures.ts';
import { resolveRules, type ResolvedRule } from './resolve-rules.ts';
import { customerStages } from './stages.ts';
import type { LifecycleParams } from './types.ts';

export { NO_STAGE };
export type StageCutting = readonly ResolvedRule[];

/** The stage of every customer on a day (`NO_STAGE`: not known yet), and the rules with that day's numbers in them. */
export interface StageLabels {
	readonly stage: Uint8Array;
	readonly cutting: StageCutting;
}

/**
 * What the lifecycle says of each customer on the frame's as-of date, without its tables: for a method that asks about
 * several days. Orders after that date are passed over, so the ledger need not be cut. With `held`, the rules have the
 * numbers of another day. Two passes over the orders.
 */
export function stageLabels(
	{ ledger, frame }: MethodInput,
	params: LifecycleParams,
	held: StageCutting | null = null
): StageLabels {
	const { asOf } = frame;
	const cutting = held ?? stageCutting(ledger, params, asOf);
	const span = { firstDay: ledger.firstDay, from: ledger.firstDay, asOf, cut: false };
	return { stage: customerStages(stageMeasuresOf(ledger, span), cutting).stage, cutting };
}

/** The rules of stages with the numbers of a day in them, which all customers together decide. A pass over the orders. */
export function stageCutting(ledger: Ledger, params: LifecycleParams, asOf: number): StageCutting {
	return resolveRules(params.rules, orderGaps(ledger, asOf));
}
