import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import MovementScreen from '#lib/features/movement/movement-screen.svelte';
import { FakeView } from '../support/fake-view.svelte.ts';
import { settled } from '../support/styled.ts';

async function show(prepare: (view: FakeView) => void = () => undefined) {
	const view = new FakeView();
	prepare(view);
	const screen = await render(MovementScreen, { view });
	await expect.element(screen.getByRole('heading', { name: 'From and to' })).toBeVisible();
	await settled();
	return { view, screen };
}

test('a cell, a band, a part and a way each open their customers', async () => {
	const { view, screen } = await show((own) => own.setParams('migration', { of: 'stages' }));
	await screen.getByRole('gridcell', { name: /^Stayed in Lost, / }).click();
	expect(view.selection).toMatchObject({ method: 'migration', table: 'matrix', title: 'Stayed in Lost' });
	await screen.getByRole('button', { name: /: Joined, / }).click();
	expect(view.selection).toMatchObject({ table: 'changes' });
	await screen.getByText('Flow', { exact: true }).click();
	// Bands cross: the middle of one may lie under another, which the keyboard does not mind.
	const band = screen.getByRole('button', { name: /^Stayed in Lost, / }).element() as SVGElement;
	band.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
	expect(view.selection).toMatchObject({ table: 'matrix', title: 'Stayed in Lost' });
	await screen.getByRole('button', { name: /^Moved down/ }).click();
	expect(view.selection).toMatchObject({ table: 'ways', row: 2 });
});

test('the days and the cuts are chosen, and come back with one click', async () => {
	const { view, screen } = await show();
	await screen.getByRole('combobox', { name: /Compared with/ }).click();
	await screen.getByRole('option', { name: 'last year, by Chinese New Year' }).click();
	await screen.getByRole('combobox', { name: /Cuts/ }).click();
	await screen.getByRole('option', { name: /held/ }).click();
	expect(view.params('migration')).toEqual({ against: 'new-year', day: null, cuts: 'held' });
	await screen.getByRole('button', { name: 'Back to defaults' }).click();
	expect(view.params('migration')).toEqual({});
});

test('the largest movers are named on the screen', async () => {
	const { view, screen } = await show();
	const rows = screen.getByRole('table', { name: 'Largest movers' });
	await expect.element(rows.getByText(/^customer \d+$/).first()).toBeVisible();
	await rows
		.getByText(/^customer \d+$/)
		.first()
		.click();
	expect(view.selection?.title).toMatch(/^customer \d+$/);
});

test('in a snapshot the largest movers are known by their rank', async () => {
	const { screen } = await show((own) => (own.readOnly = true));
	expect(
		screen
			.getByRole('table', { name: 'Largest movers' })
			.getByText(/^customer \d+$/)
			.elements()
	).toEqual([]);
});
