import { describe, expect, it } from 'vitest';
import { decodeAll, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { RowKind } from '#lib/core/dataset/order-table.ts';
import type { RowChoices } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { checkTotals } from '#lib/core/dataset/check-totals.ts';
import { importOrders } from '#lib/import/index.ts';
import { fileOf, look, take } from '../../support/import.ts';

const choosing = (choices: Partial<RowChoices>) => (recipe: Awaited<ReturnType<typeof look>>['recipe']) => ({
	...recipe,
	choices: { ...recipe.choices, ...choices }
});

const orders = [
	'customer,order,date,amount,status',
	'A,1,2024-01-05,10.00,paid',
	'A,1,2024-01-05,5.50,paid',
	'A,1,2024-01-09,-4.00,paid',
	'A,9,2024-01-09,-1.00,paid',
	'B,2,2024-01-06,0.00,paid',
	'B,3,2024-01-06,7.00,cancelled',
	',4,2024-01-07,3.00,paid',
	'B,1,2024-01-08,-2.00,paid',
	'B,5,2024-01-08,8.25,paid'
].join('\n');

describe('Rows that are not plain sales', () => {
	it('are set aside by kind, and a refund is matched by customer and order', async () => {
		const { table, totals } = await take(orders);
		expect(totals.kept).toEqual({ sales: { rows: 3, amount: 2375 }, refunds: { rows: 1, amount: -400 } });
		expect(totals.setAside).toEqual({
			noCustomer: { rows: 1, amount: 300 },
			cancelled: { rows: 1, amount: 700 },
			zeroAmount: { rows: 1, amount: 0 },
			refundsUnmatched: { rows: 2, amount: -300 }
		});
		expect(decodeAll(table.customers)).toEqual(['A', 'B']);
		expect(Array.from(table.customer)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, NO_CODE]);
		expect(Array.from(table.kind)).toEqual([
			...[RowKind.SALE, RowKind.SALE, RowKind.REFUND, RowKind.REFUND_UNMATCHED],
			...[RowKind.ZERO, RowKind.CANCELLED, RowKind.REFUND_UNMATCHED, RowKind.SALE, RowKind.NO_CUSTOMER]
		]);
	});

	it('are kept when that is chosen', async () => {
		const kept = await take(
			orders,
			choosing({ cancelled: 'keep', zeroAmount: 'keep', noCustomer: 'walk-in' })
		);
		expect(kept.totals.kept.sales).toEqual({ rows: 6, amount: 3375 });
		expect(decodeAll(kept.table.customers)).toEqual(['A', 'B', 'walk-in']);
	});

	it('are set aside without a date where their status says that nothing was sold, and are faults elsewhere', async () => {
		const deals = [
			'customer,order,date,amount,status',
			'A,1,2024-01-05,10.00,Won',
			'A,2,,,Engaging',
			',3,,4.25,Prospecting',
			'B,4,,5.00,Won',
			'B,5,,many,Engaging',
			'B,6,2024-01-06,,Engaging',
			'B,7,2024-01-07,3.005,Won'
		].join('\n');
		const { table, totals } = await take(deals);
		expect(totals.setAside.undated).toEqual({ rows: 2, amount: 4250 });
		expect(totals.rejectedBy).toEqual({ 'date-missing': 2, 'amount-missing': 1 });
		// An order that is not dated is none of the table's.
		expect(table.orders?.size).toBe(2);
		const all = await take(deals, choosing({ cancelled: 'keep' }));
		expect(all.totals.setAside.undated).toBeUndefined();
		expect(all.totals.rejected.rows).toBe(5);
	});

	it('are cancelled by the prefix of their order id', async () => {
		const text =
			'customer,order,date,amount\nA,1,2024-01-05,10.5\nA,C1,2024-01-06,-10.5\nB,2,2024-01-05,3\nB,3,2024-01-05,4\n';
		const { totals } = await take(text, choosing({ cancelPrefix: 'C' }));
		expect(totals.setAside.cancelled).toEqual({ rows: 1, amount: -105 });
	});

	it('that equal an earlier one in every cell are counted, and dropped when that is chosen', async () => {
		const text = `${orders}\nA,1,2024-01-05,10.00,paid\nA,1,2024-01-05,10.0,paid\n`;
		const kept = await take(text);
		expect([kept.totals.duplicatesSeen, kept.totals.merged.rows]).toEqual([1, 0]);
		const dropped = await take(text, choosing({ duplicates: 'drop' }));
		expect([dropped.totals.duplicatesSeen, dropped.totals.merged]).toEqual([1, { rows: 1, amount: 1000 }]);
		expect(dropped.table.rows).toBe(10);
	});

	it('are not equal when their cells only join to the same text', async () => {
		const { totals } = await take('customer,order,date,amount\nab,c,2024-01-05,1\na,bc,2024-01-05,1\n');
		expect(totals.duplicatesSeen).toBe(0);
	});
});

describe('Rows that cannot be read', () => {
	const text = [
		'customer,date,amount,note',
		'A,2024-01-05,10.50,"two',
		'lines"',
		'B,2024-02-30,4.00,x',
		'C,2024-01-07',
		'D,2024-01-07,1.00,x,surplus',
		'E,2024-01-08,2.00,x,,',
		'F,,3.00,"=cmd()"',
		',,,',
		'',
		'G,2024-01-09,5.00,end'
	].join('\r\n');

	it('are listed with line, column, header, raw text and code, and their amounts still count', async () => {
		const { issues, totals, table } = await take(text);
		expect(issues).toEqual([
			{ code: 'date-impossible', line: 4, column: 2, header: 'date', raw: '2024-02-30' },
			{ code: 'row-too-short', line: 5, column: 0, header: '', raw: 'C 2024-01-07' },
			{ code: 'row-too-long', line: 6, column: 5, header: '', raw: 'surplus' },
			{ code: 'date-missing', line: 8, column: 2, header: 'date', raw: '' }
		]);
		expect(totals.rejected).toEqual({ rows: 4, amount: 70 });
		expect(totals.source).toEqual({ rows: 7, amount: 245 });
		expect(totals.blankLines).toBe(2);
		expect(table.rows).toBe(3);
	});

	it('go into a file that opens in a spreadsheet, with formulas guarded', async () => {
		const { rejects } = await take(text);
		const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(rejects);
		expect(written.split('\r\n')).toEqual([
			'\ufeffline,code,column,customer,date,amount,note',
			'4,date-impossible,2,B,2024-02-30,4.00,x',
			'5,row-too-short,0,C,2024-01-07',
			'6,row-too-long,5,D,2024-01-07,1.00,x,surplus',
			`8,date-missing,2,F,,3.00,"'=cmd()"`,
			''
		]);
	});

	it('make no file when there are none', async () => {
		expect((await take(orders)).rejects).toHaveLength(0);
	});

	it('with a quote that never closes cost one line, not the rest of the file', async () => {
		const rows = Array.from({ length: 500 }, (_, i) => `C${i},2024-01-05,1.50,"fine, ${i}"`);
		rows[250] = 'X,2024-01-05,1.50,"never closed';
		rows.length = 251;
		const { totals, issues } = await take(`customer,date,amount,note\n${rows.join('\n')}\n`);
		expect(totals.rejectedBy).toEqual({ 'quote-unclosed': 1 });
		expect(issues[0]?.line).toBe(252);
		expect(totals.kept.sales.rows).toBe(250);
	});

	it('with bytes that mean nothing are rejected where it matters, and remarked on elsewhere', async () => {
		const bytes = (text: string) => new TextEncoder().encode(text);
		const file = Uint8Array.from([
			...bytes('customer,date,amount,note\nA,2024-01-05,1.50,caf'),
			0xe9,
			...bytes('\nB'),
			0xff,
			...bytes(',2024-01-05,2.50,x\nC,2024-01-06,3.50,y\n')
		]);
		const { recipe } = await look('customer,date,amount,note\nA,2024-01-05,1.50,x\n');
		const { totals } = await importOrders(fileOf(file), 'x', recipe);
		expect(totals.rejectedBy).toEqual({ 'undecodable-bytes': 1 });
		expect(totals.remarks).toEqual({ 'undecodable-bytes': 1 });
	});
});

describe('Control totals', () => {
	it('that differ by one row or one smallest unit are an error', async () => {
		const { totals } = await take(orders);
		expect(() => checkTotals(totals)).not.toThrow();
		const wrong = { ...totals, source: { ...totals.source, amount: totals.source.amount + 1 } };
		expect(() => checkTotals(wrong)).toThrow(CoreError);
		expect(() => checkTotals({ ...totals, merged: { rows: 1, amount: 0 } })).toThrow(
			'import-totals-mismatch'
		);
	});
});

describe('Columns', () => {
	it('keep the name on the latest row of a customer, and its attributes', async () => {
		const lines = Array.from({ length: 30 }, (_, i) => `${i % 3},Old ${i % 3},2024-01-05,1.5,Town ${i % 2}`);
		const text = ['customer id,customer name,date,amount,city', ...lines, '1,New 1,2024-02-05,1.5,'].join(
			'\n'
		);
		const { table } = await take(text);
		const names = table.names as NonNullable<typeof table.names>;
		const all = decodeAll(names.dictionary);
		expect(Array.from(names.codes, (code) => all[code])).toEqual(['Old 0', 'New 1', 'Old 2']);
		expect(table.attributes.map((a) => [a.header, decodeAll(a.dictionary)])).toEqual([
			['city', ['Town 0', 'Town 1']]
		]);
		expect(table.attributes[0]?.codes.filter((code) => code === NO_CODE)).toHaveLength(1);
	});

	it('have a time of day only where the file has one', async () => {
		expect((await take(orders)).table.instant).toBeNull();
		const timed = await take('customer,date,amount\nA,2024-01-05 10:30,1.5\nA,2024-01-05 09:00,2.5\n');
		expect(Array.from(timed.table.instant ?? [])).toEqual([1_704_445_200_000, 1_704_450_600_000]);
		expect(Array.from(timed.table.amount)).toEqual([25, 15]);
	});

	it('share the scale of the row with most decimals', async () => {
		const { table } = await take(
			'customer,date,amount\nA,2024-01-05,2.50\nB,2024-01-05,1.125\nC,2024-01-05,3\n'
		);
		expect(table.scale).toBe(3);
		expect(Array.from(table.amount)).toEqual([2500, 1125, 3000]);
	});
});

describe('What a file says of its own money and days', () => {
	const many = (row: (i: number) => string): string =>
		Array.from({ length: 40 }, (_, i) => row(i)).join('\n');

	it('is asked where the year may stand first', async () => {
		const day = (i: number) =>
			`24-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 27) + 1).padStart(2, '0')}`;
		const { questions, columns } = await look(
			`order,customer,date,amount\n${many((i) => `${i},C${i % 9},${day(i)},10`)}`
		);
		expect(questions.map(({ code }) => code)).toContain('date-order-ambiguous');
		expect(columns[2]?.dateOrders).toContain('ymd');
	});

	it('is mixed where one of two currencies is not known to us', async () => {
		const { recipe, blockers } = await look(
			`order,customer,date,amount,currency\n${many((i) => `${i},C${i % 9},2024-01-05,10.50,${i % 2 === 0 ? 'EUR' : 'TRY'}`)}`
		);
		expect(recipe.currency).toBeNull();
		expect(blockers.length).toBeGreaterThan(0);
	});

	it('goes before the currency of another column that was chosen', async () => {
		const text = `order,customer,date,Amount EUR,Amount USD\n${many((i) => `${i},C${i % 9},2024-01-05,10.50,12.50`)}`;
		const { recipe } = await look(text);
		expect(recipe.currency).toBe('EUR');
		const moved = recipe.columns.map((plan, i) => ({
			...plan,
			role: i === 3 ? ('ignore' as const) : i === 4 ? ('amount' as const) : plan.role
		}));
		expect((await look(text, { ...recipe, columns: moved })).recipe.currency).toBe('USD');
	});

	it('is not guessed of a row that breaks off within a number', async () => {
		const text = `order,customer,date,amount,city,channel\n${many((i) => `${i},C${i % 9},2024-01-05,1234.50,Bath,web`)}\n99,C3,2024-02-05,12`;
		const { totals } = await take(text);
		expect(totals.rejectedBy).toEqual({ 'row-too-short': 1 });
		expect(totals.kept.sales).toEqual({ rows: 40, amount: 493_800 });
	});

	it('can be chosen when 1,234 comes after whole numbers', async () => {
		const { columns } = await look(
			`order,customer,date,amount\n${many((i) => `${i},C${i % 9},2024-01-05,${i + 10}`)}`
		);
		expect(columns[3]?.numberStyles).toHaveLength(3);
	});
});
