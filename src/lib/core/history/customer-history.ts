import { ledgerOfOne } from '../ledger/ledger-of-one.ts';
import { inputOn } from '../methods/input-on.ts';
import { NO_STAGE, stageCutting, stageLabels, type StageCutting } from '../methods/lifecycle/labels.ts';
import type { LifecycleParams } from '../methods/lifecycle/types.ts';
import { rfmLabels, type RfmCutting, type RfmLabels } from '../methods/rfm/labels.ts';
import type { RfmParams } from '../methods/rfm/types.ts';
import type { MethodInput } from '../methods/types.ts';
import type { CustomerHistory } from './types.ts';

/** How customers are scored and put into stages, as the screens of both do it. */
export interface HistoryParams {
	readonly rfm: RfmParams;
	readonly lifecycle: LifecycleParams;
}

/** What each of the two is reckoned from: ledgers about the same customers, in the same frame. */
export interface HistoryInputs {
	readonly rfm: MethodInput;
	readonly lifecycle: MethodInput;
}

/** What decides, of all customers, where anybody stands on a day. */
export interface DayCutting {
	readonly day: number;
	/** Null for rules that have no edges to hold, and where nobody is scored. */
	readonly rfm: RfmCutting | null;
	readonly stages: StageCutting;
}

/** What decides on a day, with only the orders up to it. Two or three passes over all orders; small, to be kept. */
export function cuttingOn(inputs: HistoryInputs, { rfm, lifecycle }: HistoryParams, day: number): DayCutting {
	const stages = stageCutting(inputs.lifecycle.ledger, lifecycle, day);
	return { day, rfm: rfmLabels(inputOn(inputs.rfm, day), rfm).cutting, stages };
}

/**
 * Where one customer stood on some days: what RFM and the lifecycle say of them with that day as the as-of date. Takes the
 * customer's own orders alone, as scores are decided by the cuts of each day; where a rule has none (equal groups, nested),
 * all customers are scored for it.
 */
export function customerHistory(
	inputs: HistoryInputs,
	params: HistoryParams,
	cuttings: readonly DayCutting[],
	customer: number
): CustomerHistory {
	const ownOf = ({ ledger, ...input }: MethodInput): MethodInput => ({
		...{ ledger: ledgerOfOne(ledger, customer), frame: input.frame, events: input.events ?? null }
	});
	const [scored, staged] = [ownOf(inputs.rfm), ownOf(inputs.lifecycle)];
	const codes = () => new Uint8Array(cuttings.length);
	const history = {
		day: Int32Array.from(cuttings, ({ day }) => day),
		r: codes(),
		f: codes(),
		m: codes(),
		segment: codes().fill(255),
		type: codes().fill(255),
		stage: codes().fill(NO_STAGE)
	};
	cuttings.forEach((cutting, step) => {
		const held = cutting.rfm;
		const labels =
			held === null
				? rfmLabels(inputOn(inputs.rfm, cutting.day), params.rfm)
				: rfmLabels(inputOn(scored, cutting.day), params.rfm, held);
		const place = placeOf(labels, held === null ? customer : 0);
		if (place !== null) {
			for (const name of ['r', 'f', 'm', 'segment', 'type'] as const)
				history[name][step] = labels[name][place] as number;
		}
		history.stage[step] = stageLabels(inputOn(staged, cutting.day), params.lifecycle, cutting.stages)
			.stage[0] as number;
	});
	return history;
}

/** Where a customer stands among those scored, who ascend; null when not among them. */
function placeOf({ customer }: RfmLabels, wanted: number): number | null {
	let [low, high] = [0, customer.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((customer[middle] as number) < wanted) low = middle + 1;
		else high = middle;
	}
	return customer[low] === wanted ? low : null;
}
