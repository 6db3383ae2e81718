import { describe, expect, it } from 'vitest';
import { isGrid, type GridFormat } from '#lib/core/dataset/recipe.ts';
import { importOrders, inspect } from '#lib/import/index.ts';
import { withFilledDown } from '#lib/state/step-edit.ts';
import { fileOf, look, refusal, take } from '../../../support/import.ts';
import { STYLE, workbook, workbookParts, zipped, type TestCell } from '../../../support/workbook.ts';

const head = ['Order ID', 'Customer ID', 'Order Date', 'Amount', 'Note'];
const day = (value: number) => ({ value, style: STYLE.date });

/** The texts of a column, as a sheet of one order each shows them. */
async function readAs(cells: readonly TestCell[], from1904 = false): Promise<string[]> {
	const rows = cells.map((cell, i) => [`A${i}`, 'ada', day(45_000 + i), 10, cell]);
	const { preview } = await look(workbook([{ name: 'Orders', rows: [head, ...rows] }], { from1904 }));
	return preview.map((row) => row[4]?.raw ?? '');
}

describe('A cell of a workbook becomes text', () => {
	it('dates by their number format, in ISO form, with a time where there is one', async () => {
		expect(
			await readAs([
				day(45_356),
				{ value: 45_356.585416666669, style: STYLE.dateTime },
				{ value: 45_356, style: STYLE.chineseDate },
				{ value: 0.5, style: STYLE.dateTime },
				day(59),
				day(60),
				day(61),
				{ value: 1.25, style: STYLE.duration },
				{ value: 45_356, style: STYLE.general }
			])
		).toEqual([
			...['2024-03-05', '2024-03-05 14:03:00', '2024-03-05', '12:00:00', '1900-02-28', '1900-02-29'],
			...['1900-03-01', '30:00:00', '45356']
		]);
	});

	it('counts days from 1904 where the workbook does', async () => {
		expect(await readAs([day(0), day(43_894)], true)).toEqual(['1904-01-01', '2024-03-05']);
	});

	it('numbers in the shortest form, percentages as numbers, whole numbers with all digits', async () => {
		expect(
			await readAs([
				{ xml: '<c><v>37.229999999999997</v></c>' },
				{ value: 0.125, style: STYLE.percent },
				{ xml: '<c><v>123456789012345678</v></c>' },
				{ xml: '<c><v>1.5E+3</v></c>' },
				'123456789012345678',
				'00123'
			])
		).toEqual(['37.23', '0.125', '123456789012345678', '1500', '123456789012345678', '00123']);
	});

	it('truth values, formulas by their saved values, errors as nothing, rich and inline text whole', async () => {
		expect(
			await readAs([
				true,
				false,
				{ xml: '<c t="str"><f>A1&amp;"x"</f><v>a &lt; b</v></c>' },
				{ xml: '<c><f>1+1</f><v>2</v></c>' },
				{ xml: '<c t="e"><v>#N/A</v></c>' },
				{ xml: '<c t="inlineStr"><is><r><t>黄</t></r><r><t>河</t></r><rPh><t>こう</t></rPh></is></c>' },
				'two\nlines & <marks>',
				{ xml: '<c t="d"><v>2024-03-05T14:03:00</v></c>' }
			])
		).toEqual(['TRUE', 'FALSE', 'a < b', '2', '', '黄河', 'two\nlines & <marks>', '2024-03-05 14:03:00']);
	});

	it('amounts of three decimals by type are no thousands, and nothing is asked', async () => {
		const rows = [1.234, 2.345].map((amount, i) => [`A${i}`, 'ada', day(45_000), amount, '']);
		const bytes = workbook([{ name: 'Orders', rows: [head, ...rows] }]);
		expect((await look(bytes)).questions.map(({ code }) => code)).not.toContain('amount-style-ambiguous');
		const { table, totals } = await take(bytes);
		expect([table.scale, totals.source.amount]).toEqual([3, 3579]);
	});
});

describe('A sheet', () => {
	const orders = [head, ['A1', 'ada', day(45_000), 10, ''], ['A2', 'bob', day(45_001), 20.5, '']];
	const notes = { name: '说明', rows: [['Exported by the shop'], ['Ask the office'], ['x'], ['y'], ['z']] };

	it('is chosen by what its header says, and all are offered with their rows', async () => {
		const bytes = workbook([
			notes,
			{ name: '订单', rows: orders },
			{ name: 'Old', rows: orders, hidden: true }
		]);
		const { recipe, sheets, rows } = await look(bytes);
		expect(recipe.source).toEqual({
			...{ kind: 'grid', container: 'xlsx', sheet: '订单', header: true, skipRows: 0 }
		});
		expect(sheets).toEqual([
			{ name: '说明', rows: 5 },
			{ name: '订单', rows: 3 },
			{ name: 'Old', rows: 3 }
		]);
		expect(rows).toEqual({ count: 2, exact: true });
	});

	it('can be changed: the other one is guessed anew, and imported', async () => {
		const more = [...orders, ['A3', 'cyd', day(45_002), 1, '']];
		const bytes = workbook([
			{ name: 'May', rows: more },
			{ name: 'June', rows: [['Shop'], ...orders] }
		]);
		const first = await look(bytes);
		expect(first.recipe.source).toMatchObject({ sheet: 'May' });
		if (!isGrid(first.recipe.source)) throw new Error('no grid');
		const second = await look(bytes, {
			...first.recipe,
			source: { ...first.recipe.source, sheet: 'June' },
			columns: []
		});
		expect(second.recipe.source).toMatchObject({ sheet: 'June', skipRows: 1 });
		const { totals } = await importOrders(fileOf(bytes), 'x', second.recipe);
		expect(totals.source).toEqual({ rows: 2, amount: 305 });
	});

	it('that the recipe names and the file lacks is refused', async () => {
		const { recipe } = await look(workbook([{ name: 'May', rows: orders }]));
		const other = fileOf(workbook([{ name: 'June', rows: orders }]));
		expect(await refusal(importOrders(other, 'x', recipe))).toEqual({
			code: 'sheet-not-found',
			params: { sheet: 'May' }
		});
	});

	it('has lines: an issue names the row as the spreadsheet counts it', async () => {
		const rows = [
			['Orders of 2024'],
			[],
			head,
			[],
			['A1', 'ada', 'never', 10, ''],
			['A2', 'ada', day(45_000), 5]
		];
		const { issues, totals } = await take(workbook([{ name: 'S', rows }]));
		expect(issues.map(({ line, code }) => [line, code])).toEqual([[5, 'date-invalid']]);
		expect(totals.source.rows).toBe(2);
	});

	it('skips titles above the header, also merged ones', async () => {
		const rows = [['Shop export'], ['from 2024-01-01', 'to 2024-12-31'], ...orders];
		const { recipe } = await look(workbook([{ name: 'S', rows, merges: ['A1:E1'] }]));
		expect(recipe.source).toMatchObject({ header: true, skipRows: 2 });
		expect(recipe.columns.map((column) => column.header)).toEqual(head);
	});

	it('joins a header of two rows where the upper one groups columns', async () => {
		const rows = [
			['订单', null, '客户', '付款', null],
			['订单编号', '下单时间', null, '实付金额', '数量'],
			['A1', day(45_000), 'ada', 10, 1],
			['A2', day(45_001), 'bob', 20, 2]
		];
		const bytes = workbook([{ name: 'S', rows, merges: ['A1:B1', 'C1:C2', 'D1:E1'] }]);
		const { recipe } = await look(bytes);
		expect(recipe.source).toMatchObject({ header: true, skipRows: 1 });
		expect(recipe.columns.map(({ header, role }) => [header, role])).toEqual([
			['订单 / 订单编号', 'order'],
			['订单 / 下单时间', 'date'],
			['客户', 'customer'],
			['付款 / 实付金额', 'amount'],
			['付款 / 数量', 'quantity']
		]);
		expect((await take(bytes)).totals.source).toEqual({ rows: 2, amount: 30 });
	});
});

describe('A workbook that is none', () => {
	const parts = workbookParts([{ name: 'S', rows: [head, ['A1', 'ada', day(45_000), 10, '']] }]);

	it('with a document type of its own is refused', async () => {
		const bytes = zipped({
			...parts,
			'xl/sharedStrings.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${parts['xl/sharedStrings.xml'] ?? ''}`
		});
		expect((await refusal(look(bytes))).code).toBe('workbook-damaged');
	});

	it('without sheets, or cut off, is refused with a code', async () => {
		const none = zipped({ ...parts, 'xl/workbook.xml': '<workbook><sheets/></workbook>' });
		expect((await refusal(look(none))).code).toBe('table-not-found');
		const whole = zipped(parts);
		expect((await refusal(look(whole.slice(0, whole.length - 30)))).code).toBe('archive-damaged');
	});

	it('with a cell in the last place that a sheet has is read in no time', async () => {
		const sheet = (parts['xl/worksheets/sheet1.xml'] ?? '').replace(
			'</sheetData>',
			'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
		);
		const since = process.cpuUsage();
		const { columns } = await inspect(
			fileOf(zipped({ ...parts, 'xl/worksheets/sheet1.xml': sheet })),
			'x',
			null
		);
		expect(columns.length).toBeGreaterThanOrEqual(5);
		expect(process.cpuUsage(since).user).toBeLessThan(4_000_000);
	});
});

describe('Sheets of the same columns', () => {
	const head = ['Order ID', 'Customer ID', 'Order Date', 'Amount'];
	const month = (name: string, rows: number) => ({
		name,
		rows: [
			[`Orders of ${name}`],
			head,
			...Array.from({ length: rows }, (_, i) => [
				`${name}${i}`,
				`C${i % 3}`,
				`2024-0${rows - 3}-0${i + 1}`,
				10.5
			]),
			['Total', null, null, rows * 10.5]
		]
	});
	const book = workbook([
		month('Jan', 4),
		month('Feb', 5),
		month('Mar', 6),
		{ ...month('Draft', 7), hidden: true },
		{
			name: 'Cities',
			rows: [
				['Code', 'City'],
				['1', 'Rome'],
				['2', 'Oslo']
			]
		}
	]);

	it('are told of, and read one after the other when that is chosen', async () => {
		const first = await look(book);
		expect(first.recipe.source).toMatchObject({ sheet: 'Mar', skipRows: 1 });
		expect(first.sheets.filter(({ alike }) => alike).map(({ name }) => name)).toEqual(['Jan', 'Feb']);
		expect(first.questions).toContainEqual({ code: 'sheets-alike', params: { n: 2 } });
		const alone = await importOrders(fileOf(book), 'x', first.recipe);
		expect(alone.totals.source).toEqual({ rows: 7, amount: 630 });

		const source = { ...(first.recipe.source as GridFormat), more: ['Jan', 'Feb'] };
		const together = await look(book, { ...first.recipe, source });
		expect(together.recipe.source).toEqual(source);
		expect(together.questions.map(({ code }) => code)).toContain('sheets-together');
		const { table, totals } = await importOrders(fileOf(book), 'x', together.recipe);
		expect(totals.kept.sales).toEqual({ rows: 15, amount: 1575 });
		expect(totals.rejectedBy).toEqual({ 'row-total': 3 });
		expect(table.orders?.size).toBe(15);
		// Where a row is rejected, its sheet is named with its line there.
		const { issues, groups, rejects } = await importOrders(fileOf(book), 'x', together.recipe);
		expect(issues.map(({ sheet }) => sheet)).toEqual(['Mar', 'Jan', 'Feb']);
		expect(groups[0]?.examples[1]).toMatchObject({ sheet: 'Jan', line: issues[1]?.line });
		const lines = new TextDecoder().decode(rejects).split('\r\n');
		expect(lines[0]).toMatch(/^\ufeff?sheet,line,code,column,/);
		expect(lines[2]).toMatch(new RegExp(`^Jan,${issues[1]?.line ?? 0},row-total,0,`));
		// Another sheet has others that are like it, and one that is gone is missed.
		const lost = { ...together.recipe, source: { ...source, more: ['Jan', 'April'] } };
		expect((await refusal(importOrders(fileOf(book), 'x', lost))).code).toBe('sheet-not-found');
	});

	it('are not looked for in a sheet that cannot be read, where another was chosen', async () => {
		const rows = Array.from({ length: 4 }, (_row, i) => [`A${i}`, 'C1', `2024-01-0${i + 1}`, 10.5]);
		const parts = workbookParts([
			{ name: 'Jan', rows: [head, ...rows] },
			{ name: 'Feb', rows: [head, ...rows] }
		]);
		const { recipe } = await look(zipped(parts));
		const at = recipe.source as GridFormat;
		const name = `xl/worksheets/sheet${at.sheet === 'Jan' ? 2 : 1}.xml`;
		const textThatIsNotThere = '<sheetData><row r="1"><c r="A1" t="s"><v>9999</v></c></row>';
		const sheet = (parts[name] ?? '').replace('<sheetData>', textThatIsNotThere);
		const damaged = zipped({ ...parts, [name]: sheet });
		const { questions } = await look(damaged, recipe);
		expect(questions.map(({ code }) => code)).not.toContain('sheets-alike');
	});
});

it('Cells that were merged over several rows are asked about, and filled when that is chosen', async () => {
	const rows = Array.from({ length: 12 }, (_, i) => [
		i % 3 === 0 ? `C${i / 3}` : null,
		`O${i}`,
		`2024-03-${String(i + 1).padStart(2, '0')}`,
		10.5,
		i % 3 === 0 ? 3 : null
	]);
	const merges = ['A', 'E'].flatMap((column) =>
		[2, 5, 8, 11].map((line) => `${column}${line}:${column}${line + 2}`)
	);
	const head = ['Customer', 'Order ID', 'Order Date', 'Amount', 'Quantity'];
	const book = workbook([{ name: 'S', rows: [head, ...rows], merges }]);
	const { recipe, questions } = await look(book);
	const asked = questions.filter(({ code }) => code === 'filled-once');
	expect(asked).toEqual([{ code: 'filled-once', params: { column: 1, header: 'Customer' } }]);
	const filled = await look(book, withFilledDown(recipe, [0]));
	expect(filled.questions.some(({ code }) => code === 'filled-once')).toBe(false);
	const { table, totals } = await importOrders(fileOf(book), 'x', filled.recipe);
	expect(totals.kept.sales).toEqual({ rows: 12, amount: 1260 });
	expect(table.customers.size).toBe(4);
});

it.each(['XFD', 'XFE', 'ZZZ'])(
	'A stray cell in column %s is no part of the table, and is told of',
	async (column) => {
		const head = ['Customer', 'Order ID', 'Order Date', 'Amount'];
		const rows = Array.from({ length: 8 }, (_, i) => [`C${i % 3}`, `O${i}`, `2024-03-0${i + 1}`, 10.5]);
		const parts = workbookParts([{ name: 'S', rows: [head, ...rows] }]);
		const name = 'xl/worksheets/sheet1.xml';
		const stray = (line: number) => `<c r="${column}${line}" t="str"><v>x</v></c></row>`;
		let line = 0;
		// One beside the header, one beside an order, and one below all.
		const marked = (parts[name] ?? '')
			.replaceAll('</row>', () => (++line === 1 || line === 4 ? stray(line) : '</row>'))
			.replace('</sheetData>', `<row r="40">${stray(40)}</sheetData>`);
		const book = zipped({ ...parts, [name]: marked });
		const { recipe } = await look(book);
		expect(recipe.columns.map(({ header }) => header)).toEqual(head);
		const { totals, issues } = await importOrders(fileOf(book), 'x', recipe);
		expect(totals.kept.sales).toEqual({ rows: 8, amount: 840 });
		expect(totals.rejectedBy).toEqual({ 'cell-stray': 1 });
		expect(totals.source.rows).toBe(9);
		expect(issues.map((issue) => [issue.code, issue.line])).toEqual([
			['cell-stray', 4],
			['cell-stray', 40]
		]);
	}
);
