import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { dictionaryOf } from '#lib/core/columns/dictionary.ts';
import { customerAnswers } from '#lib/core/dataset/customer-answers.ts';
import { churn } from '#lib/core/methods/churn/method.ts';
import { causeIds } from '#lib/core/methods/churn/types.ts';
import ChurnScreen from '#lib/features/churn/churn-screen.svelte';
import { answers, shop, shopFrame } from '../../support/shop.ts';
import { FakeView } from '../support/fake-view.svelte.ts';
import { settled } from '../support/styled.ts';

async function show(locale: 'en' | 'zh-CN' = 'en') {
	const view = new FakeView(locale);
	const screen = await render(ChurnScreen, { view });
	await settled();
	return { view, screen };
}

test('a card opens the customers of its band', async () => {
	const { view, screen } = await show();
	await screen.getByRole('button', { name: /^At risk/ }).click();
	expect(view.selection).toMatchObject({ method: 'churn', table: 'bands', row: 1 });
});

test('a point of the back-test opens those who came back from a silence that long', async () => {
	const { view, screen } = await show();
	const { days, chosen } = answers.churn().tables.backtest.columns;
	const at = chosen.indexOf(1);
	await screen.getByRole('button', { name: new RegExp(`^Silent for more than ${days[at]} days,`) }).click();
	expect(view.selection).toMatchObject({ table: 'backtest', row: at });
});

test('the rule can be one of fixed days, and the cuts follow it', async () => {
	const { view, screen } = await show();
	await screen.getByText('Fixed days').click();
	expect(view.params('churn')).toEqual({ window: 'days' });
	await screen.getByRole('combobox', { name: /^Churned above/ }).click();
	await screen.getByRole('option', { name: '14 days' }).click();
	expect(view.params('churn')).toEqual({ window: 'days', atRiskDays: 14, churnedDays: 14 });
});

test('the early-warning table says why, and a row opens its customer', async () => {
	const { view, screen } = await show('zh-CN');
	const { earlyWarning } = answers.churn().tables;
	expect(earlyWarning.rows).toBeGreaterThan(0);
	const row = earlyWarning.columns.overdue.indexOf(1);
	const cells = screen.container.querySelectorAll<HTMLElement>('tbody tr')[Math.max(0, row)];
	expect(cells?.textContent).toMatch(row < 0 ? /下降|拉长/ : /超期/);
	cells?.click();
	expect(view.selection).toMatchObject({ method: 'churn', table: 'earlyWarning', row: Math.max(0, row) });
});

test('reasons are mapped in a dialog, kept as chosen, and open the lost who gave them', async () => {
	const { customers } = shop;
	const who = Uint32Array.from({ length: customers.size }, (_, at) => at);
	const rows = { customer: who, day: new Int32Array(who.length), codes: who.map((at) => at % 2) };
	const lossReasons = { table: 'exits', column: 'why', mapped: [] };
	const view = new FakeView();
	const input = {
		...{ ledger: shop, frame: shopFrame },
		answers: customerAnswers(customers.size, rows, dictionaryOf(['Too dear', 'Moved']))
	};
	view.replaced = { churn: churn.run(input, parse(churn.params, { lossReasons })).result };
	const screen = await render(ChurnScreen, { view });
	await settled();
	await screen.getByRole('button', { name: 'Map reasons' }).click();
	await screen.getByRole('combobox', { name: 'Cause of Moved' }).click();
	await screen.getByRole('option', { name: 'Customer', exact: true }).click();
	await screen.getByRole('textbox', { name: 'Other name for Too dear' }).fill('Price');
	await screen.getByRole('button', { name: 'Save' }).click();
	expect(view.lossReasons.current).toEqual({
		...lossReasons,
		mapped: [
			{ value: 'Moved', cause: 'customer' },
			{ value: 'Too dear', cause: null, name: 'Price' }
		]
	});
	await screen.getByRole('button', { name: /^Not mapped/ }).click();
	expect(view.selection).toMatchObject({
		method: 'churn',
		table: 'causes',
		row: causeIds.indexOf('unmapped')
	});
});
