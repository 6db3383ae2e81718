/**
 * Kills the browser at random moments of an import, opens it again on the same profile and looks at what is
 * there: every import that the screen had reported as stored must be whole, and nothing may be half there.
 *
 * `npx tsx test/faults/kill-during-import.ts [--kills 20] [--lines 60000] [--seed 1] [--build build]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { expect } from '@playwright/test';
import { serveFolder } from '../../scripts/toolchain/static-server.ts';
import { Clientele } from '../e2e/support/clientele.ts';
import { seeded, writeOrders } from './support/orders-file.ts';
import { startBrowser, type OwnBrowser } from './support/own-browser.ts';
import { readStoredBytes } from './support/stored-bytes.ts';

const { values } = parseArgs({
	options: {
		kills: { type: 'string', default: '20' },
		lines: { type: 'string', default: '60000' },
		seed: { type: 'string', default: '1' },
		build: { type: 'string', default: 'build' }
	}
});
const kills = Number(values.kills);
const random = seeded(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'clientele-kill-'));
const profile = join(folder, 'profile');
const site = await serveFolder({ root: values.build });

/** Names of the imports that the screen reported as stored. */
const acknowledged: string[] = [];
const faults: string[] = [];
let toldNothing = 0;

/** Opens the app and holds what is there against what was promised. */
async function openAndCheck(): Promise<{ browser: OwnBrowser; app: Clientele }> {
	const browser = await startBrowser(profile);
	const app = new Clientele(browser.page, 'en');
	const { start } = app.t;
	await app.start(site.url);
	// The list has been read once either a workspace or the sentence for none is there.
	const list = app.card(start.workspaces());
	await expect(list.locator('li').first().or(list.getByText(start.noWorkspaces()))).toBeVisible({
		timeout: 60_000
	});
	for (const title of [start.lostTitle(), start.damagedTitle()]) {
		if (await app.main.getByText(title).isVisible()) faults.push(`the start screen says: ${title}`);
	}
	for (const name of acknowledged) {
		const entry = list.locator('li').filter({ hasText: name });
		const isListed =
			(await entry.count()) === 1 && !(await entry.innerText()).includes(start.workspaceEmpty());
		if (!isListed) faults.push(`${name} was stored and is not listed`);
	}
	const stored = await readStoredBytes(browser.page);
	faults.push(...stored.faults);
	for (const name of acknowledged) {
		if (!stored.whole.includes(name)) faults.push(`${name} was stored and is not whole`);
	}
	toldNothing = stored.whole.length - acknowledged.length;
	return { browser, app };
}

/** A file under a name that tells the run. */
function ordersFile(name: string): string {
	const path = join(folder, `${name}.csv`);
	writeOrders(path, Number(values.lines), acknowledged.length + 7);
	return path;
}

async function begin(app: Clientele, path: string): Promise<void> {
	await app.choose(path);
	const button = app.page.getByRole('button', { name: app.t.importing.begin(), exact: true });
	await expect(button).toBeEnabled({ timeout: 60_000 });
	await button.click();
}

const done = (app: Clientele): Promise<void> =>
	app.card(app.t.importing.totals()).first().waitFor({ timeout: 120_000 });

/** One whole import, to know how long it takes here. */
async function measure(): Promise<number> {
	const { browser, app } = await openAndCheck();
	await begin(app, ordersFile('whole'));
	const from = performance.now();
	await done(app);
	const took = performance.now() - from;
	acknowledged.push('whole');
	await browser.kill();
	return took;
}

try {
	const took = await measure();
	console.log(`An import of ${values.lines} lines takes ${Math.round(took)} ms here. Seed ${values.seed}.`);
	for (let kill = 1; kill <= kills; kill++) {
		const { browser, app } = await openAndCheck();
		const name = `run-${String(kill).padStart(3, '0')}`;
		await begin(app, ordersFile(name));
		// Half of the kills anywhere, half near the end, where things are written and made current.
		const at = took * (kill % 2 === 0 ? random() * 1.2 : 0.7 + random() * 0.5);
		const seen = await Promise.race([done(app).then(() => true), sleep(at).then(() => false)]);
		await browser.kill();
		if (seen) acknowledged.push(name);
		console.log(
			`kill ${kill} after ${Math.round(at)} ms: ${seen ? 'reported as stored before' : 'not reported yet'}`
		);
	}
	const { browser, app } = await openAndCheck();
	// What was stored is not only there, it computes.
	await app
		.card(app.t.start.workspaces())
		.locator('li')
		.filter({ hasText: 'whole' })
		.getByRole('button')
		.first()
		.click();
	await app.arrived('overview');
	await browser.kill();
} finally {
	await site.close();
	rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

for (const fault of faults) console.error(`FAULT: ${fault}`);
console.log(
	`${kills} kills: ${acknowledged.length} imports reported as stored, all looked for; ${toldNothing} whole but not yet reported; ${faults.length} faults.`
);
process.exitCode = faults.length === 0 ? 0 : 1;
