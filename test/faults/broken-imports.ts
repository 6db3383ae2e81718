/**
 * Ends the tab, the renderer or the worker at random moments of an import: all of it is stored or nothing, and
 * what was stored before is whole.
 */
import { Clientele } from '../e2e/support/clientele.ts';
import {
	breakImport,
	letWorkersBeEnded,
	tryAgainAfterWorkerEnded,
	type Break
} from './support/broken-import.ts';
import { tally, type Fault } from './support/fault.ts';
import { seeded } from './support/orders-file.ts';
import { startBrowser } from './support/own-browser.ts';
import { begin, ended } from './support/steps.ts';
import { withWorkplace } from './support/workplace.ts';

const lines = 60_000;

function brokenImport(what: Break, name: string, title: string): Fault {
	return {
		name,
		title,
		usual: 50,
		run: ({ count, seed, build }) =>
			withWorkplace(build, async (place) => {
				const random = seeded(seed);
				const { counts, add } = tally();
				const faults: string[] = [];
				const browser = await startBrowser(place.profile);
				try {
					const context = browser.page.context();
					await letWorkersBeEnded(context);
					const app = new Clientele(browser.page);
					const file = place.orders('orders', lines);
					let took = 0;
					let before = 0;
					// The first is slower than those that follow; the second tells how long one takes here.
					while (before < 2) {
						await app.start(place.url);
						await begin(app, file);
						const from = performance.now();
						if (!(await ended(app)).stored) throw new Error('An undisturbed import did not succeed.');
						took = performance.now() - from;
						before++;
					}
					if (what === 'worker') {
						await app.start(place.url);
						await tryAgainAfterWorkerEnded(app, file);
						before++;
					}
					for (let run = 1; run <= count; run++) {
						const after = took * (run % 2 === 0 ? random() * 1.1 : 0.5 + random() * 0.5);
						const tried = await breakImport({ context, url: place.url, file, what, after, before });
						if (tried.stored) before++;
						add(
							tried.reported ? 'reported as stored' : tried.stored ? 'stored, not reported yet' : 'not stored'
						);
						faults.push(...tried.faults.map((fault) => `after ${Math.round(after)} ms: ${fault}`));
					}
				} finally {
					await browser.kill();
				}
				return { tries: count, counts, faults };
			})
	};
}

export const tabClosed = brokenImport('tab', 'close', 'tab closed during an import');
export const rendererCrashed = brokenImport('renderer', 'crash', 'renderer crashed during an import');
export const workerTerminated = brokenImport('worker', 'worker', 'worker terminated during an import');
