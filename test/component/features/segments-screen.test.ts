import { userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { segmentIds } from '#lib/api/index.ts';
import SegmentsScreen from '#lib/features/segments/segments-screen.svelte';
import { FakeView } from '../support/fake-view.svelte.ts';
import { answers } from '../../support/shop.ts';
import { settled } from '../support/styled.ts';

async function show(prepare: (view: FakeView) => void = () => undefined) {
	const view = new FakeView();
	prepare(view);
	const screen = await render(SegmentsScreen, { view });
	await settled();
	return { view, screen };
}

test('a cell, a segment and a score each open their customers', async () => {
	const { view, screen } = await show();
	await screen.getByRole('gridcell', { name: /^R5 × F1/ }).click();
	expect(view.selection).toEqual({ method: 'rfm', table: 'matrix', row: 0, title: 'R5 × F1' });
	await screen.getByRole('rowheader', { name: 'At Risk' }).click();
	expect(view.selection).toMatchObject({ table: 'segments', row: segmentIds.indexOf('at-risk') });
	await screen.getByRole('button', { name: /^M1/ }).click();
	expect(view.selection).toMatchObject({ table: 'cuts', row: 10, title: 'M1' });
});

test('turns to the eight value types and changes what high means', async () => {
	const { view, screen } = await show();
	await screen.getByRole('button', { name: 'Eight types' }).click();
	await expect.element(screen.getByRole('rowheader', { name: 'Key, to win back' })).toBeVisible();
	await screen.getByRole('combobox', { name: /High means/ }).click();
	await screen.getByRole('option', { name: 'better than the mean value' }).click();
	expect(view.params('rfm')).toEqual({ high: 'mean-value' });
});

test('segments as areas: the largest comes first by keyboard and opens its customers; the choice is kept', async () => {
	const { view, screen } = await show();
	await screen.getByText('Treemap', { exact: true }).click();
	expect(view.looks).toEqual({ groups: 'areas' });
	const areas = screen.getByRole('group', { name: /^Eleven segments\./ });
	const drawn = areas.element().querySelectorAll('[data-mark]');
	const { customers } = answers.rfm({}).tables.segments.columns;
	areas
		.getByRole('button', { name: /^Champions/ })
		.element()
		.dispatchEvent(new MouseEvent('click', { bubbles: true }));
	expect(view.selection).toMatchObject({ table: 'segments', row: 0 });
	expect(drawn.length).toBeLessThanOrEqual([...customers].filter((n) => n > 0).length);
	await screen.getByText('Customers', { exact: true }).first().click();
	const [first] = areas.element().querySelectorAll<SVGElement>('[data-mark]');
	first?.focus();
	await userEvent.keyboard('{Enter}');
	expect(view.selection).toMatchObject({ table: 'segments', row: customers.indexOf(Math.max(...customers)) });
});

test('other than five scores there are no segments, and it says why', async () => {
	const { screen } = await show((view) => view.setParams('rfm', { bins: 4 }));
	await expect.element(screen.getByText(/eleven segments are defined on five scores/)).toBeVisible();
	expect(screen.container.querySelectorAll('[role="gridcell"]')).toHaveLength(16);
});

test('the rule is chosen by keyboard, and comes back with one click', async () => {
	const { view, screen } = await show();
	const rule = screen.getByRole('combobox', { name: /Scores by/ });
	(rule.element() as HTMLElement).focus();
	await userEvent.keyboard('{Enter}');
	await expect.element(screen.getByRole('option', { name: /equal groups/ })).toBeVisible();
	await userEvent.keyboard('{ArrowDown}{Enter}');
	await vi.waitFor(() => expect(view.params('rfm').binning).toBe('ntile'));
	await screen.getByRole('button', { name: 'Back to defaults' }).click();
	expect(view.params('rfm')).toEqual({});
});

test('own cuts apply while they ascend, and wait while they do not', async () => {
	const { view, screen } = await show();
	await screen.getByRole('combobox', { name: /Scores by/ }).click();
	await screen.getByRole('option', { name: /fixed cuts/ }).click();
	const edges = view.params('rfm').cuts;
	expect(edges?.frequency).toHaveLength(4);
	const first = screen.getByRole('spinbutton', { name: 'Orders, edge 1' });
	await first.fill('99');
	await userEvent.tab();
	await expect
		.element(screen.getByRole('alert'))
		.toHaveTextContent('Edges must not fall from left to right.');
	expect(view.params('rfm').cuts).toEqual(edges);
	await first.fill('1');
	await userEvent.tab();
	expect(view.params('rfm').cuts?.frequency[0]).toBe(1);
	await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
});

test('own segments start from a template, and a gap is named at once and opens its customers', async () => {
	const { view, screen } = await show();
	await screen.getByRole('button', { name: 'Edit segments' }).click();
	await expect.element(screen.getByText('The rules cover all 125 codes, each exactly once.')).toBeVisible();
	await screen.getByRole('button', { name: 'Remove rule 1', exact: true }).click();
	await expect.element(screen.getByText(/^10 codes in no segment/)).toBeVisible();
	await screen.getByRole('button', { name: /^Code 541/ }).click();
	expect(view.selection).toMatchObject({ method: 'rfm', table: 'ruleChecks', row: 0 });
	const name = screen.getByRole('textbox', { name: 'Name of rule 1', exact: true });
	await name.fill('Regulars');
	await userEvent.tab();
	expect(view.params('rfm').rules?.[0]?.segment).toBe('Regulars');
	await screen.getByRole('button', { name: 'Back to the eleven' }).click();
	expect(view.params('rfm').rules).toBeNull();
});

test('a weight and a VIP limit apply at once, and never leave nothing to weigh', async () => {
	const { view, screen } = await show();
	await screen.getByRole('spinbutton', { name: 'Weight of R' }).fill('0');
	await userEvent.tab();
	await screen.getByRole('spinbutton', { name: 'Weight of F' }).fill('0');
	await userEvent.tab();
	await expect.element(screen.getByText(/Against equal weights/)).toBeVisible();
	await screen.getByRole('spinbutton', { name: 'Weight of M' }).fill('0');
	await userEvent.tab();
	expect(view.params('rfm').weights).toEqual({ recency: 0, frequency: 0, monetary: 1 });
	await screen.getByRole('spinbutton', { name: 'Orders at least' }).fill('3');
	await userEvent.tab();
	await screen.getByRole('button', { name: /^Show the/ }).click();
	expect(view.selection).toMatchObject({ table: 'vip', row: 0, title: 'VIPs' });
});

test('one click moves the cuts; a cell opens the customers of a segment under that shift', async () => {
	const { view, screen } = await show();
	await screen.getByText('cuts of R', { exact: true }).click();
	expect(view.params('rfm').sensitivity).toBe('recency');
	await expect.element(screen.getByText(/in another segment; most at/)).toBeVisible();
	await screen.getByRole('gridcell', { name: /^Champions · −20%/ }).click();
	expect(view.selection).toMatchObject({ table: 'sensitivity', row: 0 });
});
