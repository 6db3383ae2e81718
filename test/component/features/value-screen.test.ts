import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ValueScreen from '#lib/features/value/value-screen.svelte';
import { answers } from '../../support/shop.ts';
import { FakeView } from '../support/fake-view.svelte.ts';
import { settled } from '../support/styled.ts';

async function show(locale: 'en' | 'zh-CN' = 'en', prepare: (view: FakeView) => void = () => undefined) {
	const view = new FakeView(locale);
	prepare(view);
	const screen = await render(ValueScreen, { view });
	await settled();
	return { view, screen };
}

test('a cell of the triangle, a tenth, a band and a row of the hold-out open their people', async () => {
	const { view, screen } = await show();
	const { ltv } = answers.value().tables;
	const region = screen.getByRole('region', { name: 'Value by cohort', exact: true });
	expect(region.getByRole('gridcell').elements()).toHaveLength(ltv.rows);
	await screen.getByRole('gridcell', { name: /^2023-02, month 1,/ }).click();
	expect(view.selection).toMatchObject({ method: 'value', table: 'ltv' });
	expect(ltv.columns.n[view.selection?.row ?? -1]).toBe(1);
	await screen.getByRole('button', { name: /^Tenth 2,/ }).click();
	expect(view.selection).toMatchObject({ table: 'deciles', row: 1, title: 'Tenth 2' });
	await screen.getByRole('button', { name: /^P\(alive\) 80–100%,/ }).click();
	expect(view.selection).toMatchObject({ table: 'alive', row: 4 });
	await screen.getByRole('button', { name: /^2 repeats before the hold-out,/ }).click();
	expect(view.selection).toMatchObject({ table: 'calibration', row: 2 });
});

test('the card of tier A opens its customers', async () => {
	const { view, screen } = await show();
	await screen.getByRole('button', { name: /Customers in tier A/ }).click();
	expect(view.selection).toMatchObject({ method: 'value', table: 'tiers', row: 0, title: 'Tier A' });
});

test('another model and horizon ask the method anew', async () => {
	const { view, screen } = await show('zh-CN');
	await screen.getByRole('combobox', { name: /^预测期/ }).click();
	await screen.getByRole('option', { name: '24 个月' }).click();
	expect(view.params('value')).toEqual({ months: 24 });
	await screen.getByRole('combobox', { name: /^购买模型/ }).click();
	await screen.getByRole('option', { name: /Pareto\/NBD/ }).click();
	expect(view.params('value')).toEqual({ months: 24, model: 'pareto-nbd' });
});

test('says how a number is computed', async () => {
	const { view, screen } = await show();
	await screen
		.getByRole('region', { name: 'Hold-out by number of repeats' })
		.getByRole('button', { name: 'How is this computed?' })
		.click();
	expect(view.explained.at(-1)).toContain('calibration');
});

test('without a prediction the past stays, and the parts that need one are gone', async () => {
	const { screen } = await show('en', (view) => {
		const answer = answers.value();
		const none = (name: keyof typeof answer.tables) => ({ ...answer.tables[name], rows: 0 });
		view.replaced = {
			value: {
				...answer,
				scalars: { ...answer.scalars, predictedValue: NaN, expectedBuyers: NaN, forecast: 0, verdict: 0 },
				tables: {
					...answer.tables,
					deciles: none('deciles') as (typeof answer.tables)['deciles'],
					alive: none('alive') as (typeof answer.tables)['alive'],
					calibration: none('calibration') as (typeof answer.tables)['calibration'],
					parameters: none('parameters') as (typeof answer.tables)['parameters']
				}
			}
		};
	});
	await expect.element(screen.getByRole('region', { name: 'Value tiers' })).toBeVisible();
	expect(screen.getByRole('region', { name: 'Expected value by tenth' }).elements()).toHaveLength(0);
	expect(screen.getByRole('region', { name: 'Hold-out by number of repeats' }).elements()).toHaveLength(0);
});

test('an error offers to try again, a pending answer shows that it is computing', async () => {
	const failed = await show('en', (view) => (view.failure = { code: 'internal', params: {} }));
	await failed.screen.getByRole('button', { name: /again/i }).click();
	expect(failed.view.retries).toBe(1);
	const pending = await show('en', (view) => (view.pending = true));
	expect(pending.screen.container.querySelector('[aria-busy="true"]')).not.toBeNull();
});
