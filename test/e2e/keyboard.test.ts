import { screens } from './support/clientele.ts';
import { expect, test } from './support/fixtures.ts';

test('the main job is done without a pointer', async ({ app, page }) => {
	const { t } = app;
	const press = (...keys: string[]): Promise<void> =>
		keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
	const focusIs = (name: string | RegExp): Promise<void> =>
		expect(async () => {
			const focused = page.locator(':focus');
			await expect(focused).toHaveAccessibleName(name, { timeout: 100 });
		}).toPass({ timeout: 5000 });
	/** Presses Tab until something of that name has the focus. */
	const tabTo = async (name: RegExp): Promise<void> => {
		for (let steps = 0; steps < 60; steps++) {
			await page.keyboard.press('Tab');
			const label = await page.evaluate(() => {
				const element = document.activeElement;
				// The page itself holds every text: only what the reader can act on counts.
				if (element === document.body) return '';
				return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
			});
			if (name.test(label)) return;
		}
		throw new Error(`No way by Tab to ${name}`);
	};

	await app.start();
	await press('Tab');
	await focusIs(t.shell.skip());
	await tabTo(new RegExp(t.start.sampleEnglish()));
	await press('Enter');
	await page.waitForURL(/overview/);
	await app.arrived('overview');

	await press('2');
	await app.arrived('segments');
	await tabTo(/^R5 × F1/);
	await press('ArrowDown', 'ArrowRight');
	await focusIs(/^R4 × F2/);
	await press('ArrowLeft', 'Enter');
	await expect(app.panel).toBeVisible();
	await expect(app.panel.getByRole('row').nth(1)).toBeVisible();
	await press('Escape');
	await expect(app.panel).toHaveCount(0);
	await focusIs(/^R4 × F1/);

	await press('Control+k');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.type(t.shell.screens.retention().toLowerCase());
	await press('Enter');
	await app.arrived('retention');

	await press(String((screens.indexOf('customers') + 1) % 10));
	await app.arrived('customers');
	await press('/');
	await focusIs(t.customers.search());
	await page.keyboard.type('Trade account 21');
	await expect(app.main.getByRole('row', { name: /Trade account 21/ })).toBeVisible();
	await expect(app.main.getByRole('row')).toHaveCount(2);

	await press('Control+s');
	await app.arrived('report');
});
