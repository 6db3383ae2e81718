/** From this chance on a customer is as good as certainly still one. */
const asGoodAsSure = 0.995;

/**
 * Whether a model gives every customer a P(alive) of about 1: it found no sign that anyone stops buying (its dropout lies
 * at the edge of what it can say), so it cannot tell who is leaving. NaN, of customers without an estimate, is passed
 * over; false where nobody has one.
 *
 * @example
 * nobodyLeaves([1, 0.999, NaN]) // => true
 * nobodyLeaves([1, 0.4]) // => false
 * nobodyLeaves([NaN]) // => false
 */
export function nobodyLeaves(alive: ArrayLike<number>): boolean {
	let told = false;
	for (let i = 0; i < alive.length; i++) {
		const chance = alive[i] as number;
		if (Number.isNaN(chance)) continue;
		if (chance < asGoodAsSure) return false;
		told = true;
	}
	return told;
}
