import type { Ledger } from '../../ledger/types.ts';
import { kaplanMeier, type LimitKind, type SurvivalCurve } from '../../math/survival/kaplan-meier.ts';
import { tallyLengths } from '../../math/survival/tally.ts';
import { selectCustomers } from '../select-customers.ts';
import type { SilenceCounts } from './silences.ts';
import type { ChurnTables } from './types.ts';

/**
 * The Kaplan–Meier curve of counted silences (or lifetimes): those still running are censored at the as-of date.
 *
 * @example
 * silenceCurve({ ended: [0, 1, 0], running: [0, 0, 1] }, 'log').survival // => [0.5, 0.5]
 */
export function silenceCurve({ ended, running }: SilenceCounts, limits: LimitKind): SurvivalCurve {
	return kaplanMeier(tallyLengths(ended, running), limits);
}

/**
 * The curves one after the other, `group` being the place in the list; rows are the lengths at which a silence ended.
 *
 * @example
 * survivalTable([silenceCurve({ ended: [0, 1, 0], running: [0, 0, 1] }, 'log')]).columns.days // => [1]
 */
export function survivalTable(curves: readonly SurvivalCurve[]): ChurnTables['survival'] {
	const at = curves.flatMap((curve, group) =>
		Array.from(curve.time.keys())
			.filter((i) => (curve.events[i] as number) > 0)
			.map((i) => ({ curve, group, i }))
	);
	return {
		rows: at.length,
		columns: {
			group: Uint8Array.from(at, ({ group }) => group),
			days: Uint32Array.from(at, ({ curve, i }) => curve.time[i] as number),
			atRisk: Uint32Array.from(at, ({ curve, i }) => curve.atRisk[i] as number),
			events: Uint32Array.from(at, ({ curve, i }) => curve.events[i] as number),
			survival: Float64Array.from(at, ({ curve, i }) => curve.survival[i] as number),
			error: Float64Array.from(at, ({ curve, i }) => curve.error[i] as number),
			low: Float64Array.from(at, ({ curve, i }) => curve.low[i] as number),
			high: Float64Array.from(at, ({ curve, i }) => curve.high[i] as number)
		},
		types: {
			group: 'code',
			days: 'days',
			atRisk: 'count',
			events: 'count',
			survival: 'share',
			error: 'number',
			low: 'share',
			high: 'share'
		}
	};
}

/**
 * The customers with a silence of more than `days` days (`group` 0: after any order, 1: the first, 2: a later one), be it
 * over or not. One pass over the orders.
 */
export function silentCustomers(ledger: Ledger, asOf: number, group: number, days: number): Uint32Array {
	const { offsets, day } = ledger;
	return selectCustomers(ledger.customers.size, (customer) => {
		const start = offsets[customer] as number;
		const end = offsets[customer + 1] as number;
		for (let i = start; i < end; i++) {
			const on = day[i] as number;
			if (on > asOf) return false;
			const isFirst = on === day[start];
			if (group === 1 && !isFirst) return false;
			if (group === 2 && isFirst) continue;
			const next = i + 1 < end ? Math.min(asOf, day[i + 1] as number) : asOf;
			if (next - on > days) return true;
		}
		return false;
	});
}

/** The customers who were not declared churned within `days` days of their first order, of those seen for so long. */
export function survivingCustomers(
	ledger: Ledger,
	asOf: number,
	churnedAfter: number,
	days: number
): Uint32Array {
	const { offsets, day } = ledger;
	return selectCustomers(ledger.customers.size, (customer) => {
		const start = offsets[customer] as number;
		const end = offsets[customer + 1] as number;
		if (start === end || (day[start] as number) > asOf) return false;
		let last = day[start] as number;
		for (let i = start + 1; i < end; i++) {
			const on = day[i] as number;
			if (on > asOf || on - last > churnedAfter) break;
			last = on;
		}
		return Math.min(asOf, last + churnedAfter + 1) - (day[start] as number) > days;
	});
}
