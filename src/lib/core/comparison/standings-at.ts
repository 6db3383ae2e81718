import type { Ledger } from '../ledger/types.ts';
import type { LifecycleCustomers } from '../methods/lifecycle/types.ts';
import type { RfmCustomers } from '../methods/rfm/types.ts';
import type { Frame } from '../methods/types.ts';
import { NO_GROUP, type Standings } from './types.ts';

/**
 * Where some customers of a ledger stand in a frame: their orders and revenue in the window, and what RFM and the
 * lifecycle say of them; null where one of these had too little data. The ledger holds no order after the as-of date.
 * One pass over the orders.
 *
 * @param who ascending customer indices
 * @param codes what each of them is called, in the same order
 */
export function standingsAt(
	{ ledger, frame }: { readonly ledger: Ledger; readonly frame: Frame },
	who: Uint32Array,
	codes: readonly string[],
	rfm: RfmCustomers | null,
	lifecycle: LifecycleCustomers | null
): Standings {
	const placeOf = new Uint32Array(ledger.customers.size);
	who.forEach((customer, row) => (placeOf[customer] = row));
	const said = (customers: Uint32Array = new Uint32Array(0), codesOf: Uint8Array | undefined) => {
		const found = new Uint8Array(who.length).fill(NO_GROUP);
		customers.forEach((customer, row) => {
			found[placeOf[customer] as number] = codesOf?.[row] ?? NO_GROUP;
		});
		return found;
	};
	return {
		codes,
		...ordersOf(ledger, frame, who),
		segments: said(rfm?.columns.customer, rfm?.columns.segment),
		types: said(rfm?.columns.customer, rfm?.columns.type),
		stages: said(lifecycle?.columns.customer, lifecycle?.columns.stage)
	};
}

/** Orders in the window and their sum, of some customers. */
function ordersOf({ offsets, day, amount }: Ledger, { from }: Frame, who: Uint32Array) {
	const orders = new Float64Array(who.length);
	const revenue = new Float64Array(who.length);
	for (const [row, customer] of who.entries()) {
		for (let i = offsets[customer] as number; i < (offsets[customer + 1] as number); i++) {
			if (from !== null && (day[i] as number) < from) continue;
			orders[row] = (orders[row] as number) + 1;
			revenue[row] = (revenue[row] as number) + (amount[i] as number);
		}
	}
	return { orders, revenue };
}
