import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
	contractRetention,
	contractSurvival,
	discountedLifetime,
	discountedResidualLifetime,
	fitContract
} from '#lib/core/methods/renewal-models.ts';
import { fitPurchases } from '#lib/core/methods/value/models/fit-purchases.ts';
import { expectedSpend, fitGammaGamma } from '#lib/core/methods/value/models/gamma-gamma.ts';
import { purchaseModels } from '#lib/core/methods/value/models/index.ts';
import { discountedIfAlive } from '#lib/core/methods/value/models/pareto.ts';
import { chanceOfPurchases } from '#lib/core/methods/value/models/purchase-counts.ts';
import { expectedNext } from '#lib/core/methods/value/models/purchase-model.ts';
import { groupRepeats } from '#lib/core/methods/value/models/repeat-groups.ts';
import { value } from '#lib/core/methods/value/method.ts';
import type { ValueParams } from '#lib/core/methods/value/types.ts';
import { ledgerOf, type TestRow } from '../../support/ledger.ts';
import { chanceOf, type Chance } from '../../support/simulate.ts';
import { customersOf, inputOf, rowsOf, shops } from './models/shop.ts';

const ids = ['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const;
/** Parameters from 1/100 to 100, evenly over their logarithm; 1 itself among them, where formulas have gaps. */
const positive = fc.oneof(
	{ weight: 9, arbitrary: fc.double({ min: -4.6, max: 4.6, noNaN: true }).map(Math.exp) },
	{ weight: 1, arbitrary: fc.constant(1) }
);
const parameters = fc.tuple(positive, positive, positive, positive).map((own) => Float64Array.from(own));
/** x, last, age in days, as they can be: no later than the age, no repeats without a time. */
const record = fc
	.tuple(fc.nat(60), fc.nat(1500), fc.nat(1500))
	.map(([x, a, b]) => ({ x: Math.min(x, a, b), last: x === 0 ? 0 : Math.min(a, b), age: Math.max(a, b) }));
const groupsOf = (records: readonly { x: number; last: number; age: number }[]) =>
	groupRepeats({
		x: Uint32Array.from(records, ({ x }) => x),
		last: Int32Array.from(records, ({ x, last }) => (x === 0 ? 0 : last)),
		age: Int32Array.from(records, ({ age }) => age)
	}).groups;

describe.each(ids)('%s', (id) => {
	const model = purchaseModels[id];

	test('chances lie in 0..1, expectations are never below 0 and grow with time, for any customer and parameters', () => {
		fc.assert(
			fc.property(fc.array(record, { minLength: 1, maxLength: 6 }), parameters, (records, params) => {
				const groups = groupsOf(records);
				for (const alive of model.alive(groups, params)) expect(alive >= 0 && alive <= 1 + 1e-12).toBe(true);
				const [soon, later] = [10, 60].map((time) => expectedNext(model, groups, params, time));
				soon!.forEach((own, g) => {
					expect(own).toBeGreaterThanOrEqual(0);
					expect(later![g]).toBeGreaterThanOrEqual(own * (1 - 1e-9));
				});
				const { x, age } = records[0]!;
				const none = model.noneIfAlive(params, x, age / 7, 20);
				expect(none >= 0 && none <= 1 + 1e-9).toBe(true);
				// Who buys at all buys once or more often.
				expect(model.expectedIfAlive(params, x, age / 7, 20)).toBeGreaterThanOrEqual(
					(1 - none) * (1 - 1e-7) - 1e-12
				);
			}),
			{ numRuns: 300 }
		);
	});

	test('the slopes of the likelihood are those of its values', () => {
		fc.assert(
			fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), parameters, (records, params) => {
				const groups = groupsOf(records);
				const slopes = new Float64Array(4);
				const unused = new Float64Array(4);
				const here = model.logLikelihood(groups, params, slopes);
				expect(Number.isFinite(here)).toBe(true);
				for (let i = 0; i < 4; i++) {
					const step = 1e-5 * params[i]!;
					const [up, down] = [step, -step].map((by) =>
						model.logLikelihood(
							groups,
							params.map((own, k) => (k === i ? own + by : own)),
							unused
						)
					) as [number, number];
					const scale = Math.abs(slopes[i]! * params[i]!) + 1e-3 * Math.abs(here) + 1e-3;
					// Each customer's slope is a sum of logarithms, which may all but cancel; Pareto/NBD's are good to 1e-7.
					const cancelled = 1e-6 * records.length;
					expect(Math.abs(slopes[i]! - (up - down) / (2 * step)) * params[i]!).toBeLessThan(
						1e-4 * scale + cancelled
					);
				}
			}),
			{ numRuns: 200 }
		);
	});

	test('time in other units gives the same chances and expectations', () => {
		fc.assert(
			fc.property(record, parameters, (own, params) => {
				const records = {
					x: Uint32Array.of(own.x),
					last: Int32Array.of(own.last),
					age: Int32Array.of(own.age)
				};
				const inDays = params.map((value, i) => (model.timed[i] ? value * 7 : value));
				const weeks = groupRepeats(records).groups;
				const days = groupRepeats(records, 1).groups;
				expect(model.alive(days, inDays)[0]).toBeCloseTo(model.alive(weeks, params)[0]!, 9);
				const [a, b] = [
					expectedNext(model, days, inDays, 70)[0]!,
					expectedNext(model, weeks, params, 10)[0]!
				];
				expect(Math.abs(a - b)).toBeLessThan(1e-7 * (1 + b));
			}),
			{ numRuns: 100 }
		);
	});
});

describe('the models among themselves', () => {
	test('the chances of BG/NBD purchase counts add up to 1, and their mean to the expectation', () => {
		const params = Float64Array.of(0.6, 5, 1, 2.4);
		let all = 0;
		let mean = 0;
		for (let x = 0; x < 400; x++) {
			const own = chanceOfPurchases(params, 30, x);
			expect(own).toBeGreaterThanOrEqual(0);
			all += own;
			mean += x * own;
		}
		expect(all).toBeCloseTo(1, 9);
		expect(mean).toBeCloseTo(purchaseModels['bg-nbd'].expected(params, 30), 8);
	});

	test('nothing jumps where a formula has a gap: a = 1, a + b = 1, s = 1, alpha = beta', () => {
		const near = (id: (typeof ids)[number], params: number[], i: number): void => {
			const at = (by: number) =>
				purchaseModels[id].expectedIfAlive(
					Float64Array.from(params, (own, k) => (k === i ? own + by : own)),
					0,
					20,
					30
				);
			expect(Math.abs(at(0) - (at(1e-7) + at(-1e-7)) / 2)).toBeLessThan(1e-9);
		};
		near('bg-nbd', [0.4, 5, 1, 2], 2);
		near('bg-nbd', [0.4, 5, 0.3, 0.7], 2);
		near('mbg-nbd', [0.4, 5, 1, 0.5], 2);
		near('pareto-nbd', [0.4, 5, 1, 9], 2);
		const alive = (beta: number) =>
			purchaseModels['pareto-nbd'].alive(
				groupsOf([{ x: 3, last: 40, age: 300 }]),
				Float64Array.of(0.4, 5, 0.8, beta)
			)[0]!;
		expect(Math.abs(alive(5) - (alive(5 + 1e-7) + alive(5 - 1e-7)) / 2)).toBeLessThan(1e-9);
	});

	test('Pareto/NBD agrees across the border between series and integral', () => {
		// The border lies where A and B differ by 0.93 of the larger: at beta = 0.07 and at beta = 1 ÷ 0.07 for alpha = 1.
		for (const border of [0.07, 1 / 0.07]) {
			const [below, above] = [1 - 1e-9, 1 + 1e-9].map((by) =>
				purchaseModels['pareto-nbd'].noneIfAlive(Float64Array.of(0.7, 1, 0.9, border * by), 2, 0, 5)
			) as [number, number];
			expect(Math.abs(below - above)).toBeLessThan(1e-7);
		}
	});

	test('a higher discount never makes the future worth more', () => {
		fc.assert(
			fc.property(
				parameters,
				record,
				fc.double({ min: 0.001, max: 0.2, noNaN: true }),
				(params, own, discount) => {
					const at = (d: number) => discountedIfAlive(params, own.x, own.age / 7, d);
					expect(at(discount * 1.5)).toBeLessThanOrEqual(at(discount));
				}
			)
		);
	});
});

describe('spending', () => {
	test('scaling the money scales the prediction, whatever the fit', () => {
		const chance = chanceOf(11);
		const x = Uint32Array.from({ length: 300 }, (_, i) => 1 + (i % 6));
		const mean = Float64Array.from(x, (n) => chance.gamma(5 * n, n * chance.gamma(4, 60)));
		const own = fitGammaGamma({ x, mean })!;
		const scaled = fitGammaGamma({ x, mean: mean.map((value) => value * 730) })!;
		// Two searches of the same hill stop within rounding of its top, where it is flat: a millionth is as near as they get.
		for (const n of [0, 1, 5]) {
			const ratio = expectedSpend(scaled.params, n, 730 * 20) / expectedSpend(own.params, n, 20);
			expect(ratio / 730).toBeCloseTo(1, 6);
		}
	});
});

describe('contracts', () => {
	test('survival starts at 1, never rises, and more discount never lengthens a lifetime', () => {
		const c = fc.oneof(fc.constant(1), fc.double({ min: 0.4, max: 2.2, noNaN: true }));
		fc.assert(
			fc.property(positive, positive, c, fc.integer({ min: 1, max: 9 }), (alpha, beta, power, n) => {
				const params = Float64Array.of(alpha, beta, power);
				let before = 1;
				for (let t = 0; t <= 30; t++) {
					const own = contractSurvival(params, t);
					expect(own >= 0 && own <= before).toBe(true);
					before = own;
				}
				const kept = contractRetention(params, n);
				expect(kept > 0 && kept <= 1).toBe(true);
				expect(discountedLifetime(params, 0.2)).toBeLessThanOrEqual(discountedLifetime(params, 0.1));
				expect(discountedResidualLifetime(params, 0.2, n)).toBeLessThanOrEqual(
					discountedResidualLifetime(params, 0.1, n)
				);
			}),
			{ numRuns: 150 }
		);
	});
});

/** Days are drawn within 2 years; the day that something happens on is its whole part. */
function simulated(id: (typeof ids)[number], params: readonly number[], size: number, chance: Chance) {
	const [first, alpha, third, fourth] = params as [number, number, number, number];
	const records = { x: new Uint32Array(size), last: new Int32Array(size), age: new Int32Array(size) };
	for (let i = 0; i < size; i++) {
		// In thousandths of a week, so that hardly two purchases share a moment.
		const age = 20_000 + Math.floor(chance.uniform() * 80_000);
		const rate = chance.gamma(first, alpha) / 1000;
		const leave = id === 'pareto-nbd' ? 0 : chance.beta(third, fourth);
		const end = id === 'pareto-nbd' ? 1000 * chance.exponential(chance.gamma(third, fourth)) : Infinity;
		records.age[i] = age;
		let at = 0;
		if (id === 'mbg-nbd' && chance.uniform() < leave) continue;
		for (;;) {
			at += chance.exponential(rate);
			if (at > Math.min(age, end)) break;
			records.x[i]!++;
			records.last[i] = Math.floor(at);
			if (chance.uniform() < leave) break;
		}
	}
	return groupRepeats(records, 1000).groups;
}

describe('simulated customers', () => {
	test.each([
		['bg-nbd', [0.6, 8, 0.9, 2.5]],
		['mbg-nbd', [0.8, 8, 0.9, 2.2]],
		['pareto-nbd', [0.7, 8, 0.8, 14]]
	] as const)('%s finds again the parameters that made 20,000 of them, within 12 %', (id, truth) => {
		const groups = simulated(id, truth, 20_000, chanceOf(4));
		const fit = fitPurchases(purchaseModels[id], groups)!;
		expect(fit.way).toBe('plain');
		truth.forEach((own, i) => expect(Math.abs(fit.params[i]! / own - 1), id).toBeLessThan(0.12));
		const atTruth = purchaseModels[id].logLikelihood(groups, Float64Array.from(truth), new Float64Array(4));
		expect(fit.logLikelihood).toBeGreaterThanOrEqual(atTruth);
		// Twice the difference is chi-squared with 4 degrees of freedom: 18.5 is its 99.9 % point.
		expect(2 * (fit.logLikelihood - atTruth)).toBeLessThan(18.5);
	});

	test('Gamma–Gamma finds again what made 20,000 mean values, within 10 %', () => {
		const chance = chanceOf(9);
		const x = Uint32Array.from({ length: 20_000 }, () => 1 + Math.floor(chance.exponential(0.4)));
		const mean = Float64Array.from(x, (n) => chance.gamma(6 * n, n * chance.gamma(4, 15)));
		const fit = fitGammaGamma({ x, mean })!;
		[6, 4, 15].forEach((own, i) => expect(Math.abs(fit.params[i]! / own - 1)).toBeLessThan(0.1));
	});

	test('sBG and BdW find again the survival that made a cohort of a million', () => {
		for (const truth of [
			[0.7, 2.2, 1],
			[0.4, 1.5, 1.4]
		] as const) {
			const params = Float64Array.from(truth);
			const cohort = Array.from({ length: 9 }, (_, t) => Math.round(1e6 * contractSurvival(params, t)));
			const fit = fitContract(cohort, truth[2] === 1 ? 'sbg' : 'bdw')!;
			truth.forEach((own, i) => expect(Math.abs(fit.params[i]! / own - 1)).toBeLessThan(0.01));
		}
	});

	test('customers who never leave, or all alike, still get an answer that says how it was found', () => {
		const chance = chanceOf(5);
		const rows: TestRow[] = [];
		for (let who = 0; who < 200; who++) {
			for (
				let on = Math.floor(chance.uniform() * 60);
				on < 700;
				on += 1 + Math.floor(chance.exponential(1 / 30))
			) {
				rows.push([`c${who}`, 18_000 + on, 100 + Math.floor(chance.uniform() * 900)]);
			}
		}
		const ledger = ledgerOf(rows);
		const input = { ledger, frame: { asOf: ledger.lastDay, from: null, weekStart: 1 } };
		for (const model of ids) {
			const { scalars } = value.run(input, v.parse(value.params, { model })).result;
			expect(scalars.forecast).toBeGreaterThan(0);
			// 200 customers, a purchase every 31 days, a year ahead: about 2,300.
			expect(Math.abs(scalars.expectedOrders / ((200 * 365.25) / 31) - 1), model).toBeLessThan(0.15);
		}
	});
});

const params: fc.Arbitrary<ValueParams> = fc.record({
	model: fc.constantFrom(...ids),
	months: fc.integer({ min: 1, max: 36 }),
	discount: fc.constantFrom(0, 0.01, 0.1),
	margin: fc.constantFrom(0.25, 1),
	acquisitionCost: fc.constantFrom(null, 0, 500, 20_000),
	tierA: fc.constantFrom(0.5, 0.7),
	tierB: fc.constantFrom(0.8, 0.9),
	unit: fc.constantFrom('month', 'quarter', 'year')
});

describe('value', () => {
	test('revenue, tiers, concentration, cohorts and their people equal the naive model', () => {
		fc.assert(
			fc.property(shops, params, (shop, chosen) => {
				const input = inputOf(shop);
				const { tables, scalars, status } = value.run(input, chosen).result;
				const from = shop.from ?? -Infinity;
				const all = customersOf(shop).filter(({ orders }) => orders.length > 0);
				const found = all
					.map(({ index, orders }) => {
						const own = orders.filter(({ day }) => day >= from);
						return { index, orders: own.length, revenue: own.reduce((sum, { amount }) => sum + amount, 0) };
					})
					.filter(({ orders }) => orders > 0);
				expect(status).toBe(found.length > 0 ? 'ok' : 'not-enough-data');
				const total = found.reduce((sum, { revenue }) => sum + revenue, 0);
				expect([scalars.customers, scalars.revenue, scalars.everyone]).toEqual([
					found.length,
					total,
					all.length
				]);
				if (found.length === 0) return;
				const ranked = [...found].sort((a, b) => b.revenue - a.revenue || a.index - b.index);
				let before = 0;
				const tiers: number[][] = [[], [], []];
				for (const { index, revenue } of ranked) {
					// Whole numbers, so that the border is exact.
					const tier =
						before * 100 < total * Math.round(chosen.tierA * 100)
							? 0
							: before * 100 < total * Math.round(chosen.tierB * 100)
								? 1
								: 2;
					tiers[tier]!.push(index);
					before += revenue;
				}
				tiers.forEach((members, row) => {
					members.sort((a, b) => a - b);
					expect([...value.members(input, chosen, 'tiers', row)]).toEqual(members);
					expect(tables.tiers.columns.customers[row]).toBe(members.length);
				});
				for (const row of [0, 1, 37, 50, 100]) {
					const count = Math.ceil((found.length * row) / 100);
					const top = ranked.slice(0, count);
					expect(tables.concentration.columns.customers[row]).toBe(count);
					expect(tables.concentration.columns.revenue[row]).toBe(
						top.reduce((sum, { revenue }) => sum + revenue, 0)
					);
					expect([...value.members(input, chosen, 'concentration', row)]).toEqual(
						top.map(({ index }) => index).sort((a, b) => a - b)
					);
				}
				const { yearStart = 1 } = shop;
				const every = { month: 1, quarter: 3, year: 12 }[chosen.unit];
				const periodOf = (day: number): number => {
					const date = new Date(day * 86_400_000);
					const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + 1;
					return chosen.unit === 'month' ? month : Math.floor((month - yearStart) / every);
				};
				const entries = [...new Set(all.map(({ orders }) => periodOf(orders[0]!.day)))].sort((a, b) => a - b);
				expect(tables.cohorts.rows).toBe(entries.length);
				// The simple formula: whole periods alone, each customer by the periods with an order.
				const end = new Date((shop.asOf + 1) * 86_400_000);
				const whole = end.getUTCDate() === 1 && (end.getUTCMonth() + 13 - yearStart) % every === 0;
				const lastWhole = periodOf(shop.asOf) - (whole ? 0 : 1);
				const bought = all.flatMap(({ orders }) =>
					[...new Set(orders.map(({ day }) => periodOf(day)))]
						.filter((period) => period <= lastWhole)
						.map((period) => ({ period, next: orders.some(({ day }) => periodOf(day) === period + 1) }))
				);
				const followed = bought.filter(({ period }) => period < lastWhole);
				const income =
					(all
						.flatMap(({ orders }) => orders)
						.filter(({ day }) => periodOf(day) <= lastWhole)
						.reduce((money, { amount }) => money + amount, 0) *
						chosen.margin) /
					bought.length;
				const churn = followed.filter(({ next }) => !next).length / followed.length;
				for (const [own, naive] of [
					[scalars.simpleIncome, income],
					[scalars.simpleChurn, churn],
					[scalars.simpleValue, churn > 0 ? income / churn : NaN]
				] as const) {
					expect(
						Number.isNaN(naive) ? Number.isNaN(own) : Math.abs(own - naive) <= 1e-9 * Math.abs(naive)
					).toBe(true);
				}
				const cost = chosen.acquisitionCost;
				const { n, perCustomer } = tables.curve.columns;
				const reached = cost === null ? -1 : perCustomer.findIndex((own) => own >= cost);
				expect(scalars.paybackPeriods).toBe(n[reached] ?? NaN);
				let at = 0;
				entries.forEach((entry, row) => {
					const members = all.filter(({ orders }) => periodOf(orders[0]!.day) === entry);
					expect([...value.members(input, chosen, 'cohorts', row)]).toEqual(
						members.map(({ index }) => index)
					);
					for (let n = 0; entry + n <= periodOf(shop.asOf); n++, at++) {
						const sum = members
							.flatMap(({ orders }) => orders)
							.filter(({ day }) => periodOf(day) <= entry + n)
							.reduce((money, { amount }) => money + amount, 0);
						expect(tables.ltv.columns.value[at]).toBeCloseTo(sum * chosen.margin, 9);
						const buying = members.filter(({ orders }) =>
							orders.some(({ day }) => periodOf(day) === entry + n)
						);
						expect([...value.members(input, chosen, 'ltv', at)]).toEqual(buying.map(({ index }) => index));
					}
				});
				expect(tables.ltv.rows).toBe(at);
				expect(rowsOf(tables.curve).every(({ size }) => Number(size) > 0)).toBe(true);
			}),
			{ numRuns: 120 }
		);
	});

	test('the order of the rows does not matter', () => {
		fc.assert(
			fc.property(shops, params, fc.infiniteStream(fc.nat()), (shop, chosen, keys) => {
				const shuffled = shop.rows
					.map((row) => ({ row, key: keys.next().value as number }))
					.sort((a, b) => a.key - b.key)
					.map(({ row }) => row);
				const run = (rows: readonly TestRow[]) => value.run(inputOf({ ...shop, rows }), chosen).result;
				expect(run(shuffled)).toEqual(run(shop.rows));
			}),
			{ numRuns: 60 }
		);
	});
});
