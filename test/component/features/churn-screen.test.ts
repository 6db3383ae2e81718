import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ChurnScreen from '#lib/features/churn/churn-screen.svelte';
import { answers } from '../../support/shop.ts';
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
