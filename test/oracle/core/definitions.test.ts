import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { isoDate } from '#lib/core/calendar/day.ts';
import { medianRanks } from '#lib/core/math/median-ranks.ts';
import { churn } from '#lib/core/methods/churn/method.ts';
import { contribution } from '#lib/core/methods/contribution/method.ts';
import { lifecycle } from '#lib/core/methods/lifecycle/method.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import { retention } from '#lib/core/methods/retention/method.ts';
import type { Method, MethodResult } from '#lib/core/methods/types.ts';
import { concentrationIntervals } from '#lib/core/math/compare/concentration-intervals.ts';
import { contributionScalars } from '#lib/core/methods/value/contribution-scalars.ts';
import { contributionOf } from '#lib/core/methods/value/contribution.ts';
import { ltvCurve } from '#lib/core/methods/value/cohort-tables.ts';
import { cohortValues } from '#lib/core/methods/value/cohort-values.ts';
import { describeWithData } from '../../support/data.ts';
import { loadLedger } from '../../support/real-data.ts';

interface Period {
	readonly active: number;
	readonly new: number;
	readonly orders: number;
	readonly revenue: number;
}
interface Golden {
	readonly asOf: string;
	readonly gaps: number;
	readonly p40: number;
	readonly p80: number;
	readonly shares: Readonly<Record<'eightyPercent' | 'topTenth' | 'topFifth' | 'gini' | 'hhi', number>> & {
		readonly tiers: number[];
	};
	readonly intervals: Readonly<
		Record<'customers' | 'low' | 'high' | 'cut' | 'gapP25' | 'gapMedian' | 'gapP75' | 'gapP90', number>
	>;
	readonly stickiness: Readonly<Record<'exactly' | 'atLeast', number[]>>;
	readonly ninetyDays: readonly [Period, Period];
	readonly bands: number[];
	readonly churn: readonly Readonly<
		Record<'start' | 'lost' | 'new' | 'wonBack' | 'end' | 'everyone', number>
	>[];
	readonly wonBack: { readonly window: number; readonly followed: number; readonly returned: number };
	readonly funnel: { readonly customers: number[]; readonly days: readonly (readonly [number, number])[] };
	readonly ltv: readonly (readonly [number, number])[];
	readonly growth: { readonly moves: readonly (readonly [number, number])[]; readonly parts: number[] };
}

// Made by test/oracle/make/definitions.py: the definitions worked out in plain Python, customer by customer, in whole numbers and
// fractions. Tolerance: none for people and money; shares and days 1e-12.
describeWithData('the definitions of the field on Online Retail, every choice left at its default', () => {
	const file = new URL('../make/golden/definitions.json', import.meta.url);
	const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;
	const inputOf = () => {
		const ledger = loadLedger('online-retail');
		return { ledger, frame: { asOf: ledger.lastDay, from: null, weekStart: 1 } };
	};
	function run<P, R extends MethodResult>(method: Method<P, R>, params: unknown = {}): R {
		return method.run(inputOf(), v.parse(method.params, params)).result;
	}

	test('as-of date, the gaps between orders and their percentiles, and the funnel', () => {
		const { scalars, tables } = run(lifecycle);
		expect(isoDate(loadLedger('online-retail').lastDay)).toBe(golden.asOf);
		expect([scalars.gaps, scalars.gapP40, scalars.gapP80]).toEqual([golden.gaps, golden.p40, golden.p80]);
		const { customers, medianDays, p90Days } = tables.funnel.columns;
		expect([...customers]).toEqual(golden.funnel.customers);
		golden.funnel.days.forEach(([median, p90], step) => {
			expect(medianDays[step + 2]).toBeCloseTo(median, 12);
			expect(p90Days[step + 2]).toBeCloseTo(p90, 12);
		});
	});

	test('the last 90 days and those before, and who makes 80 % of the revenue', () => {
		const { scalars: s } = run(overview);
		const [now, before] = golden.ninetyDays;
		expect([s.currentActive, s.currentNew, s.currentOrders, s.currentRevenue]).toEqual(Object.values(now));
		expect([s.beforeActive, s.beforeNew, s.beforeOrders, s.beforeRevenue]).toEqual(Object.values(before));
		expect(s.eightyPercentCustomers).toBe(golden.shares.eightyPercent);
	});

	test('value tiers, Gini, HHI and the shares of the largest', () => {
		const { ledger, frame } = inputOf();
		const found = contributionOf(ledger, ledger.firstDay, frame.asOf, { tierA: 0.7, tierB: 0.9 });
		const scalars = contributionScalars(
			found,
			concentrationIntervals(found.ascending, () => 0)
		);
		expect([0, 1, 2].map((tier) => found.tier.filter((own) => own === tier).length)).toEqual(
			golden.shares.tiers
		);
		expect(scalars.gini).toBeCloseTo(golden.shares.gini, 12);
		expect(scalars.hhi).toBeCloseTo(golden.shares.hhi, 14);
		expect(scalars.topTenthShare).toBeCloseTo(golden.shares.topTenth, 12);
		expect(scalars.topFifthShare).toBeCloseTo(golden.shares.topFifth, 12);
	});

	test('cumulative value by age over the cohorts that have completed it', () => {
		const { ledger, frame } = inputOf();
		const cohorts = cohortValues(ledger, ledger.firstDay, frame.asOf, 'month', 1, frame);
		const { size, value } = ltvCurve(cohorts).columns;
		expect(Array.from(size, (own, n) => [own, value[n]])).toEqual(golden.ltv);
	});

	test('purchase intervals, and on how many months customers were active', () => {
		const { scalars: s, tables } = run(retention);
		expect(s.gapCustomers).toBe(golden.intervals.customers);
		for (const name of ['gapP25', 'gapMedian', 'gapP75', 'gapP90'] as const) {
			expect(s[name]).toBeCloseTo(golden.intervals[name], 12);
		}
		// Exact binomial ranks there, normal ones here: one apart at most, in the same gap on these data.
		const { customers, cut, low, high } = golden.intervals;
		expect(Math.abs(medianRanks(customers)!.low - cut)).toBeLessThanOrEqual(1);
		expect([s.gapMedianLow, s.gapMedianHigh]).toEqual([low, high]);
		expect([...tables.exactly.columns.customers]).toEqual(golden.stickiness.exactly);
		expect([...tables.atLeast.columns.customers]).toEqual(golden.stickiness.atLeast);
	});

	test('risk bands, churn of every month on both bases, and who was won back', () => {
		const { scalars: s, tables } = run(churn, { model: 'none' });
		expect([...tables.bands.columns.customers]).toEqual(golden.bands);
		expect([s.churnedAfter, s.followed, s.wonBack]).toEqual(Object.values(golden.wonBack));
		const ofAll = run(churn, { model: 'none', base: 'all' }).tables.periods.columns;
		const { periods } = tables;
		expect(periods.rows).toBe(golden.churn.length);
		golden.churn.forEach((own, row) => {
			for (const name of ['start', 'lost', 'new', 'wonBack', 'end'] as const) {
				expect(periods.columns[name][row]).toBe(own[name]);
			}
			for (const [rate, base] of [
				[periods.columns.rate[row], own.start],
				[ofAll.rate[row], own.everyone]
			] as const) {
				if (base === 0) expect(rate).toBeNaN();
				else expect(rate).toBeCloseTo(own.lost / base, 12);
			}
		});
	});

	test('growth of half a year by customers, orders and baskets, and by who came and went', () => {
		const { steps, moves } = run(contribution, { days: 180 }).tables;
		const { customers, change } = moves.columns;
		expect(Array.from(customers, (own, row) => [own, change[row]])).toEqual(golden.growth.moves);
		// Parts are whole units; what rounding leaves goes to the largest.
		golden.growth.parts.forEach((own, part) =>
			expect(Math.abs(steps.columns.change[part + 1]! - own)).toBeLessThan(2)
		);
	});
});
