import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { periodTable } from '#lib/core/calendar/period-table.ts';
import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import { customerSigns, signKinds, type CustomerSigns } from '#lib/core/dataset/customer-signs.ts';
import type { OrderLines } from '#lib/core/dataset/order-lines.ts';
import { RowKind } from '#lib/core/dataset/order-table.ts';
import { lifecycle } from '#lib/core/methods/lifecycle/method.ts';
import {
	templateIds,
	templateStages,
	toldSigns,
	type LifecycleParams
} from '#lib/core/methods/lifecycle/types.ts';
import { customersOf, inputOf, shops, type Shop } from './models/shop.ts';

interface Sign {
	readonly who: number;
	readonly ago: number;
	readonly kind: number;
	readonly value: number;
}
const signs: fc.Arbitrary<readonly Sign[] | null> = fc.option(
	fc.array(
		fc.record({
			who: fc.nat(9),
			ago: fc.integer({ min: -30, max: 400 }),
			kind: fc.nat(signKinds.length - 1),
			value: fc.integer({ min: 0, max: 10 })
		}),
		{ minLength: 1, maxLength: 30 }
	),
	{ nil: null }
);
const params: fc.Arbitrary<LifecycleParams> = fc
	.record({
		unit: fc.constantFrom('week', 'month', 'quarter'),
		models: fc.tuple(fc.constantFrom(...templateIds), fc.constantFrom(...templateIds)),
		matureOrders: fc.integer({ min: 3, max: 6 })
	})
	.map((given) => v.parse(lifecycle.params, given));

/** Rows about customers that the shop does not have are about nobody known. */
function signsOf(shop: Shop, some: readonly Sign[] | null): CustomerSigns | null {
	if (some === null) return null;
	const { size } = inputOf(shop).ledger.customers;
	return customerSigns(size, [
		{
			told: signKinds,
			customer: Uint32Array.from(some, ({ who }) => (who < size ? who : NO_CODE)),
			day: Int32Array.from(some, ({ ago }) => shop.asOf - ago),
			kind: Uint8Array.from(some, ({ kind }) => kind),
			value: Float64Array.from(some, ({ value }) => value)
		}
	]);
}

const hasAnswer = (shop: Shop): boolean =>
	customersOf(shop).some(({ orders }) => orders.length > 0) && (shop.from === null || shop.from <= shop.asOf);

describe('stage models', () => {
	test('any two templates part the known customers, at any date and with any linked rows', () => {
		fc.assert(
			fc.property(shops, signs, params, (shop, some, chosen) => {
				fc.pre(hasAnswer(shop));
				const input = { ...inputOf(shop), signs: signsOf(shop, some) };
				const { models, crossing } = lifecycle.run(input, chosen).result.tables;
				const known = customersOf(shop).map(({ index }) => index);
				const [first, second] = chosen.models.map((template) => templateStages[template].length) as [
					number,
					number
				];
				expect([models.rows, crossing.rows]).toEqual([first + second, first * second]);
				for (const table of ['models', 'crossing'] as const) {
					const own = { models, crossing }[table];
					const groups = Array.from({ length: own.rows }, (_, row) => [
						...lifecycle.members(input, chosen, table, row)
					]);
					groups.forEach((group, row) => expect(own.columns.customers[row]).toBe(group.length));
					const cuts = table === 'models' ? [groups.slice(0, first), groups.slice(first)] : [groups];
					// Each known customer once, and nobody else.
					for (const cut of cuts) expect(cut.flat().sort((a, b) => a - b)).toEqual(known);
				}
				// The cross table's margins are the models' stages.
				models.columns.customers.forEach((n, row) => {
					const margin = [...crossing.columns.customers].filter((_, cell) =>
						row < first ? Math.floor(cell / second) === row : cell % second === row - first
					);
					expect(margin.reduce((sum, own) => sum + own, 0)).toBe(n);
				});
			}),
			{ numRuns: 150 }
		);
	});

	test('stages before an order, and evangelists, are those that linked rows speak of by then', () => {
		fc.assert(
			fc.property(shops, signs, (shop, some) => {
				fc.pre(hasAnswer(shop));
				const chosen = v.parse(lifecycle.params, { models: ['b2b', 'aipl'] });
				const input = { ...inputOf(shop), signs: signsOf(shop, some) };
				const found = (row: number): number[] => [...lifecycle.members(input, chosen, 'models', row)];
				const rows = (index: number) => (some ?? []).filter(({ who, ago }) => who === index && ago >= 0);
				const promoter = (index: number): boolean => {
					const told = rows(index).filter(({ kind }) => signKinds[kind] === 'answer');
					const last = Math.min(...told.map(({ ago }) => ago));
					// Of several answers on one day the last in the file counts.
					return (told.filter(({ ago }) => ago === last).at(-1)?.value ?? 0) >= 9;
				};
				const known = customersOf(shop);
				const where = (belongs: (index: number, orders: number) => boolean): number[] =>
					known.filter(({ index, orders }) => belongs(index, orders.length)).map(({ index }) => index);
				expect(found(0)).toEqual(where((who, n) => n === 0 && rows(who).length === 0));
				expect(found(1)).toEqual(where((who, n) => n === 0 && rows(who).length === 1));
				expect(found(2)).toEqual(where((who, n) => n === 0 && rows(who).length >= 2));
				expect(found(3)).toEqual(where((who, n) => n > 0 && !promoter(who)));
				expect(found(4)).toEqual(where((who, n) => n > 0 && promoter(who)));
				expect(found(5)).toEqual(where((who, n) => n === 0 && rows(who).length === 0));
				expect(found(6)).toEqual(where((who, n) => n === 0 && rows(who).length > 0));
			}),
			{ numRuns: 150 }
		);
	});
});

describe('the board', () => {
	test('who took part, complained or bought a new kind in a period equals the naive count, with their people', () => {
		const kinds = fc.array(fc.option(fc.nat(3), { nil: NO_CODE }), { minLength: 70, maxLength: 70 });
		fc.assert(
			fc.property(shops, signs, params, kinds, (shop, some, chosen, codes) => {
				fc.pre(hasAnswer(shop));
				const base = inputOf(shop);
				const { ledger } = base;
				const customer: number[] = [];
				for (let who = 0; who < ledger.customers.size; who++) {
					const n = (ledger.offsets[who + 1] as number) - (ledger.offsets[who] as number);
					customer.push(...Array<number>(n).fill(who));
				}
				const lines: OrderLines = {
					attribute: 'kind',
					customer: Uint32Array.from(customer),
					day: ledger.day,
					kind: new Uint8Array(ledger.orders).fill(RowKind.SALE),
					codes: Uint32Array.from(customer, (_, row) => codes[row] as number)
				};
				const input = { ...base, signs: signsOf(shop, some), lines };
				const { board, told } = lifecycle.run(input, chosen).result.tables;
				const first = Math.min(...customersOf(shop).flatMap(({ orders }) => orders.map(({ day }) => day)));
				const periods = periodTable(first, shop.asOf, chosen.unit, input.frame);
				const periodOf = (day: number): number => (day < first ? -1 : (periods.of[day - first] as number));
				const shown = periods.count - board.rows;
				for (let row = 0; row < board.rows; row++) {
					const period = shown + row;
					const end = (periods.starts[period + 1] as number) - 1;
					const here = (some ?? []).filter(({ ago }) => ago >= 0 && periodOf(shop.asOf - ago) === period);
					const of = (who: number) =>
						[...lines.day.keys()].filter(
							(at) =>
								lines.customer[at] === who &&
								lines.codes[at] !== NO_CODE &&
								(lines.day[at] as number) <= shop.asOf
						);
					const size = ledger.customers.size;
					const everyone = Array.from({ length: size }, (_, who) => who);
					const before = (who: number) => of(who).filter((at) => periodOf(lines.day[at] as number) < period);
					const now = (who: number) => of(who).filter((at) => periodOf(lines.day[at] as number) === period);
					const buyers = everyone.filter((who) => before(who).length > 0 && now(who).length > 0);
					const crossed = buyers.filter((who) => {
						const seen = new Set(before(who).map((at) => lines.codes[at]));
						return now(who).some((at) => !seen.has(lines.codes[at]));
					});
					const people = {
						participation: everyone.filter((who) => here.some((sign) => sign.who === who)),
						complaint: everyone.filter((who) =>
							here.some((sign) => sign.who === who && signKinds[sign.kind] === 'complaint')
						),
						crossSell: crossed
					};
					toldSigns.forEach((sign, at) => {
						const long = row * toldSigns.length + at;
						expect([...lifecycle.members(input, chosen, 'told', long)]).toEqual(people[sign]);
						expect(told.columns.customers[long]).toBe(people[sign].length);
					});
					// Whoever a linked table has spoken of by then is known too, ordered or not.
					const spokenOf = (who: number): boolean =>
						(some ?? []).some((sign) => sign.who === who && shop.asOf - sign.ago <= Math.min(end, shop.asOf));
					const known = everyone.filter(
						(who) =>
							spokenOf(who) ||
							customersOf(shop).some(
								({ index, firstSeen }) => index === who && firstSeen <= Math.min(end, shop.asOf)
							)
					);
					const share = board.columns.participation[row] as number;
					if (some === null) expect(share).toBeNaN();
					else {
						expect(share).toBe(people.participation.length / known.length);
						expect(share).toBeLessThanOrEqual(1);
					}
					const cross = board.columns.crossSell[row] as number;
					if (buyers.length === 0) expect(cross).toBeNaN();
					else expect(cross).toBe(crossed.length / buyers.length);
				}
			}),
			{ numRuns: 80 }
		);
	});
});
