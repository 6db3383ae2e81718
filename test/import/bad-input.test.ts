import { describe, expect, it } from 'vitest';
import { decodeAll } from '#lib/core/columns/dictionary.ts';
import { errorCodes } from '#lib/core/errors.ts';
import { issueCodes } from '#lib/core/dataset/row-issue.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { importOrders, inspect, questionCodes } from '#lib/import/index.ts';
import { MAX_CONTENT_BYTES } from '#lib/import/limits.ts';
import { fileOf, look, refusal, take } from '../support/import.ts';

const codesOf = (findings: readonly { readonly code: string }[]) => findings.map((finding) => finding.code);

const gzip = async (text: string): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array(
		await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
	);

const good = 'customer,date,amount\nA,2024-01-05,10.50\nB,2024-01-06,7\nA,2024-01-07,3.25\n';

describe('A file that is no table', () => {
	it('is refused when it is empty, also behind a byte order mark or as blank lines', async () => {
		for (const content of ['', '\ufeff', '\n\n \n']) {
			expect((await refusal(look(content))).code).toBe('file-empty');
		}
	});

	it('is refused when it is a header alone', async () => {
		expect((await refusal(look('customer,date,amount\n'))).code).toBe('file-header-only');
		expect((await refusal(look('客户编号,日期,金额'))).code).toBe('file-header-only');
	});

	it('is refused when it is binary, and its kind is named', async () => {
		const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3);
		expect((await refusal(look(zip))).code).toBe('archive-damaged');
		const pdf = new TextEncoder().encode('%PDF-1.7\n%\u00e2\u00e3');
		expect(await refusal(look(pdf))).toEqual({ code: 'file-binary', params: { kind: 'pdf' } });
		const noise = Uint8Array.from({ length: 4096 }, (_, i) => (i * 193 + (i >> 3) * 7) & 0xff);
		expect((await refusal(look(noise))).code).toBe('file-binary');
	});

	it('of 2 GB is refused with both numbers, before a byte of it is read', async () => {
		const huge = {
			size: 2 * 2 ** 30,
			slice: () => new Blob(['cu']),
			stream: () => {
				throw new Error('it was read');
			}
		} as unknown as Blob;
		const { code, params } = await refusal(inspect(huge, 'huge.csv', null));
		expect(code).toBe('file-too-large');
		expect(params).toEqual({ size: 2 * 2 ** 30, limit: MAX_CONTENT_BYTES });
		expect(messagesFor('en').errors['file-too-large']({ size: 2e9, limit: 1e9 })).toContain('2 GB');
	});

	it('is refused when its gzip is cut off or damaged', async () => {
		const packed = await gzip(good.repeat(2000));
		expect((await refusal(look(packed.slice(0, packed.length - 40)))).code).toBe('file-corrupt-gzip');
		const { recipe } = await look(packed);
		const damaged = packed.slice();
		damaged.fill(0x55, 40, 60);
		expect((await refusal(importOrders(fileOf(damaged), 'x', recipe))).code).toBe('file-corrupt-gzip');
	});

	it('of one column cannot be imported', async () => {
		expect(codesOf((await look('word\nalpha\nbeta\ngamma\n')).blockers)).toContain('table-single-column');
	});
});

describe('A table without what is needed', () => {
	it('says which column is missing', async () => {
		expect(codesOf((await look('customer,amount\nA,10.5\nB,7.1\n')).blockers)).toEqual(['mapping-no-date']);
		expect(codesOf((await look('customer,date,city\nA,2024-01-05,Rome\n')).blockers)).toEqual([
			'mapping-no-amount'
		]);
		expect(codesOf((await look('city,date,amount\nRome,2024-01-05,7\n')).blockers)).toEqual([
			'mapping-no-customer'
		]);
	});

	it('is refused by the import as well, whatever recipe comes', async () => {
		const { recipe } = await look(good);
		const without = (role: string) => ({
			...recipe,
			columns: recipe.columns.map((c) => (c.role === role ? { ...c, role: 'ignore' as const } : c))
		});
		for (const role of ['customer', 'date', 'amount']) {
			expect((await refusal(importOrders(fileOf(good), 'x', without(role)))).code).toBe(`mapping-no-${role}`);
		}
		const twice = { ...recipe, columns: recipe.columns.map((c) => ({ ...c, role: 'customer' as const })) };
		expect((await refusal(importOrders(fileOf(good), 'x', twice))).code).toBe('mapping-role-twice');
		const odd = { ...recipe, version: 2 } as unknown as typeof recipe;
		expect(await refusal(importOrders(fileOf(good), 'x', odd))).toEqual({
			code: 'recipe-invalid',
			params: { path: 'version' }
		});
	});
});

describe('Dates in two orders', () => {
	it('stop the import when both are certain: 12/13/2024 beside 13/12/2024', async () => {
		const { blockers } = await look('customer,date,amount\nA,12/13/2024,5\nB,13/12/2024,6\n');
		expect(blockers).toEqual([
			{
				code: 'date-order-mixed',
				params: { column: 2, header: 'date', dayFirst: '13/12/2024', monthFirst: '12/13/2024' }
			}
		]);
	});

	it('are asked about when the days leave it open, and not imported until the answer', async () => {
		const text = 'customer,date,amount\nA,3/4/2024,5\nB,5/6/2024,6\n';
		const inspection = await look(text);
		expect(inspection.questions[0]).toEqual({
			code: 'date-order-ambiguous',
			params: { column: 2, header: 'date', example: '3/4/2024' }
		});
		expect(inspection.columns[1]?.dateOrders).toEqual(['dmy', 'mdy']);
		expect((await refusal(take(text))).code).toBe('date-order-ambiguous');
		const answered = (dateOrder: 'dmy' | 'mdy') =>
			take(text, (recipe) => ({
				...recipe,
				columns: recipe.columns.map((c) => (c.role === 'date' ? { ...c, dateOrder } : c))
			}));
		expect(Array.from((await answered('dmy')).table.day)).toEqual([19_816, 19_879]);
		expect(Array.from((await answered('mdy')).table.day)).toEqual([19_786, 19_849]);
	});

	it('keep their answer in the next look at the file, which no longer asks', async () => {
		const text = 'customer,date,amount\nA,3/4/2024,5\nB,5/6/2024,6\n';
		const { recipe } = await look(text);
		const chosen = {
			...recipe,
			columns: recipe.columns.map((c) => (c.role === 'date' ? { ...c, dateOrder: 'mdy' as const } : c))
		};
		const again = await look(text, chosen);
		expect(codesOf(again.questions)).not.toContain('date-order-ambiguous');
		expect(again.recipe.columns[1]?.dateOrder).toBe('mdy');
		expect(again.preview[0]?.[1]).toEqual({ raw: '3/4/2024', value: 19_786 });
	});

	it('that only the rest of the file shows stop the import there', async () => {
		const first = Array.from({ length: 60_000 }, (_, i) => `C${i},${(i % 12) + 1}/25/2024,10.50`);
		const later = Array.from({ length: 5_000 }, (_, i) => `D${i},25/${(i % 12) + 1}/2024,10.50`);
		const inTheMiddle = [...first.slice(0, 45_000), ...later, ...first.slice(45_000)];
		const text = `customer,date,amount\n${inTheMiddle.join('\n')}\n`;
		const { recipe } = await look(`customer,date,amount\n${first.join('\n')}\n`);
		const { code, params } = await refusal(importOrders(fileOf(text), 'x', recipe));
		expect(code).toBe('date-order-mixed');
		expect(params.line).toBe(45_002);
	});

	it('of a single slip among many are rejected, not read the other way', async () => {
		const rows = Array.from({ length: 300 }, (_, i) => `C${i},${(i % 12) + 1}/${13 + (i % 15)}/2024,10`);
		const { totals, issues } = await take(`customer,date,amount\n${rows.join('\n')}\nX,25/3/2024,10\n`);
		expect(totals.rejectedBy).toEqual({ 'date-impossible': 1 });
		expect(issues[0]).toEqual({
			code: 'date-impossible',
			line: 302,
			column: 2,
			header: 'date',
			raw: '25/3/2024'
		});
	});
});

describe('Amounts as they come', () => {
	it('R$1.652,29 is one thousand six hundred fifty-two reais and 29', async () => {
		const { table, totals } = await take(
			'customer,date,amount\nA,2024-01-05,"R$1.652,29"\nB,2024-01-06,"R$7,50"\n'
		);
		expect(table.currency).toBe('BRL');
		expect(table.scale).toBe(2);
		expect(totals.kept.sales.amount).toBe(165_979);
	});

	it('(1,234.00) is a refund, ￥1.2万 is twelve thousand', async () => {
		const { table, totals } = await take(
			'customer,order,date,amount\nA,1,2024-01-05,"5,000.50"\nA,1,2024-01-06,"(1,234.00)"\nB,2,2024-01-06,￥1.2万\n'
		);
		expect(table.scale).toBe(1);
		expect(totals.kept.sales).toEqual({ rows: 2, amount: 170_005 });
		expect(totals.kept.refunds).toEqual({ rows: 1, amount: -12_340 });
		expect(table.currency).toBe('CNY');
	});

	it('1e400 is rejected as too large, and the row is listed', async () => {
		const { totals, issues } = await take('customer,date,amount\nA,2024-01-05,12.50\nB,2024-01-06,1e400\n');
		expect(totals.rejectedBy).toEqual({ 'amount-too-large': 1 });
		expect(issues[0]).toMatchObject({ code: 'amount-too-large', line: 3, column: 3, raw: '1e400' });
	});

	it('1,234 alone reads two ways: it is asked about, and nothing is imported before', async () => {
		const text = 'customer,date,amount\nA,2024-01-05,"1,234"\nB,2024-01-06,"5,678"\n';
		const inspection = await look(text);
		expect(inspection.questions[0]).toEqual({
			code: 'amount-style-ambiguous',
			params: { column: 3, header: 'amount', example: '1,234' }
		});
		expect(inspection.columns[2]?.numberStyles).toHaveLength(2);
		expect((await refusal(take(text))).code).toBe('amount-style-ambiguous');
	});

	it('1.234 after a sample of whole numbers is not taken either way', async () => {
		const head = Array.from({ length: 60 }, (_, i) => `C${i},2024-01-05,${10 + i}`).join('\n');
		const { recipe } = await look(`customer,date,amount\n${head}\n`);
		const text = `customer,date,amount\n${head}\nZ,2024-01-06,1.234\n`;
		expect(await refusal(importOrders(fileOf(text), 'x', recipe))).toEqual({
			code: 'amount-style-ambiguous',
			params: { column: 3, header: 'amount', line: 62 }
		});
	});

	it('in two currencies stop the import', async () => {
		const text = 'customer,date,amount\nA,2024-01-05,$12.50\nB,2024-01-06,€7.00\n';
		expect(codesOf((await look(text)).blockers)).toEqual(['currency-mixed']);
		expect((await refusal(take(text))).code).toBe('currency-mixed');
		expect(
			codesOf(
				(await look('customer,date,amount,currency\nA,2024-01-05,12.5,USD\nB,2024-01-06,7.1,EUR\n')).blockers
			)
		).toEqual(['currency-mixed']);
	});

	it('in another currency than the recipe says are rejected', async () => {
		const { totals } = await take(
			'customer,date,amount\nA,2024-01-05,12.50\nB,2024-01-06,€7.00\n',
			(recipe) => ({
				...recipe,
				currency: 'USD'
			})
		);
		expect(totals.rejectedBy).toEqual({ 'amount-other-currency': 1 });
	});

	it('as percentages or as nothing are rejected, with the amount of the others kept', async () => {
		const { totals } = await take(
			'customer,date,amount\nA,2024-01-05,12.50\nB,2024-01-06,12%\nC,2024-01-07,\n'
		);
		expect(totals.rejectedBy).toEqual({ 'amount-invalid': 1, 'amount-missing': 1 });
		expect(totals.kept.sales).toEqual({ rows: 1, amount: 125 });
	});

	it('with the noise of binary fractions are cleaned and counted', async () => {
		const { table, totals } = await take(
			'customer,date,amount\nA,2024-01-05,0.30000000000000004\nB,2024-01-06,12.340000000000001\nC,2024-01-07,1.25\n'
		);
		expect(table.scale).toBe(2);
		expect(totals.kept.sales.amount).toBe(1389);
		expect(totals.remarks).toEqual({ 'amount-too-precise': 2 });
	});

	it('that add up beyond what can be counted exactly are refused', async () => {
		const row = (i: number) => `C${i},2024-01-05,9000000000000.01`;
		const text = `customer,date,amount\n${Array.from({ length: 12 }, (_, i) => row(i)).join('\n')}\n`;
		expect((await refusal(take(text))).code).toBe('amount-sum-too-large');
	});
});

describe('Ids and headers', () => {
	it('over 2^53 stay text, with leading zeros, Excel wrappings taken off', async () => {
		const { table } = await take(
			'customer,order,date,amount\n9007199254740993,00012,2024-01-05,5\n9007199254740992,"=""00013""",2024-01-05,6\n'
		);
		expect(decodeAll(table.customers)).toEqual(['9007199254740992', '9007199254740993']);
		expect(decodeAll(table.orders as NonNullable<typeof table.orders>)).toEqual(['00012', '00013']);
	});

	it('that Excel wrote as 1.23E+17 are asked about', async () => {
		const { questions } = await look(
			'customer id,date,amount\n1.23457E+17,2024-01-05,5\n1.23458E+17,2024-01-06,6\n'
		);
		expect(questions).toContainEqual({
			code: 'ids-in-exponent',
			params: { column: 1, header: 'customer id', rows: 2 }
		});
	});

	it('called __proto__, constructor, or the same twice are columns like any other', async () => {
		const text =
			'customer,date,amount,__proto__,__proto__,constructor\nA,2024-01-05,5,x,y,z\nB,2024-01-06,6,v,w,z\nA,2024-01-06,7,x,w,q\n';
		const { table } = await take(text);
		expect(table.attributes.map((a) => a.header)).toEqual(['__proto__', '__proto__', 'constructor']);
		expect(table.attributes.map((a) => decodeAll(a.dictionary))).toEqual([
			['v', 'x'],
			['w', 'y'],
			['q', 'z']
		]);
	});
});

describe('Hardly any data', () => {
	it('of one customer, one order, or one day is a table', async () => {
		const { table, totals } = await take('customer,order,date,amount\nA,1,2024-01-05,5\n');
		expect([table.rows, table.customers.size, table.orders?.size]).toEqual([1, 1, 1]);
		expect(totals.kept.sales).toEqual({ rows: 1, amount: 5 });
		const day = await take(good.replace(/2024-01-0\d/g, '2024-01-05'));
		expect(new Set(day.table.day)).toEqual(new Set([19_727]));
	});

	it('with no readable row says so', async () => {
		const { recipe } = await look(good);
		const { code, params } = await refusal(
			importOrders(fileOf('customer,date,amount\nA,someday,much\nB,never,more\n'), 'x', recipe)
		);
		expect(code).toBe('import-no-valid-rows');
		expect(params.rows).toBe(2);
	});
});

describe('Every code of the import', () => {
	it('has its text in both languages', () => {
		const importCodes = errorCodes.slice(0, errorCodes.indexOf('storage-unavailable'));
		for (const locale of ['en', 'zh-CN'] as const) {
			const messages = messagesFor(locale);
			const text = (area: object, code: string) =>
				(area as Record<string, (params: object) => string>)[code]?.({
					...{
						column: 2,
						header: 'h',
						line: 3,
						n: 2,
						rows: 2,
						size: 1,
						limit: 1,
						kind: 'k',
						role: 'r',
						path: 'p'
					},
					...{ encoding: 'e', other: 'o', example: 'x', prefix: 'C', scale: 2, amount: 1, issue: 'i' }
				});
			for (const code of importCodes) expect(text(messages.errors, code), code).toMatch(/\S/);
			for (const code of issueCodes) expect(text(messages.issues, code), code).toMatch(/\S/);
			for (const code of questionCodes) expect(text(messages.importing.questions, code), code).toMatch(/\S/);
		}
	});
});
