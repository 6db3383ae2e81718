import type { Ledger } from '../../ledger/types.ts';
import { quantileOfCounts } from '../../math/quantile.ts';
import type { ChurnParams } from './types.ts';

/** Silences by their length in days: those that an order ended, and those still running on the as-of date. */
export interface SilenceCounts {
	readonly ended: Uint32Array;
	readonly running: Uint32Array;
}

/** The silences after each customer's first order day, and after each later one. */
export interface Silences {
	readonly first: SilenceCounts;
	readonly later: SilenceCounts;
	readonly all: SilenceCounts;
}

/** The rule of the day: silent for more than so many whole days. Infinite when percentiles have nothing to stand on. */
export interface ChurnCuts {
	readonly atRisk: number;
	readonly churned: number;
}

/**
 * Counts every silence between consecutive distinct order days, and the one from the last order day to the as-of date.
 * All history up to that date; orders of one day make no silence. `firstDay` is the day of the first order of all.
 * One pass over the orders; memory: the days of history.
 */
export function countSilences(ledger: Ledger, firstDay: number, asOf: number): Silences {
	const { offsets, day } = ledger;
	const made = (): SilenceCounts => ({
		ended: new Uint32Array(asOf - firstDay + 1),
		running: new Uint32Array(asOf - firstDay + 1)
	});
	const [first, later, all] = [made(), made(), made()];
	for (let customer = 0; customer < ledger.customers.size; customer++) {
		const start = offsets[customer] as number;
		const end = offsets[customer + 1] as number;
		if (start === end || (day[start] as number) > asOf) continue;
		let last = day[start] as number;
		let into = first;
		for (let i = start + 1; i < end; i++) {
			const on = day[i] as number;
			if (on > asOf) break;
			if (on === last) continue;
			into.ended[on - last] = (into.ended[on - last] as number) + 1;
			last = on;
			into = later;
		}
		into.running[asOf - last] = (into.running[asOf - last] as number) + 1;
	}
	for (let t = 0; t < all.ended.length; t++) {
		all.ended[t] = (first.ended[t] as number) + (later.ended[t] as number);
		all.running[t] = (first.running[t] as number) + (later.running[t] as number);
	}
	return { first, later, all };
}

/**
 * The days after which a silence counts. A whole number of days is above a percentile exactly when it is above the
 * percentile's whole part, so the cuts are whole.
 *
 * @example
 * churnCuts({ ended: [0, 1, 1, 1, 1], running: [] }, { window: 'percentile', atRiskPercentile: 40, churnedPercentile: 80 }) // => { atRisk: 2, churned: 3 }
 * churnCuts({ ended: [0], running: [] }, { window: 'percentile', atRiskPercentile: 40, churnedPercentile: 80 }).churned // => Infinity
 * churnCuts({ ended: [0], running: [] }, { window: 'days', atRiskDays: 30, churnedDays: 90 }) // => { atRisk: 30, churned: 90 }
 */
export function churnCuts({ ended }: SilenceCounts, params: ChurnParams): ChurnCuts {
	if (params.window === 'days') return { atRisk: params.atRiskDays, churned: params.churnedDays };
	const cut = (percentile: number): number => {
		const value = quantileOfCounts(ended, percentile / 100);
		return Number.isNaN(value) ? Number.POSITIVE_INFINITY : Math.floor(value);
	};
	return { atRisk: cut(params.atRiskPercentile), churned: cut(params.churnedPercentile) };
}

/**
 * Lifetimes by their length: from the first order day to the day on which the customer was first silent for more than
 * `churnedAfter` days, or to the as-of date when that has not happened. One pass over the orders.
 */
export function countLifetimes(
	ledger: Ledger,
	firstDay: number,
	asOf: number,
	churnedAfter: number
): SilenceCounts {
	const { offsets, day } = ledger;
	const ended = new Uint32Array(asOf - firstDay + 1);
	const running = new Uint32Array(asOf - firstDay + 1);
	for (let customer = 0; customer < ledger.customers.size; customer++) {
		const start = offsets[customer] as number;
		const end = offsets[customer + 1] as number;
		if (start === end || (day[start] as number) > asOf) continue;
		const born = day[start] as number;
		let last = born;
		for (let i = start + 1; i < end; i++) {
			const on = day[i] as number;
			if (on > asOf || on - last > churnedAfter) break;
			last = on;
		}
		// At least a day: orders of one day are never a silence apart.
		const gone = last + Math.max(0, churnedAfter) + 1;
		const counts = gone <= asOf ? ended : running;
		const length = Math.min(gone, asOf) - born;
		counts[length] = (counts[length] as number) + 1;
	}
	return { ended, running };
}
