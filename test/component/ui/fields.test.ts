import { userEvent } from 'vitest/browser';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import FileDrop from '#lib/ui/file-drop.svelte';
import NumberField from '#lib/ui/number-field.svelte';
import SegmentedControl from '#lib/ui/segmented-control.svelte';
import Select from '#lib/ui/select.svelte';
import Switch from '#lib/ui/switch.svelte';
import TextField from '#lib/ui/text-field.svelte';
import '../support/styled.ts';

describe('a number field', () => {
	test('pulls a value beyond its ends back to them, and reads empty as null', async () => {
		const onchange = vi.fn();
		const screen = await render(NumberField, { label: 'Days', value: 5, min: 1, max: 10, onchange });
		const field = screen.getByRole('spinbutton', { name: 'Days' });
		await field.fill('99');
		await userEvent.tab();
		expect(onchange).toHaveBeenLastCalledWith(10);
		await expect.element(field).toHaveValue(10);
		await field.fill('');
		await userEvent.tab();
		expect(onchange).toHaveBeenLastCalledWith(null);
	});
});

describe('a text field', () => {
	test('ties its error to the input', async () => {
		const screen = await render(TextField, { label: 'Name', value: '', error: 'A name is needed.' });
		const field = screen.getByRole('textbox', { name: 'Name' });
		await expect.element(field).toHaveAttribute('aria-invalid', 'true');
		await expect.element(field).toHaveAccessibleDescription('A name is needed.');
	});
});

describe('a segmented control', () => {
	test('is a radio group that arrow keys change', async () => {
		const onchange = vi.fn();
		const options = [
			{ value: 'a', label: 'A' },
			{ value: 'b', label: 'B' }
		];
		const screen = await render(SegmentedControl, { value: 'a', options, label: 'Letter', onchange });
		await userEvent.tab();
		await userEvent.keyboard('{ArrowRight}');
		expect(onchange).toHaveBeenCalledExactlyOnceWith('b');
		await expect.element(screen.getByRole('radio', { name: 'B' })).toBeChecked();
	});
});

describe('a switch', () => {
	test('turns with the space bar', async () => {
		const onchange = vi.fn();
		const screen = await render(Switch, { label: 'Net', checked: false, onchange });
		await userEvent.tab();
		await userEvent.keyboard(' ');
		expect(onchange).toHaveBeenCalledExactlyOnceWith(true);
		await expect.element(screen.getByRole('switch', { name: 'Net' })).toBeChecked();
	});
});

describe('a select', () => {
	test('names label and value, opens by keyboard, and closes without a choice on Escape', async () => {
		const onchange = vi.fn();
		const options = [
			{ value: 'one', label: 'One' },
			{ value: 'two', label: 'Two', hint: 'A hint' }
		];
		const screen = await render(Select, { value: 'one', options, label: 'Number', inline: true, onchange });
		const field = screen.getByRole('combobox', { name: 'Number One' });
		(field.element() as HTMLElement).focus();
		await userEvent.keyboard('{Enter}');
		await expect.element(screen.getByRole('option', { name: /Two/ })).toBeVisible();
		await userEvent.keyboard('{Escape}');
		await expect.element(screen.getByRole('option', { name: /Two/ })).not.toBeInTheDocument();
		expect(onchange).not.toHaveBeenCalled();
		await field.click();
		await screen.getByRole('option', { name: /Two/ }).click();
		expect(onchange).toHaveBeenCalledExactlyOnceWith('two');
	});
});

describe('a file drop', () => {
	const dropped = (files: File[]) => {
		const dataTransfer = new DataTransfer();
		for (const file of files) dataTransfer.items.add(file);
		return new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
	};
	const two = [new File(['a'], 'a.csv'), new File(['b'], 'b.csv')];

	test('takes one file, or all of them when it may', async () => {
		const onfiles = vi.fn();
		const first = await render(FileDrop, { label: 'Drop', browseLabel: 'Choose', onfiles });
		first.container.querySelector('.drop')?.dispatchEvent(dropped(two));
		expect(onfiles.mock.lastCall?.[0]).toHaveLength(1);
		await first.unmount();
		const second = await render(FileDrop, { label: 'Drop', browseLabel: 'Choose', onfiles, multiple: true });
		second.container.querySelector('.drop')?.dispatchEvent(dropped(two));
		expect(onfiles.mock.lastCall?.[0]).toHaveLength(2);
	});

	test('takes nothing while it is disabled', async () => {
		const onfiles = vi.fn();
		const screen = await render(FileDrop, { label: 'Drop', browseLabel: 'Choose', onfiles, disabled: true });
		const event = dropped(two);
		screen.container.querySelector('.drop')?.dispatchEvent(event);
		expect(onfiles).not.toHaveBeenCalled();
		// Still not handed to the browser, which would leave the page to show the file.
		expect(event.defaultPrevented).toBe(true);
	});
});
