/** From this mean chance on, customers are as good as certainly still customers. */
const asGoodAsSure = 0.995;

/**
 * Whether a model found hardly a sign that anyone stops buying, so that it cannot tell who is leaving: the mean P(alive) is
 * about 1. A P(alive) of exactly 1 is passed over where others are below, as BG/NBD gives it by construction to whoever
 * has not come back; so is NaN, of customers without an estimate. False where nobody has one.
 *
 * @example
 * nobodyLeaves([1, 0.999, NaN]) // => true
 * nobodyLeaves([1, 1, 1, 1, 0.9]) // => false
 * nobodyLeaves([1, 1]) // => true
 * nobodyLeaves([NaN]) // => false
 */
export function nobodyLeaves(alive: ArrayLike<number>): boolean {
	let sum = 0;
	let below = 0;
	let sure = 0;
	for (let i = 0; i < alive.length; i++) {
		const chance = alive[i] as number;
		if (Number.isNaN(chance)) continue;
		if (chance === 1) sure++;
		else {
			sum += chance;
			below++;
		}
	}
	return below === 0 ? sure > 0 : sum / below >= asGoodAsSure;
}
