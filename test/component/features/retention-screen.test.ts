import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import RetentionScreen from '#lib/features/retention/retention-screen.svelte';
import { answers } from '../../support/shop.ts';
import { FakeView } from '../support/fake-view.svelte.ts';
import { settled } from '../support/styled.ts';

async function show(locale: 'en' | 'zh-CN' = 'en') {
	const view = new FakeView(locale);
	const screen = await render(RetentionScreen, { view });
	await settled();
	return { view, screen };
}

test('shows every cell of the matrix and opens those who came back', async () => {
	const { view, screen } = await show();
	const { matrix } = answers.retention().tables;
	expect(screen.container.querySelectorAll('[role="gridcell"]')).toHaveLength(matrix.rows);
	await screen.getByRole('gridcell', { name: /^2023-02, month 1,/ }).click();
	const row = view.selection?.row ?? -1;
	expect(view.selection?.table).toBe('matrix');
	expect([matrix.columns.n[row], matrix.columns.cohort[row]]).toEqual([
		1,
		answers.retention().tables.cohorts.columns.cohort[1]
	]);
});

test('a point of the curve opens its own row, not that of the point before', async () => {
	const { view, screen } = await show();
	await screen.getByRole('button', { name: /^Month 2,/ }).click();
	expect(answers.retention().tables.curve.columns.n[view.selection?.row ?? -1]).toBe(2);
});

test('the switch to "on or after" asks the method anew', async () => {
	const { view, screen } = await show();
	await screen.getByText('On or after N').click();
	expect(view.params('retention')).toEqual({ measure: 'on-or-after' });
	await expect.element(screen.getByText(/or later\./).first()).toBeVisible();
});

test('another unit starts with a length that suits it', async () => {
	const { view, screen } = await show('zh-CN');
	await screen.getByRole('combobox', { name: /^周期/ }).click();
	await screen.getByRole('option', { name: '周' }).click();
	expect(view.params('retention')).toEqual({ unit: 'week', maxPeriods: 26 });
});
