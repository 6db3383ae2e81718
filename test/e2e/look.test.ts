import { screens } from './support/clientele.ts';
import { expect, test } from './support/fixtures.ts';

test('the language switches at once, everywhere, and is kept', async ({ app, page }) => {
	await app.start();
	await app.openSample();
	await page.getByRole('button', { name: app.t.shell.commands.switchLanguage() }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
	await expect(app.main.getByRole('heading', { level: 1 })).toHaveText('概览');
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
	await expect(app.main.getByRole('heading', { level: 1 })).toHaveText('概览');
});

test('the theme is chosen, kept, and there before the first paint', async ({ app, page }) => {
	const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	await app.start();
	const light = await paper();
	await page.getByRole('button', { name: app.t.shell.theme(), exact: true }).click();
	await page.getByText(app.t.shell.themes.dark(), { exact: true }).click();
	await expect.poll(paper).not.toBe(light);
	const dark = await paper();
	await page.goto('.', { waitUntil: 'commit' });
	await page.waitForFunction(() => document.querySelector('body') !== null);
	expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
	await expect.poll(paper).toBe(dark);
});

for (const width of [1440, 390]) {
	test.describe(`${width} pixels wide`, () => {
		test.use({ viewport: { width, height: 844 } });

		test('no screen is wider than the window', async ({ app, page }) => {
			await app.start();
			await app.openSample();
			for (const screen of ['overview', ...screens] as const) {
				await page.goto(page.url().replace(/[a-z]+\/\?/, `${screen}/?`));
				await app.arrived(screen);
				const over = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(over, screen).toBeLessThanOrEqual(0);
			}
		});
	});
}
