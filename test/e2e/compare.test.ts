import { expect, test } from './support/fixtures.ts';

test('a snapshot is kept, the as-of date changed, and the change stands there with its reasons', async ({
	app,
	page
}) => {
	const words = app.t.comparison;
	await app.start();
	await app.openSample();
	await app.goTo('compare');
	await app.main.getByRole('button', { name: words.keep.action() }).click();
	const dialog = page.getByRole('dialog', { name: words.keep.title() });
	await dialog.getByRole('textbox', { name: words.keep.label() }).fill('Year end');
	await dialog.getByRole('textbox', { name: words.keep.note() }).fill('Before the board meeting');
	await dialog.getByRole('button', { name: app.t.common.save() }).click();
	await expect(dialog).toBeHidden();
	await expect(app.main.getByText('Before the board meeting')).toBeVisible();
	// The same day: nothing changed.
	await expect(app.main.getByText(/^Nothing changed/)).toBeVisible();

	const address = new URL(page.url());
	address.searchParams.set('asOf', '2025-06-30');
	await page.goto(address.href);
	const figures = app.card(words.figures.title());
	await expect(figures.getByRole('row', { name: /^Customers 3,167 2,805 −362 / })).toBeVisible();
	// Who is behind a cell is listed from the rows that are open.
	const moves = app.card(new RegExp(words.moves.title()));
	await moves
		.getByRole('grid')
		.getByRole('gridcell', { name: /customers/ })
		.first()
		.click();
	const panel = page.getByRole('dialog', { name: / → |^Stayed in / });
	await expect(panel.getByRole('row')).not.toHaveCount(0);
	expect(new URL(page.url()).searchParams.get('sel')).toMatch(/^compare\.segments\.\d+$/);
});
