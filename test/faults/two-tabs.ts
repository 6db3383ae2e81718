/** Two tabs act on the same workspace at the same moment: no change is lost, and each tab learns of the other's. */
import { Clientele } from '../e2e/support/clientele.ts';
import { tally, type Fault } from './support/fault.ts';
import { seeded } from './support/orders-file.ts';
import { startBrowser } from './support/own-browser.ts';
import { races, runRace, type RaceName } from './support/tab-races.ts';
import { withWorkplace } from './support/workplace.ts';

const names = Object.keys(races) as RaceName[];

export const twoTabs: Fault = {
	name: 'tabs',
	title: 'two tabs at once',
	usual: 50,
	run: ({ count, seed, build }) =>
		withWorkplace(build, async (place) => {
			const { counts, add } = tally();
			const faults: string[] = [];
			const browser = await startBrowser(place.profile);
			try {
				const tabs = {
					a: new Clientele(browser.page),
					b: new Clientele(await browser.page.context().newPage()),
					url: place.url,
					file: (name: string) => place.orders(name, 5000),
					random: seeded(seed)
				};
				for (let run = 0; run < count; run++) {
					const race = names[run % names.length] as RaceName;
					const found = await runRace(tabs, race, `race${String(run).padStart(3, '0')}`);
					add(race);
					faults.push(...found.map((fault) => `${race}, race ${run}: ${fault}`));
				}
			} finally {
				await browser.kill();
			}
			return { tries: count, counts, faults };
		})
};
