import fc from 'fast-check';
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import * as v from 'valibot';
import { decodeAll } from '#lib/core/columns/dictionary.ts';
import { appendTotals } from '#lib/core/dataset/append/append-totals.ts';
import { changedRules } from '#lib/core/dataset/append/types.ts';
import { contentCodes } from '#lib/core/dataset/append/content-codes.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import { importOrders, type ImportedOrders } from '#lib/import/index.ts';
import { appended, rowTexts } from '../../support/append.ts';
import { fileOf } from '../../support/import.ts';

const recipe: ImportRecipe = {
	version: 1,
	source: { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 },
	columns: [
		{ index: 0, header: 'customer', role: 'customer' },
		{ index: 1, header: 'order', role: 'order' },
		{ index: 2, header: 'date', role: 'date', dateOrder: 'ymd' },
		{ index: 3, header: 'amount', role: 'amount', numberStyle: { decimal: '.', group: ',' } },
		{ index: 4, header: 'status', role: 'status' },
		{ index: 5, header: 'channel', role: 'attribute' },
		{ index: 6, header: 'cost', role: 'cost', numberStyle: { decimal: '.', group: ',' } }
	],
	statusRules: [{ value: 'void', treatment: 'cancelled' }],
	choices: {
		duplicates: 'drop',
		cancelled: 'exclude',
		cancelPrefix: '',
		zeroAmount: 'exclude',
		noCustomer: 'set-aside'
	},
	currency: null
};

const row = fc
	.tuple(
		fc.constantFrom('A', 'B', '7', '007', '客户', ''),
		fc.constantFrom('1', '2', '3', '10', 'x9', ''),
		fc.constantFrom('2024-03-01', '2024-03-02 10:30', '2024-03-02', '2023-12-31'),
		fc.constantFrom('5', '12.50', '-5', '0', '7.125', '-12.5', 'bad'),
		fc.constantFrom('paid', 'void', ''),
		fc.constantFrom('web', 'shop', ''),
		fc.constantFrom('', '3', '-2.25', '4.5', 'bad')
	)
	.map((cells) => cells.join(','));
const rows = fc.array(row, { minLength: 1, maxLength: 30 });
/** No two of them differ by their cost alone: in two files that is one row whose cost was put right. */
const rowsApart = fc.uniqueArray(row, {
	minLength: 1,
	maxLength: 30,
	selector: (line) => line.slice(0, line.lastIndexOf(','))
});

/** A file of these lines; null when nothing of it can be imported. */
async function read(
	lines: readonly string[],
	duplicates: 'keep' | 'drop' = 'drop',
	says: 'cost' | 'ignore' = 'cost'
): Promise<ImportedOrders | null> {
	const columns = recipe.columns.map((plan) => (plan.role === 'cost' ? { ...plan, role: says } : plan));
	const text = `customer,order,date,amount,status,channel,cost\n${lines.join('\n')}\n`;
	try {
		const choices = { ...recipe.choices, duplicates };
		return await importOrders(fileOf(text), 'x', { ...recipe, columns, choices });
	} catch (error) {
		if (error instanceof CoreError && error.code === 'import-no-valid-rows') return null;
		throw error;
	}
}

async function readAll(...files: readonly (readonly string[])[]): Promise<ImportedOrders[]> {
	const read_ = await Promise.all(files.map((lines) => read(lines, 'keep')));
	fc.pre(read_.every((file) => file !== null));
	return read_;
}

function resultsOf(table: OrderTable): unknown[] {
	const ledger = buildLedger(table, 'net');
	const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 };
	const input = { ledger, frame };
	return [
		overview.run(input, v.parse(overview.params, {})).result,
		rfm.run(input, v.parse(rfm.params, {})).result
	];
}

describe('appending files', () => {
	test.prop([rows, fc.constantFrom(...changedRules)], { numRuns: 20 })(
		'adds nothing of a file to itself: the same table, column by column',
		async (lines, rule) => {
			const [file] = await readAll(lines);
			const { table } = file as ImportedOrders;
			const again = await appended(table, table, rule);
			expect(again.table).toEqual(table);
			expect(again.comparison.recognised.rows).toBe(table.rows);
			expect(again.comparison.added.rows).toBe(0);
			expect(again.comparison.changed.orders).toBe(0);
		}
	);

	test.prop([rows, rows, fc.constantFrom(...changedRules)], { numRuns: 25 })(
		'gives the same when a file is added twice',
		async (one, other, rule) => {
			const [a, b] = (await readAll(one, other)) as [ImportedOrders, ImportedOrders];
			const once = await appended(a.table, b.table, rule);
			const twice = await appended(once.table, b.table, rule);
			expect(rowTexts(twice.table)).toEqual(rowTexts(once.table));
		}
	);

	test.prop([rows, rows], { numRuns: 25 })(
		'gives the same rows in either order, unless an order changed',
		async (one, other) => {
			const [a, b] = (await readAll(one, other)) as [ImportedOrders, ImportedOrders];
			const ab = await appended(a.table, b.table, 'newer');
			const ba = await appended(b.table, a.table, 'newer');
			expect(ab.comparison.changed.orders).toBe(ba.comparison.changed.orders);
			expect(ab.comparison.recognised).toEqual(ba.comparison.recognised);
			if (ab.comparison.changed.orders > 0) return;
			// Of two profits of a row the first stays.
			const [one_, other_] = [ab.table, ba.table].map((table) => rowTexts({ ...table, profit: null }));
			expect(one_).toEqual(other_);
		}
	);

	test.prop([rowsApart, fc.nat(), fc.nat()], { numRuns: 10 })(
		'makes of overlapping or adjoining parts the dataset of the whole file, with all its results',
		async (lines, from, to) => {
			const end = 1 + (to % lines.length);
			const start = from % (end + 1);
			const whole = await read(lines);
			const parts = await Promise.all([lines.slice(0, end), lines.slice(start)].map((part) => read(part)));
			fc.pre(whole !== null && parts.every((part) => part !== null));
			const [a, b] = parts as [ImportedOrders, ImportedOrders];
			const { table } = await appended(a.table, b.table, 'both');
			expect(rowTexts(table)).toEqual(rowTexts(whole.table));
			expect(decodeAll(table.customers)).toEqual(decodeAll(whole.table.customers));
			expect(resultsOf(table)).toEqual(resultsOf(whole.table));
		}
	);

	const costs = fc.constantFrom('', '3', '4.5', 'bad');
	test.prop([fc.array(fc.tuple(row, costs, costs, fc.nat(7)), { minLength: 1, maxLength: 20 })], {
		numRuns: 20
	})('counts no revenue twice for what costs are told later, in whatever order files come', async (lines) => {
		const told = (line: string, cost: string) => `${line.slice(0, line.lastIndexOf(','))},${cost}`;
		const part = (file: number, cost: 0 | 1) =>
			lines.flatMap(([line, ...said]) => ((said[2] >> file) & 1 ? [told(line, said[cost])] : []));
		const files = [await read(part(0, 0), 'keep', 'ignore')];
		files.push(await read(part(1, 0), 'keep'), await read(part(2, 1), 'keep'));
		fc.pre(files.every((file) => file !== null));
		const [a, b, c] = files as [ImportedOrders, ImportedOrders, ImportedOrders];
		const [abc, acb] = await Promise.all(
			[
				[b, c],
				[c, b]
			].map(async ([next, last]) => {
				let sum = a;
				for (const file of [next, last] as [ImportedOrders, ImportedOrders]) {
					const { table, superseded, profits, comparison } = await appended(sum.table, file.table, 'both');
					const gone = { recognised: comparison.recognised, superseded, profits };
					const [first, second] = [sum, file].map(({ totals, table: { scale } }) => ({ totals, scale }));
					const totals = appendTotals(
						first as NonNullable<typeof first>,
						second as NonNullable<typeof second>,
						table,
						gone
					);
					sum = { ...sum, table, totals };
				}
				return sum;
			})
		);
		const money = (file?: ImportedOrders) => rowTexts({ ...(file as ImportedOrders).table, profit: null });
		expect(money(abc)).toEqual(money(acb));
		const without = await Promise.all([0, 1, 2].map((file) => read(part(file, 0), 'keep', 'ignore')));
		const [p, q, r] = without.map((file) => (file as ImportedOrders).table) as [
			OrderTable,
			OrderTable,
			OrderTable
		];
		const plain = await appended((await appended(p, q, 'both')).table, r, 'both');
		expect(money(abc)).toEqual(rowTexts(plain.table));
	});

	const saying = fc.constantFrom('cost' as const, 'ignore' as const);
	test.prop([rows, rows, fc.constantFrom(...changedRules), saying, saying], { numRuns: 25 })(
		'lets every row and cent of both files be found again, of profits as of amounts',
		async (one, other, rule, first, second) => {
			const [a, b] = [await read(one, 'keep', first), await read(other, 'keep', second)];
			fc.pre(a !== null && b !== null);
			const { table, superseded, profits, comparison } = await appended(a.table, b.table, rule);
			// It throws where the parts do not add up.
			const totals = appendTotals(
				{ totals: a.totals, scale: a.table.scale },
				{ totals: b.totals, scale: b.table.scale },
				table,
				{ recognised: comparison.recognised, superseded, profits }
			);
			expect(totals.source.rows).toBe(one.length + other.length);
			const { changed, added, recognised } = comparison;
			expect(recognised.rows + added.rows + changed.after.rows).toBe(b.table.rows);
			const lost = { newer: changed.before, kept: changed.after, both: { rows: 0, amount: 0 } }[rule];
			expect(superseded).toEqual(lost);
			expect(totals.profit !== undefined).toBe(first === 'cost' || second === 'cost');
		}
	);

	test.prop([fc.array(fc.tuple(fc.constantFrom(1, 2), fc.constantFrom(0, -0, NaN, 5.5)))], { numRuns: 25 })(
		'gives rows equal codes just where their cells are equal',
		(cells) => {
			const columns = [Uint32Array.from(cells, ([code]) => code), Float64Array.from(cells, ([, x]) => x)];
			const { codes, distinct } = contentCodes(columns, cells.length);
			const texts = cells.map(([code, x]) => `${code} ${x + 0}`);
			const known = [...new Set(texts)];
			expect([...codes]).toEqual(texts.map((text) => known.indexOf(text)));
			expect(distinct).toBe(known.length);
		}
	);
});
