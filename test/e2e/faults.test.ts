import { expect, test } from './support/fixtures.ts';
import { breakImport, letWorkersBeEnded, tryAgainAfterWorkerEnded } from '../faults/support/broken-import.ts';
import { ordersText } from '../faults/support/orders-file.ts';
import { quotaOf, tryWithLittleRoom } from '../faults/support/quota-trial.ts';
import { begin, ended } from '../faults/support/steps.ts';
import { races, runRace, type RaceName } from '../faults/support/tab-races.ts';
import { Clientele } from './support/clientele.ts';
import { textFile, type NamedFile } from './support/files.ts';

/** A quick share of what `npm run test:faults` does for long. */
const orders = (name: string, lines: number): NamedFile => textFile(`${name}.csv`, ordersText(lines, 7));

test('an import that the quota refuses says so, leaves nothing, and succeeds with room', async ({
	app,
	page,
	site
}) => {
	await app.start();
	await app.keptForOffline();
	await app.start();
	await begin(app, orders('kept', 4000));
	expect((await ended(app)).stored).toBe(true);
	const quota = await quotaOf(page, site.url);
	const trial = { app, url: site.url, kept: 'kept', file: orders('more', 60_000), ...quota };
	for (const room of [0, 1_500_000]) {
		const { stored, faults } = await tryWithLittleRoom({ ...trial, room, again: room > 0 });
		expect({ room, stored, faults }).toEqual({ room, stored: false, faults: [] });
	}
});

for (const what of ['tab', 'renderer', 'worker'] as const) {
	test(`an import whose ${what} comes to its end leaves all or nothing`, async ({ context, site, app }) => {
		await letWorkersBeEnded(context);
		await app.start();
		await begin(app, orders('kept', 4000));
		expect((await ended(app)).stored).toBe(true);
		const file = orders('more', 60_000);
		const { faults } = await breakImport({ context, url: site.url, file, what, after: 150, before: 1 });
		expect(faults).toEqual([]);
	});
}

test('a page whose import worker is gone without a word says so, and tries again', async ({
	app,
	context
}) => {
	await letWorkersBeEnded(context);
	await app.start();
	await tryAgainAfterWorkerEnded(app, orders('more', 60_000));
});

for (const race of Object.keys(races) as RaceName[]) {
	test(`two tabs at once lose no change: ${race}`, async ({ app, context, site }) => {
		const tabs = {
			a: app,
			b: new Clientele(await context.newPage()),
			url: site.url,
			file: (name: string) => orders(name, 2000),
			random: () => 0.5
		};
		expect(await runRace(tabs, race, 'race')).toEqual([]);
	});
}
