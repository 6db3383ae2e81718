import { userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import HeatMatrix from '#lib/charts/heat-matrix.svelte';
import { messagesFor } from '#lib/i18n/messages.ts';
import { settled } from '../support/styled.ts';

const axis = (letter: string) => [1, 2, 3].map((n) => ({ label: `${letter}${n}` }));
const cells = [3, 2, 1].map((r) =>
	[1, 2, 3].map((f) => ({
		step: r,
		text: `${r}${f}`,
		sub: '€1',
		lines: [`R${r} × F${f}`, `${r * f} customers`]
	}))
);

async function show(onselect: ((row: number, column: number) => void) | undefined) {
	const screen = await render(HeatMatrix, {
		messages: messagesFor('en'),
		label: 'Matrix',
		rows: axis('R').reverse(),
		columns: axis('F'),
		cells,
		selected: { row: 1, column: 2 },
		onselect
	});
	await settled();
	return screen;
}

test('has one tab stop, and arrows walk through all cells', async () => {
	const onselect = vi.fn();
	const screen = await show(onselect);
	const stops = screen.container.querySelectorAll('[role="gridcell"][tabindex="0"]');
	expect(stops).toHaveLength(1);
	await userEvent.tab();
	expect(document.activeElement?.getAttribute('aria-label')).toBe('R3 × F1, 3 customers');
	await userEvent.keyboard('{ArrowRight}{ArrowDown}');
	expect(document.activeElement?.getAttribute('aria-label')).toBe('R2 × F2, 4 customers');
	await userEvent.keyboard('{ArrowUp}{ArrowUp}{End}');
	expect(document.activeElement?.getAttribute('aria-label')).toBe('R3 × F3, 9 customers');
	await userEvent.keyboard('{Control>}{End}{/Control}{Enter}');
	expect(onselect).toHaveBeenCalledExactlyOnceWith(2, 2);
});

test('a click opens the cell and leaves the tab stop there', async () => {
	const onselect = vi.fn();
	const screen = await show(onselect);
	await screen.getByRole('gridcell', { name: 'R1 × F2, 2 customers' }).click();
	expect(onselect).toHaveBeenCalledExactlyOnceWith(2, 1);
	const stop = screen.container.querySelector('[role="gridcell"][tabindex="0"]');
	expect(stop?.getAttribute('aria-label')).toContain('R1 × F2');
});

test('marks the chosen cell for eyes and for screen readers', async () => {
	const screen = await show(() => undefined);
	const chosen = screen.getByRole('gridcell', { selected: true });
	await expect.element(chosen).toHaveAttribute('aria-label', 'R2 × F3, 6 customers');
	expect(chosen.element().querySelector('[data-screen-only]')).not.toBeNull();
});

test('says what a cell holds when it is focused, and is silent again after', async () => {
	const screen = await show(undefined);
	await userEvent.tab();
	const tip = () => screen.container.querySelector('.tip')?.textContent.trim() ?? '';
	await vi.waitFor(() => expect(tip()).toContain('R3 × F1'));
	await userEvent.tab();
	await vi.waitFor(() => expect(tip()).toBe(''));
});
