import type { TellShare } from '../../types.ts';
import { fitByLikelihood, type Fit } from './fit.ts';
import type { PurchaseModel } from './purchase-model.ts';
import type { RepeatGroups } from './repeat-groups.ts';

/** The longest age on scaled data. */
const scaledAge = 10;

/**
 * Fits a purchase model to grouped customers by maximum likelihood, with the ladder of `fitByLikelihood`. Time
 * parameters start at the size that they have when the longest age is ten.
 *
 * @param near parameters to begin with, such as those of a fit to part of the same customers
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
	return fitByLikelihood({
		customers: groups.customers,
		at: (params, slopes) => model.logLikelihood(groups, params, slopes),
		start: near === null ? scale : Array.from(near),
		scale,
		tell
	});
}
