import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { Clientele, type TestFile } from '../../e2e/support/clientele.ts';
import { begin, ended, pressBegin, startComplaints } from './steps.ts';
import { readStoredBytes } from './stored-bytes.ts';

/** What comes to its end in the middle of an import. */
export type Break = 'tab' | 'renderer' | 'worker';

/** The app terminates a worker only when it cancels; here that is done behind its back. */
export async function letWorkersBeEnded(context: BrowserContext): Promise<void> {
	// As text: the runner's compiler would put a helper of its own into it.
	await context.addInitScript({
		content: `
			const workers = window.importWorkers = [];
			window.endImport = () => workers.forEach((worker) => worker.terminate());
			window.Worker = class extends Worker {
				constructor(url, options) {
					super(url, options);
					if (options?.name === 'clientele-import') workers.push(this);
				}
			};`
	});
}

async function breakPage(page: Page, what: Break): Promise<void> {
	if (what === 'tab') {
		await page.close({ runBeforeUnload: false });
	} else if (what === 'worker') {
		await page.evaluate(() => (window as unknown as { endImport(): void }).endImport());
	} else {
		const session = await page.context().newCDPSession(page);
		const crashed = page.waitForEvent('crash');
		// Nobody is left to answer.
		session.send('Page.crash').catch(() => undefined);
		await crashed;
	}
}

export interface BrokenImport {
	readonly context: BrowserContext;
	readonly url: string;
	readonly file: TestFile;
	readonly what: Break;
	/** Milliseconds from the start of the import. */
	readonly after: number;
	/** How many datasets are stored before. */
	readonly before: number;
}

/**
 * One import that is broken off in a tab of its own. Afterwards another tab finds all or nothing of it, what was
 * stored before whole, and no leftovers; a page that still lives says what happened. Answers what was not so.
 */
export async function breakImport({ context, url, file, what, after, before }: BrokenImport): Promise<{
	readonly stored: boolean;
	readonly reported: boolean;
	readonly faults: string[];
}> {
	const faults: string[] = [];
	const page = await context.newPage();
	const app = new Clientele(page);
	await app.start(url);
	await begin(app, file);
	const done = ended(app).then(
		({ stored }) => stored,
		() => false
	);
	let reported = await Promise.race([done, sleep(after).then(() => false)]);
	await breakPage(page, what);
	if (what === 'worker' && !reported) {
		const ending = await ended(app);
		// The answer may have been on its way.
		if (ending.stored) reported = true;
		else if (ending.code !== 'worker-crashed') faults.push(`the screen says ${ending.code}`);
	}
	if (!page.isClosed()) await page.close({ runBeforeUnload: false });

	const next = await context.newPage();
	const look = new Clientele(next);
	await look.start(url);
	faults.push(...(await startComplaints(look)));
	let stored = await readStoredBytes(next);
	// A process that ends holds its locks a moment longer: what it left is collected at a start after that.
	for (let start = 0; start < 20 && stored.faults.length > 0; start++) {
		await sleep(250);
		await look.start(url);
		await startComplaints(look);
		stored = await readStoredBytes(next);
	}
	faults.push(...stored.faults);
	const more = stored.whole.length - before;
	if (more < 0 || more > 1) faults.push(`${stored.whole.length} datasets after ${before}`);
	if (reported && more !== 1) faults.push('reported as stored and not there');
	await next.close();
	return { stored: more === 1, reported, faults };
}

/** After its worker was ended, the same page tries again and succeeds. */
export async function tryAgainAfterWorkerEnded(app: Clientele, file: TestFile): Promise<void> {
	await begin(app, file);
	// Ended before it has anything to do, it would merely be started again.
	await expect(app.main.locator('[role="progressbar"][aria-valuenow]')).toBeVisible();
	await breakPage(app.page, 'worker');
	const ending = await ended(app);
	expect(ending).toMatchObject({ stored: false, code: 'worker-crashed' });
	await app.main.getByRole('button', { name: app.t.importing.tryAgain() }).click();
	await pressBegin(app);
	expect((await ended(app)).stored).toBe(true);
}
