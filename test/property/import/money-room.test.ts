import fc from 'fast-check';
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { textFeedFor } from '#lib/import/feeds/feed-for.ts';
import { importOrders, type ImportedOrders } from '#lib/import/index.ts';
import { fileOf } from '../../support/import.ts';

const style = { numberStyle: { decimal: '.', group: ',' } } as const;
const recipe: ImportRecipe = {
	version: 1,
	source: { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 },
	columns: [
		{ index: 0, header: 'customer', role: 'customer' },
		{ index: 1, header: 'date', role: 'date', dateOrder: 'ymd' },
		{ index: 2, header: 'amount', role: 'amount', ...style },
		{ index: 3, header: 'cost', role: 'cost', ...style }
	],
	statusRules: [],
	choices: {
		duplicates: 'keep',
		cancelled: 'exclude',
		cancelPrefix: '',
		zeroAmount: 'keep',
		noCustomer: 'set-aside'
	},
	currency: null
};

/** Money as whole units of so many decimals, written with a point and no nought at its end. */
const money = (most: number) =>
	fc
		.record({ units: fc.integer({ min: 1, max: most }), decimals: fc.constantFrom(0, 0, 0, 1, 2) })
		.map(({ units, decimals }) => {
			const text = String(units).padStart(decimals + 1, '0');
			const cut = text.length - decimals;
			const rest = text.slice(cut).replace(/0+$/, '');
			return rest === '' ? text.slice(0, cut) : `${text.slice(0, cut)}.${rest}`;
		});
const rows = fc.array(fc.record({ amount: money(3e15), cost: fc.oneof(fc.constant(''), money(1e13)) }), {
	minLength: 1,
	maxLength: 12
});

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;
/** A text in units of so many decimals. */
const unitsOf = (text: string, scale: number): bigint =>
	BigInt(text.replace('.', '')) * 10n ** BigInt(scale - decimalsOf(text));
const sumOf = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

async function outcome(run: Promise<ImportedOrders>): Promise<ImportedOrders | string> {
	return run.catch((error: unknown) => {
		if (error instanceof CoreError) return error.code;
		throw error;
	});
}

describe('the unit of money', () => {
	test.prop([rows], { numRuns: 60 })(
		'has room for all amounts that 2^53 has room for, whatever costs stand beside them (oracle: BigInt)',
		async (lines) => {
			const text = [
				'customer,date,amount,cost',
				// In the order of the table.
				...lines.map(({ amount, cost }, i) => `c${String(i).padStart(2, '0')},2024-03-01,${amount},${cost}`)
			].join('\n');
			const imported = await outcome(importOrders(fileOf(text), 'x', recipe));
			expect(await outcome(importOrders(fileOf(text), 'x', recipe, {}, textFeedFor))).toEqual(imported);
			const own = Math.max(...lines.map(({ amount }) => decimalsOf(amount)));
			const fits = sumOf(lines.map(({ amount }) => unitsOf(amount, own))) <= BigInt(Number.MAX_SAFE_INTEGER);
			if (typeof imported === 'string') {
				expect([fits, imported]).toEqual([false, 'amount-sum-too-large']);
				return;
			}
			expect(fits).toBe(true);
			const { table, totals } = imported;
			lines.forEach(({ amount, cost }, row) => {
				expect(BigInt(table.amount[row] as number)).toBe(unitsOf(amount, table.scale));
				const profit = table.profit?.[row] ?? NaN;
				if (cost === '') expect(profit).toBeNaN();
				if (Number.isNaN(profit)) return;
				// Rounded twice at most, by half a whole each: the unit at that time may have been larger than it is now.
				const off = BigInt(profit) * 10n ** BigInt(2 - table.scale) - unitsOf(amount, 2) + unitsOf(cost, 2);
				expect(off <= 100n && off >= -100n).toBe(true);
			});
			expect(BigInt(totals.source.amount)).toBe(
				sumOf(lines.map(({ amount }) => unitsOf(amount, table.scale)))
			);
		}
	);
});
