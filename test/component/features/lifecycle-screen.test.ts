import { userEvent } from 'vitest/browser';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { stageIds } from '#lib/api/index.ts';
import LifecycleScreen from '#lib/features/lifecycle/lifecycle-screen.svelte';
import { FakeView } from '../support/fake-view.svelte.ts';
import { settled } from '../support/styled.ts';

async function show(prepare: (view: FakeView) => void = () => undefined) {
	const view = new FakeView();
	prepare(view);
	const screen = await render(LifecycleScreen, { view });
	await settled();
	return { view, screen };
}

test('a stage, a step and a piece of a column each open their customers', async () => {
	const { view, screen } = await show();
	await screen.getByRole('rowheader', { name: 'Declining' }).first().click();
	expect(view.selection).toMatchObject({
		method: 'lifecycle',
		table: 'stages',
		row: stageIds.indexOf('declining')
	});
	await screen.getByRole('button', { name: /^2nd order/ }).click();
	expect(view.selection).toMatchObject({ table: 'funnel', row: 2, title: 'Ever reached: 2nd order' });
	await screen.getByRole('button', { name: /^2023-02: New/ }).click();
	expect(view.selection).toMatchObject({ table: 'growthMembers', row: 4, title: '2023-02: New' });
});

test('a changed rule counts at once, and the default comes back', async () => {
	const { view, screen } = await show((view) => view.setParams('lifecycle', { unit: 'quarter' }));
	const value = screen.getByRole('spinbutton', { name: 'Value' }).nth(1);
	await value.fill('100');
	await userEvent.tab();
	expect(view.params('lifecycle').rules?.[1]).toEqual({
		stage: 'lost',
		when: [{ measure: 'daysSinceLast', is: '>', value: { percentile: 100 } }]
	});
	await screen.getByRole('button', { name: 'Back to the default rules' }).click();
	expect(view.params('lifecycle')).toEqual({ unit: 'quarter' });
});

test('rules are moved, added and removed; the last takes everyone else and stays', async () => {
	const { view, screen } = await show();
	await screen.getByRole('button', { name: 'Move rule 2 up' }).click();
	expect(view.params('lifecycle').rules?.[0]?.stage).toBe('lost');
	await screen.getByRole('button', { name: 'Add rule' }).click();
	expect(view.params('lifecycle').rules).toHaveLength(8);
	await screen.getByRole('button', { name: 'Remove rule 7' }).click();
	expect(view.params('lifecycle').rules?.at(-1)).toEqual({ stage: 'mature', when: [] });
	await expect.element(screen.getByRole('button', { name: 'Remove rule 8' })).not.toBeInTheDocument();
	await expect.element(screen.getByText('everyone else').last()).toBeVisible();
});

test('a snapshot shows the rules in words but not their editor', async () => {
	const { screen } = await show((view) => (view.readOnly = true));
	await expect.element(screen.getByText('Stage rules')).not.toBeInTheDocument();
	await expect.element(screen.getByText('no valid order').first()).toBeVisible();
});
