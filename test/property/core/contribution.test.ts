import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import * as v from 'valibot';
import { decompose } from '#lib/core/methods/contribution/decompose.ts';
import { contribution } from '#lib/core/methods/contribution/method.ts';
import { ledgerOf, type TestRow } from '../../support/ledger.ts';

const lastDay = 900;
const rows = fc.array(
	fc.tuple(
		fc.nat(20).map(String),
		fc.oneof(fc.nat(lastDay), fc.integer({ min: lastDay - 40, max: lastDay })),
		fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 1e6 }))
	),
	{ maxLength: 100 }
);
const params = fc
	.record({
		days: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 300, max: 800 })),
		period: fc.constantFrom('days', 'days', 'month', 'quarter', 'year'),
		against: fc.constantFrom('before', 'year', 'new-year')
	})
	.map((given) => v.parse(contribution.params, given));
const run = (list: readonly TestRow[], given: v.InferOutput<typeof contribution.params>) => {
	const input = { ledger: ledgerOf([...list]), frame: { asOf: lastDay, from: null, weekStart: 1 } };
	return {
		result: contribution.run(input, given).result,
		members: (table: string, row: number) => contribution.members(input, given, table, row)
	};
};
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
const period = fc
	.record({ customers: fc.integer({ min: 1, max: 1e6 }), more: fc.nat(1e6), revenue: fc.nat(1e12) })
	.map(({ customers, more, revenue }) => ({ customers, orders: customers + more, revenue }));

describe('growth', () => {
	test.prop([rows, params])(
		'the three effects and the six moves each add up to the change, to the cent',
		(list, given) => {
			const { result } = run(list, given);
			const { steps, moves } = result.tables;
			if (result.status === 'not-enough-data') return;
			const { change, revenue, revenueBefore } = result.scalars;
			expect(change).toBe(revenue - revenueBefore);
			expect(sum(steps.columns.change.subarray(1, 4))).toBe(change);
			expect(sum(moves.columns.change)).toBe(change);
			expect(steps.columns.to[3]).toBe(revenue);
			for (let row = 1; row < 4; row++) expect(steps.columns.from[row]).toBe(steps.columns.to[row - 1]);
			expect(sum(moves.columns.customers)).toBe(result.n);
			expect([sum(moves.columns.before), sum(moves.columns.now)]).toEqual([revenueBefore, revenue]);
		}
	);

	test.prop([rows, params])('as many people stand behind a row as it says', (list, given) => {
		const { result, members } = run(list, given);
		if (result.status === 'not-enough-data') return;
		const { moves, top } = result.tables;
		for (let row = 0; row < moves.rows; row++) {
			expect(members('moves', row)).toHaveLength(moves.columns.customers[row] as number);
		}
		for (let row = 0; row < top.rows; row++)
			expect(members('top', row)).toHaveLength(top.columns.count[row] as number);
		expect(members('steps', 0)).toHaveLength(result.scalars.customersBefore);
		expect(members('steps', 4)).toHaveLength(result.scalars.customers);
	});

	test.prop([period, period])(
		'effects change their sign, and nothing else, when the periods change places',
		(a, b) => {
			const [there, back] = [decompose(a, b), decompose(b, a)];
			// Beyond this, whole units are not exact in doubles.
			fc.pre(there.every((part) => Math.abs(part) < 2 ** 50));
			expect(sum(there)).toBe(b.revenue - a.revenue);
			there.forEach((part, at) => {
				const tolerance = 3 + 1e-12 * Math.max(...there.map(Math.abs));
				expect(Math.abs(part + (back[at] as number))).toBeLessThanOrEqual(tolerance);
			});
		}
	);

	test.prop([period, fc.integer({ min: 2, max: 50 })])(
		'a factor that does not change has no effect',
		(own, times) => {
			const more = {
				customers: own.customers * times,
				orders: own.orders * times,
				revenue: own.revenue * times
			};
			const [customers, frequency, basket] = decompose(own, more);
			expect(customers).toBe(more.revenue - own.revenue);
			expect([frequency, basket]).toEqual([0, 0]);
		}
	);

	test.prop([rows, params, fc.constantFrom(10, 100)])(
		'money in smaller units gives the same shares',
		(list, given, factor) => {
			const scaled = list.map(([who, day, amount]): TestRow => [who, day, amount * factor]);
			const [a, b] = [run(list, given).result, run(scaled, given).result];
			expect(b.scalars.change).toBe(a.scalars.change * factor);
			expect(b.tables.moves.columns.customers).toEqual(a.tables.moves.columns.customers);
			expect([...b.tables.top.columns.share]).toEqual(
				[...a.tables.top.columns.share].map((share) => expect.closeTo(share, 12) as number)
			);
		}
	);
});
