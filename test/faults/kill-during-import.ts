/**
 * Kills the browser at random moments of an import, opens it again on the same profile and looks at what is
 * there: every import that the screen had reported as stored must be whole, and nothing may be half there.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Clientele } from '../e2e/support/clientele.ts';
import { tally, type Fault } from './support/fault.ts';
import { seeded } from './support/orders-file.ts';
import { startBrowser, type OwnBrowser } from './support/own-browser.ts';
import { begin, ended, startComplaints, workspaceList } from './support/steps.ts';
import { readStoredBytes } from './support/stored-bytes.ts';
import { withWorkplace } from './support/workplace.ts';

const lines = 60_000;

export const killDuringImport: Fault = {
	name: 'kill',
	title: 'browser killed during an import',
	usual: 200,
	run: ({ count, seed, build }) =>
		withWorkplace(build, async (place) => {
			const random = seeded(seed);
			const { counts, add } = tally();
			const faults: string[] = [];
			/** Names of the imports that the screen reported as stored. */
			const acknowledged: string[] = [];

			/** Opens the app and holds what is there against what was promised. */
			async function openAndCheck(): Promise<{ browser: OwnBrowser; app: Clientele }> {
				const browser = await startBrowser(place.profile);
				const app = new Clientele(browser.page, 'en');
				await app.start(place.url);
				const list = await workspaceList(app);
				faults.push(...(await startComplaints(app)));
				for (const name of acknowledged) {
					const entry = list.locator('li').filter({ hasText: name });
					const isListed =
						(await entry.count()) === 1 && !(await entry.innerText()).includes(app.t.start.workspaceEmpty());
					if (!isListed) faults.push(`${name} was stored and is not listed`);
				}
				const stored = await readStoredBytes(browser.page);
				faults.push(...stored.faults);
				for (const name of acknowledged) {
					if (!stored.whole.includes(name)) faults.push(`${name} was stored and is not whole`);
				}
				return { browser, app };
			}

			/** One whole import, to know how long it takes here. */
			async function measure(): Promise<number> {
				const { browser, app } = await openAndCheck();
				await begin(app, place.orders('whole', lines));
				const from = performance.now();
				const ending = await ended(app);
				const took = performance.now() - from;
				if (ending.stored) acknowledged.push('whole');
				else faults.push(`an import that nobody disturbs ends in ${ending.code}`);
				await browser.kill();
				return took;
			}

			const took = await measure();
			for (let kill = 1; kill <= count; kill++) {
				const { browser, app } = await openAndCheck();
				const name = `run-${String(kill).padStart(3, '0')}`;
				await begin(app, place.orders(name, lines, kill));
				// Half of the kills anywhere, half near the end, where things are written and made current.
				const at = took * (kill % 2 === 0 ? random() * 1.2 : 0.7 + random() * 0.5);
				const reported = ended(app).then(
					({ stored }) => stored,
					() => false
				);
				const seen = await Promise.race([reported, sleep(at).then(() => false)]);
				await browser.kill();
				if (seen) acknowledged.push(name);
				add(seen ? 'reported as stored before' : 'not reported yet');
			}
			const { browser, app } = await openAndCheck();
			// What was stored is not only there, it computes.
			const list = await workspaceList(app);
			await list.locator('li').filter({ hasText: 'whole' }).getByRole('button').first().click();
			await app.arrived('overview');
			await browser.kill();
			return { tries: count, counts, faults };
		})
};
