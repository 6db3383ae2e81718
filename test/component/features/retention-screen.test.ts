import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
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

test('money turns the same cells and the same curve, and takes “or after” back', async () => {
	const { view, screen } = await show();
	const cells = screen.container.querySelectorAll('[role="gridcell"]').length;
	view.setParams('retention', { measure: 'on-or-after' });
	await screen.getByText('Money', { exact: true }).click();
	expect(view.params('retention').measure).toBe('on');
	await expect.element(screen.getByText(/What each cohort spent in the period/)).toBeVisible();
	expect(screen.container.querySelectorAll('[role="gridcell"]')).toHaveLength(cells);
});

test('brackets of one’s own are read, and refused in words', async () => {
	const { view, screen } = await show();
	await screen.getByText('Brackets', { exact: true }).first().click();
	const field = screen.getByRole('textbox', { name: /First and last/ });
	await field.fill('1-3, 2-9');
	await userEvent.keyboard('{Tab}');
	await expect.element(screen.getByText(/2-9 begins before the one before it ends/)).toBeVisible();
	expect(view.params('retention')).toEqual({});
	await field.fill('1-3, 4–7');
	await userEvent.keyboard('{Tab}');
	expect(view.params('retention')).toEqual({
		brackets: [
			[1, 3],
			[4, 7]
		]
	});
	await screen.getByRole('button', { name: /^days 1–3,/ }).click();
	expect(view.selection).toMatchObject({ table: 'brackets', row: 0, title: 'days 1–3' });
});

test('the rhythm opens its people by the switch, and takes its window to churn', async () => {
	const { view, screen } = await show();
	await screen.getByText('Repeat & rhythm').click();
	await screen.getByText('exactly n').click();
	await screen.getByRole('button', { name: /^Active in exactly 2 months,/ }).click();
	expect(view.selection).toMatchObject({ table: 'exactly', row: 1 });
	await screen.getByRole('button', { name: /^Use [\d,]+ days in Churn/ }).click();
	expect(view.shown).toMatchObject({ method: 'churn', table: 'bands', row: 2 });
	expect(view.params('churn').window).toBe('days');
});

test('cohort by cohort: a curve each, whose points open cells of the matrix', async () => {
	const { view, screen } = await show();
	await screen.getByText('Cohort by cohort').click();
	const { cohort, n, incomplete } = answers.retention().tables.matrix.columns;
	const complete = new Set(cohort.filter((_, row) => (n[row] ?? 0) > 0 && incomplete[row] === 0));
	expect(screen.container.querySelectorAll('.panels .chart')).toHaveLength(complete.size);
	await screen.getByRole('button', { name: /^2023-02, month 2,/ }).click();
	const row = view.selection?.row ?? -1;
	expect([view.selection?.table, n[row]]).toEqual(['matrix', 2]);
});
