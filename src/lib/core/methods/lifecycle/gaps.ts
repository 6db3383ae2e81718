import type { Ledger } from '../../ledger/types.ts';
import { WholeNumberCounts } from '../../math/whole-number-counts.ts';

/**
 * The gaps in days between each customer's consecutive distinct order days, of all customers and all history
 * up to the as-of date: the yardstick of what a long silence is in this business. One pass over the orders.
 */
export function orderGaps(ledger: Ledger, asOf: number): WholeNumberCounts {
	const { offsets, day } = ledger;
	const counts = new Uint32Array(ledger.lastDay - ledger.firstDay + 1);
	let customer = -1;
	let end = 0;
	let last = 0;
	for (let i = 0; i < day.length; i++) {
		const on = day[i] as number;
		if (on > asOf) continue;
		if (i >= end) {
			// The first order follows none: it counts as a gap of no days, as orders of the same day do.
			last = on;
			do end = offsets[++customer + 1] as number;
			while (end <= i);
		}
		const gap = on - last;
		counts[gap] = (counts[gap] as number) + 1;
		last = on;
	}
	counts[0] = 0;
	return WholeNumberCounts.of(counts);
}
