import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { periodEnds } from '#lib/core/calendar/period-ends.ts';
import { cutLedger } from '#lib/core/ledger/cut-ledger.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { cuttingOn, customerHistory } from '#lib/core/history/customer-history.ts';
import { lifecycle } from '#lib/core/methods/lifecycle/method.ts';
import type { LifecycleCustomers } from '#lib/core/methods/lifecycle/types.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import type { RfmCustomers } from '#lib/core/methods/rfm/types.ts';
import { describeWithData } from '../../support/data.ts';
import { ledgerOf, type TestRow } from '../../support/ledger.ts';
import { loadLedger } from '../../support/real-data.ts';

const binnings = ['quantile', 'mean', 'ntile', 'nested', 'fixed'] as const;
const cuts = { recency: [30, 60, 90, 200], frequency: [1, 2, 3, 5], monetary: [100, 1000, 20_000, 100_000] };

/** What both methods say of everybody when they are run with a past day as the as-of date, on the orders up to it. */
function saidOn(
	ledger: Ledger,
	from: number | null,
	day: number,
	params: Parameters<typeof customerHistory>[1]
) {
	const input = { ledger: cutLedger(ledger, day), frame: { asOf: day, from, weekStart: 1 } };
	const scored = rfm.run(input, params.rfm).customers as RfmCustomers;
	const staged = lifecycle.run(input, params.lifecycle).customers as LifecycleCustomers | null;
	const place = new Map(Array.from(scored.columns.customer, (who, row) => [who, row]));
	const stage = new Map(
		Array.from(staged?.columns.customer ?? [], (who, row) => [who, staged?.columns.stage[row]])
	);
	return (who: number) => {
		const row = place.get(who);
		const of = (name: 'r' | 'f' | 'm' | 'segment' | 'type', none: number) =>
			row === undefined ? none : scored.columns[name][row];
		return [of('r', 0), of('f', 0), of('m', 0), of('segment', 255), of('type', 255), stage.get(who) ?? 255];
	};
}

function check(
	ledger: Ledger,
	asOf: number,
	from: number | null,
	unit: 'month' | 'quarter',
	everyNth: number,
	rules: readonly (typeof binnings)[number][] = binnings
) {
	let compared = 0;
	for (const binning of rules) {
		const given = { binning, ...(binning === 'fixed' && { cuts }) };
		const params = { rfm: v.parse(rfm.params, given), lifecycle: v.parse(lifecycle.params, {}) };
		const input = { ledger, frame: { asOf, from, weekStart: 1 } };
		const inputs = { rfm: input, lifecycle: input };
		const days = periodEnds(asOf, ledger.firstDay, unit, { weekStart: 1 }, 5);
		const cuttings = days.map((day) => cuttingOn(inputs, params, day));
		const said = days.map((day) => saidOn(ledger, from === null ? null : from - (asOf - day), day, params));
		for (let who = 0; who < ledger.customers.size; who += everyNth) {
			const own = customerHistory(inputs, params, cuttings, who);
			expect([...own.day]).toEqual(days);
			days.forEach((_, step) => {
				const names = ['r', 'f', 'm', 'segment', 'type', 'stage'] as const;
				expect(names.map((name) => own[name][step])).toEqual(said[step]?.(who));
				compared++;
			});
		}
	}
	return compared;
}

// Oracle: RFM and the lifecycle themselves, run with each day as the as-of date on the orders up to it. Tolerance: none.
describe('The history of a customer', () => {
	test('on generated shops is what the methods say on each day, by every binning, with and without a window', () => {
		let seed = 7;
		const next = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n;
		const rows = Array.from({ length: 400 }, (): TestRow => [
			String(next(60)),
			600 + next(300),
			1 + next(500)
		]);
		const ledger = ledgerOf(rows);
		expect(check(ledger, 899, null, 'month', 1)).toBeGreaterThan(1000);
		expect(check(ledger, 899, 700, 'quarter', 3)).toBeGreaterThan(200);
	});
});

describeWithData('The history of a customer', () => {
	test('of Online Retail is what the methods say on each day', () => {
		const ledger = loadLedger('online-retail');
		expect(check(ledger, ledger.lastDay, null, 'month', 97, ['quantile', 'ntile'])).toBeGreaterThan(400);
	});
});
