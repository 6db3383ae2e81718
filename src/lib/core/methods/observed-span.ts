import type { MethodInput } from './types.ts';

/** The days that a method looks at. */
export interface ObservedSpan {
	/** Day of the first valid order of all history: what came before it is unknown. */
	readonly firstDay: number;
	/** First day of the window, or `firstDay` when the window reaches back beyond the data. */
	readonly from: number;
	readonly asOf: number;
	/** Whether the window begins after the data do. */
	readonly cut: boolean;
}

/**
 * The days between which orders count, or null when there is no valid order up to the as-of date. A window
 * that begins after the as-of date gives a span without days (`from > asOf`).
 */
export function observedSpan({ ledger, frame }: MethodInput): ObservedSpan | null {
	if (ledger.orders === 0 || ledger.firstDay > frame.asOf) return null;
	const cut = frame.from !== null && frame.from > ledger.firstDay;
	return {
		firstDay: ledger.firstDay,
		from: cut ? frame.from : ledger.firstDay,
		asOf: frame.asOf,
		cut
	};
}
