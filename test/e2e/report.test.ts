import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rfmDefinition as rfm } from '../../src/lib/core/methods/rfm/definition.ts';

import { axe, colourRules, nameRules, tags } from './support/axe.ts';
import { readPdf } from './support/pdf-text.ts';
import { ordersText } from '../faults/support/orders-file.ts';
import { textFile } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';

/** As it is compared: print breaks lines elsewhere, and joins letters. */
const withoutBlanks = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

for (const language of ['en', 'zh-CN'] as const) {
	test.describe(`the report file, ${language}`, () => {
		// A scan takes its time, the more so on a busy machine.
		test.setTimeout(300_000);
		test.use({ language, contextOptions: { reducedMotion: 'reduce' } });

		test('opens from the disk alone, can be read by all, printed and searched', async ({
			app,
			browser
		}, testInfo) => {
			const { t } = app;
			await app.start();
			// Five months: all sections have something to show, and a scan does not take a minute.
			await app.importAsUnderstood(textFile('orders.csv', ordersText(600, 7, 150)));
			await app.main.getByRole('button', { name: t.importing.seeOverview() }).click();
			await app.arrived('overview');
			await app.goTo('data');
			const rows = await app
				.card(t.data.totals())
				.getByRole('row')
				.nth(1)
				.getByRole('cell')
				.first()
				.innerText();
			await app.goTo('report');
			const saved = await app.download(app.main.getByRole('button', { name: t.report.saveHtml() }));
			const html = saved.bytes.toString('utf8');
			mkdirSync(testInfo.outputDir, { recursive: true });
			const path = join(testInfo.outputDir, 'report.html');
			writeFileSync(path, saved.bytes);
			const url = pathToFileURL(path).href;

			const reader = await browser.newContext();
			const page = await reader.newPage();
			const asked: string[] = [];
			const said: string[] = [];
			reader.on('request', (request) => asked.push(request.url()));
			reader.on('console', (message) => said.push(message.text()));
			await page.goto(url);

			await test.step('asks for nothing but itself, and holds no script', async () => {
				expect(html).not.toMatch(/<script|javascript:|\son[a-z]+\s*=/i);
				expect(await page.locator('script, iframe, object, embed, link, img[src^="http"]').count()).toBe(0);
				expect(await page.evaluate(() => performance.getEntriesByType('resource').length)).toBe(0);
				expect(asked).toEqual([url]);
				expect(said).toEqual([]);
			});

			// By night only the colours are others, in another language only the names.
			const scans =
				language === 'en'
					? ([
							['light', axe(page).withTags(tags)],
							['dark', axe(page).withRules(colourRules)]
						] as const)
					: ([['light', axe(page).withRules(nameRules)]] as const);
			for (const [colorScheme, rules] of scans) {
				await test.step(`no accessibility violation, ${colorScheme}`, async () => {
					await page.emulateMedia({ colorScheme });
					const { violations } = await rules.analyze();
					const found = violations.flatMap(({ id, nodes }) =>
						nodes.map(({ html: node }) => `${id}: ${node}`)
					);
					expect.soft(found).toEqual([]);
				});
			}

			const { reporting: words } = t;
			const hash =
				/[0-9a-f]{64}/.exec(await page.locator('.chapter .parameters').first().innerText())?.[0] ?? '';
			expect(hash).not.toBe('');
			const parameters = await page.locator('.chapter .parameters dt').first().innerText();
			/** What must stand in it, on a screen and on paper. */
			const wanted = [
				words.controlTotals(),
				rows,
				words.definitions(),
				rfm.formulas[0]?.name[language] ?? 'no formula',
				parameters,
				hash
			];

			await test.step('says totals, definitions, parameters and hash', async () => {
				const text = withoutBlanks(await page.locator('body').innerText());
				for (const part of wanted) expect(text).toContain(withoutBlanks(part));
			});

			await test.step('prints to pages whose text can be selected, all of it', async () => {
				await page.emulateMedia({ colorScheme: null });
				const { pages, text } = readPdf(await page.pdf({ preferCSSPageSize: true }));
				expect(pages).toBeGreaterThan(4);
				const printed = withoutBlanks(text);
				for (const part of wanted) expect(printed).toContain(withoutBlanks(part));
				// Every page has its number.
				for (let page = 1; page <= pages; page++) expect(printed).toContain(`${page}/${pages}`);
				// A folded table is unfolded on paper.
				expect(printed.length).toBeGreaterThan(5000);
			});
			expect(asked).toEqual([url]);
			await reader.close();
		});
	});
}
