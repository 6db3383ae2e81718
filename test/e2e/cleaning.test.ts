import cleaning from '../../src/lib/i18n/en/cleaning.ts';
import { makeWords } from '../support/words.ts';
import { textFile } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';

const words = makeWords('en', cleaning);
const rows = [
	['A1', ' ada ', '2024-01-05', '1200.50', 'web', '2'],
	['A2', 'bob', '2024-01-09', '20.00', 'shop', '1'],
	['A3', 'ada', '2024-01-10', '9.99', 'test', '1'],
	['A4', 'cyd', '2024-03-02', '35.25', 'Web', '3'],
	['A5', 'bob', '2024-03-09', '80.00', 'test', '1']
];
const first = ['Order ID,Customer ID,Order Date,Amount,Channel,Pieces', ...rows.map((row) => row.join(','))];
/** The same table as the next quarter's export has it: a column renamed, one moved, one gone, one new. */
const next = [
	'Sales channel,Order ID,Customer ID,Order Date,Amount,Region',
	...rows.map(([order, who, day, amount, channel]) => [channel, order, who, day, amount, 'North'].join(','))
];

test('rows are cleaned by steps, and the next export says what drifted before it is read the same way', async ({
	app,
	page
}) => {
	const { t } = app;
	const total = (kind: 'source' | 'filtered') =>
		app.tableRow(t.importing.totals(), t.importing.total[kind]());
	await app.start();
	await app.choose(textFile('Orders Q1.csv', first.join('\n')));
	const card = app.card(words.title());
	await card.getByRole('button', { name: words.add() }).click();
	await page.getByRole('menuitem', { name: words.kinds.filter() }).click();
	await card.getByRole('textbox', { name: words.fields.testValue({ n: 1 }) }).fill('test');
	await expect(card.getByText(words.did.taken({ n: 2, rows: 5 }))).toBeVisible();
	await expect(app.card(t.importing.columns()).getByText('A3')).toHaveCount(0);
	await card.getByRole('button', { name: words.remove({ n: 1 }) }).click();
	await expect(card.getByText(words.none())).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(card.getByText(words.did.taken({ n: 2, rows: 5 }))).toBeVisible();
	await page.getByRole('button', { name: t.importing.begin(), exact: true }).click();
	await expect(app.main.getByText(t.importing.totalsAgree())).toBeVisible();
	expect([await total('source'), await total('filtered')]).toEqual([
		['5', '1,345.74'],
		['2', '89.99']
	]);

	await app.start();
	await app.choose(textFile('Orders Q2.csv', next.join('\n')));
	await expect(app.main.getByText(words.offer.title({ name: 'Orders Q1' }))).toBeVisible();
	await page.getByRole('button', { name: words.offer.use() }).click();
	const drift = app.card(words.drift.title({ name: 'Orders Q1' }));
	await expect(drift.getByRole('listitem').filter({ hasText: words.drift.kinds.renamed() })).toContainText(
		words.drift.hangsSteps({ list: 1 })
	);
	await expect(drift.getByRole('listitem').filter({ hasText: words.drift.kinds.gone() })).toContainText(
		'Pieces'
	);
	await expect(drift.getByText(words.drift.addedLeft({ list: 'Region' }))).toBeVisible();
	await expect(
		app
			.card(words.title())
			.getByText(/Sales channel/)
			.first()
	).toBeVisible();
	await page.getByRole('button', { name: t.importing.begin(), exact: true }).click();
	await expect(app.main.getByText(t.importing.totalsAgree())).toBeVisible();
	expect(await total('filtered')).toEqual(['2', '89.99']);
});
