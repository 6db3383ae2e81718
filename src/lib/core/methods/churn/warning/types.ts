import type { Table } from '../../../result/table.ts';

/** Why a customer stands on the early-warning list, in the order of their codes. */
export const warningReasons = [
	'overdue',
	'value',
	'frequency',
	'items',
	'complaint',
	'satisfaction',
	'alive'
] as const;

/** The customers with a reason and the most at stake; `customer` is an index into `ledger.customers`. With a flag for each reason. */
export type EarlyWarning = Table<
	{
		customer: Uint32Array;
		band: Uint8Array;
		stake: Float64Array;
		daysSilent: Uint32Array;
		/** Median of the own gaps; NaN with fewer than two. */
		usualGap: Float64Array;
		/** Later half ÷ earlier half of the orders' value, and of the gaps; NaN with fewer than four. */
		valueRatio: Float64Array;
		gapRatio: Float64Array;
		/** The same of the lines per order; complaints of the last `signDays`; NaN where nothing is known. */
		itemsRatio: Float64Array;
		complaints: Float64Array;
		/** The last answer on 0–10, or 10 × (satisfaction − 1) ÷ 4, of the last `signDays`. */
		answer: Float64Array;
		pAlive: Float64Array;
	} & Readonly<Record<(typeof warningReasons)[number], Uint8Array>>
>;
