import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { overviewSets } from '#lib/api/index.ts';
import OverviewScreen from '#lib/features/overview/overview-screen.svelte';
import { answers } from '../../support/shop.ts';
import { FakeView } from '../support/fake-view.svelte.ts';
import { settled } from '../support/styled.ts';

async function show(prepare: (view: FakeView) => void = () => undefined, locale: 'en' | 'zh-CN' = 'en') {
	const view = new FakeView(locale);
	prepare(view);
	const screen = await render(OverviewScreen, { view });
	await settled();
	return { view, screen };
}

describe('the states of a screen', () => {
	test('without data it leads to where data come from', async () => {
		const { view, screen } = await show((view) => (view.frame = null));
		await screen.getByRole('button', { name: 'Open or import data' }).click();
		expect(view.wentToData).toBe(1);
	});

	test('while computing it is busy, and says so once', async () => {
		const { screen } = await show((view) => (view.pending = true));
		await expect.element(screen.getByRole('status')).toHaveTextContent('Computing…');
		expect(screen.container.querySelector('[aria-busy="true"]')).not.toBeNull();
		expect(screen.container.querySelectorAll('.skeleton').length).toBeGreaterThan(2);
	});

	test('an error says what happened, shows its code, and can be tried again', async () => {
		const { view, screen } = await show((view) => (view.failure = { code: 'out-of-memory', params: {} }));
		const alert = screen.getByRole('alert');
		await expect.element(alert).toHaveTextContent(/out-of-memory/);
		await screen.getByRole('button', { name: 'Try again' }).click();
		expect(view.retries).toBe(1);
	});

	test('settings that cannot be computed have a way back', async () => {
		const { view, screen } = await show((view) => {
			view.failure = { code: 'params-invalid', params: {} };
			view.setParams('overview', { days: 30 });
		});
		await screen.getByRole('button', { name: 'Back to defaults' }).click();
		expect(view.params('overview')).toEqual({});
	});

	test('too little data is declared, with what is missing', async () => {
		const { screen } = await show(
			(view) =>
				(view.replaced = {
					overview: {
						...answers.overview(),
						status: 'not-enough-data',
						missing: [{ code: 'no-orders-in-window', params: {} }]
					}
				})
		);
		await expect.element(screen.getByText('Not enough data for this screen')).toBeVisible();
		expect(screen.container.querySelector('.reasons')?.textContent).not.toContain('no-orders-in-window');
		expect(screen.container.querySelector('[data-plot]')).toBeNull();
	});
});

describe('the overview', () => {
	test('opens with the finding, in either language', async () => {
		const english = await show();
		await expect.element(english.screen.getByText('80 customers brought')).toBeVisible();
		await english.screen.unmount();
		const chinese = await show(undefined, 'zh-CN');
		await expect.element(chinese.screen.getByText('80 位客户累计贡献')).toBeVisible();
	});

	test('a card and a bar open the customers behind them', async () => {
		const { view, screen } = await show();
		await screen.getByRole('button', { name: /Bought once/ }).click();
		expect(view.selection).toMatchObject({
			method: 'overview',
			table: 'sets',
			row: overviewSets.indexOf('once')
		});
		await screen.getByRole('button', { name: /^Orders per customer: 2,/ }).click();
		expect(view.selection).toMatchObject({ table: 'orderCounts', row: 1, title: 'Orders per customer: 2' });
	});

	test('another unit gives another trend', async () => {
		const { view, screen } = await show();
		const marks = () =>
			screen.container.querySelectorAll('[data-plot]')[0]?.querySelectorAll('[data-mark]').length ?? 0;
		const months = marks();
		view.setParams('overview', { unit: 'week' });
		flushSync();
		await settled();
		expect(marks()).toBeGreaterThan(3 * months);
	});

	test('a snapshot is read, not asked: nobody can be listed and nothing set', async () => {
		const { screen } = await show((view) => (view.readOnly = true));
		await expect.element(screen.getByRole('button', { name: /Bought once/ })).not.toBeInTheDocument();
		for (const button of screen.container.querySelectorAll<HTMLButtonElement>('.controls button')) {
			expect(button.disabled).toBe(true);
		}
	});
});
