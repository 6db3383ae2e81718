import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { pictureSvg } from '#lib/charts/picture-svg.ts';
import { picturePng } from '#lib/charts/save-file.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import FrameHarness from '../support/frame-harness.svelte';
import { settled } from '../support/styled.ts';

const bars = [
	{ label: 'One & only', value: 3, text: '3', lines: ['One & only', '3 customers'] },
	{ label: '两单', value: 1, text: '1', lines: ['两单', '1 customer'], color: 'rgb(200, 10, 20)' }
];

async function show() {
	const onrow = vi.fn();
	const onexplain = vi.fn();
	const screen = await render(FrameHarness, { messages: messagesFor('en'), bars, onrow, onexplain });
	await settled();
	return { screen, onrow, onexplain, frame: screen.container.querySelector('section')! };
}

test('turns to a table of the same numbers and back', async () => {
	const { screen, onrow } = await show();
	expect(screen.container.querySelectorAll('[data-mark]')).toHaveLength(2);
	await screen.getByRole('button', { name: 'Table' }).click();
	expect(screen.container.querySelectorAll('[data-mark]')).toHaveLength(0);
	const cells = [...screen.container.querySelectorAll('tbody tr')].map((row) =>
		[...row.children].map((cell) => cell.textContent.trim())
	);
	expect(cells).toEqual(bars.map((bar) => [bar.label, bar.text]));
	await screen.getByRole('row', { name: '两单' }).click();
	expect(onrow).toHaveBeenCalledExactlyOnceWith(1);
	await screen.getByRole('button', { name: 'Chart' }).click();
	await settled();
	expect(screen.container.querySelectorAll('[data-mark]')).toHaveLength(2);
});

test('leads to how it is computed', async () => {
	const { screen, onexplain } = await show();
	await screen.getByRole('button', { name: 'How is this computed?' }).click();
	expect(onexplain).toHaveBeenCalledOnce();
});

test('leaves as a picture that stands alone: words, painted marks, legend, nothing of the screen', async () => {
	const { frame } = await show();
	const svg = pictureSvg(frame, { title: 'Bars', finding: 'Two < three', footer: 'Test shop' });
	const page = new DOMParser().parseFromString(svg ?? '', 'image/svg+xml');
	expect(page.querySelector('parsererror')).toBeNull();
	const words = [...page.querySelectorAll('text')].map((text) => text.textContent);
	expect(words).toEqual(
		expect.arrayContaining(['Bars', 'Two < three', 'Test shop', 'One & only', '两单', 'A legend'])
	);
	expect(svg).toContain('rgb(200, 10, 20)');
	expect(page.querySelectorAll('[class], [tabindex], [role], [style]')).toHaveLength(0);
	expect(svg).not.toContain('var(--');
	const png = await picturePng(svg ?? '', 2);
	expect([png.type, png.size > 1000]).toEqual(['image/png', true]);
});

test('a frame that shows its table has no picture to give', async () => {
	const { screen, frame } = await show();
	await screen.getByRole('button', { name: 'Table' }).click();
	expect(pictureSvg(frame, { title: 'Bars' })).toBeNull();
	await screen.getByRole('button', { name: 'Export' }).click();
	await expect.element(screen.getByRole('menuitem', { name: 'Data (CSV)' })).toBeVisible();
	await expect.element(screen.getByRole('menuitem', { name: /PNG/ })).not.toBeInTheDocument();
});
