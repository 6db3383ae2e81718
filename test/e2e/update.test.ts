import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../scripts/toolchain/static-server.ts';
import { Clientele } from './support/clientele.ts';
import { expect, listen, test, type BrowserContext, type Page } from './support/fixtures.ts';

// With the service worker, as a visitor has it.
test.use({ serviceWorkers: 'allow' });

/** A host whose files change under the app, as on the day of a release. */
class Release {
	readonly folder = mkdtempSync(join(tmpdir(), 'clientele-'));

	constructor() {
		cpSync('build', this.folder, { recursive: true });
	}

	/** Puts a build there that differs in a page and, as every build does, in the service worker. */
	publish(mark: string): void {
		const page = join(this.folder, 'index.html');
		writeFileSync(
			page,
			readFileSync(page, 'utf8').replace('<head>', `<head><meta name="release" content="${mark}">`)
		);
		const worker = join(this.folder, 'service-worker.js');
		// The name of the cache is made of the version: another version, another cache.
		const code = readFileSync(worker, 'utf8');
		const version = /(["'`])(\d+\.\d+\.\d+)\1/.exec(code);
		expect(version, 'the worker holds its version').not.toBeNull();
		writeFileSync(worker, code.replaceAll(version![0], JSON.stringify(`${version![2]}-${mark}`)));
	}
}

const releaseOf = (page: Page): Promise<string | null> =>
	page.evaluate(() => document.querySelector('meta[name="release"]')?.getAttribute('content') ?? null);

async function visit(
	browser: { newContext(options: object): Promise<BrowserContext> },
	url: string,
	problems: string[]
) {
	const context = await browser.newContext({ locale: 'en-GB' });
	await listen(context, new URL(url).origin, problems);
	const app = new Clientele(await context.newPage());
	await app.start(url);
	await app.keptForOffline();
	return { context, app };
}

test('a new version waits until it is welcome, then takes over whole', async ({ browser }) => {
	const release = new Release();
	const server = await serveFolder({ root: release.folder });
	const problems: string[] = [];
	const { context, app } = await visit(browser, server.url, problems);
	const oldCaches = await app.page.evaluate(() => caches.keys());

	release.publish('two');
	await app.page.reload();
	await expect(app.main.getByText(app.t.shell.updateReady())).toBeVisible();
	expect(await releaseOf(app.page), 'nothing changes unasked').toBeNull();

	await app.main.getByRole('button', { name: app.t.shell.updateNow() }).click();
	await expect.poll(() => releaseOf(app.page).catch(() => null)).toBe('two');
	await expect.poll(() => app.page.evaluate(() => caches.keys())).toHaveLength(1);
	expect(await app.page.evaluate(() => caches.keys())).not.toEqual(oldCaches);
	expect(problems).toEqual([]);
	await context.close();
	await server.close();
	rmSync(release.folder, { recursive: true });
});

test('an update that is cut short leaves the old version working', async ({ browser }) => {
	const release = new Release();
	const server = await serveFolder({ root: release.folder });
	const problems: string[] = [];
	const { context, app } = await visit(browser, server.url, problems);

	release.publish('two');
	rmSync(join(release.folder, 'manifest.webmanifest'));
	await app.page.reload();
	await app.page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		const worker = registration.installing;
		if (worker === null) return;
		await new Promise((resolve) =>
			worker.addEventListener('statechange', () => {
				if (worker.state === 'redundant') resolve(null);
			})
		);
	});
	await server.close();
	await app.page.reload();
	await app.openSample();
	expect(await releaseOf(app.page)).toBeNull();
	// The browser itself reports that the installation failed.
	expect(
		problems.filter((problem) => !/Failed to load resource|addAll|ServiceWorker/i.test(problem))
	).toEqual([]);
	await context.close();
	rmSync(release.folder, { recursive: true });
});
