/**
 * Imports with less room than they need, at sizes from none to more than enough: refused with the reason, nothing
 * of it left, what was stored before whole.
 */
import { tally, type Fault } from './support/fault.ts';
import { storeFirst, tryInFreshBrowser } from './support/quota-trial.ts';
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
			const { url, profile } = place;
			const file = place.orders('more', lines);
			// In a profile of its own, to know what it takes.
			const needed = await storeFirst(`${profile}-other`, url, file);
			await storeFirst(profile, url, place.orders('kept', 20_000));
			for (let size = 0; size < count; size++) {
				const room = Math.round((needed * 1.3 * size) / Math.max(1, count - 1));
				const trial = await tryInFreshBrowser(profile, {
					url,
					kept: 'kept',
					file,
					room,
					again: size % 5 === 4
				});
				add(trial.stored ? 'had room and stored' : 'refused');
				faults.push(...trial.faults.map((fault) => `with ${room} of ${needed} bytes: ${fault}`));
				if (trial.stored && room < needed * 0.9) faults.push(`stored ${needed} bytes with room for ${room}`);
			}
			return { tries: count, counts, faults };
		})
};
