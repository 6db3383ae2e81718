import type { Page } from '@playwright/test';
import { Clientele, type TestFile } from '../../e2e/support/clientele.ts';
import { startBrowser } from './own-browser.ts';
import { begin, controlTotals, ended, pressBegin, type Ending } from './steps.ts';
import { readStoredBytes } from './stored-bytes.ts';

/** What a failed import may leave in use: the database's own log of what was written and removed. */
const logBytes = 512 * 1024;

export interface QuotaTrial {
	readonly app: Clientele;
	readonly url: string;
	/** The workspace that was stored before and must stay as it is. */
	readonly kept: string;
	readonly file: TestFile;
	/** Bytes left to the app when the import begins; see `limitStorage`. */
	readonly room: number;
	/** Makes the limit: bytes of quota, or null to lift it. */
	readonly limit: (bytes: number | null) => Promise<void>;
	/** Bytes in use. */
	readonly used: () => Promise<number>;
	/** Whether the import is tried again, with the limit lifted. */
	readonly again: boolean;
	/** How long the browser may go on refusing then, in ms: it looks at the disk's free space only now and then. */
	readonly lateMs?: number;
}

/** A limit that CDP sets on the app's origin, and what the browser says is in use. */
async function quotaOf(page: Page, url: string): Promise<Pick<QuotaTrial, 'limit' | 'used'>> {
	const session = await page.context().newCDPSession(page);
	const { origin } = new URL(url);
	return {
		async limit(bytes) {
			const limit = bytes === null ? {} : { quotaSize: Math.round(bytes) };
			await session.send('Storage.overrideQuotaForOrigin', { origin, ...limit });
		},
		used: async () => (await session.send('Storage.getUsageAndQuota', { origin })).usage
	};
}

/** Imports `file` into a new profile; answers the bytes that it takes. The copy for offline use is there then. */
export async function storeFirst(profile: string, url: string, file: TestFile): Promise<number> {
	const browser = await startBrowser(profile);
	try {
		const app = new Clientele(browser.page);
		await app.start(url);
		await app.keptForOffline();
		await app.start(url);
		const { used } = await quotaOf(browser.page, url);
		const before = await used();
		await begin(app, file);
		if (!(await ended(app)).stored) throw new Error('An import with enough room did not succeed.');
		return (await used()) - before;
	} finally {
		await browser.kill();
	}
}

/**
 * As `tryWithLittleRoom`, under a quota, in a browser started for it: Chromium goes on for half a minute after a
 * write by the room that it saw then, so that a limit counts at once only before the first write.
 */
export async function tryInFreshBrowser(
	profile: string,
	trial: Omit<QuotaTrial, 'app' | 'limit' | 'used'>
): Promise<{ stored: boolean; faults: string[] }> {
	const browser = await startBrowser(profile);
	try {
		const quota = await quotaOf(browser.page, trial.url);
		return await tryWithLittleRoom({ ...trial, ...quota, app: new Clientele(browser.page) });
	} finally {
		await browser.kill();
	}
}

/**
 * One import with too little room: the screen says so by its code, what was there before is whole, what the import
 * wrote has been given back, and with room again it succeeds. Answers what was not so.
 */
export async function tryWithLittleRoom(trial: QuotaTrial): Promise<{ stored: boolean; faults: string[] }> {
	const { app, url, kept } = trial;
	const faults: string[] = [];
	const totalsBefore = await controlTotals(app, url, kept);
	const before = await readStoredBytes(app.page);
	await app.start(url);
	const usedBefore = await trial.used();
	await trial.limit(usedBefore + trial.room);
	await begin(app, trial.file);
	const ending = await ended(app);
	await trial.limit(null);
	const after = await readStoredBytes(app.page);
	faults.push(...after.faults);
	const expected = before.whole.length + (ending.stored ? 1 : 0);
	if (after.whole.length !== expected)
		faults.push(`${after.whole.length} datasets are whole, not ${expected}`);
	if (!ending.stored) {
		if (ending.code !== 'storage-quota') faults.push(`the import ends in ${ending.code}`);
		if (!ending.text.includes(app.errorStart('storage-quota'))) faults.push('the message does not say why');
		const left = await leftInUse(trial, usedBefore + logBytes);
		if (left > 0) faults.push(`${left} bytes of the failed import are still in use`);
		if (trial.again) {
			const second = await tryAgain(app, trial.lateMs ?? 0);
			if (!second.stored) faults.push(`with room again the import ends in ${second.code}`);
		}
	}
	if ((await controlTotals(app, url, kept)) !== totalsBefore) faults.push('the control totals have changed');
	return { stored: ending.stored, faults };
}

/** Tries again, as the button offers, until it succeeds or `lateMs` have passed. */
async function tryAgain(app: Clientele, lateMs: number): Promise<Ending> {
	const until = Date.now() + lateMs;
	for (;;) {
		await app.main.getByRole('button', { name: app.t.importing.tryAgain() }).click();
		await pressBegin(app);
		const ending = await ended(app);
		if (ending.stored || Date.now() > until) return ending;
		await app.page.waitForTimeout(5000);
	}
}

/** Bytes above `ceiling`; the browser removes what is deleted a little later. */
async function leftInUse({ app, used }: QuotaTrial, ceiling: number): Promise<number> {
	for (let look = 0; look < 20; look++) {
		if ((await used()) <= ceiling) return 0;
		await app.page.waitForTimeout(500);
	}
	return (await used()) - ceiling;
}
