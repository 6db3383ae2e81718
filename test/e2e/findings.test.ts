import { expect, test } from './support/fixtures.ts';

test('what stands out finds the story of the sample, and a click leads to the screen and the people behind it', async ({
	app,
	page
}) => {
	await app.start();
	await app.openSample();
	const list = app.card(app.t.findings.title()).getByRole('listitem');
	// The shop's campaign of March 2025 brought many customers at once.
	await expect(list.filter({ hasText: /new customers was unusually high in 2025-03/ })).toHaveCount(1);
	await list
		.filter({ hasText: /share of customers lost was unusually high/ })
		.getByRole('button')
		.click();
	await app.arrived('churn');
	await expect(page).toHaveURL(/sel=churn\.periods\.\d+/);
	await page.goBack();
	await app.arrived('overview');
});
