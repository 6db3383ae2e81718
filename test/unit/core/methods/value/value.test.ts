import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ageRates, repeatsByCurve } from '#lib/core/methods/value/age-rates.ts';
import { mostCohorts } from '#lib/core/methods/value/cohort-values.ts';
import { value } from '#lib/core/methods/value/method.ts';
import { summariseRepeats } from '#lib/core/methods/value/repeat-summary.ts';
import {
	forecastIds,
	spendIds,
	verdictIds,
	type ValueCustomers,
	type ValueResult
} from '#lib/core/methods/value/types.ts';
import type { Frame } from '#lib/core/methods/types.ts';
import { dayOf, ledgerOf, type TestRow } from '../../../../support/ledger.ts';
import { chanceOf } from '../../../../support/simulate.ts';

const frame: Frame = { asOf: dayOf('2024-04-15'), from: null, weekStart: 1 };
const run = (rows: readonly TestRow[], params: unknown = {}, given = frame): ValueResult =>
	value.run({ ledger: ledgerOf(rows), frame: given }, v.parse(value.params, params)).result;
const codes = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code);

const rows: TestRow[] = [
	['ann', '2024-01-10', 500],
	['ann', '2024-01-10', 100],
	['ann', '2024-03-02', 100],
	['bob', '2024-01-31', 200],
	['cleo', '2024-03-31', 60],
	['dora', '2024-02-01', 40],
	['eve', '2024-02-01', null]
];

/** A shop whose customers buy and leave as BG/NBD has it: 300 of them over two years. */
function shopOf(size: number, seed = 2): TestRow[] {
	const chance = chanceOf(seed);
	const shop: TestRow[] = [];
	for (let who = 0; who < size; who++) {
		const rate = chance.gamma(0.9, 40);
		const leave = chance.beta(0.8, 2.5);
		const mean = chance.gamma(9, 0.01);
		let at = Math.floor(chance.uniform() * 600);
		for (;;) {
			shop.push([`c${who}`, frame.asOf - 730 + at, 1 + Math.floor(chance.gamma(4, 4 / mean))]);
			if (shop.at(-1)![1] !== frame.asOf - 730 + at || chance.uniform() < leave) break;
			at += 1 + Math.floor(chance.exponential(rate));
			if (at > 730) break;
		}
	}
	return shop;
}

test('tells how far it has come, ever further, and answers the same', () => {
	const ledger = ledgerOf(shopOf(300));
	const params = v.parse(value.params, {});
	const told: number[] = [];
	const watched = value.run({ ledger, frame, tell: (share) => told.push(share) }, params);
	expect(told.length).toBeGreaterThan(10);
	expect(told).toEqual(told.toSorted((a, b) => a - b));
	expect([told[0], told.at(-1)]).toEqual([0.05, 0.9]);
	expect(watched.result).toEqual(value.run({ ledger: ledgerOf(shopOf(300)), frame }, params).result);
});

describe('value by hand', () => {
	test('tiers: the fewest who make 70 %, then 20 %, then the rest', () => {
		const { tiers } = run(rows).tables;
		// 700 of 1,000 is Ann's alone, Bob's 200 makes 90 %, Cleo's 60 and Dora's 40 are the rest.
		expect([...tiers.columns.customers]).toEqual([1, 1, 2]);
		expect([...tiers.columns.revenue]).toEqual([700, 200, 100]);
		expect([...tiers.columns.revenueShare]).toEqual([0.7, 0.2, 0.1]);
	});

	test('concentration, Gini and HHI of 700, 200, 60, 40', () => {
		const { tables, scalars } = run(rows);
		expect(tables.concentration.rows).toBe(101);
		expect([0, 1, 25, 26, 100].map((row) => tables.concentration.columns.revenue[row])).toEqual([
			0, 700, 700, 900, 1000
		]);
		expect(scalars.hhi).toBeCloseTo(0.49 + 0.04 + 0.0036 + 0.0016, 12);
		expect(scalars.gini).toBeCloseTo((2 * (40 + 2 * 60 + 3 * 200 + 4 * 700)) / 4000 - 5 / 4, 12);
		expect(scalars).toMatchObject({
			customers: 4,
			everyone: 4,
			revenue: 1000,
			historicValue: 1000,
			topTenthShare: 0.7
		});
	});

	test('cumulative value by month of entry, per customer, the running month marked', () => {
		const { ltv, cohorts, curve } = run(rows, { margin: 0.5 }).tables;
		expect([...cohorts.columns.size]).toEqual([2, 1, 1]);
		expect([...ltv.columns.n]).toEqual([0, 1, 2, 3, 0, 1, 2, 0, 1]);
		expect([...ltv.columns.value]).toEqual([400, 400, 450, 450, 20, 20, 20, 30, 30]);
		expect([...ltv.columns.perCustomer].slice(0, 3)).toEqual([200, 200, 225]);
		expect([...ltv.columns.incomplete]).toEqual([0, 0, 0, 1, 0, 0, 1, 0, 1]);
		expect([...curve.columns.perCustomer]).toEqual([450 / 4, 420 / 3, 450 / 2]);
		expect([...curve.columns.cohorts]).toEqual([3, 2, 1]);
	});

	test('the cost of a customer comes in at the first complete age that reaches it, over all and by cohort', () => {
		const costs = (acquisitionCost: number | null) => {
			const { scalars, tables } = run(rows, { margin: 0.5, acquisitionCost });
			return [scalars.paybackPeriods, ...tables.cohorts.columns.payback];
		};
		expect(costs(null)).toEqual([NaN, NaN, NaN, NaN]);
		expect(costs(0)).toEqual([0, 0, 0, 0]);
		expect(costs(20)).toEqual([0, 0, 0, 0]);
		expect(costs(210)).toEqual([2, 2, NaN, NaN]);
		expect(costs(226)).toEqual([NaN, NaN, NaN, NaN]);
		// Nothing else changes with it.
		const { tables, scalars } = run(rows, { acquisitionCost: 10 });
		const without = run(rows);
		expect(tables.ltv).toEqual(without.tables.ltv);
		expect(scalars.historicValue).toBe(without.scalars.historicValue);
	});

	test('a window cuts contribution and tiers, not historic value and cohorts', () => {
		const { scalars, tables } = run(rows, {}, { ...frame, from: dayOf('2024-03-01') });
		expect(scalars).toMatchObject({ customers: 2, revenue: 160, everyone: 4, historicValue: 1000 });
		expect([...tables.tiers.columns.revenue]).toEqual([160, 0, 0]);
		expect(tables.cohorts.rows).toBe(3);
	});

	test('repeats are days after the first order; orders of a day are one, and the first day’s value is left out', () => {
		const summary = summariseRepeats(ledgerOf(rows), dayOf('2024-02-29'), frame.asOf);
		expect([...summary.x]).toEqual([0, 0, 0]);
		expect([...summary.laterDays]).toEqual([1, 0, 0]);
		expect([...summary.value]).toEqual([600, 200, 40]);
		const whole = summariseRepeats(ledgerOf(rows), frame.asOf);
		expect([whole.x[0], whole.last[0], whole.age[0], whole.repeatValue[0]]).toEqual([1, 52, 96, 100]);
	});

	test('the cohort curve counts repeats by age over all who were observed at it', () => {
		// Everyone buys once more, 10 days after the first; 40 customers, 60 days of observation each.
		const shop = Array.from({ length: 40 }, (_, i): TestRow[] => [
			[`c${i}`, frame.asOf - 60, 100],
			[`c${i}`, frame.asOf - 50, 100]
		]).flat();
		const ledger = ledgerOf(shop);
		const rates = ageRates(ledger, summariseRepeats(ledger, frame.asOf), frame.asOf);
		expect([...rates.byAge].map((own) => Math.round(own * 1e9) / 1e9)).toEqual([0, 1, 1]);
		expect(repeatsByCurve(rates, 0, 15)).toBeCloseTo(0.5, 12);
		expect(repeatsByCurve(rates, 30, 30)).toBeCloseTo(0, 12);
	});
});

describe('a shop with repeats', () => {
	const shop = shopOf(300);

	test('is predicted, held out, and cut into tenths and bands that add up to all', () => {
		const { scalars, tables, warnings } = run(shop);
		expect(forecastIds[scalars.forecast]).toBe('plain');
		expect(spendIds[scalars.spend]).toBe('plain');
		expect(verdictIds[scalars.verdict]).not.toBe('none');
		expect(codes(warnings)).not.toContain('value-few-repeats');
		const sum = (values: Float64Array | Uint32Array): number => Array.from(values).reduce((a, b) => a + b, 0);
		expect(sum(tables.deciles.columns.customers)).toBe(300);
		expect(sum(tables.alive.columns.customers)).toBe(300);
		expect(sum(tables.deciles.columns.predicted)).toBeCloseTo(scalars.predictedValue, 4);
		expect(sum(tables.alive.columns.predicted)).toBeCloseTo(scalars.predictedValue, 4);
		expect(sum(tables.tiers.columns.predicted)).toBeCloseTo(scalars.predictedValue, 4);
		expect(sum(tables.calibration.columns.customers)).toBe(scalars.holdoutCustomers);
		expect([...tables.deciles.columns.predicted]).toEqual(
			[...tables.deciles.columns.predicted].sort((a, b) => b - a)
		);
		expect(scalars.expectedBuyers).toBeLessThan(scalars.expectedAlive);
		expect([...tables.parameters.columns.parameter]).toEqual([0, 1, 2, 3, 6, 7, 8]);
		// What the model and its rivals forecast is there by frequency and in all.
		expect(tables.rivals.columns.rmse[0]).toBe(scalars.holdoutError);
		expect(tables.rivals.columns.total[0]).toBeCloseTo(scalars.holdoutExpected, 9);
	});

	test('more discount, less value; a longer horizon, more; half the margin, half of it', () => {
		const at = (params: unknown): number => run(shop, params).scalars.predictedValue;
		const usual = at({});
		expect(at({ discount: 0.03 })).toBeLessThan(usual);
		expect(at({ discount: 0 })).toBeGreaterThan(usual);
		expect(at({ months: 24 })).toBeGreaterThan(usual);
		expect(at({ margin: 0.5 })).toBeCloseTo(usual / 2, 4);
		const { scalars } = run(shop, { discount: 0 });
		expect(scalars.expectedOrders).toBe(run(shop, { discount: 0.2 }).scalars.expectedOrders);
	});

	test('money in a hundredth of the unit is a hundred times as much value', () => {
		const finer = shop.map(([who, on, money]): TestRow => [who, on, (money as number) * 100]);
		expect(run(finer).scalars.predictedValue / run(shop).scalars.predictedValue).toBeCloseTo(100, 4);
	});

	test('lists the people behind tenths, bands and rows of the calibration', () => {
		const input = { ledger: ledgerOf(shop), frame };
		const params = v.parse(value.params, {});
		const { result } = value.run(input, params);
		for (const table of ['deciles', 'alive', 'calibration'] as const) {
			const all = Array.from({ length: result.tables[table].rows }, (_, row) => {
				const members = value.members(input, params, table, row);
				expect(members).toHaveLength(result.tables[table].columns.customers[row]!);
				return [...members];
			}).flat();
			expect(new Set(all).size).toBe(all.length);
		}
		const { curve } = result.tables;
		expect(curve.rows).toBeGreaterThan(1);
		for (let row = 0; row < curve.rows; row++)
			expect(value.members(input, params, 'curve', row)).toHaveLength(curve.columns.size[row]!);
		for (const [table, row] of [
			['tiers', 3],
			['deciles', 10],
			['alive', 5],
			['alive', -1],
			['calibration', 8],
			['concentration', 101],
			['ltv', 1e6],
			['curve', 1e6],
			['rivals', 0],
			['tiers', 0.5]
		] as const) {
			expect(() => value.members(input, params, table, row), `${table} ${row}`).toThrow('selection-invalid');
		}
	});

	test('what is remembered of the last question never answers another', () => {
		const ledger = ledgerOf(shop);
		const ask = (params: unknown, given = frame) =>
			value.run({ ledger, frame: given }, v.parse(value.params, params)).result;
		const first = ask({});
		expect(ask({ months: 6 }).scalars.predictedValue).toBeLessThan(first.scalars.predictedValue);
		expect(ask({}, { ...frame, from: frame.asOf - 90 }).scalars.customers).toBeLessThan(
			first.scalars.customers
		);
		expect(ask({})).toEqual(first);
	});
});

describe('value with hardly any or odd data', () => {
	test('no valid order, and none in the window, are declared answers', () => {
		const none = run([['dora', '2024-02-01', null]]);
		expect([none.status, codes(none.missing)]).toEqual(['not-enough-data', ['no-orders']]);
		for (const table of Object.values(none.tables)) expect(table.rows).toBe(0);
		const late = run(rows, {}, { ...frame, from: dayOf('2024-04-10') });
		expect(codes(late.missing)).toEqual(['no-orders-in-window']);
	});

	test('with few repeats the past is shown and nothing is predicted', () => {
		const { status, scalars, tables, warnings } = run(rows);
		expect(status).toBe('ok');
		expect(codes(warnings)).toEqual(['few-customers', 'value-few-repeats']);
		expect(forecastIds[scalars.forecast]).toBe('none');
		for (const name of ['predictedValue', 'expectedOrders', 'expectedBuyers', 'holdoutError'] as const) {
			expect(scalars[name]).toBeNaN();
		}
		expect([tables.deciles.rows, tables.alive.rows, tables.calibration.rows, tables.parameters.rows]).toEqual(
			[0, 0, 0, 0]
		);
	});

	test('revenue of zero is told, and makes no shares', () => {
		const { warnings, scalars, tables } = run([['ann', '2024-04-01', 0, 'a', 0]]);
		expect(codes(warnings)).toContain('no-revenue');
		expect(scalars.gini).toBeNaN();
		expect(tables.concentration.columns.revenueShare.every(Number.isNaN)).toBe(true);
	});

	test('repeats that brought nothing leave the spending model without data: means, and it says so', () => {
		const shop = shopOf(300).map(([who, on]): TestRow => [who, on, 0, undefined, 0]);
		const { scalars, warnings } = run(shop);
		expect(spendIds[scalars.spend]).toBe('mean');
		expect(codes(warnings)).toContain('value-spend-mean');
		expect(scalars.predictedValue).toBe(0);
	});

	test('a horizon beyond the observed time is warned of', () => {
		expect(codes(run(shopOf(300), { months: 36 }).warnings)).toContain('value-far-horizon');
	});

	test('of more cohorts than can be shown, the newest are kept and a warning says so', () => {
		const many = Array.from({ length: mostCohorts + 5 }, (_, i): TestRow => [
			`c${i}`,
			frame.asOf - 31 * i,
			1
		]);
		const { tables, warnings } = run(many);
		expect(tables.cohorts.rows).toBe(mostCohorts);
		expect(codes(warnings)).toContain('value-too-many-cohorts');
	});
});

test('parameters have defaults, and nonsense is refused', () => {
	expect(v.parse(value.params, {})).toEqual({
		model: 'bg-nbd',
		months: 12,
		discount: 0.01,
		margin: 1,
		acquisitionCost: null,
		tierA: 0.7,
		tierB: 0.9,
		unit: 'month'
	});
	for (const wrong of [
		{ months: 0 },
		{ months: 1.5 },
		{ discount: -0.01 },
		{ discount: NaN },
		{ margin: 0 },
		{ margin: 1.2 },
		{ tierA: 0.9, tierB: 0.9 },
		{ model: 'magic' },
		{ horizon: 12 }
	]) {
		expect(v.safeParse(value.params, wrong).success, JSON.stringify(wrong)).toBe(false);
	}
});

describe('value × potential', () => {
	const ledger = ledgerOf(shopOf(300));
	const params = v.parse(value.params, {});
	const { result, customers } = value.run({ ledger, frame }, params);
	const { grid, tiers } = result.tables;
	const own = customers as ValueCustomers;

	/** The fewest customers, highest prediction first, who hold a share of all that is expected: by hand. */
	const firstOf = (share: number): Set<number> => {
		const inWindow = [...own.columns.customer.keys()].filter((i) => own.columns.tier[i] !== 255);
		const sorted = inWindow.sort((a, b) => own.columns.predicted[b]! - own.columns.predicted[a]!);
		const total = sorted.reduce((sum, i) => sum + own.columns.predicted[i]!, 0);
		const found = new Set<number>();
		let sum = 0;
		for (const i of sorted) {
			if (sum >= share * total) break;
			sum += own.columns.predicted[i]!;
			found.add(own.columns.customer[i]!);
		}
		return found;
	};

	test('rows add up to the tiers, in customers, revenue and what is expected', () => {
		expect(grid.rows).toBe(9);
		for (const tier of [0, 1, 2]) {
			const sum = (values: ArrayLike<number>) =>
				[0, 1, 2].reduce((all, potential) => all + values[tier * 3 + potential]!, 0);
			expect(sum(grid.columns.customers)).toBe(tiers.columns.customers[tier]);
			expect(sum(grid.columns.revenue)).toBe(tiers.columns.revenue[tier]);
			expect(sum(grid.columns.predicted)).toBeCloseTo(tiers.columns.predicted[tier]!, 6);
		}
	});

	test('columns are the fewest who hold 70 % and 90 % of what is expected, and every cell names its people', () => {
		const [a, ab] = [firstOf(0.7), firstOf(0.9)];
		for (let row = 0; row < 9; row++) {
			const members = value.members({ ledger, frame }, params, 'grid', row);
			expect(members.length).toBe(grid.columns.customers[row]);
			for (const who of members) {
				expect(grid.columns.potential[row]).toBe(a.has(who) ? 0 : ab.has(who) ? 1 : 2);
			}
		}
	});

	test('value × loyalty counts every customer of a tier once, by their orders in the window', () => {
		const { loyalty } = result.tables;
		const ordersOf = (who: number): number => {
			const days = ledger.day.slice(ledger.offsets[who], ledger.offsets[who + 1]);
			return days.filter((day) => day <= frame.asOf && day >= (frame.from ?? -Infinity)).length;
		};
		for (let row = 0; row < 9; row++) {
			const members = value.members({ ledger, frame }, params, 'loyalty', row);
			expect(members.length).toBe(loyalty.columns.customers[row]);
			const [least, most] = [
				[4, Infinity],
				[2, 3],
				[1, 1]
			][row % 3] as [number, number];
			for (const who of members) {
				expect(ordersOf(who)).toBeGreaterThanOrEqual(least);
				expect(ordersOf(who)).toBeLessThanOrEqual(most);
			}
		}
		for (const tier of [0, 1, 2]) {
			const sum = (values: ArrayLike<number>) =>
				[0, 1, 2].reduce((all, column) => all + values[tier * 3 + column]!, 0);
			expect(sum(loyalty.columns.customers)).toBe(tiers.columns.customers[tier]);
			expect(sum(loyalty.columns.revenue)).toBe(tiers.columns.revenue[tier]);
			expect(sum(loyalty.columns.predicted)).toBeCloseTo(tiers.columns.predicted[tier]!, 6);
		}
		expect(run(rows).tables.loyalty.rows).toBe(9);
	});

	test('nothing is shown where nothing is predicted', () => {
		expect(run(rows).tables.grid.rows).toBe(0);
		expect(() => value.members({ ledger: ledgerOf(rows), frame }, params, 'grid', 0)).toThrow();
	});
});
