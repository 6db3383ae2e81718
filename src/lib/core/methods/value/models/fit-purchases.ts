import type { TellShare } from '../../types.ts';
import { fitByLikelihood, ranOff, type Fit } from '../../fit-by-likelihood.ts';
import type { PurchaseModel } from './purchase-model.ts';
import type { RepeatGroups } from './repeat-groups.ts';

/** The longest age on scaled data. */
const scaledAge = 10;

/**
 * Fits a purchase model to grouped customers by maximum likelihood, with the ladder of `fitByLikelihood`. Time
 * parameters start at the size that they have when the longest age is ten.
 *
 * @param near parameters to begin with, such as those of a fit to part of the same customers; where they, or what is found
 * from them, lie at the edge of the search, it begins afresh and the likelier answer counts
 * @returns null when there is nothing to fit, or when no search converges
 */
export function fitPurchases(
	model: PurchaseModel,
	groups: RepeatGroups,
	near: Float64Array | null = null,
	tell?: TellShare
): Fit | null {
	if (groups.mostRepeats === 0 || groups.longestAge === 0) return null;
	const scale = model.timed.map((timed) => (timed ? groups.longestAge / scaledAge : 1));
	// A search that begins afresh would tell small shares again.
	let told = 0;
	const tellOn = tell && ((share: number) => tell((told = Math.max(told, share))));
	const from = (start: readonly number[]): Fit | null =>
		fitByLikelihood({
			customers: groups.customers,
			at: (params, slopes) => model.logLikelihood(groups, params, slopes),
			start,
			scale,
			tell: tellOn
		});
	const isFirm = (fit: Fit | null): boolean => fit?.way === 'plain' && !ranOff(fit.params, scale);
	// From the far end of a ridge a search does not come back, and may take the ridge for the peak.
	if (near === null || ranOff(near, scale)) return from(scale);
	const nearby = from(Array.from(near));
	if (isFirm(nearby)) return nearby;
	const afresh = from(scale);
	if (nearby === null || afresh === null) return nearby ?? afresh;
	return afresh.logLikelihood >= nearby.logLikelihood ? afresh : nearby;
}
