import type { AxeBuilder } from '@axe-core/playwright';
import { loadTopic } from '../../src/lib/i18n/load-topic.ts';
import { axe, colourRules, nameRules, tags } from './support/axe.ts';
import { englishOrders, textFile } from './support/files.ts';
import { screens } from './support/clientele.ts';
import { expect, test, type Page } from './support/fixtures.ts';

async function violations(scan: AxeBuilder): Promise<string[]> {
	const { violations: found } = await scan.analyze();
	return found.flatMap(({ id, help, nodes }) =>
		nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary ?? ''}`)
	);
}

/** What is looked at: the page, or the part of it that has just come up over what was looked at before. */
function scanOf(page: Page, part: string | null): AxeBuilder {
	const scan = axe(page);
	return part === null ? scan : scan.include(part);
}

/** The rules about names and language, which another language can break: structure and colours are the same in all. */
async function names(page: Page, part: string | null): Promise<string[]> {
	return violations(scanOf(page, part).withRules(nameRules));
}

/** All rules in light; in dark those that see colours, for nothing else differs. */
async function inBothThemes(page: Page, part: string | null): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'light' });
	const light = await violations(scanOf(page, part).withTags(tags));
	await page.emulateMedia({ colorScheme: 'dark' });
	const dark = await violations(scanOf(page, part).withRules(colourRules));
	await page.emulateMedia({ colorScheme: 'light' });
	return [...light.map((text) => `light: ${text}`), ...dark.map((text) => `dark: ${text}`)];
}

/** By quarters a triangle has a tenth of the cells, and none of another kind. */
const coarser: Readonly<Record<string, string>> = {
	retention: 'retention.unit=quarter',
	value: 'value.unit=quarter',
	segments: 'show.groups=areas'
};

for (const language of ['en', 'zh-CN'] as const) {
	test.describe(language, () => {
		test.use({ language, contextOptions: { reducedMotion: 'reduce' } });
		// A scan of a thousand cells takes its time, the more so on a busy machine.
		test.setTimeout(600_000);

		const scan = language === 'en' ? inBothThemes : names;

		test('every screen and every sheet has no accessibility violation', async ({ app, page }) => {
			const { t } = app;
			const [{ texts: keeping }, { texts: entities }] = await Promise.all([
				loadTopic('keeping', app.locale),
				loadTopic('entities', app.locale)
			]);
			const check = async (where: string, part: string | null = null): Promise<void> =>
				test.step(where, async () => expect.soft(await scan(page, part), where).toEqual([]));
			const dialog = '[role="dialog"]';
			await app.start();
			await check('start');
			expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
			const people = textFile('people.csv', 'Customer ID,City\nada,Rome\nbob,Oslo\ncyd,Bern');
			const orders = textFile('orders.csv', englishOrders);
			await page.locator('main input[type="file"]').first().setInputFiles([orders, people]);
			await expect(page.getByRole('button', { name: t.importing.begin(), exact: true })).toBeEnabled();
			await check('import: review');
			await page.getByRole('button', { name: t.importing.begin(), exact: true }).click();
			await expect(app.main.getByText(t.importing.totalsAgree())).toBeVisible();
			await check('import: done');
			await page.getByRole('button', { name: t.importing.nextFile({ name: 'people.csv' }) }).click();
			await page.getByRole('button', { name: t.importing.begin(), exact: true }).click();
			await page.getByRole('button', { name: t.importing.seeOverview() }).click();
			await app.arrived('overview');
			await check('overview of very little data');
			await app.goTo('data');
			await expect(app.card(entities.links()).getByRole('table')).toBeVisible();
			await check('data of linked tables');
			await app.main.getByRole('button').filter({ hasText: keeping.issues.fix() }).first().click();
			await expect(page.getByRole('menu')).toBeVisible();
			await check('an open menu', '[role="menu"]');
			await page.getByRole('menuitem').first().click();
			await expect(page.getByRole('dialog').getByRole('table').first()).toBeVisible();
			await check('what a fix would change', dialog);
			await page.keyboard.press('Escape');

			await page.goto('.');
			await app.openSample(language === 'en' ? 'English' : 'Chinese');
			for (const screen of screens) {
				await app.goTo(screen);
				const params = coarser[screen];
				if (params !== undefined) {
					await page.goto(`${page.url()}&${params}`);
					await app.arrived(screen);
				}
				await check(screen);
			}
			await app.goTo('segments');
			await app.main.getByRole('grid').getByRole('gridcell', { name: /[1-9]/ }).first().click();
			await expect(app.panel.getByRole('row').nth(1)).toBeVisible();
			await check('customers behind a cell', dialog);
			await app.panel.getByRole('row').nth(1).getByRole('button').click();
			await expect(app.panel.last().getByRole('img').last()).toBeVisible();
			await check('one customer', dialog);
			await page.keyboard.press('Escape');
			await expect(app.panel).toHaveCount(1);
			await page.keyboard.press('Escape');
			await app.main.getByRole('button', { name: t.charts.table(), exact: true }).first().click();
			await check('table instead of a chart');
			await app.main.getByRole('button', { name: t.charts.explain() }).first().click();
			await expect(page.getByRole('dialog', { name: t.shell.explainTitle() })).toBeVisible();
			await check('how is this computed', dialog);
			await page.keyboard.press('Escape');
			await expect(page.getByRole('dialog')).toHaveCount(0);
			await page.keyboard.press('Control+k');
			await expect(page.getByRole('dialog')).toBeVisible();
			await check('palette', dialog);
			await page.keyboard.press('Escape');
			await expect(page.getByRole('dialog')).toHaveCount(0);
			await page.keyboard.press('?');
			await expect(page.getByRole('dialog', { name: t.shell.shortcuts() })).toBeVisible();
			await check('shortcuts', dialog);
		});
	});
}
