import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ContributionScreen from '#lib/features/contribution/contribution-screen.svelte';
import { FakeView } from '../support/fake-view.svelte.ts';
import { settled } from '../support/styled.ts';

async function show(prepare: (view: FakeView) => void = () => undefined) {
	const view = new FakeView();
	prepare(view);
	const screen = await render(ContributionScreen, { view });
	await settled();
	return { view, screen };
}

test('a factor, a move and the top each open their customers', async () => {
	const { view, screen } = await show();
	await screen.getByRole('button', { name: /^Customers, / }).click();
	expect(view.selection).toEqual({ method: 'contribution', table: 'steps', row: 1, title: 'Customers' });
	await screen.getByRole('button', { name: /^Lost, / }).click();
	expect(view.selection).toMatchObject({ table: 'moves', row: 5, title: 'Lost' });
	await screen.getByRole('button', { name: /^Top 10, / }).click();
	expect(view.selection).toMatchObject({ table: 'top', row: 2, title: 'Top 10' });
});

test('the periods are chosen, and come back with one click', async () => {
	const { view, screen } = await show();
	await screen.getByRole('combobox', { name: /Period/ }).click();
	await screen.getByRole('option', { name: 'last 90 days' }).click();
	expect(view.params('contribution')).toEqual({ period: 'days', days: 90 });
	await expect.element(screen.getByText(/^Revenue (grew|fell) by/)).toBeVisible();
	await screen.getByRole('button', { name: 'Back to defaults' }).click();
	expect(view.params('contribution')).toEqual({});
});
