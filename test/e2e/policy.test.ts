import { existsSync, readFileSync } from 'node:fs';
import { parseHeaders, serveFolder } from '../../scripts/toolchain/static-server.ts';
import { Clientele } from './support/clientele.ts';
import { expect, listen, test } from './support/fixtures.ts';

// With the service worker, as a visitor has it.
test.use({ serviceWorkers: 'allow' });

test('inside every worker a request to a stranger and code made from text are refused, on the first visit', async ({
	app,
	page,
	site,
	expectProblem
}) => {
	expectProblem(/Content Security Policy|violates|CSP report|127\.0\.0\.1:1\b|Failed to load/);
	await app.start();
	await app.openSample();
	const workers = page.workers();
	expect(workers.length).toBeGreaterThanOrEqual(2);
	for (const worker of workers) {
		const answers = await worker.evaluate(async (own) => {
			// Later than the debugger's own evaluation, which policies do not bind.
			await new Promise((resolve) => setTimeout(resolve));
			const stranger = await fetch('http://127.0.0.1:1/').then(
				() => 'answered',
				() => 'refused'
			);
			const code = await new Promise<string>((resolve) =>
				setTimeout(() => {
					try {
						Reflect.construct(Function, ['return 1']);
						resolve('made');
					} catch {
						resolve('refused');
					}
				})
			);
			const assembly = await new Promise<string>((resolve) =>
				setTimeout(() => {
					try {
						// What begins every module; an empty one is one.
						new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
						resolve('compiled');
					} catch {
						resolve('refused');
					}
				})
			);
			const home = await fetch(`${own}manifest.webmanifest`).then((response) => response.status);
			return { stranger, code, assembly, home };
		}, site.url);
		expect(answers).toEqual({ stranger: 'refused', code: 'refused', assembly: 'compiled', home: 200 });
	}
});

test('the service worker answers any other address with an error', async ({ app, page, expectProblem }) => {
	expectProblem(/.*/);
	await app.start();
	await app.keptForOffline();
	const other = await serveFolder({ root: 'static' });
	// An image is what a policy lets through most often; here the policy refuses it, and the worker would too.
	const loaded = await page.evaluate(
		(url) =>
			new Promise((resolve) => {
				const image = new Image();
				image.onload = () => resolve('loaded');
				image.onerror = () => resolve('refused');
				image.src = url;
			}),
		`${other.url}icon.svg`
	);
	expect(loaded).toBe('refused');
	await other.close();
});

test('the app works under the policy of _headers as well', async ({ browser }) => {
	expect(existsSync('build/_headers')).toBe(true);
	const headers = parseHeaders(readFileSync('build/_headers', 'utf8'));
	expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
	expect(headers['Content-Security-Policy']).toContain("'wasm-unsafe-eval'");
	expect(headers['Content-Security-Policy']).toContain("frame-ancestors 'none'");
	const server = await serveFolder({ root: 'build', headers: true });
	const context = await browser.newContext({ locale: 'en-GB' });
	const problems: string[] = [];
	await listen(context, new URL(server.url).origin, problems);
	const app = new Clientele(await context.newPage());
	await app.start(server.url);
	await app.openSample();
	expect(problems).toEqual([]);
	await context.close();
	await server.close();
});

test('the report reads without a script and without a request', async ({ app, browser }) => {
	await app.start();
	await app.openSample();
	await app.goTo('report');
	const saved = await app.download(app.main.getByRole('button', { name: app.t.report.saveHtml() }));
	const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
	const requests: string[] = [];
	context.on('request', (request) => requests.push(request.url()));
	const page = await context.newPage();
	const path = await saved.download.path();
	await page.goto(`file://${path}`).catch(() => null);
	await page.setContent(saved.bytes.toString('utf8'));
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(await page.getByRole('table').count()).toBeGreaterThan(5);
	expect(await page.locator('svg').count()).toBeGreaterThan(3);
	expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
	await context.close();
});
