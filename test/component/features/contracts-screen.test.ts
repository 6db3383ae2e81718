import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ContractsScreen from '#lib/features/contracts/contracts-screen.svelte';
import { answers } from '../../support/shop.ts';
import { FakeView } from '../support/fake-view.svelte.ts';
import { settled } from '../support/styled.ts';

async function show(locale: 'en' | 'zh-CN' = 'en', prepare: (view: FakeView) => void = () => undefined) {
	const view = new FakeView(locale);
	prepare(view);
	const screen = await render(ContractsScreen, { view });
	await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
	await settled();
	return { view, screen };
}

test('a bar opens those under contract in its group, a column those whose contract ended in its period', async () => {
	const { view, screen } = await show('en', (own) => own.setParams('contracts', { unit: 'year' }));
	await screen.getByRole('button', { name: /^plus, / }).click();
	const { groups, periods } = answers.contracts({ unit: 'year' }).tables;
	const row = groups.columns.label.indexOf('plus');
	expect(view.selection).toMatchObject({ method: 'contracts', table: 'groups', row });
	await screen.getByRole('button', { name: /^2022, / }).click();
	expect(view.selection).toMatchObject({ table: 'periods', title: '2022, ended' });
	expect(periods.columns.ended[view.selection?.row ?? -1]).toBeGreaterThan(0);
});

test('says in Chinese what stands there, and asks anew for another rule of renewal', async () => {
	const { view, screen } = await show('zh-CN');
	await expect.element(screen.getByText(/在约客户 \d+ 位/).first()).toBeVisible();
	await screen.getByRole('combobox', { name: /^续约宽限/ }).click();
	await screen.getByRole('option', { name: '60 天' }).click();
	expect(view.params('contracts')).toEqual({ grace: 60 });
});

test('without a linked table says which one is needed, and leads to where it is imported', async () => {
	const { view, screen } = await show('en', (own) => {
		own.replaced = {
			contracts: {
				...answers.contracts(),
				status: 'not-enough-data',
				missing: [{ code: 'contracts-no-table', params: {} }]
			}
		};
	});
	await expect.element(screen.getByText(/needs a table of subscriptions/)).toBeVisible();
	await screen.getByRole('button', { name: 'Open or import data' }).click();
	expect(view.wentToData).toBe(1);
});
