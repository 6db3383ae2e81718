/** Spells summed up by their length: one entry per distinct length, ascending. All arrays are equally long. */
export interface SpellTally {
	readonly time: Float64Array;
	/** Spells that lasted at least this long. */
	readonly atRisk: Float64Array;
	/** Spells that ended at this length. */
	readonly events: Float64Array;
	/** Spells that were last seen, unended, at this length. */
	readonly censored: Float64Array;
}

/**
 * Sums spells up by length. `ended[i]` is 1 when spell i was seen to end after `time[i]`, and 0 when it was still
 * running when last seen. A spell censored at t counts as at risk at t. Takes finite lengths of 0 or more; the inputs
 * stay as they are. Time: that of sorting.
 *
 * @example
 * tallySpells([5, 2, 5], [1, 1, 0]) // => { time: [2, 5], atRisk: [3, 2], events: [1, 1], censored: [0, 1] }
 */
export function tallySpells(time: ArrayLike<number>, ended: ArrayLike<number>): SpellTally {
	const order = Uint32Array.from({ length: time.length }, (_, i) => i).sort(
		(a, b) => (time[a] as number) - (time[b] as number)
	);
	const distinct: number[] = [];
	const events: number[] = [];
	const censored: number[] = [];
	for (const i of order) {
		const at = time[i] as number;
		if (distinct.at(-1) !== at) {
			distinct.push(at);
			events.push(0);
			censored.push(0);
		}
		const counts = ended[i] === 1 ? events : censored;
		counts[counts.length - 1] = (counts.at(-1) as number) + 1;
	}
	return withRisk(Float64Array.from(distinct), Float64Array.from(events), Float64Array.from(censored));
}

/**
 * The same from counts by whole length: `events[t]` spells ended after t days, `censored[t]` were still running then.
 * Both arrays are equally long. One pass over the lengths, without a sort.
 *
 * @example
 * tallyLengths([0, 0, 1, 0], [0, 0, 0, 2]) // => { time: [2, 3], atRisk: [3, 2], events: [1, 0], censored: [0, 2] }
 */
export function tallyLengths(events: ArrayLike<number>, censored: ArrayLike<number>): SpellTally {
	const seen: number[] = [];
	for (let t = 0; t < events.length; t++) if (events[t] !== 0 || censored[t] !== 0) seen.push(t);
	return withRisk(
		Float64Array.from(seen),
		Float64Array.from(seen, (t) => events[t] as number),
		Float64Array.from(seen, (t) => censored[t] as number)
	);
}

function withRisk(time: Float64Array, events: Float64Array, censored: Float64Array): SpellTally {
	const atRisk = new Float64Array(time.length);
	let left = 0;
	for (let i = time.length - 1; i >= 0; i--) {
		left += (events[i] as number) + (censored[i] as number);
		atRisk[i] = left;
	}
	return { time, atRisk, events, censored };
}
