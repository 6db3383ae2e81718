import { extent } from './build-ledger.ts';
import type { Ledger } from './types.ts';

/**
 * The ledger as of a past day: orders after it are gone, the customers stay where they are, so that their
 * indices mean the same in every cut. A customer whose orders are all later has an empty range, as a prospect
 * has; `firstSeen` tells the two apart (`countProspects`, `isKnown`). Amounts keep refunds that came after the
 * day: a refund belongs to its order, whenever it came.
 *
 * Gives the same object when nothing is cut; otherwise new arrays in one pass. The input is not changed.
 *
 * @param asOf last day that counts, inclusive
 */
export function cutLedger(ledger: Ledger, asOf: number): Ledger {
	if (ledger.orders === 0 || ledger.lastDay <= asOf) return ledger;
	const size = ledger.customers.size;
	const offsets = new Uint32Array(size + 1);
	const keep = new Uint32Array(ledger.orders);
	let orders = 0;
	for (let who = 0; who < size; who++) {
		const end = ledger.offsets[who + 1] as number;
		// Days ascend within a customer: what is kept is the head of the range.
		for (let i = ledger.offsets[who] as number; i < end && (ledger.day[i] as number) <= asOf; i++) {
			keep[orders++] = i;
		}
		offsets[who + 1] = orders;
	}
	const day = new Int32Array(orders);
	const amount = new Float64Array(orders);
	const profit = ledger.profit && new Float64Array(orders);
	const orderLines = new Uint32Array(orders);
	for (let at = 0; at < orders; at++) {
		const i = keep[at] as number;
		day[at] = ledger.day[i] as number;
		amount[at] = ledger.amount[i] as number;
		orderLines[at] = ledger.orderLines[i] as number;
	}
	if (profit !== undefined && ledger.profit !== undefined)
		for (let at = 0; at < orders; at++) profit[at] = ledger.profit[keep[at] as number] as number;
	return {
		...ledger,
		offsets,
		day,
		amount,
		...(profit && { profit }),
		orderLines,
		orders,
		...extent(day, orderLines)
	};
}
