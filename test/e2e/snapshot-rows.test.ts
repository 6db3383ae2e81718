import rows from '../../src/lib/i18n/en/rows.ts';
import type { Clientele } from './support/clientele.ts';
import { expect, openElsewhere, test } from './support/fixtures.ts';

test('a snapshot with its rows opens elsewhere as a workspace that can be cut anew', async ({
	app,
	browser,
	site
}) => {
	const { t } = app;
	await app.start();
	await app.openSample();
	const query = '&rfm.bins=4&asOf=2025-06-30';
	const drawn = async (who: Clientele): Promise<string> => {
		await who.arrived('segments');
		const grid = who.main.getByRole('grid');
		await expect(grid).toBeVisible();
		await who.settled();
		return grid.ariaSnapshot();
	};
	const cut = async (who: Clientele): Promise<string> => {
		const address = new URL(who.page.url());
		const path = address.pathname.replace('overview', 'segments');
		await who.page.goto(`${address.origin}${path}${address.search}${query}`);
		return drawn(who);
	};
	await app.goTo('report');
	await app.main.getByRole('button', { name: t.report.saveRows() }).click();
	const dialog = app.page.getByRole('dialog', { name: rows.save });
	const saved = await app.download(dialog.getByRole('button', { name: rows.saveButton, exact: true }));
	expect(saved.name).toMatch(/\.clientele\.zip$/);
	await app.goTo('segments');
	const plain = await drawn(app);
	const here = await cut(app);
	expect(here).not.toBe(plain);

	const { other, leave } = await openElsewhere(browser, site.url, saved);
	await other.page.waitForURL(/overview\/\?w=/);
	await expect(other.main.getByText(/^Equal: the rows give all/)).toBeVisible();
	expect(await cut(other)).toBe(here);
	await leave();
});
