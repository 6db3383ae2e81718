import { serveFolder } from '../../scripts/toolchain/static-server.ts';
import { Clientele, screens } from './support/clientele.ts';
import { englishOrders, olderWorkbook, textFile } from './support/files.ts';
import { expect, listen, test } from './support/fixtures.ts';

// With the service worker, as a visitor has it.
test.use({ serviceWorkers: 'allow' });

test('with the server stopped, the app reloads, shows every screen, imports and saves', async ({
	browser
}) => {
	const server = await serveFolder({ root: 'build' });
	const context = await browser.newContext({ locale: 'en-GB' });
	const problems: string[] = [];
	await listen(context, new URL(server.url).origin, problems);
	const page = await context.newPage();
	const app = new Clientele(page);
	await app.start(server.url);
	await app.openSample();
	await app.keptForOffline();

	await server.close();
	await expect(fetch(server.url)).rejects.toThrow();
	await page.reload();
	await app.arrived('overview');
	for (const screen of screens) {
		await app.goTo(screen);
		// Each screen also opens as a first page, by its own address.
		await page.reload();
		await app.arrived(screen);
	}
	const saved = await app.download(app.main.getByRole('button', { name: app.t.report.saveHtml() }));
	expect(saved.bytes.length).toBeGreaterThan(10_000);

	await page.goto(server.url);
	await app.importAsUnderstood(textFile('orders.csv', englishOrders));
	await page.goto(server.url);
	// Its reader was never loaded before.
	await app.importAsUnderstood(olderWorkbook);
	await page.goto(server.url);
	await app.openSample('Chinese');

	expect(problems).toEqual([]);
	await context.close();
});

test('a site in a subfolder works, offline too, and leaves its neighbours’ caches alone', async ({
	browser
}) => {
	const server = await serveFolder({ root: 'build', base: '/tools/clientele' });
	const context = await browser.newContext({ locale: 'en-GB' });
	const problems: string[] = [];
	await listen(context, new URL(server.url).origin, problems);
	const page = await context.newPage();
	const app = new Clientele(page);
	await page.goto(server.url);
	await page.evaluate(() => caches.open('neighbour'));
	await app.start(server.url);
	await app.openSample();
	await app.keptForOffline();
	expect(new URL(page.url()).pathname).toBe('/tools/clientele/overview/');
	await server.close();
	for (const screen of screens) {
		await app.goTo(screen);
		await page.reload();
		await app.arrived(screen);
	}
	expect(await page.evaluate(() => caches.has('neighbour'))).toBe(true);
	expect(problems).toEqual([]);
	await context.close();
});
