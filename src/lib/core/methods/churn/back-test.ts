import type { Ledger } from '../../ledger/types.ts';
import { kaplanMeier, survivalAt } from '../../math/survival/kaplan-meier.ts';
import { tallyLengths } from '../../math/survival/tally.ts';
import { wilson } from '../../math/wilson.ts';
import { fewCustomers } from '../remarks.ts';
import { selectCustomers } from '../select-customers.ts';
import type { SilenceCounts } from './silences.ts';
import type { ChurnTables } from './types.ts';

/** Rows of the curve, at most, beside the chosen window; and how far it goes at least, where the data do. */
const mostRows = 60;
const usefulDays = 365;

/** By window w in whole days, from 0. */
export interface BackTest {
	/** Silences longer than w that were declared churned (on day w + 1) `winBackDays` or more before the as-of date. */
	readonly followed: Uint32Array;
	/** Those of them that an order ended by day w + 1 + `winBackDays`. */
	readonly returned: Uint32Array;
}

/**
 * Tries every window at once: of the silences that it would have called churn, how many ended in an order within
 * `winBackDays`? Only silences that could be watched for so long count, whether they ended or not, so that a young
 * silence is never held for a loss nor a quick return favoured. A silence passes windows 0 .. length − 1 and can be
 * followed for windows 0 .. (days since it began) − 1 − winBackDays: two steps into arrays that are summed up at the end.
 * One pass over the orders.
 */
export function backTest(ledger: Ledger, firstDay: number, asOf: number, winBackDays: number): BackTest {
	const { offsets, day } = ledger;
	const followed = new Uint32Array(asOf - firstDay + 2);
	const returned = new Int32Array(asOf - firstDay + 2);
	for (let customer = 0; customer < ledger.customers.size; customer++) {
		const end = offsets[customer + 1] as number;
		for (let i = offsets[customer] as number; i < end; i++) {
			const on = day[i] as number;
			const furthest = asOf - on - 1 - winBackDays;
			if (furthest < 0) break;
			const next = i + 1 < end ? (day[i + 1] as number) : asOf + 1;
			if (next === on) continue;
			const length = next > asOf ? asOf - on : next - on;
			const upTo = Math.min(furthest, length - 1);
			followed[upTo] = (followed[upTo] as number) + 1;
			if (next > asOf) continue;
			const from = Math.max(0, length - 1 - winBackDays);
			returned[from] = (returned[from] as number) + 1;
			returned[upTo + 1] = (returned[upTo + 1] as number) - 1;
		}
	}
	for (let w = followed.length - 2; w >= 0; w--) {
		followed[w] = (followed[w] as number) + (followed[w + 1] as number);
	}
	for (let w = 1; w < returned.length; w++) {
		returned[w] = (returned[w] as number) + (returned[w - 1] as number);
	}
	return { followed, returned: Uint32Array.from(returned) };
}

/**
 * The shortest window, from one day up, of whose churned at most the tolerated percentage came back in time; with at
 * least 30 to judge by. NaN when there is none.
 *
 * @example
 * suggestedWindow({ followed: [99, 90, 80], returned: [50, 30, 16] }, 20) // => 2
 * suggestedWindow({ followed: [99, 90, 20], returned: [50, 30, 0] }, 20) // => NaN
 */
export function suggestedWindow({ followed, returned }: BackTest, toleratedPercent: number): number {
	for (let w = 1; w < followed.length && (followed[w] as number) >= fewCustomers; w++) {
		if ((returned[w] as number) * 100 <= toleratedPercent * (followed[w] as number)) return w;
	}
	return Number.NaN;
}

/**
 * The windows shown: evenly apart from one day up, as far as a year or twice the chosen one while anybody was followed,
 * and the chosen one.
 *
 * @example
 * shownWindows([5, 4, 3, 0], 2) // => [1, 2]
 * shownWindows([5, 0], 7) // => []
 */
export function shownWindows(followed: ArrayLike<number>, chosen: number): number[] {
	const reach = Number.isFinite(chosen) ? Math.max(usefulDays, 2 * chosen) : usefulDays;
	let last = Math.min(followed.length - 1, reach);
	while (last > 0 && followed[last] === 0) last--;
	const step = Math.max(1, Math.ceil(last / mostRows));
	const shown: number[] = [];
	for (let w = step; w <= last; w += step) shown.push(w);
	if (chosen <= last && !shown.includes(chosen)) shown.push(chosen);
	return shown.sort((a, b) => a - b);
}

/** The curve that the window is chosen by. */
export function backTestTable(
	test: BackTest,
	silences: SilenceCounts,
	chosen: number,
	winBackDays: number
): ChurnTables['backtest'] {
	const windows = shownWindows(test.followed, chosen);
	const rows = windows.length;
	const days = Uint32Array.from(windows);
	const followed = days.map((w) => test.followed[w] as number);
	const returned = days.map((w) => test.returned[w] as number);
	const ends = windows.map((_, row) => wilson(returned[row] as number, followed[row] as number));
	const longer = (counts: Uint32Array): Uint32Array => {
		const sums = new Uint32Array(counts.length + 1);
		for (let t = counts.length - 1; t >= 0; t--) sums[t] = (sums[t + 1] as number) + (counts[t] as number);
		return days.map((w) => sums[Math.min(w + 1, counts.length)] as number);
	};
	const back = longer(silences.ended);
	const running = longer(silences.running);
	const curve = kaplanMeier(tallyLengths(silences.ended, silences.running));
	const left = curve.survival.at(-1) ?? Number.NaN;
	const at = (w: number): number => survivalAt(curve, w);
	return {
		rows,
		columns: {
			days,
			silent: back.map((n, row) => n + (running[row] as number)),
			back,
			followed,
			returned,
			rate: Float64Array.from(windows, (_, row) => (returned[row] as number) / (followed[row] as number)),
			low: Float64Array.from(ends, ({ low }) => low),
			high: Float64Array.from(ends, ({ high }) => high),
			within: Float64Array.from(windows, (w) => 1 - at(w + 1 + winBackDays) / at(w)),
			ever: Float64Array.from(windows, (w) => 1 - left / at(w)),
			chosen: Uint8Array.from(windows, (w) => (w === chosen ? 1 : 0))
		},
		types: {
			days: 'days',
			silent: 'count',
			back: 'count',
			followed: 'count',
			returned: 'count',
			rate: 'share',
			low: 'share',
			high: 'share',
			within: 'share',
			ever: 'share',
			chosen: 'flag'
		}
	};
}

/** Who came back in time from a silence longer than the window, of those followed. One pass over the orders. */
export function returnedCustomers(
	ledger: Ledger,
	asOf: number,
	window: number,
	winBackDays: number
): Uint32Array {
	const { offsets, day } = ledger;
	return selectCustomers(ledger.customers.size, (customer) => {
		for (let i = offsets[customer] as number; i + 1 < (offsets[customer + 1] as number); i++) {
			const on = day[i] as number;
			const next = day[i + 1] as number;
			if (next > asOf || on + window + 1 + winBackDays > asOf) return false;
			if (next - on > window && next - on <= window + 1 + winBackDays) return true;
		}
		return false;
	});
}
