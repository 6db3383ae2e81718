import { dictionaryOf, stringAt } from '../columns/dictionary.ts';
import type { Ledger } from './types.ts';

/**
 * The ledger with one customer alone, who has index 0. Its first and last day stay those of all orders: windows and
 * periods begin and end where they did. The orders are views of the ledger's.
 */
export function ledgerOfOne(ledger: Ledger, customer: number): Ledger {
	const [start, end] = [ledger.offsets[customer] as number, ledger.offsets[customer + 1] as number];
	const orderLines = ledger.orderLines.subarray(start, end);
	return {
		...ledger,
		customers: dictionaryOf([stringAt(ledger.customers, customer)]),
		offsets: Uint32Array.of(0, end - start),
		day: ledger.day.subarray(start, end),
		amount: ledger.amount.subarray(start, end),
		...(ledger.profit && { profit: ledger.profit.subarray(start, end) }),
		orderLines,
		firstSeen: ledger.firstSeen.subarray(customer, customer + 1),
		orders: end - start,
		lines: orderLines.reduce((sum, lines) => sum + lines, 0)
	};
}
