import { describe, expect, it } from 'vitest';
import { importOrders } from '#lib/import/index.ts';
import { fileOf, look, refusal } from '../../support/import.ts';

const dayOf = (text: string) => Date.parse(text) / 86_400_000;

describe('Columns of months', () => {
	it('give way to days that lie in them, whatever those are called, and that is asked about', async () => {
		const { columns, questions } = await look(
			[
				'customer,Period,Posted,Born,amount',
				'a,2024-01,2024-01-05,1990-05-01,10.5',
				'b,2024-01,2024-01-31,1985-01-30,11.5',
				'a,2024-02,2024-02-01,1990-05-01,12.5'
			].join('\n')
		);
		expect(columns.map(({ role }) => role)).toEqual(['customer', 'attribute', 'date', 'ignore', 'amount']);
		expect(questions).toContainEqual({
			code: 'low-confidence',
			params: { column: 3, header: 'Posted', role: 'date' }
		});
	});

	it('stay the date beside days of something else', async () => {
		const rows = ['a,2024-01,1990-05-01,10.5', 'b,2024-01,1985-01-30,11.5', 'a,2024-02,1990-05-01,12.5'];
		const { columns } = await look(['customer,Period,Since,amount', ...rows].join('\n'));
		expect(columns.map(({ role }) => role).slice(0, 2)).toEqual(['customer', 'date']);
	});

	it.each([
		['days of one month', ['Jan 03', 'Jan 12'], null],
		['months far apart', ['Jan 03', 'Feb 05'], null],
		['months that follow one another', ['Dec 23', 'Jan 24', 'Feb 24'], 'month'],
		['the same month of years', ['Jan 2019', 'Jan 2024'], 'month']
	])('%s: %j are read by %s, or asked about', async (_, dates, order) => {
		const file = ['customer,date,amount', ...dates.map((date) => `a,${date},10.5`)].join('\n');
		const { recipe, questions, columns } = await look(file);
		expect(recipe.columns[1]?.dateOrder ?? null).toBe(order);
		const isAsked = questions.some(({ code }) => code === 'months-or-days');
		expect(isAsked).toBe(order === null);
		if (!isAsked) return;
		expect(columns[1]).toMatchObject({
			dateOrders: ['month'],
			dateReadings: { raw: 'Jan 03', values: [dayOf('2003-01-01')] }
		});
		expect((await refusal(importOrders(fileOf(file), 'x', recipe))).code).toBe('date-order-ambiguous');
	});

	it.each([
		['Model', ['2024-7', '2024-8', '2023-1'], 'attribute'],
		['SKU', ['2024-07', '2024-08', '2023-01'], 'product'],
		['#', ['2024-7', '2024-31', '2024-8'], 'attribute'],
		['Month', ['2024-7', '2024-8', '2023-1'], 'date'],
		['日期', ['202407', '202408', '202301'], 'date']
	])('a column %s of %j is the %s', async (header, cells, role) => {
		const rows = Array.from({ length: 30 }, (_, i) => `c${i % 9},${cells[i % 3] ?? ''},${i}.5`);
		const { columns } = await look([`customer,${header},amount`, ...rows].join('\n'));
		expect(columns[1]?.role).toBe(role);
	});
});

it.each([
	['05-MAR-24', '2024-03-05'],
	['5. März 2024', '2024-03-05'],
	['1er févr. 2024', '2024-02-01'],
	['5 de março de 2024', '2024-03-05'],
	['12-dic-2023', '2023-12-12'],
	['Oct-07-26', '2026-10-07'],
	['2024 Mar 5', '2024-03-05'],
	['2024-Mar-05', '2024-03-05'],
	['2024年Mar', '2024-03-01'],
	['2024年Mar5日', '2024-03-05'],
	['99-MAR-05', '1999-03-05']
])('%s is %s', async (text, day) => {
	const file = `customer;date;amount\na;${text};10,5\nb;${text};11,5\n`;
	const { recipe } = await look(file);
	const { table } = await importOrders(fileOf(file), 'x', recipe);
	expect([...table.day]).toEqual([dayOf(day), dayOf(day)]);
});

it('Seconds since 1970 are dates where a header says so, and told of', async () => {
	const rows = Array.from({ length: 20 }, (_, i) => `${i},c${i % 4},${1_709_251_200 + i * 86_400},${i}.5`);
	const file = ['order_id,customer_id,created_at,amount', ...rows].join('\n');
	const { recipe, questions } = await look(file);
	expect(recipe.columns[2]).toMatchObject({ role: 'date', dateOrder: 'unix' });
	expect(questions).toContainEqual({ code: 'date-unix', params: { column: 3, header: 'created_at' } });
	const { table } = await importOrders(fileOf(file), 'x', recipe);
	expect(Math.min(...table.day)).toBe(dayOf('2024-03-01'));
	const phones = await look(file.replace('created_at', 'phone'));
	expect(phones.recipe.columns[2]?.role).not.toBe('date');
});

it.each([
	[
		'the year may lead beside a named month',
		(i: number) => `24-MAR-${String(i + 1).padStart(2, '0')}`,
		'date-order-ambiguous'
	],
	['seconds may be days with their hours', (i: number) => `202403${10 + i}09`, 'seconds-or-codes'],
	['they may be numbers of articles', (i: number) => ean(123_456_789_000 + i), 'seconds-or-codes']
])('Nothing is imported where %s until it is answered', async (_, cell, code) => {
	const rows = Array.from({ length: 15 }, (_row, i) => `a${i % 4};${cell(i)};1${i},5`);
	const { recipe, questions } = await look(['customer;date;amount', ...rows].join('\n'));
	expect(recipe.columns[1]).toMatchObject({ role: 'date' });
	expect(recipe.columns[1]?.dateOrder).toBeUndefined();
	expect(questions.map((question) => question.code)).toContain(code);
});

/** Twelve digits and the one that checks them. */
function ean(digits: number): string {
	const sum = Array.from(String(digits), Number).reduce(
		(all, digit, i) => all + digit * (i % 2 === 0 ? 1 : 3),
		0
	);
	return `${digits}${(10 - (sum % 10)) % 10}`;
}
