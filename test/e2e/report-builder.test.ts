import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { messagesFor } from '../../src/lib/i18n/messages.ts';
import building from '../../src/lib/i18n/en/building.ts';
import { expect, test } from './support/fixtures.ts';

test('a chart is put into the report, given words, and read on an interactive page in two languages', async ({
	app,
	browser
}, testInfo) => {
	const { t, page } = app;
	await app.start();
	await app.openSample();
	await app.goTo('lifecycle');
	const title = t.lifecycle.growth.title();
	await app.card(title).getByRole('button', { name: t.charts.toReport() }).click();
	await app.goTo('report');
	const list = app.main.getByRole('list', { name: building.items });
	const row = list.getByRole('listitem').last();
	// The last but one: the end of the list is a place to drop things at.
	await expect(list.getByRole('listitem').filter({ hasText: building.headings.chosen })).toBeVisible();
	await row.getByRole('button', { name: /^Edit / }).click();
	await row.getByRole('textbox', { name: building.caption }).fill('Since the campaign');
	await row.getByRole('button', { name: /^Move .* up$/ }).click();
	await app.main.getByRole('button', { name: building.undo }).click();
	await app.main.getByText(building.both, { exact: true }).click();
	await app.main.getByRole('switch', { name: building.interactive }).click();
	const saved = await app.download(app.main.getByRole('button', { name: t.report.saveHtml() }));

	mkdirSync(testInfo.outputDir, { recursive: true });
	const path = join(testInfo.outputDir, 'built.html');
	writeFileSync(path, saved.bytes);
	const reader = await browser.newContext();
	const report = await reader.newPage();
	const said: string[] = [];
	report.on('console', (message) => said.push(message.text()));
	await report.goto(pathToFileURL(path).href);
	const figures = report.locator('figure', { hasText: 'Since the campaign' });
	await expect(figures).toHaveCount(2);
	await report.getByRole('button', { name: 'English', exact: true }).click();
	await expect(figures.first()).toBeHidden();
	const figure = figures.last();
	await figure.locator('summary').click();
	const table = figure.getByRole('table');
	await table.getByRole('button', { name: messagesFor('en').terms.growth.new() }).click();
	const counts = await table.locator('tbody tr td:nth-child(2)').allInnerTexts();
	const numbers = counts.map((text) => Number(text.replaceAll(',', '')));
	expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
	await figure.locator('.point').first().focus();
	await report.keyboard.press('ArrowRight');
	await expect(report.locator('.tip')).toContainText(messagesFor('en').terms.growth.new());
	await report.getByRole('button', { name: messagesFor('zh-CN').reporting.reader.themes.dark() }).click();
	expect(await report.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
		'rgb(20, 22, 26)'
	);
	expect(said).toEqual([]);
	await reader.close();
	await expect(page).toHaveURL(/report/);
});
