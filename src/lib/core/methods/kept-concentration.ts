import {
	concentrationIntervals,
	type ConcentrationIntervals
} from '../math/compare/concentration-intervals.ts';
import { seededIndex } from '../math/seeded-index.ts';
import type { MethodInput } from './types.ts';

/**
 * The intervals of concentration of values, kept by the name of what they are: the resamples are the dearest part of it, and no
 * parameter beside those in the name changes them.
 *
 * @param name of the values: which sums, over which days of the ledger
 */
export function keptConcentration(
	{ keep }: Pick<MethodInput, 'keep'>,
	name: string,
	ascending: ArrayLike<number>
): ConcentrationIntervals {
	const make = (): ConcentrationIntervals => concentrationIntervals(ascending, seededIndex(1));
	return keep?.(`concentration ${name}`, make) ?? make();
}
