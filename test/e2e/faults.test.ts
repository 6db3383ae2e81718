import { expect, test } from './support/fixtures.ts';
import { breakImport, letWorkersBeEnded, tryAgainAfterWorkerEnded } from '../faults/support/broken-import.ts';
import { ordersText } from '../faults/support/orders-file.ts';
import { storeFirst, tryInFreshBrowser } from '../faults/support/quota-trial.ts';
import { begin, ended } from '../faults/support/steps.ts';
import { runRace, type RaceName } from '../faults/support/tab-races.ts';
import { withWorkplace } from '../faults/support/workplace.ts';
import { Clientele } from './support/clientele.ts';
import { textFile, type NamedFile } from './support/files.ts';

/** A quick share of what `npm run test:faults` does for long. */
const orders = (name: string, lines: number): NamedFile => textFile(`${name}.csv`, ordersText(lines, 7));

// Seconds, but not on a busy machine.
test.setTimeout(300_000);

test('an import that the quota refuses says so, leaves nothing, and succeeds with room', () =>
	// A profile of its own on the disk: that of a test's context is in memory, where the quota is another.
	withWorkplace('build', async ({ url, profile }) => {
		await storeFirst(profile, url, orders('kept', 2000));
		const file = orders('more', 60_000);
		for (const room of [0, 200_000]) {
			const trial = await tryInFreshBrowser(profile, { url, kept: 'kept', file, room, again: room > 0 });
			expect(trial).toEqual({ stored: false, faults: [] });
		}
	}));

test('an import whose tab, renderer or worker comes to its end leaves all or nothing', async ({
	context,
	site,
	app
}) => {
	await letWorkersBeEnded(context);
	await app.start();
	await begin(app, orders('kept', 2000));
	expect((await ended(app)).stored).toBe(true);
	const file = orders('more', 60_000);
	let before = 1;
	for (const what of ['tab', 'renderer', 'worker'] as const) {
		await test.step(what, async () => {
			const broken = await breakImport({ context, url: site.url, file, what, after: 150, before });
			expect(broken.faults).toEqual([]);
			if (broken.stored) before++;
		});
	}
	await test.step('the page whose worker is gone without a word says so, and tries again', async () => {
		await app.start();
		await tryAgainAfterWorkerEnded(app, file);
	});
});

test('two tabs at once lose no change, and each learns of the other’s', async ({ app, context, site }) => {
	const tabs = {
		a: app,
		b: new Clientele(await context.newPage()),
		url: site.url,
		file: (name: string) => orders(name, 1000),
		random: () => 0.5
	};
	const quick: readonly RaceName[] = ['rename and delete', 'undo and empty the bin', 'import and delete'];
	for (const [index, race] of quick.entries()) {
		await test.step(race, async () => expect(await runRace(tabs, race, `race${index}`)).toEqual([]));
	}
});
