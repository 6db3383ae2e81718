import { doubledMedianGaps } from '../ledger/purchase-intervals.ts';
import type { MethodInput } from './types.ts';

/** Each customer's median gap of the window, times two (see `doubledMedianGaps`): worked out once for all who ask. */
export function medianGaps(
	{ ledger, keep }: MethodInput,
	span: { readonly from: number; readonly asOf: number }
): Int32Array {
	const make = (): Int32Array => doubledMedianGaps(ledger, span);
	return keep?.('median gaps', make) ?? make();
}
