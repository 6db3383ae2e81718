/**
 * Imports with less room on the disk than they need: the profile lies on a small disk in memory, which needs the
 * rights of root to mount.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { Clientele } from '../e2e/support/clientele.ts';
import { tally, type Fault } from './support/fault.ts';
import { startBrowser } from './support/own-browser.ts';
import { tryWithLittleRoom } from './support/quota-trial.ts';
import { begin, ended } from './support/steps.ts';
import { withWorkplace } from './support/workplace.ts';

const lines = 240_000;
const roomy = 512 * 1024 * 1024;

function mount(folder: string, bytes: number, options = ''): void {
	execFileSync(
		'mount',
		['-t', 'tmpfs', '-o', `${options}size=${Math.ceil(bytes / 4096) * 4096}`, 'tmpfs', folder],
		{
			stdio: 'ignore'
		}
	);
}

/** Mounts a disk in memory; why it can't be, or null. */
function mounted(folder: string): string | null {
	if (process.platform !== 'linux') return 'needs Linux: the small disk is a tmpfs';
	if (process.getuid?.() !== 0) return 'needs root, to mount a small disk';
	mkdirSync(folder);
	try {
		mount(folder, roomy);
		return null;
	} catch {
		return 'mounting is not allowed here';
	}
}

export const diskFull: Fault = {
	name: 'disk',
	title: 'disk full during an import',
	usual: 5,
	run: ({ count, build }) =>
		withWorkplace(build, async (place) => {
			const { counts, add } = tally();
			const faults: string[] = [];
			const disk = join(place.folder, 'disk');
			const skipped = mounted(disk);
			if (skipped !== null) return { tries: 0, counts, faults, skipped };
			try {
				const usedOnDisk = (): number => {
					const { blocks, bfree, bsize } = statfsSync(disk);
					return (blocks - bfree) * bsize;
				};
				const browser = await startBrowser(join(disk, 'profile'));
				try {
					const app = new Clientele(browser.page);
					const { url } = place;
					await app.start(url);
					await app.keptForOffline();
					await app.start(url);
					await begin(app, place.orders('kept', 20_000));
					if (!(await ended(app)).stored) throw new Error('The first import did not succeed.');
					const file = place.orders('more', lines);
					const session = await browser.page.context().newCDPSession(browser.page);
					const { origin } = new URL(url);
					for (let size = 0; size < count; size++) {
						// About 9 MB are needed; the browser itself writes a little, too.
						const room = 200_000 + (size * 9_000_000) / Math.max(1, count - 1);
						const trial = await tryWithLittleRoom({
							app,
							url,
							kept: 'kept',
							file,
							room: Math.round(room),
							again: true,
							lateMs: 90_000,
							used: async () => (await session.send('Storage.getUsageAndQuota', { origin })).usage,
							limit: async (bytes) => mount(disk, bytes === null ? roomy : usedOnDisk() + room, 'remount,')
						});
						add(trial.stored ? 'had room and stored' : 'refused');
						faults.push(...trial.faults.map((fault) => `with ${Math.round(room)} bytes: ${fault}`));
					}
				} finally {
					await browser.kill();
				}
			} finally {
				execFileSync('umount', ['--lazy', disk]);
			}
			return { tries: count, counts, faults };
		})
};
