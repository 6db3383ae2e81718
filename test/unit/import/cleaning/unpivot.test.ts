import { describe, expect, it } from 'vitest';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import type { AnyInspection } from '#lib/core/dataset/inspection.ts';
import { isTableRecipe, type ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { monthsToRows } from '#lib/features/importing/open-readings.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { inspectFile } from '#lib/import/entities/inspect-file.ts';
import { importOrders } from '#lib/import/index.ts';
import { inspectBy } from '#lib/import/inspect-by.ts';
import { fileOf, refusal } from '../../../support/import.ts';
import { workbook } from '../../../support/workbook.ts';

const t = messagesFor('en');
const names = ['Ann Bee', 'Cy Dow', 'Eve Fox', 'Gus Hay'];
const table = (headers: readonly string[], cell: (row: number, month: number) => string) =>
	[
		['Customer ID', 'Name', 'Region', ...headers, 'Total'].join(','),
		...names.map((name, row) =>
			[
				`C${row}`,
				name,
				row % 2 === 0 ? 'North' : 'South',
				...headers.map((_, month) => cell(row, month)),
				'99.99'
			].join(',')
		)
	].join('\n');
const months = (year: number, n = 12) =>
	Array.from({ length: n }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
const cell = (row: number, month: number) => ((row + month) % 4 === 3 ? '' : `${10 * row + month + 1}.25`);
const lookAt = (text: string, by: ImportRecipe | null = null, name = 'x.csv') =>
	inspectFile(fileOf(text), name, by);
const askedIn = ({ questions }: AnyInspection) => questions.find(({ code }) => code === 'months-in-columns');
const day = (text: string) => Date.parse(text) / 86_400_000;

/** The file with its columns of months as rows, as one press has it. */
async function pressed(text: string, name = 'x.csv') {
	const seen = await lookAt(text, null, name);
	const { chosen } = monthsToRows(askedIn(seen)!, seen, t);
	return lookAt(text, chosen(seen.recipe) as ImportRecipe, name);
}

describe.each([
	['with their years', months(2024), 'x.csv', ''],
	['named with their years', ['Jan 2024', 'Feb 2024', 'Mar 2024'], 'x.csv', ''],
	['中文', ['2024年1月', '2024年2月', '2024年3月'], 'x.csv', ''],
	['of the year of the file', ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'], 'sales 2024.csv', ', of 2024']
])('Columns of months (%s)', (_, headers, name, said) => {
	it('become rows in one press: dated by the month, empty ones left out, no cent lost', async () => {
		const text = table(headers, cell);
		const first = await lookAt(text, null, name);
		expect(monthsToRows(askedIn(first)!, first, t).label).toBe(
			`Turn ${headers.length} columns into rows${said}`
		);
		const seen = await pressed(text, name);
		expect(askedIn(seen)).toBeUndefined();
		expect(seen.blockers).toEqual([]);
		const recipe = seen.recipe as ImportRecipe;
		expect(isTableRecipe(recipe)).toBe(false);
		const { table: orders, totals } = await importOrders(fileOf(text), name, recipe);
		const cells = names
			.flatMap((_n, row) => headers.map((_h, month) => cell(row, month)))
			.filter((one) => one !== '');
		const cents = cells.reduce((sum, one) => sum + Math.round(100 * Number(one)), 0);
		expect(totals.kept.sales).toEqual({ rows: cells.length, amount: cents });
		expect(totals.source).toEqual(totals.kept.sales);
		expect(Math.min(...orders.day)).toBe(day('2024-01-01'));
		expect(orders.customers.size).toBe(names.length);
	});
});

it('Months without a year wait for it where no name says it', async () => {
	const seen = await pressed(table(['Jan', 'Feb', 'Mar'], cell));
	expect(seen.blockers).toEqual([{ code: 'step-invalid', params: { step: 1, problem: 'year-missing' } }]);
	const run = importOrders(fileOf(table(['Jan', 'Feb', 'Mar'], cell)), 'x', seen.recipe as ImportRecipe);
	expect(await refusal(run)).toMatchObject({ code: 'step-invalid', params: { problem: 'year-missing' } });
});

it('A row without any month is rejected, not lost', async () => {
	const text = table(months(2024), (row, month) => (row === 1 ? ['', '-'][month % 2]! : cell(row, month)));
	const { recipe } = await pressed(text);
	const { totals } = await importOrders(fileOf(text), 'x', recipe as ImportRecipe);
	expect(totals.rejectedBy).toEqual({ 'amount-missing': 1 });
});

describe('A month that is not all numbers', () => {
	const rows = Array.from({ length: 40 }, (_, row) => row);
	/** March has something else in every third row. */
	const withMarch = (year: number, other: string, n = 4) =>
		[
			['Customer ID', 'Name', ...months(year, n)].join(','),
			...rows.map((row) => {
				const money = ['10.25', '20.50', row % 3 === 0 ? other : '30.75', '4.00'];
				return [`C${row}`, `N${row}`, ...money.slice(0, n)].join(',');
			})
		].join('\n');
	const march = rows.filter((row) => row % 3 !== 0).length;
	const cents = (n: number) =>
		rows.length * [1025, 2050, 0, 400].slice(0, n).reduce((a, b) => a + b) + march * 3075;

	it.each([
		['-', 0],
		['–', 0],
		['n/a', rows.length - march],
		['none yet', rows.length - march]
	])('is taken with the others: %s', async (other, rejected) => {
		const text = withMarch(2024, other);
		const { recipe } = await pressed(text);
		const { totals } = await importOrders(fileOf(text), 'x', recipe as ImportRecipe);
		expect(totals.kept.sales.amount).toBe(cents(4));
		expect(totals.rejectedBy['amount-invalid'] ?? 0).toBe(rejected);
		// Of the next file, which is not asked about.
		const next = withMarch(2025, other, 3);
		const { inspection } = await inspectBy(fileOf(next), 'x', recipe);
		const again = await importOrders(fileOf(next), 'x', inspection.recipe as ImportRecipe);
		expect(again.totals.kept.sales.amount).toBe(cents(3));
		expect(again.totals.rejectedBy['amount-invalid'] ?? 0).toBe(rejected);
	});

	it('is taken when its numbers look like days', async () => {
		const text = withMarch(2024, '20240105').replaceAll('30.75', '20240106');
		const seen = await lookAt(text);
		expect(seen.columns[4]!.kind).toBe('date');
		expect(askedIn(seen)?.params['n']).toBe(4);
	});

	it('and months of which most is a dash are months all the same', async () => {
		const text = table(months(2024, 4), (row, month) => (row === month ? '5.25' : '-'));
		const { recipe } = await pressed(text);
		const { totals } = await importOrders(fileOf(text), 'x', recipe as ImportRecipe);
		expect(totals.kept.sales).toEqual({ rows: 4, amount: 2100 });
	});
});

describe('Rejected months', () => {
	const text = [
		table(months(2024, 4), cell),
		'C7,Ida Jay,North,1.00,oops,3.00,bad,99.99',
		'C8,Kim Lee,North,1.00,2.00,no,4.00,99.99',
		...Array.from({ length: 600 }, (_, i) => `D${i},x,South,bad,bad,5.00,bad,1`)
	].join('\n');
	const linesOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim().split('\r\n').slice(1);

	it('name their column, and their row stands once among the rejects, without the months that stayed', async () => {
		const { recipe } = await pressed(table(months(2024, 4), cell));
		const { issues, rejects, totals } = await importOrders(fileOf(text), 'x', recipe as ImportRecipe);
		expect(totals.rejectedBy).toEqual({ 'amount-invalid': 3 + 3 * 600 });
		expect(issues.slice(0, 3)).toMatchObject([
			{ code: 'amount-invalid', line: 6, column: 5, header: '2024-02', raw: 'oops' },
			{ code: 'amount-invalid', line: 6, column: 7, header: '2024-04', raw: 'bad' },
			{ code: 'amount-invalid', line: 7, column: 6, header: '2024-03', raw: 'no' }
		]);
		const lines = linesOf(rejects);
		expect(lines.slice(0, 2)).toEqual([
			'6,amount-invalid,5,C7,Ida Jay,North,,oops,,bad,99.99',
			'7,amount-invalid,6,C8,Kim Lee,North,,,no,,99.99'
		]);
		expect(lines).toHaveLength(602);
		expect(new Set(lines).size).toBe(602);
	});

	it('are read again without those that stayed', async () => {
		const { recipe } = await pressed(table(months(2024, 4), cell));
		const { rejects, table: orders } = await importOrders(fileOf(text), 'x', recipe as ImportRecipe);
		const mended = new TextDecoder().decode(rejects).replaceAll(/oops|bad|no(?=,)/g, '2.25');
		const { inspection } = await inspectBy(fileOf(mended), 'x', recipe);
		const again = await importOrders(fileOf(mended), 'x', inspection.recipe as ImportRecipe);
		expect(again.totals.kept.sales).toEqual({ rows: 1803, amount: 225 * 1803 });
		const days = (of: typeof orders, customer: string) =>
			[...of.day].filter((_, row) => stringAt(of.customers, of.customer[row]!) === customer).length;
		expect([days(orders, 'C7'), days(again.table, 'C7')]).toEqual([2, 2]);
	});
});

it('Columns of texts under months are not offered', async () => {
	expect(askedIn(await lookAt(table(months(2024), () => 'yes')))).toBeUndefined();
});

it('Columns become rows before all other steps', async () => {
	const { recipe } = await pressed(table(months(2024), cell));
	const trim = {
		id: 't',
		kind: 'trim',
		columns: [1],
		blanks: true,
		invisible: true,
		halfWidth: true,
		letters: 'keep'
	} as const;
	const late = await lookAt(table(months(2024), cell), {
		...(recipe as ImportRecipe),
		steps: [trim, ...recipe.steps!]
	});
	expect(late.blockers).toEqual([{ code: 'step-invalid', params: { step: 2, problem: 'unpivot-first' } }]);
});

it('Numbers of a workbook keep their points', async () => {
	const rows = names.map((name, row) => [
		`C${row}`,
		name,
		...Array.from({ length: 4 }, (_, month) => 1.125 * (row + month + 1))
	]);
	const book = workbook([{ name: 'S', rows: [['Customer ID', 'Name', ...months(2024, 4)], ...rows] }]);
	const seen = await inspectFile(fileOf(book), 'x.xlsx', null);
	const recipe = monthsToRows(askedIn(seen)!, seen, t).chosen(seen.recipe);
	const again = await inspectFile(fileOf(book), 'x.xlsx', recipe);
	expect(again.questions.map(({ code }) => code)).not.toContain('amount-style-ambiguous');
	const { totals, table: orders } = await importOrders(fileOf(book), 'x', again.recipe as ImportRecipe);
	expect(totals.kept.sales.amount / 10 ** orders.scale).toBe(1.125 * 64);
});

describe('The next file', () => {
	it('has other months: those become rows, and are told of as new', async () => {
		const { recipe } = await pressed(table(months(2024), cell));
		const next = table([...months(2025, 3)], cell);
		const { inspection, drift } = await inspectBy(fileOf(next), 'x', recipe);
		expect(inspection.blockers).toEqual([]);
		expect(drift.added.filter(({ role }) => role === 'amount').map(({ header }) => header)).toEqual(
			months(2025, 3)
		);
		expect(drift.columns.filter(({ now }) => now === null)).toEqual([]);
		expect(drift.unused).toEqual(months(2024));
		const { table: orders, totals } = await importOrders(
			fileOf(next),
			'x',
			inspection.recipe as ImportRecipe
		);
		expect([Math.min(...orders.day), Math.max(...orders.day)]).toEqual([
			day('2025-01-01'),
			day('2025-03-01')
		]);
		expect(totals.kept.sales.rows).toBe(9);
	});

	it('with months that name no year is asked for its own', async () => {
		const text = table(['Jan', 'Feb', 'Mar'], cell);
		const { recipe } = await pressed(text, 'sales 2024.csv');
		const { inspection } = await inspectBy(fileOf(text), 'x', recipe);
		expect(inspection.blockers).toEqual([
			{ code: 'step-invalid', params: { step: 1, problem: 'year-missing' } }
		]);
	});
});

it.each([
	['days', ['Jan 01', 'Jan 02', 'Jan 03', 'Jan 04', 'Jan 05', 'Jan 06', 'Jan 07', 'Jan 08', 'Jan 09']],
	['the same month twice', ['Jan 2024', 'Feb 2024', 'Jan 2024']],
	['two of them', ['Jan 2024', 'Feb 2024']]
])('Columns of %s are not offered as months', async (_, headers) => {
	expect(askedIn(await lookAt(table(headers, cell)))).toBeUndefined();
});
