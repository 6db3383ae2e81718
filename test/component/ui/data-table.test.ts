import { userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import DataTable from '#lib/ui/data-table.svelte';
import '../support/styled.ts';

const columns = [
	{ id: 'name', label: 'Name', sortable: true },
	{ id: 'n', label: 'Number', align: 'end' as const }
];
const rows = ['a', 'b', 'c'].map((id, index) => ({ id, cells: [id, String(index)] }));

test('rows are one tab stop, arrows move, Enter and click open', async () => {
	const onrow = vi.fn();
	const screen = await render(DataTable, { caption: 'Letters', columns, rows, onrow });
	expect(screen.container.querySelectorAll('tbody tr[tabindex="0"]')).toHaveLength(1);
	await userEvent.tab();
	await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
	expect(onrow).toHaveBeenLastCalledWith(rows[2], 2);
	await screen.getByRole('rowheader', { name: 'b' }).click();
	expect(onrow).toHaveBeenLastCalledWith(rows[1], 1);
	expect(screen.container.querySelector('tbody tr[tabindex="0"]')?.textContent).toContain('b');
});

test('without anything to open, rows stay out of the tab order and the box itself can be scrolled', async () => {
	const screen = await render(DataTable, { caption: 'Letters', columns, rows, maxHeight: '4rem' });
	expect(screen.container.querySelectorAll('tbody tr[tabindex]')).toHaveLength(0);
	expect(screen.container.querySelector('.scroll')?.getAttribute('tabindex')).toBe('0');
});

test('says how it is sorted, and asks to be sorted', async () => {
	const onsort = vi.fn();
	const screen = await render(DataTable, {
		caption: 'Letters',
		columns,
		rows,
		sort: { id: 'name', descending: true },
		onsort
	});
	await expect
		.element(screen.getByRole('columnheader', { name: 'Name' }))
		.toHaveAttribute('aria-sort', 'descending');
	await screen.getByRole('button', { name: 'Name' }).click();
	expect(onsort).toHaveBeenCalledExactlyOnceWith('name');
});

test('an empty table says so', async () => {
	const screen = await render(DataTable, { caption: 'Letters', columns, rows: [], empty: 'No rows.' });
	await expect.element(screen.getByText('No rows.')).toBeVisible();
});
