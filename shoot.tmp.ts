import { chromium } from '@playwright/test';
import { chromiumFlags, locateBrowser } from './scripts/toolchain/browser.ts';
import { serveFolder } from './scripts/toolchain/static-server.ts';
import { Clientele } from './test/e2e/support/clientele.ts';
const server = await serveFolder({ root: 'build' });
const browser = await chromium.launch({ args: [...chromiumFlags], executablePath: locateBrowser() ?? undefined });
for (const [lang, theme, width, shop] of [['en', 'light', 1440, 'English'], ['zh-CN', 'dark', 1440, 'Chinese'], ['zh-CN', 'light', 390, 'Chinese'], ['en', 'dark', 390, 'English']] as const) {
	const context = await browser.newContext({ locale: lang, colorScheme: theme, viewport: { width, height: 900 }, serviceWorkers: 'block' });
	const page = await context.newPage();
	const app = new Clientele(page, lang as never);
	await app.start(server.url);
	await app.openSample(shop);
	await app.goTo('data');
	await app.card(app.t.data.profile.title()).getByRole('table').waitFor();
	await page.waitForTimeout(500);
	await page.screenshot({ path: `/tmp/fshots/data-${lang}-${width}.png`, fullPage: true });
	await app.card(app.t.data.profile.title()).getByRole('row').nth(6).click();
	await page.waitForTimeout(300);
	await page.screenshot({ path: `/tmp/fshots/data2-${lang}-${width}.png`, fullPage: true });
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	console.log(lang, width, over);
	await context.close();
}
await browser.close();
await server.close();
