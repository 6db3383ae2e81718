import fc from 'fast-check';
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { decodeAll } from '#lib/core/columns/dictionary.ts';
import { decide, undecided } from '#lib/core/identity/decide.ts';
import { mergeCustomers } from '#lib/core/identity/merge-customers.ts';
import { emailKey, nameKey, phoneKey } from '#lib/core/identity/normalise.ts';
import { jaroWinkler } from '#lib/core/identity/jaro-winkler.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { rowTexts } from '../../support/append.ts';
import { fileOf, orderRecipe } from '../../support/import.ts';
import { importOrders } from '#lib/import/index.ts';

const recipe = orderRecipe('channel', 'attribute');

const ids = ['a', 'B', '7', '007', '客户', '10'] as const;
const row = fc.tuple(
	fc.constantFrom(...ids, ''),
	fc.constantFrom('1', '2', 'x', ''),
	fc.constantFrom('2024-03-01 09:00', '2024-03-01 08:00', '2024-02-01', '2024-03-02'),
	fc.constantFrom('5', '12.50', '-5', '0'),
	fc.constantFrom('web', 'shop')
);
const pairs = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 4 });

async function tableOf(rows: readonly (readonly string[])[]): Promise<OrderTable> {
	const text = ['customer,order,date,amount,channel', ...rows.map((cells) => cells.join(','))].join('\n');
	return (await importOrders(fileOf(text), 'x', recipe)).table;
}

/** The orders of a ledger, sorted: those of one instant without an id stand in no order of their own. */
function ordersOf({ customers, offsets, day, amount, orderLines }: Ledger): string[] {
	const keys = decodeAll(customers);
	const orders = keys.flatMap((key, who) => {
		const places = Array.from(day.keys()).slice(offsets[who], offsets[who + 1]);
		return places.map((at) => JSON.stringify([key, day[at], amount[at], orderLines[at]]));
	});
	return [...keys, ...orders.sort()];
}

describe('merging customers', () => {
	test.prop([fc.array(row, { minLength: 1, maxLength: 25 }), pairs], { numRuns: 40 })(
		'is the same as importing the file with the ids replaced',
		async (rows, merges) => {
			const table = await tableOf(rows);
			const { merged } = decide(undecided, { kind: 'merge', pairs: merges });
			const joined = mergeCustomers(table, merged);
			const here = new Set(rows.map(([id]) => id));
			const renamed = rows.map(([id, ...rest]) => {
				const group = merged.find((of) => of.includes(id)) ?? [id];
				return [group.find((one) => here.has(one as typeof id)) ?? id, ...rest];
			});
			const expected = await tableOf(renamed);
			const actual = joined?.table ?? table;
			expect(rowTexts(actual)).toEqual(rowTexts(expected));
			for (const refunds of ['net', 'gross'] as const)
				expect(ordersOf(buildLedger(actual, refunds))).toEqual(ordersOf(buildLedger(expected, refunds)));
		}
	);

	test.prop([pairs, fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))])(
		'keeps groups apart from each other, and a split takes a group back whole',
		(merges, [a, b]) => {
			fc.pre(a !== b);
			const before = decide(undecided, { kind: 'merge', pairs: merges });
			const all = before.merged.flat();
			expect(new Set(all).size).toBe(all.length);
			const after = decide(before, { kind: 'merge', pairs: [[a, b]] });
			expect(after.merged.find((of) => of.includes(a))).toContain(b);
			const split = decide(after, { kind: 'split', id: b });
			expect(split.merged.flat()).not.toContain(a);
			expect(split.merged).toEqual(before.merged.filter((of) => !of.includes(a) && !of.includes(b)));
		}
	);
});

describe('keys of contacts', () => {
	test.prop([fc.string({ unit: 'grapheme', maxLength: 30 })])(
		'do not change when made of themselves',
		(text) => {
			for (const keyOf of [phoneKey, emailKey, nameKey]) expect(keyOf(keyOf(text))).toBe(keyOf(text));
		}
	);

	test.prop([fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 })])(
		'are as alike as each other, from 0 to 1, and wholly only when equal',
		(a, b) => {
			const alike = jaroWinkler(a, b);
			expect(alike).toBeCloseTo(jaroWinkler(b, a), 12);
			expect(alike).toBeGreaterThanOrEqual(0);
			expect(alike).toBeLessThanOrEqual(1);
			if (a !== b) expect(alike).toBeLessThan(1);
		}
	);
});
