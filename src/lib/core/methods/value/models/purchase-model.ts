import type { RepeatGroups } from './repeat-groups.ts';

/**
 * A model of buying and leaving without a contract. Parameters are four positive numbers in the order of `names`;
 * times are in the unit of the groups.
 */
export interface PurchaseModel {
	readonly names: readonly string[];
	/** Which parameters are times: multiplied when time is counted in a finer unit. */
	readonly timed: readonly boolean[];
	/** Log-likelihood of the groups, summed over their customers; its slope in each parameter goes to `slopes`. */
	logLikelihood(groups: RepeatGroups, params: Float64Array, slopes: Float64Array): number;
	/** Per group: the chance that its customers still buy at the end of their age. */
	alive(groups: RepeatGroups, params: Float64Array): Float64Array;
	/** Expected purchases in the first `time` units of a customer of whom nothing is known. */
	expected(params: Float64Array, time: number): number;
	/** Expected purchases in the next `time` units of a customer with x repeats at this age who still buys. */
	expectedIfAlive(params: Float64Array, x: number, age: number, time: number): number;
	/** The chance that such a customer buys nothing in the next `time` units. */
	noneIfAlive(params: Float64Array, x: number, age: number, time: number): number;
}

/**
 * Expected purchases of each group in the next `time` units: the chance of still buying × what one who still buys
 * is expected to buy. Worked out once per pair of (x, age).
 */
export function expectedNext(
	model: PurchaseModel,
	groups: RepeatGroups,
	params: Float64Array,
	time: number
): Float64Array {
	const { pairs } = groups;
	const ifAlive = new Float64Array(pairs.size).fill(Number.NaN);
	return model.alive(groups, params).map((alive, g) => {
		const pair = groups.agePair[g] as number;
		let own = ifAlive[pair] as number;
		if (Number.isNaN(own)) {
			own = model.expectedIfAlive(params, pairs.x[pair] as number, pairs.time[pair] as number, time);
			ifAlive[pair] = own;
		}
		return alive * own;
	});
}
