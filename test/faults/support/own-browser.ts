import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumFlags, locateBrowser } from '../../../scripts/toolchain/browser.ts';

/** How long a browser may take to start, in ms; machines under load are slow. */
const startPatienceMs = 60_000;

/** A browser of our own, with a profile that outlives it, to be killed as a power cut would. */
export interface OwnBrowser {
	readonly page: Page;
	/** SIGKILL to the whole process group: no one gets to say goodbye. Resolves when it is gone. */
	kill(): Promise<void>;
}

/** Starts a browser on a profile folder, in a process group of its own. */
export async function startBrowser(profile: string): Promise<OwnBrowser> {
	const portFile = join(profile, 'DevToolsActivePort');
	// Of the browser killed before: it would lead to nobody.
	rmSync(portFile, { force: true });
	const child = spawn(
		locateBrowser() ?? chromium.executablePath(),
		[
			...chromiumFlags,
			'--headless=new',
			'--remote-debugging-port=0',
			'--no-default-browser-check',
			'--hide-crash-restore-bubble',
			`--user-data-dir=${profile}`,
			'about:blank'
		],
		{ detached: true, stdio: 'ignore' }
	);
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const { pid } = child;
	if (pid === undefined) throw new Error('The browser did not start.');
	async function kill(): Promise<void> {
		try {
			process.kill(-(pid as number), 'SIGKILL');
		} catch {
			// Already gone.
		}
		await gone;
	}
	try {
		const browser = await connect(portFile);
		const context = browser.contexts()[0] ?? (await browser.newContext());
		const page = context.pages()[0] ?? (await context.newPage());
		return { page, kill };
	} catch (thrown) {
		await kill();
		throw thrown;
	}
}

async function connect(portFile: string): Promise<Browser> {
	const until = Date.now() + startPatienceMs;
	for (;;) {
		const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : '';
		if (port !== undefined && port !== '') return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
		if (Date.now() > until) throw new Error('The browser opened no debugging port.');
		await sleep(50);
	}
}
