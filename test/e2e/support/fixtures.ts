import {
	test as base,
	chromium,
	expect,
	type Browser,
	type BrowserContext,
	type Page
} from '@playwright/test';
import { chromiumFlags, locateBrowser } from '../../../scripts/toolchain/browser.ts';
import { serveFolder, type RunningServer } from '../../../scripts/toolchain/static-server.ts';
import type { Locale } from '../../../src/lib/i18n/locales.ts';
import { Clientele } from './clientele.ts';
import { netLogPath } from './net-log.ts';

/** Names resolve nowhere but on this machine: what tries to leave fails, and is logged as having tried. */
const closed = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1';

interface TestFixtures {
	/** What went wrong on any page of the test: console errors, CSP reports, requests to strangers. */
	readonly problems: string[];
	/** Problems that match are expected here, e.g. requests that fail because the server was stopped. */
	readonly expectProblem: (pattern: RegExp) => void;
	/** Language that the browser asks for. */
	readonly language: Locale;
	readonly app: Clientele;
}

interface WorkerFixtures {
	readonly site: RunningServer;
}

/** Listens to everything that a context may say, and adds what it should not say to `problems`. */
export async function listen(context: BrowserContext, origin: string, problems: string[]): Promise<void> {
	context.on('request', (request) => {
		const url = new URL(request.url());
		if (url.protocol.startsWith('http') && url.origin !== origin) problems.push(`request to ${url.href}`);
	});
	context.on('console', (message) => {
		if (message.type() === 'error') problems.push(`console: ${message.text()}`);
	});
	context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
	await context.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			console.error(`CSP report: ${event.violatedDirective} ${event.blockedURI}`);
		});
		// A headless browser has no dialog to choose a place in: files then go the way of a download.
		for (const picker of ['showOpenFilePicker', 'showSaveFilePicker']) Reflect.deleteProperty(window, picker);
	});
}

/** The app in another browser, where a file that was saved in this one is opened; `leave` ends it without a problem. */
export async function openElsewhere(
	browser: Browser,
	url: string,
	{ name, bytes: buffer }: { readonly name: string; readonly bytes: Buffer }
): Promise<{ other: Clientele; leave: () => Promise<void> }> {
	const context = await browser.newContext({ locale: 'en-GB' });
	const problems: string[] = [];
	await listen(context, new URL(url).origin, problems);
	const other = new Clientele(await context.newPage());
	await other.start(url);
	await other.choose({ name, mimeType: 'application/octet-stream', buffer });
	return {
		other,
		leave: async () => {
			expect(problems).toEqual([]);
			await context.close();
		}
	};
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
	browser: [
		// eslint-disable-next-line no-empty-pattern -- Playwright wants the fixtures by destructuring.
		async ({}, use, worker) => {
			const executablePath = locateBrowser();
			const browser: Browser = await chromium.launch({
				args: [...chromiumFlags, closed, `--log-net-log=${netLogPath(`worker-${worker.workerIndex}`)}`],
				...(executablePath === null ? {} : { executablePath })
			});
			await use(browser);
			await browser.close();
		},
		{ scope: 'worker', timeout: 60_000 }
	],
	site: [
		// eslint-disable-next-line no-empty-pattern -- as above
		async ({}, use) => {
			const server = await serveFolder({ root: 'build' });
			await use(server);
			await server.close();
		},
		{ scope: 'worker' }
	],
	language: ['en', { option: true }],
	locale: async ({ language }, use) => {
		await use(language === 'en' ? 'en-GB' : 'zh-CN');
	},
	app: async ({ page, language }, use) => {
		await use(new Clientele(page, language));
	},
	baseURL: async ({ site }, use) => {
		await use(site.url);
	},
	// eslint-disable-next-line no-empty-pattern -- as above
	problems: async ({}, use) => {
		await use([]);
	},
	// Needs the context so that it is taken down, and forgives, before the context judges.
	expectProblem: async ({ problems, context: _context }, use) => {
		const expected: RegExp[] = [];
		await use((pattern) => expected.push(pattern));
		for (const problem of problems.splice(0)) {
			if (!expected.some((pattern) => pattern.test(problem))) problems.push(problem);
		}
	},
	context: async ({ context, site, problems }, use) => {
		await listen(context, new URL(site.url).origin, problems);
		await use(context);
		expect(problems, 'no console error, no CSP report, no request to strangers').toEqual([]);
	}
});

export { expect };
export type { BrowserContext, Page };
