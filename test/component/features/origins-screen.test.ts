import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import OriginsScreen from '#lib/features/origins/origins-screen.svelte';
import { answers } from '../../support/shop.ts';
import { FakeView } from '../support/fake-view.svelte.ts';
import { settled } from '../support/styled.ts';

async function show(locale: 'en' | 'zh-CN' = 'en') {
	const view = new FakeView(locale);
	const screen = await render(OriginsScreen, { view });
	await settled();
	return { view, screen };
}

test('a bar opens the customers of its group, by its name', async () => {
	const { view, screen } = await show();
	const { groups } = answers.origins().tables;
	const row = groups.columns.label.indexOf('Shop');
	await screen
		.getByRole('button', { name: /^Shop, / })
		.first()
		.click();
	expect(view.selection).toMatchObject({ method: 'origins', table: 'groups', row, title: 'Shop' });
});

test('a cell of the funnel opens those who came so far, and a point of a curve those who came back', async () => {
	const { view, screen } = await show();
	const { steps, curve } = answers.origins().tables;
	await screen.getByRole('gridcell', { name: /^Online, Second order/ }).click();
	expect(view.selection?.table).toBe('steps');
	expect(steps.columns.step[view.selection?.row ?? -1]).toBe(2);
	await screen.getByRole('button', { name: /^Online, window 2/ }).click();
	expect(view.selection?.table).toBe('curve');
	expect(curve.columns.n[view.selection?.row ?? -1]).toBe(2);
});

test('says in Chinese whose customers are worth most, and asks anew for another time', async () => {
	const { view, screen } = await show('zh-CN');
	await screen.getByRole('combobox', { name: /^价值期限/ }).click();
	await screen.getByRole('option', { name: '30 天' }).click();
	expect(view.params('origins')).toEqual({ valueDays: 30 });
	await expect.element(screen.getByText(/首单后 30 天内/).first()).toBeVisible();
});

test('without a column to compare by it says what to do', async () => {
	const view = new FakeView('en');
	const none = answers.origins();
	view.replaced = {
		origins: {
			...none,
			status: 'not-enough-data',
			missing: [{ code: 'origins-no-attribute', params: {} }],
			tables: {
				...none.tables,
				attribute: { ...none.tables.attribute, rows: 0, columns: { header: [] } }
			}
		}
	};
	const screen = await render(OriginsScreen, { view });
	await settled();
	await expect.element(screen.getByText(/no further column to compare customers by/)).toBeVisible();
});
