import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import building from '../../src/lib/i18n/en/building.ts';
import { expect, openElsewhere, test } from './support/fixtures.ts';

test('a snapshot saved in one browser opens in another with the same numbers and no customers', async ({
	app,
	browser,
	site
}) => {
	const { t } = app;
	await app.start();
	await app.openSample();
	const lead = await app.main.getByRole('paragraph').first().innerText();
	await app.goTo('segments');
	const matrix = await app.main.getByRole('grid').ariaSnapshot();
	await app.goTo('report');
	const saved = await app.download(app.main.getByRole('button', { name: t.report.saveSnapshot() }));
	expect(saved.name).toMatch(/\.clientele\.json$/);
	expect(saved.bytes.toString('utf8'), 'no customer is named in it').not.toContain('Trade account');
	const page = await app.download(app.main.getByRole('button', { name: t.report.saveHtml() }));
	// What the browser computed, Node computes from the same file, hash and all.
	const verified = nodeVerifies(saved.bytes);

	const { other, leave } = await openElsewhere(browser, site.url, saved);
	await other.page.waitForURL(/overview\/\?s=/);
	await other.arrived('overview');
	expect(
		await other.main
			.getByText(lead.split('.')[0] ?? lead)
			.first()
			.innerText()
	).toContain('3,167 customers');
	await other.goTo('segments');
	expect(await other.main.getByRole('grid').ariaSnapshot()).toBe(
		matrix.replaceAll(t.charts.keyboardGrid(), other.t.charts.keyboardGrid())
	);
	await other.goTo('lifecycle');
	await other.goTo('retention');
	await other.goTo('report');
	const again = await other.download(other.main.getByRole('button', { name: other.t.report.saveHtml() }));
	expect(again.bytes.equals(page.bytes), 'the same report is made of it, to the byte').toBe(true);
	await other.goTo('customers');
	await expect(other.main.getByText(t.customers.snapshotTitle())).toBeVisible();
	await leave();
	const { provenance } = (JSON.parse(saved.bytes.toString('utf8')) as { body: { provenance: string } }).body;
	expect(await verified).toMatch(new RegExp(`^equal: \\d+ values compared\\.\nhash ${provenance}\n$`));
});

/** What the command line says of a snapshot of the English sample. */
async function nodeVerifies(snapshot: Buffer): Promise<string> {
	const path = join(mkdtempSync(join(tmpdir(), 'clientele-verify-')), 'sample.clientele.json');
	writeFileSync(path, snapshot);
	const args = [
		'--import',
		'tsx',
		'scripts/analyse.ts',
		'verify',
		path,
		'static/samples/english-shop.csv.gz'
	];
	// What it says counts, and not how it ends: a difference is then read in the test's message.
	const { stdout } = await promisify(execFile)(process.execPath, [...args, '--lang', 'en']).catch(
		(failed: unknown) => failed as { stdout: string }
	);
	rmSync(dirname(path), { recursive: true });
	return stdout;
}

const passphrase = 'a passphrase of five words';

test('a locked report that carries its snapshot opens as one; a changed snapshot is refused', async ({
	app,
	page
}) => {
	await app.start();
	await app.openSample();
	await app.goTo('report');
	await app.main.getByRole('switch', { name: building.reopens }).click();
	const { t } = app;
	const saved = await app.download(app.main.getByRole('button', { name: t.report.saveSnapshot() }));
	await app.main.getByRole('switch', { name: t.report.protect() }).check();
	await app.main.getByRole('textbox', { name: t.report.passphrase(), exact: true }).fill(passphrase);
	await app.main.getByRole('textbox', { name: t.report.passphraseAgain() }).fill(passphrase);
	const report = await app.download(app.main.getByRole('button', { name: t.report.saveHtml() }));
	const text = saved.bytes.toString('utf8');
	const changed = text.replace(
		/"scalars":\{([^}]*?)(\d)/,
		(match, _head, digit: string) => match.slice(0, -1) + ((Number(digit) + 1) % 10)
	);
	expect(changed).not.toBe(text);
	await page.goto('.');
	await app.choose({ name: saved.name, mimeType: 'application/json', buffer: Buffer.from(changed) });
	await expect(page.getByText(app.errorStart('snapshot-invalid')).first()).toBeVisible();
	await app.choose({ name: report.name, mimeType: 'text/html', buffer: report.bytes });
	const dialog = page.getByRole('dialog', { name: t.report.unlockTitle() });
	const field = dialog.getByRole('textbox', { name: t.report.passphrase() });
	await field.fill('another passphrase');
	await dialog.getByRole('button', { name: t.report.unlockOpen() }).click();
	await expect(dialog.getByText(app.errorStart('sealed-unreadable'))).toBeVisible();
	await field.fill(passphrase);
	await dialog.getByRole('button', { name: t.report.unlockOpen() }).click();
	await page.waitForURL(/overview\/\?s=/);
	await app.arrived('overview');
});
