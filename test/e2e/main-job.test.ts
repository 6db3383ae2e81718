import customerCard from '../../src/lib/i18n/en/customer-card.ts';
import { expect, test } from './support/fixtures.ts';

// With the service worker, as a visitor has it.
test.use({ serviceWorkers: 'allow' });

test('from the sample to a report: look, ask who, ask how, change the question, send the answer', async ({
	app,
	page
}) => {
	const { t } = app;
	await app.start();
	await app.openSample();

	await test.step('the overview says what the base is', async () => {
		await expect(app.main.getByText(/^3,167 customers brought £/)).toBeVisible();
		await expect(app.card(t.overview.trend.title()).getByRole('group').last()).toBeVisible();
	});

	await test.step('the segment matrix answers who is behind a cell', async () => {
		await app.goTo('segments');
		const grid = app.main.getByRole('grid');
		const cell = grid.getByRole('gridcell', { name: /[1-9]/ }).first();
		const stated = Number(
			/([\d,]+) customers?/.exec((await cell.getAttribute('aria-label')) ?? '')?.[1]?.replaceAll(',', '')
		);
		expect(stated).toBeGreaterThan(0);
		await cell.click();
		await expect(app.panel).toContainText(t.common.customers({ n: stated }));
		await expect(app.panel.getByRole('row').nth(1)).toBeVisible();
		await expect(page).toHaveURL(/sel=rfm\./);
		await app.panel.getByRole('row').nth(1).getByRole('button').click();
		const history = page.getByRole('region', { name: customerCard.history.title });
		await expect(history.getByRole('img').last()).toHaveAccessibleName(/^2025-12-31, R\d F\d M\d/);
		await page.keyboard.press('Escape');
		await expect(app.panel).toHaveCount(1);
		await page.keyboard.press('Escape');
		await expect(app.panel).toHaveCount(0);
	});

	await test.step('another binning gives another matrix, kept in the address', async () => {
		const before = await app.main.getByRole('grid').ariaSnapshot();
		await app.main.getByRole('combobox', { name: new RegExp(t.segments.binning()) }).click();
		await page.getByRole('option', { name: t.segments.binnings.ntile() }).click();
		await expect(page).toHaveURL(/rfm\.binning=ntile/);
		await expect(async () =>
			expect(await app.main.getByRole('grid').ariaSnapshot()).not.toBe(before)
		).toPass();
		await page.reload();
		await app.arrived('segments');
		await expect(app.main.getByRole('combobox', { name: new RegExp(t.segments.binning()) })).toContainText(
			t.segments.binnings.ntile()
		);
	});

	await test.step('any number says how it is computed', async () => {
		await app.main.getByRole('button', { name: t.charts.explain() }).first().click();
		const drawer = page.getByRole('dialog', { name: t.shell.explainTitle() });
		await expect(drawer.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
		await drawer.getByRole('button', { name: t.common.close() }).click();
	});

	await test.step('another as-of date asks again', async () => {
		await page.getByRole('button', { name: new RegExp(`^${t.shell.asOf()}`) }).click();
		await page.keyboard.press('Escape');
		await app.goTo('lifecycle');
		await app.goTo('retention');
		await page.goto(page.url().replace('?', '?asOf=2024-12-31&'));
		await app.arrived('retention');
		await expect(page.getByRole('button', { name: `${t.shell.asOf()} 2024-12-31` })).toBeVisible();
		await app.goTo('overview');
		await expect(app.main.getByText(/^3,167 customers/)).toHaveCount(0);
	});

	await test.step('the findings go into one file', async () => {
		await app.goTo('report');
		const saved = await app.download(app.main.getByRole('button', { name: t.report.saveHtml() }));
		expect(saved.name).toMatch(/\.html$/);
		const html = saved.bytes.toString('utf8');
		expect(html).not.toMatch(/<script/i);
		expect(html).not.toMatch(/(src|href)\s*=\s*["']?(https?:)?\/\//i);
		expect(html).toContain('2024-12-31');
	});
});
