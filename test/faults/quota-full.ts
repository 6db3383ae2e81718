/**
 * Imports with less room than they need, at sizes from none to more than enough: refused with the reason, nothing
 * of it left, what was stored before whole.
 */
import { Clientele } from '../e2e/support/clientele.ts';
import { tally, type Fault } from './support/fault.ts';
import { startBrowser } from './support/own-browser.ts';
import { quotaOf, tryWithLittleRoom } from './support/quota-trial.ts';
import { begin, ended } from './support/steps.ts';
import { withWorkplace } from './support/workplace.ts';

const lines = 240_000;

export const quotaFull: Fault = {
	name: 'quota',
	title: 'quota full during an import',
	usual: 30,
	run: ({ count, build }) =>
		withWorkplace(build, async (place) => {
			const { counts, add } = tally();
			const faults: string[] = [];
			const browser = await startBrowser(place.profile);
			try {
				const app = new Clientele(browser.page, 'en');
				const url = place.url;
				await app.start(url);
				// The copy for offline use must have its room first: it counts, too.
				await app.keptForOffline();
				await app.start(url);
				await begin(app, place.orders('kept', 20_000));
				if (!(await ended(app)).stored) throw new Error('The first import did not succeed.');
				const quota = await quotaOf(browser.page, url);
				const file = place.orders('more', lines);
				const before = await quota.used();
				await app.start(url);
				await begin(app, file);
				if (!(await ended(app)).stored) throw new Error('An import with enough room did not succeed.');
				const needed = (await quota.used()) - before;
				for (let size = 0; size < count; size++) {
					const room = Math.round((needed * 1.3 * size) / Math.max(1, count - 1));
					const again = size % 5 === 4;
					const trial = await tryWithLittleRoom({ app, url, kept: 'kept', file, room, again, ...quota });
					add(trial.stored ? 'had room and stored' : 'refused');
					faults.push(...trial.faults.map((fault) => `with ${room} of ${needed} bytes: ${fault}`));
				}
			} finally {
				await browser.kill();
			}
			return { tries: count, counts, faults };
		})
};
