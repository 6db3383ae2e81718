import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { dataFile, hasData } from '../support/data-path.ts';
import { expect, test } from './support/fixtures.ts';
import { STYLE, workbook, zipped } from '../support/workbook.ts';
import { chineseOrders, englishOrders, gb18030File, olderWorkbook, textFile } from './support/files.ts';

test('an English export is understood, imported and accounted for to the last cent', async ({ app }) => {
	const { t } = app;
	await app.start();
	await app.importAsUnderstood(textFile('orders.csv', englishOrders));
	const total = (kind: keyof typeof t.importing.total): Promise<string[]> =>
		app.tableRow(t.importing.totals(), t.importing.total[kind]());
	expect(await total('source')).toEqual(['9', '1,380.74']);
	expect(await total('rejected')).toEqual(['2', '15.00']);
	expect(await total('noCustomer')).toEqual(['1', '9.99']);
	await expect(app.main.getByText(t.importing.totalsAgree())).toBeVisible();
	await app.page.getByRole('button', { name: t.importing.seeOverview() }).click();
	await app.arrived('overview');
});

test('rejected rows are saved as a file that says where and why', async ({ app }) => {
	const { t } = app;
	await app.start();
	await app.importAsUnderstood(textFile('orders.csv', englishOrders));
	await app.main.getByRole('button', { name: t.shell.screens.data(), exact: true }).click();
	await app.arrived('data');
	await app
		.card(t.data.profile.title())
		.getByRole('row', { name: /Customer ID/ })
		.click();
	const chart = app.main.getByRole('region', { name: t.data.profile.chartTitle({ name: 'Customer ID' }) });
	await expect(chart.getByRole('img', { name: /^ada, .* 3,/ })).toBeVisible();
	const saved = await app.download(app.main.getByRole('button', { name: t.data.rejectsSave() }));
	const text = saved.bytes.toString('utf8');
	expect(text.charCodeAt(0)).toBe(0xfeff);
	expect(text).toContain('2024-02-30');
	expect(text).toContain('abc');
	expect(text).toContain(t.issues['date-impossible']());
	expect(text.trim().split('\r\n')).toHaveLength(3);
});

for (const { encoding, file } of [
	{ encoding: 'UTF-8', file: textFile('订单.csv', chineseOrders) },
	{ encoding: 'GB18030', file: gb18030File('订单.csv', chineseOrders) }
]) {
	test.describe(`a Chinese export in ${encoding}`, () => {
		test.use({ language: 'zh-CN' });

		test('is read without a correction, closed orders set aside', async ({ app }) => {
			const { t } = app;
			await app.start();
			await app.choose(file);
			await expect(app.main.getByText('山茶').first()).toBeVisible();
			await app.page.getByRole('button', { name: t.importing.begin(), exact: true }).click();
			await expect(app.main.getByText(t.importing.totalsAgree())).toBeVisible();
			expect((await app.tableRow(t.importing.totals(), t.importing.total.source()))[0]).toBe('7');
			expect((await app.tableRow(t.importing.totals(), t.importing.total.cancelled()))[0]).toBe('1');
			await app.page.getByRole('button', { name: t.importing.seeOverview() }).click();
			await app.arrived('overview');
			await app.goTo('customers');
			await expect(app.main.getByRole('row', { name: /山茶/ })).toBeVisible();
		});
	});
}

test('a workbook is read in the browser: another sheet is chosen, and its rows arrive', async ({ app }) => {
	const { t } = app;
	const head = ['Order ID', 'Customer ID', 'Order Date', 'Amount'];
	const day = (value: number) => ({ value, style: STYLE.date });
	const may = [head, ['A1', 'ada', day(45_413), 10.5], ['A2', 'bob', day(45_414), 20]];
	const june = [['Orders of June'], head, ['A3', 'ada', day(45_444), 7.25]];
	await app.start();
	await app.choose({
		name: 'orders.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(
			workbook([
				{ name: 'May', rows: may },
				{ name: 'June', rows: june }
			])
		)
	});
	await expect(app.main.getByText(t.importing.containers.xlsx())).toBeVisible();
	await expect(app.main.getByRole('combobox', { name: t.importing.encoding() })).toHaveCount(0);
	await app.main.getByRole('combobox', { name: t.importing.sheet() }).click();
	await app.page.getByRole('option', { name: t.importing.sheetRows({ name: 'June', n: 3 }) }).click();
	await expect(app.main.getByText('2024-06-01').first()).toBeVisible();
	await app.page.getByRole('button', { name: t.importing.begin(), exact: true }).click();
	await expect(app.main.getByText(t.importing.totalsAgree())).toBeVisible();
	expect(await app.tableRow(t.importing.totals(), t.importing.total.source())).toEqual(['1', '7.25']);
	await app.main.getByRole('button', { name: t.shell.screens.data(), exact: true }).click();
	await app.arrived('data');
	const container = t.importing.containers.xlsx();
	await expect(app.main.getByText(t.data.columnsSubSheet({ container, sheet: 'June' }))).toBeVisible();
});

for (const { what, file } of [
	{
		what: 'JSON in an archive',
		file: zipped({ 'orders.json': '[{"customer_id":"ada","order_date":"2024-01-05","amount":10.5}]' })
	},
	{
		what: 'Parquet compressed with gzip',
		file: new Uint8Array(
			parquetWriteBuffer({
				columnData: [
					{ name: 'customer_id', data: ['ada'], type: 'STRING' },
					{ name: 'order_date', data: [new Date('2024-01-05T00:00:00Z')], type: 'TIMESTAMP' },
					{ name: 'amount', data: [10.5], type: 'DOUBLE' }
				],
				codec: 'GZIP',
				compressors: { GZIP: (bytes) => new Uint8Array(gzipSync(bytes)) }
			})
		)
	},
	{
		what: 'an older workbook',
		file: olderWorkbook.buffer
	}
]) {
	test(`${what} is read under the page's policy`, async ({ app }) => {
		const { t } = app;
		await app.start();
		await app.importAsUnderstood({ name: 'orders', mimeType: '', buffer: Buffer.from(file) });
		expect(await app.tableRow(t.importing.totals(), t.importing.total.source())).toEqual(['1', '10.50']);
	});
}

test('a guess can be changed, and the preview follows', async ({ app }) => {
	const { t } = app;
	await app.start();
	await app.choose(textFile('orders.csv', englishOrders));
	await app.main.getByRole('combobox', { name: t.importing.roleOf({ name: 'Customer ID' }) }).click();
	await app.page.getByRole('option', { name: t.importing.roles.ignore() }).click();
	await expect(app.main.getByText(t.errors['mapping-no-customer']())).toBeVisible();
	await expect(app.page.getByRole('button', { name: t.importing.begin(), exact: true })).toBeDisabled();
});

test.describe('bad input', () => {
	const head = 'Order ID,Customer ID,Order Date,Amount\n';
	const cases = [
		{ name: 'empty.csv', text: '', code: 'file-empty' },
		{ name: 'header.csv', text: head, code: 'file-header-only' },
		{ name: 'picture.csv', text: '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0', code: 'file-binary' },
		{
			name: 'no-date.csv',
			text: 'Order ID,Customer ID,Amount\n1,ada,1.00\n2,bob,2.00\n',
			code: 'mapping-no-date'
		},
		{
			name: 'no-amount.csv',
			text: 'Order ID,Customer ID,Order Date\n1,ada,2024-01-01\n2,bob,2024-01-02\n',
			code: 'mapping-no-amount'
		}
	] as const;
	for (const language of ['en', 'zh-CN'] as const) {
		test.describe(language, () => {
			test.use({ language });
			for (const { name, text, code } of cases) {
				test(`${name} gets a clear message`, async ({ app }) => {
					await app.start();
					await app.choose(textFile(name, text));
					await expect(app.main.getByText(app.errorStart(code)).first()).toBeVisible();
					await expect(
						app.page.getByRole('button', { name: app.t.importing.begin(), exact: true, disabled: false })
					).toHaveCount(0);
				});
			}
		});
	}

	test('a file of more than 2 GB is refused with a number before it is read', async ({ app }) => {
		const folder = mkdtempSync(join(tmpdir(), 'clientele-'));
		const file = join(folder, 'huge.csv');
		writeFileSync(file, head);
		truncateSync(file, 2 ** 31 + 1);
		await app.start();
		await app.choose(file);
		await expect(app.main.getByText(app.errorStart('file-too-large')).first()).toBeVisible();
		rmSync(folder, { recursive: true });
	});

	for (const { what, text } of [
		{ what: 'one customer', text: `${head}A1,ada,2024-01-05,10.00\nA2,ada,2024-02-05,12.00\n` },
		{ what: 'one order', text: `${head}A1,ada,2024-01-05,10.00\n` },
		{
			what: 'all orders on one day',
			text: `${head}A1,ada,2024-01-05,10\nA2,bob,2024-01-05,12\nA3,cyd,2024-01-05,9\n`
		},
		{
			what: 'headers that name machinery',
			text: '__proto__,Customer ID,Order Date,Amount,Amount\nx,ada,2024-01-05,10,1\ny,bob,2024-02-05,12,2\n'
		}
	]) {
		test(`${what} gives screens without a NaN or a blank`, async ({ app }) => {
			await app.start();
			await app.importAsUnderstood(textFile('small.csv', text));
			await app.page.getByRole('button', { name: app.t.importing.seeOverview() }).click();
			await app.arrived('overview');
			for (const screen of ['segments', 'lifecycle', 'retention', 'customers'] as const) {
				await app.goTo(screen);
				expect(await app.main.innerText()).not.toMatch(/\bNaN\b|undefined|Infinity|\[object/);
				expect((await app.main.innerText()).length).toBeGreaterThan(40);
			}
		});
	}
});

test.describe('Online Retail, 541,909 order lines', () => {
	test.skip(!hasData, 'no data folder');
	test.setTimeout(180_000);

	test('is imported by the rule of its publishers, and its customers are theirs', async ({ app }) => {
		const { t } = app;
		await app.start();
		await app.importAsUnderstood(dataFile('online-retail/online_retail.csv.gz'));
		expect((await app.tableRow(t.importing.totals(), t.importing.total.source()))[0]).toBe('541,909');
		await expect(app.main.getByText(t.importing.totalsAgree())).toBeVisible();
		await app.page.getByRole('button', { name: t.importing.seeOverview() }).click();
		await app.arrived('overview');
		await app.page.getByRole('button', { name: t.shell.refundsNet() }).click();
		await app.page.getByText(t.shell.refundsGross(), { exact: true }).last().click();
		await expect(app.main.getByText(/^4,338 customers brought £?8\.91M/)).toBeVisible();
		await app.goTo('retention');
		await expect(app.main.getByText(/885/).first()).toBeVisible();
	});

	test('is cancelled on the way, leaves nothing, and can be tried again', async ({ app }) => {
		const { t } = app;
		await app.start();
		await app.choose(dataFile('online-retail/online_retail.csv.gz'));
		await app.page.getByRole('button', { name: t.importing.begin(), exact: true }).click();
		await app.page.getByRole('button', { name: t.common.cancel(), exact: true }).click();
		await expect(app.main.getByText(t.importing.cancelledTitle())).toBeVisible({ timeout: 2000 });
		await app.main.getByRole('button', { name: t.importing.tryAgain() }).click();
		await app.page.getByRole('button', { name: t.importing.begin(), exact: true }).click();
		await expect(app.main.getByText(t.importing.totalsAgree())).toBeVisible({ timeout: 90_000 });
	});
});
