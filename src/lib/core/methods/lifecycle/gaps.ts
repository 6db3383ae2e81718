import type { Ledger } from '../../ledger/types.ts';
import { WholeNumberCounts } from '../../math/whole-number-counts.ts';

/**
 * The gaps in days between each customer's consecutive distinct order days, of all customers and all history
 * up to the as-of date: the yardstick of what a long silence is in this business. One pass over the orders.
 */
export function orderGaps(ledger: Ledger, asOf: number): WholeNumberCounts {
	const { offsets, day } = ledger;
	const gaps = new WholeNumberCounts();
	for (let customer = 0; customer < ledger.customers.size; customer++) {
		const end = offsets[customer + 1] as number;
		let i = offsets[customer] as number;
		if (i === end) continue;
		let last = day[i] as number;
		for (i++; i < end; i++) {
			const on = day[i] as number;
			if (on > asOf) break;
			if (on === last) continue;
			gaps.add(on - last);
			last = on;
		}
	}
	return gaps;
}
