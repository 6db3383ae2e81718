import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { axe, tags } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

const passphrase = '茶与 远山 2026 café';

test('a protected report opens from the disk with its passphrase, and stays as closed as any report', async ({
	app,
	browser
}, testInfo) => {
	test.setTimeout(180_000);
	const { t } = app;
	const { lock } = t.sharing;
	await app.start();
	await app.openSample();
	await app.goTo('report');
	await app.main.getByRole('switch', { name: t.report.protect() }).check();
	const save = app.main.getByRole('button', { name: t.report.saveHtml() });
	await expect(save).toBeDisabled();
	await app.main.getByRole('textbox', { name: t.report.passphrase(), exact: true }).fill(passphrase);
	await app.main.getByRole('textbox', { name: t.report.passphraseAgain() }).fill('something else');
	await expect(app.main.getByText(t.report.passphraseDiffers())).toBeVisible();
	await app.main.getByRole('textbox', { name: t.report.passphraseAgain() }).fill(passphrase);
	const saved = await app.download(save);
	const sealed = saved.bytes.toString('utf8');
	expect(sealed).not.toContain('Halden');

	mkdirSync(testInfo.outputDir, { recursive: true });
	const write = (name: string, html: string) => {
		const path = join(testInfo.outputDir, name);
		writeFileSync(path, html);
		return pathToFileURL(path).href;
	};
	const url = write('protected.html', sealed);
	const reader = await browser.newContext({ reducedMotion: 'reduce' });
	const page = await reader.newPage();
	const asked: string[] = [];
	const said: string[] = [];
	reader.on('request', (request) => asked.push(request.url()));
	const refused: (string | undefined)[] = [];
	reader.on('requestfailed', (request) => refused.push(request.failure()?.errorText));
	reader.on('console', (message) => said.push(message.text()));
	await page.goto(url);
	const field = page.getByLabel(lock.passphrase());
	const { violations } = await axe(page).withTags(tags).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);

	await test.step('says so when the passphrase is another', async () => {
		await field.fill('another passphrase');
		await field.press('Enter');
		await expect(page.locator('#said')).toHaveText(lock.failed());
		await expect(page).toHaveTitle(lock.title());
	});

	await test.step('opens with the right one, as the report it is', async () => {
		await field.fill(passphrase.normalize('NFD'));
		await field.press('Enter');
		await expect(page.getByRole('heading', { level: 1, name: /Halden/ })).toBeVisible();
		await expect(page).toHaveTitle(/Halden/);
		await page.getByRole('link', { name: t.reporting.controlTotals() }).click();
		await expect(page.locator('#control-totals')).toBeInViewport();
		expect(await page.locator('script, template').count()).toBe(0);
		expect(said).toEqual([]);
		expect(asked).toEqual([url]);
	});

	await test.step('runs no script and loads nothing that finds its way in', async () => {
		const ran = await page.evaluate(async () => {
			const found: string[] = [];
			Object.assign(globalThis, { leak: (what: string) => found.push(what) });
			const script = document.createElement('script');
			script.textContent = 'leak("script")';
			const holder = document.createElement('p');
			holder.setAttribute('onclick', 'leak("handler")');
			const image = new Image();
			image.onload = () => found.push('image');
			image.src = 'http://127.0.0.1:9/x.png';
			document.body.append(script, holder, image);
			holder.click();
			await fetch('http://127.0.0.1:9/x').then(
				() => found.push('fetch'),
				() => undefined
			);
			return found;
		});
		expect(ran).toEqual([]);
		// Whatever was tried, the policy stopped it before it was sent.
		expect(refused).toEqual(asked.slice(1).map(() => 'csp'));
		expect(said.every((text) => text.includes('Content Security Policy'))).toBe(true);
	});

	await test.step('does not open when a sign of it was changed', async () => {
		const at = sealed.indexOf('</template>') - 2000;
		const other = sealed[at] === 'A' ? 'B' : 'A';
		await page.goto(write('changed.html', sealed.slice(0, at) + other + sealed.slice(at + 1)));
		await field.fill(passphrase);
		await field.press('Enter');
		await expect(page.locator('#said')).toHaveText(lock.failed());
		await page.goto(
			write('script.html', sealed.replace('const busy', 'const  busy').replace('let busy', 'let  busy'))
		);
		await expect(page.locator('#said')).toHaveText(lock.waiting());
		await expect(field).toBeHidden();
	});
	await reader.close();
});

test('a locked snapshot asks for its passphrase and opens with it', async ({ app, page }) => {
	const { t } = app;
	await app.start();
	await app.openSample();
	await app.goTo('report');
	await app.main.getByRole('switch', { name: t.report.protect() }).check();
	await app.main.getByRole('button', { name: t.report.passphraseSuggest() }).click();
	const secret = await app.main
		.getByRole('textbox', { name: t.report.passphrase(), exact: true })
		.inputValue();
	const saved = await app.download(app.main.getByRole('button', { name: t.report.saveSnapshot() }));
	expect(saved.name).toMatch(/\.clientele\.json\.age$/);
	expect(saved.bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/);

	await page.goto('.');
	await app.choose({ name: saved.name, mimeType: 'application/octet-stream', buffer: saved.bytes });
	const dialog = page.getByRole('dialog', { name: t.report.unlockTitle() });
	const field = dialog.getByRole('textbox', { name: t.report.passphrase() });
	await field.fill('another passphrase');
	await field.press('Enter');
	await expect(dialog.getByText(app.errorStart('sealed-unreadable'))).toBeVisible();
	await field.fill(secret);
	await field.press('Enter');
	await page.waitForURL(/overview\/\?s=/);
	await app.arrived('overview');
	await expect(dialog).toBeHidden();
});
