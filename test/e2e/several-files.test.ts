import { gzipSync } from 'node:zlib';
import { loadTopic } from '../../src/lib/i18n/load-topic.ts';
import { zipped } from '../support/workbook.ts';
import { englishOrders, textFile } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';

const june = 'Order ID,Customer ID,Order Date,Amount\nB1,ada,2024-06-01,7.25';

test('several files go one after the other: packed or not, one skipped, the choices kept', async ({
	app,
	page
}) => {
	const { t } = app;
	const packed = (name: string, bytes: Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(bytes) });
	const take = async (): Promise<string[]> => {
		await page.getByRole('button', { name: t.importing.begin(), exact: true }).click();
		await expect(app.card(t.importing.totals())).toBeVisible();
		return app.tableRow(t.importing.totals(), t.importing.total.source());
	};
	const queue = app.card(t.importing.queue({ n: 4 })).getByRole('listitem');
	await app.start();
	await page
		.locator('main input[type="file"]')
		.first()
		.setInputFiles([
			packed('May.data', gzipSync(englishOrders)),
			packed('picture.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])),
			packed('June.txt', zipped({ 'export/june.log': june })),
			textFile('July.csv', 'Day,Who,Sum\n2024-07-01,ada,3')
		]);
	await app.main.getByRole('combobox', { name: t.importing.currency() }).click();
	await page.getByRole('option', { name: /^GBP/ }).click();
	expect(await take()).toEqual(['9', '£1,380.74']);

	await page.getByRole('button', { name: t.importing.nextFile({ name: 'picture.csv' }) }).click();
	await expect(app.main.getByText('file-binary')).toBeVisible();
	await page.getByRole('button', { name: t.importing.skip() }).press('Enter');
	await expect(app.main.locator('[data-stays]')).toBeFocused();

	await expect(app.main.getByText(t.importing.keepsChoices())).toBeVisible();
	expect(await take()).toEqual(['1', '£7.25']);
	await page.getByRole('button', { name: t.importing.nextFile({ name: 'July.csv' }) }).click();
	await expect(app.main.getByText(t.importing.reviewText())).toBeVisible();
	const states = ['stored', 'skipped', 'stored', 'open'] as const;
	for (const [i, state] of states.entries()) {
		await expect(queue.nth(i)).toContainText(t.importing.queueStates[state]());
	}
});

test('a table copied from a spreadsheet is pasted, its picture left alone', async ({ app, page }) => {
	const { t } = app;
	await app.start();
	await page.evaluate((text) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', text);
		clipboardData.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
		document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
	}, 'Order ID\tCustomer ID\tOrder Date\tAmount\nA1\tada\t2024-01-05\t10.5');
	await page.getByRole('button', { name: t.importing.begin(), exact: true }).click();
	await expect(app.card(t.importing.totals())).toBeVisible();
	expect(await app.tableRow(t.importing.totals(), t.importing.total.source())).toEqual(['1', '10.50']);
});

test('one of two files is read otherwise from the copies that were kept, and the whole joined anew', async ({
	app,
	page
}) => {
	const { t } = app;
	const [{ texts: keeping }, { texts: joining }] = await Promise.all([
		loadTopic('keeping', app.locale),
		loadTopic('joining', app.locale)
	]);
	await app.start();
	await app.importAsUnderstood(textFile('May.csv', englishOrders));
	await page.goto('.');
	await app.choose(textFile('June.csv', june.replace('ada', 'eve')));
	await page.getByRole('button', { name: joining.offerAccept({ name: 'May' }) }).click();
	await page.getByRole('button', { name: t.importing.begin(), exact: true }).click();
	await page.getByRole('button', { name: joining.add(), exact: true }).click();
	await expect(app.card(t.importing.totals())).toBeVisible();
	await page.getByRole('button', { name: t.shell.screens.data(), exact: true }).click();
	await app.arrived('data');
	await page.getByRole('button', { name: keeping.change() }).click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: keeping.filesAgainChangeNamed({ name: 'May.csv' }) })
		.click();
	// The row of nobody counts now, under a name of its own.
	await app.main.getByText(t.importing.noCustomerWalkIn()).click();
	await page.getByRole('button', { name: t.importing.begin(), exact: true }).click();
	await expect(app.card(t.importing.totals())).toBeVisible();
	expect(await app.tableRow(t.importing.totals(), t.importing.total.source())).toEqual(['10', '1,387.99']);
	expect(await app.tableRow(t.importing.totals(), t.importing.total.sales())).toEqual(['7', '1,372.99']);

	// A fix of the one file that has such rows: they are set aside again.
	await page.getByRole('button', { name: t.shell.screens.data(), exact: true }).click();
	await app.arrived('data');
	const { issues } = keeping;
	await page.getByRole('button', { name: issues.fixOf({ kind: issues.kinds.noCustomer() }) }).click();
	const fix = issues.fixes.noCustomerAside();
	await page.getByRole('menuitem', { name: issues.inFile({ fix, name: 'May.csv' }) }).click();
	await page.getByRole('dialog').getByRole('button', { name: issues.apply() }).click();
	const line = app.card(issues.title()).getByRole('listitem').filter({ hasText: issues.kinds.noCustomer() });
	await expect(line).toContainText(issues.outcomes.aside());
});
