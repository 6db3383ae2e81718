/**
 * What leaves the app, in Firefox: `npm run test:firefox`. A locked report is opened from the disk by its passphrase, and the
 * app itself imports a sample, saves its files and opens one again. Says that it is skipped where there is no Firefox.
 * FIREFOX_PATH names another than the system's.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import building from '#lib/i18n/en/building.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { writeReport } from '#lib/report/index.ts';
import { verifyFile } from '../../scripts/lib/verify-file.ts';
import { serveFolder } from '../../scripts/toolchain/static-server.ts';
import { sampleInput } from '../unit/report/fixture.ts';
import { Firefox } from './marionette.ts';

const path = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox';
const build = join(import.meta.dirname, '../../build');
const passphrase = '茶与 远山 2026 café';
const t = messagesFor('en');

function hold(is: boolean, what: string): void {
	if (!is) throw new Error(`not so in Firefox: ${what}`);
	console.log(`✓ ${what}`);
}

async function opensFromDisk(firefox: Firefox): Promise<void> {
	const input = sampleInput('zh-CN');
	const request = { ...input.request, reopens: true, interactive: true };
	const locked = await writeReport({ ...input, request }, 'html', passphrase);
	const file = join(firefox.downloads, '..', 'locked.html');
	writeFileSync(file, await locked.text());
	await firefox.goTo(pathToFileURL(file).href);
	const { lock } = messagesFor('zh-CN').sharing;
	await firefox.until(`!document.querySelector('#lock').hidden`);
	await firefox.type('#passphrase', 'another one');
	await firefox.click('#open');
	await firefox.until(`document.querySelector('#said').textContent === ${JSON.stringify(lock.failed())}`);
	hold(true, 'a locked report stays shut to another passphrase, and says so');
	await firefox.send('WebDriver:ElementClear', { id: await firefox.find('#passphrase') });
	await firefox.type('#passphrase', passphrase.normalize('NFD'));
	const before = Date.now();
	await firefox.click('#open');
	await firefox.until(`document.querySelector('header.cover')`);
	hold(
		(await firefox.tell<number>(`document.querySelectorAll('svg').length`)) > 5,
		`it opens by its own, in ${Date.now() - before} ms, with its pictures`
	);
	await firefox.tell(`document.querySelectorAll('details').forEach((one) => (one.open = true))`);
	await firefox.click('button.sort');
	hold(await firefox.tell(`document.querySelector('[aria-sort]') !== null`), 'and its tables sort');
	hold(
		(await firefox.tell<number>(`performance.getEntriesByType('resource').length`)) === 0,
		'and it asked for nothing'
	);
}

async function saved(firefox: Firefox, ending: string): Promise<Buffer> {
	for (
		const end = Date.now() + 60_000;
		Date.now() < end;
		await new Promise((done) => setTimeout(done, 200))
	) {
		const names = existsSync(firefox.downloads) ? readdirSync(firefox.downloads) : [];
		const name = names.find((one) => one.endsWith(ending));
		if (name === undefined || names.some((one) => one.endsWith('.part'))) continue;
		const bytes = readFileSync(join(firefox.downloads, name));
		if (bytes.length > 0) return bytes;
	}
	throw new Error(`no file ${ending} was saved`);
}

async function savesFiles(firefox: Firefox, url: string): Promise<void> {
	await firefox.goTo(url);
	// A page that was sent ready-made does not answer to anybody before its script has come.
	await firefox.until(`navigator.serviceWorker.controller !== null`);
	await firefox.click(`//button[contains(., 'Halden')]`);
	await firefox.until(`/overview\\/\\?w=/.test(location.href) && document.querySelector('main svg')`);
	hold(true, 'the app imports a sample and draws it');
	await firefox.click(`//nav//a[normalize-space()=${JSON.stringify(t.shell.screens.report())}]`);
	await firefox.until(`document.body.innerText.includes(${JSON.stringify(building.reopens)})`);
	await firefox.click(`//label[contains(., ${JSON.stringify(building.reopens)})]`);
	const forms = [
		[t.report.saveHtml(), '.html', '<!doctype html>'],
		[t.report.saveSnapshot(), '.clientele.json', '{"checksum"'],
		[t.report.saveWorkbook(), '.xlsx', 'PK'],
		[t.report.saveSlides(), '.pptx', 'PK'],
		[t.report.saveTablesParquet(), '.parquet.zip', 'PK']
	] as const;
	for (const [name, ending, start] of forms) {
		const button = `[...document.querySelectorAll('button')].find((one) => one.textContent.trim() === ${JSON.stringify(name)})`;
		await firefox.until(`${button}?.disabled === false`);
		// What was saved before may still be said over it.
		await firefox.tell(`${button}.click()`);
		const bytes = await saved(firefox, ending);
		hold(bytes.subarray(0, start.length).toString() === start, `${name}: ${bytes.length} bytes`);
	}
	const snapshot = readdirSync(firefox.downloads).find((name) => name.endsWith('.json')) ?? '';
	const files = [join(build, 'samples/english-shop.csv.gz')];
	const { compared, differing, provenance } = await verifyFile(
		join(firefox.downloads, snapshot),
		files,
		null
	);
	hold(
		differing === 0 && provenance.found === provenance.saved && compared > 5000,
		`Node computes the same from the same file: ${compared} values, hash ${provenance.saved.slice(0, 12)}…`
	);
	const page = readdirSync(firefox.downloads).find((name) => name.endsWith('.html')) ?? '';
	await firefox.goTo(url);
	await firefox.until(`document.querySelector('main input[type=file]')`);
	await firefox.type('main input[type=file]', join(firefox.downloads, page));
	await firefox.until(`/overview\\/\\?s=/.test(location.href) && document.querySelector('main svg')`);
	hold(true, 'and the report that it saved opens in it as its snapshot');
}

if (!existsSync(path)) console.log(`- skipped: there is no Firefox at ${path}`);
else if (!existsSync(join(build, 'index.html')))
	console.log('- skipped: there is no build; run "npm run build" first');
else {
	const server = await serveFolder({ root: build, port: 0, base: '', headers: true });
	const firefox = await Firefox.start(path);
	try {
		await opensFromDisk(firefox);
		await savesFiles(firefox, server.url);
	} finally {
		await firefox.end();
		await server.close();
	}
}
