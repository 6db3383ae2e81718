import { userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import DialogHarness from '../support/dialog-harness.svelte';
import '../support/styled.ts';

const words = {
	open: 'Open',
	title: 'A dialog',
	inside: 'Inside',
	close: 'Close',
	chip: 'As of',
	menu: 'More'
};

async function show() {
	const onselect = vi.fn();
	const onclose = vi.fn();
	const screen = await render(DialogHarness, { words, onselect, onclose });
	return { screen, onselect, onclose };
}

test('a dialog holds the focus, closes on Escape and gives the focus back', async () => {
	const { screen, onclose } = await show();
	const opener = screen.getByRole('button', { name: 'Open' });
	await opener.click();
	const dialog = screen.getByRole('dialog', { name: 'A dialog' });
	await expect.element(dialog).toBeVisible();
	for (let step = 0; step < 5; step++) {
		await userEvent.tab();
		expect(dialog.element().contains(document.activeElement)).toBe(true);
	}
	await userEvent.keyboard('{Escape}');
	await expect.element(dialog).not.toBeInTheDocument();
	expect(onclose).toHaveBeenCalledOnce();
	await vi.waitFor(() => expect(document.activeElement).toBe(opener.element()));
});

test('a filter chip says what is set, opens a named sheet, and closes on Escape', async () => {
	const { screen } = await show();
	await screen.getByRole('button', { name: 'As of 2011-12-09' }).click();
	const sheet = screen.getByRole('dialog', { name: 'As of 2011-12-09' });
	await expect.element(sheet).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.element(sheet).not.toBeInTheDocument();
});

test('a menu is walked by arrow keys, shows what is on, and skips what is disabled', async () => {
	const { screen, onselect } = await show();
	const opener = screen.getByRole('button', { name: 'More' });
	(opener.element() as HTMLElement).focus();
	await userEvent.keyboard('{Enter}');
	await expect
		.element(screen.getByRole('menuitemcheckbox', { name: 'Beta' }))
		.toHaveAttribute('aria-checked', 'true');
	await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
	await userEvent.keyboard('{Home}{Enter}');
	expect(onselect).toHaveBeenCalledExactlyOnceWith('a');
});
