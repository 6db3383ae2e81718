import fc from 'fast-check';
import { test } from '@fast-check/vitest';
import Papa from 'papaparse';
import { describe, expect } from 'vitest';
import { decodeAll } from '#lib/core/columns/dictionary.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { importOrders } from '#lib/import/index.ts';
import { tokenizerFor } from '#lib/import/tokenizer.ts';
import { newDateReading, readDate } from '#lib/import/values/read-date.ts';
import { newReading, readNumber } from '#lib/import/values/read-number.ts';
import { fileOf, textFormat } from '../../support/import.ts';

const recipe: ImportRecipe = {
	version: 1,
	source: { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 },
	columns: [
		{ index: 0, header: 'customer', role: 'customer' },
		{ index: 1, header: 'order', role: 'order' },
		{ index: 2, header: 'date', role: 'date', dateOrder: 'ymd' },
		{ index: 3, header: 'amount', role: 'amount', numberStyle: { decimal: '.', group: ',' } },
		{ index: 4, header: 'status', role: 'status' }
	],
	statusRules: [{ value: 'void', treatment: 'cancelled' }],
	choices: {
		duplicates: 'keep',
		cancelled: 'exclude',
		cancelPrefix: 'C',
		zeroAmount: 'exclude',
		noCustomer: 'set-aside'
	},
	currency: null
};

const cents = fc.integer({ min: -5_000, max: 100_000 }).map((units) => (units / 100).toFixed(2));
const day = fc.integer({ min: 18_000, max: 19_500 }).map(formatDay);
const cleanRow = fc.tuple(
	fc.constantFrom('A', 'B', '7', '007', '客户', 'É', ''),
	fc.constantFrom('1', '2', '3', 'C4', ''),
	day,
	cents,
	fc.constantFrom('paid', 'void', '')
);
/** Anything may stand in a cell of a dirty file. */
const dirtyCell = fc.oneof(
	{ weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
	fc.constantFrom(
		'"',
		'""',
		"'",
		'\r',
		'\n',
		',',
		'￥1.2万',
		'(1,234)',
		'1e400',
		'2024/2/30',
		'-0',
		'１２３',
		'=1+1'
	)
);
const dirtyRow = fc.oneof(
	{ weight: 5, arbitrary: cleanRow.map((cells): string[] => [...cells]) },
	fc.array(dirtyCell, { maxLength: 8 })
);

const header = ['customer', 'order', 'date', 'amount', 'status'];
const csvOf = (rows: readonly (readonly string[])[]) =>
	`${Papa.unparse([header, ...rows.map((row) => [...row])])}\r\n`;

const importText = (text: string, change: Partial<ImportRecipe['choices']> = {}) =>
	importOrders(fileOf(text), 'x', { ...recipe, choices: { ...recipe.choices, ...change } });

describe('Cutting text into rows', () => {
	test.prop([
		fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 2, maxLength: 5 }), {
			minLength: 1
		}),
		fc.constantFrom(',', ';', '\t', '|'),
		fc.constantFrom('\n', '\r\n'),
		fc.integer({ min: 1, max: 40 })
	])('gives back what was written, wherever the pieces are cut', (rows, delimiter, newline, size) => {
		const text = Papa.unparse(rows, { delimiter, newline, quotes: true });
		const tokenizer = tokenizerFor({ ...textFormat(recipe), delimiter });
		const read: (readonly string[])[] = [];
		const lines: number[] = [];
		for (let from = 0; from < text.length; from += size) {
			const batch = tokenizer.push(text.slice(from, from + size), from + size >= text.length);
			read.push(...batch.rows);
			lines.push(...batch.lines);
		}
		expect(read).toEqual(rows);
		let line = 1;
		rows.forEach((row, i) => {
			expect(lines[i]).toBe(line);
			line += 1 + row.join('').split('\n').length - 1;
		});
	});
});

describe('An import', () => {
	test.prop([
		fc.array(dirtyRow, { maxLength: 40 }),
		fc.constantFrom('keep', 'drop'),
		fc.constantFrom('set-aside', 'walk-in')
	])(
		'of any dirty file accounts for every row and every smallest unit',
		async (rows, duplicates, noCustomer) => {
			try {
				const { totals, table } = await importText(csvOf(rows), { duplicates, noCustomer });
				const { kept, setAside, merged, rejected, source } = totals;
				const parts = [kept.sales, kept.refunds, merged, rejected, ...Object.values(setAside)];
				expect(parts.reduce((sum, part) => sum + part.rows, 0)).toBe(source.rows);
				expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(source.amount);
				expect(table.rows).toBe(source.rows - merged.rows - rejected.rows);
				expect(source.rows + totals.blankLines).toBe(rows.length);
				expect(table.amount.every((amount) => Number.isSafeInteger(amount))).toBe(true);
			} catch (error) {
				expect(error).toBeInstanceOf(CoreError);
				expect((error as CoreError).code).toMatch(/^(import-no-valid-rows|currency-mixed|date-order-mixed)$/);
			}
		}
	);

	test.prop([
		fc
			.array(cleanRow, { minLength: 1, maxLength: 40 })
			.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })))
	])('gives the same ledger and totals for any order of the rows', async ([rows, shuffled]) => {
		const a = await importText(csvOf(rows));
		const b = await importText(csvOf(shuffled));
		expect(b.totals).toEqual(a.totals);
		for (const rule of ['net', 'gross'] as const) {
			expect(buildLedger(b.table, rule)).toEqual(buildLedger(a.table, rule));
		}
		expect(decodeAll(b.table.customers)).toEqual(decodeAll(a.table.customers));
	});
});

describe('Cells', () => {
	test.prop([
		fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
		fc.integer({ min: 0, max: 6 }),
		fc.constantFrom(
			{ decimal: '.', group: ',' } as const,
			{ decimal: ',', group: '.' } as const,
			{ decimal: '.', group: "'" } as const,
			{ decimal: ',', group: ' ' } as const
		),
		fc.boolean()
	])('a number written in any style reads back exactly', (units, decimals, style, grouped) => {
		const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
		const whole = digits.slice(0, digits.length - decimals);
		const written = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, style.group) : whole;
		const fraction = decimals === 0 ? '' : style.decimal + digits.slice(-decimals);
		const reading = newReading();
		expect(readNumber(`${units < 0n ? '-' : ''}${written}${fraction}`, style, reading)).toBe(0);
		if (reading.denoised) return;
		const exact = reading.big ?? BigInt(reading.mantissa);
		expect(exact * 10n ** BigInt(decimals - reading.decimals)).toBe(units);
	});

	test.prop([fc.integer({ min: -25_567, max: 84_005 }), fc.constantFrom('ymd', 'dmy', 'mdy', 'compact-ymd')])(
		'a day written in any order reads back',
		(number, order) => {
			const [y = '', m = '', d = ''] = formatDay(number).split('-');
			const text = {
				ymd: `${y}/${m}/${d}`,
				dmy: `${d}/${m}/${y}`,
				mdy: `${m}-${d}-${y}`,
				'compact-ymd': y + m + d
			}[order];
			const reading = newDateReading();
			expect(readDate(text, order, reading)).toBe(0);
			expect(reading.day).toBe(number);
		}
	);

	test.prop([fc.string({ unit: 'binary', maxLength: 40 })])(
		'no text makes a reader throw, or give a NaN',
		(text) => {
			const number = newReading();
			if (readNumber(text, { decimal: '.', group: ',' }, number) === 0) expect(number.mantissa).not.toBeNaN();
			const date = newDateReading();
			for (const order of ['ymd', 'dmy', 'mdy', 'compact-ymd', 'serial-1900'] as const) {
				if (readDate(text, order, date) === 0) expect(Number.isSafeInteger(date.day)).toBe(true);
			}
		}
	);
});
