import type { Ledger } from './types.ts';

/**
 * Whether a customer had appeared on any row by a day: customers first seen later do not exist yet, neither as
 * customers nor as prospects.
 */
export function isKnown(ledger: Ledger, customer: number, asOf: number): boolean {
	return (ledger.firstSeen[customer] as number) <= asOf;
}

/**
 * Prospects (潜在客户) as of a day: customers known by then without a valid order up to then. The ledger must
 * hold no order after the day (`cutLedger`). One pass over the customers.
 */
export function countProspects(ledger: Ledger, asOf: number): number {
	let prospects = 0;
	for (let who = 0; who < ledger.customers.size; who++) {
		if (ledger.offsets[who] === ledger.offsets[who + 1] && isKnown(ledger, who, asOf)) prospects++;
	}
	return prospects;
}
