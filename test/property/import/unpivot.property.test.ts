import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { importOrders } from '#lib/import/index.ts';
import { withMonthsAsRows } from '#lib/state/months-as-rows.ts';
import { fileOf, orderRecipe } from '../../support/import.ts';

/** Cents of each month of each customer; null where nothing stands. */
const cents = fc.option(fc.integer({ min: -99_999, max: 99_999 }), { nil: null, freq: 3 });

/** A recipe for `customer,region,<months>`, before its months become rows. */
function recipeFor(headers: readonly string[]): ImportRecipe {
	const { columns: _, ...rest } = orderRecipe('', 'attribute');
	return {
		...rest,
		choices: { ...rest.choices, zeroAmount: 'keep' },
		columns: ['customer', 'region', ...headers].map((header, index) => ({
			index,
			header,
			role: index === 0 ? 'customer' : index === 1 ? 'attribute' : 'ignore'
		}))
	};
}

/** As the inspection completes it: what stands in the columns is written with a point. */
const withStyle = (recipe: ImportRecipe): ImportRecipe => ({
	...recipe,
	columns: recipe.columns.map((plan) =>
		plan.role === 'amount' ? { ...plan, numberStyle: { decimal: '.', group: '' } } : plan
	)
});

it('Columns as rows lose no row and no cent: every filled cell is one row of its customer, month and amount (brute force)', async () => {
	const table = fc
		.tuple(
			fc.integer({ min: 1, max: 14 }),
			fc.integer({ min: 2000, max: 2060 }),
			fc.integer({ min: 1, max: 12 })
		)
		.chain(([width, year, from]) =>
			fc.record({
				months: fc.constant(
					Array.from({ length: width }, (_, i) => {
						const month = from - 1 + i;
						return `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
					})
				),
				rows: fc.array(fc.array(cents, { minLength: width, maxLength: width }), {
					minLength: 1,
					maxLength: 12
				})
			})
		);
	await fc.assert(
		fc.asyncProperty(table, fc.boolean(), async ({ months, rows }, withTrim) => {
			fc.pre(rows.some((row) => row.some((cell) => cell !== null)));
			const written = rows.map((row, i) =>
				[`c${i % 5}`, `r${i % 2}`, ...row.map((cell) => (cell === null ? '' : (cell / 100).toFixed(2)))].join(
					','
				)
			);
			const text = [['customer', 'region', ...months].join(','), ...written].join('\n');
			const trim = {
				id: 't',
				kind: 'trim',
				columns: [1],
				blanks: true,
				invisible: true,
				halfWidth: true,
				letters: 'upper'
			} as const;
			const before = { ...recipeFor(months), ...(withTrim && { steps: [trim] }) };
			const places = months.map((_, i) => i + 2);
			const recipe = withStyle(withMonthsAsRows(before, places, { label: 'Month', value: 'Amount' }));
			const { table: orders, totals } = await importOrders(fileOf(text), 'x.csv', recipe);
			const wanted = rows.flatMap((row, i) =>
				row.flatMap((cell, k) =>
					cell === null
						? []
						: [
								`c${i % 5} ${withTrim ? 'R' : 'r'}${i % 2} ${Date.parse(`${months[k]!}-01`) / 86_400_000} ${cell}`
							]
				)
			);
			const bare = rows.filter((row) => row.every((cell) => cell === null)).length;
			const customers = orders.customers;
			const keys = ['c0', 'c1', 'c2', 'c3', 'c4'].filter((_, i) =>
				rows.some((row, r) => r % 5 === i && row.some((cell) => cell !== null))
			);
			expect(customers.size).toBe(keys.length);
			const region = orders.attributes[0]!;
			const regions = [...new Set(wanted.map((one) => one.split(' ')[1]!))].sort();
			const found = Array.from(orders.day, (day, row) => {
				const units = Math.round((orders.amount[row] as number) * 10 ** (2 - orders.scale));
				return `${keys[orders.customer[row] as number]!} ${regions[region.codes[row] as number]!} ${day} ${units}`;
			});
			expect(found.sort()).toEqual(wanted.sort());
			const sum = rows.flat().reduce<number>((all, cell) => all + (cell ?? 0), 0);
			expect(Math.round(totals.source.amount * 10 ** (2 - orders.scale))).toBe(sum);
			expect(totals.source.rows).toBe(wanted.length + bare);
			expect(totals.rejected.rows).toBe(bare);
		}),
		{ numRuns: Number(process.env['RUNS'] ?? 25) }
	);
});
