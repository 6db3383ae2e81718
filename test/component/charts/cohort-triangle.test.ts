import { userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import CohortTriangle from '#lib/charts/cohort-triangle.svelte';
import { messagesFor } from '#lib/i18n/messages.ts';
import { settled } from '../support/styled.ts';

/** A triangle of `size` cohorts; the last cell of each is not over. */
function triangle(size: number) {
	let index = 0;
	return Array.from({ length: size }, (_, row) => ({
		label: `2023-${String(row + 1).padStart(2, '0')}`,
		size: '100',
		incomplete: row === size - 1,
		cells: Array.from({ length: size - row }, (_, n) => ({
			index: index++,
			step: 1 + (n % 8),
			text: `${90 - n}.0%`,
			short: String(90 - n),
			incomplete: n === size - row - 1,
			lines: [`cohort ${row}, month ${n}`, `${90 - n}.0%`]
		}))
	}));
}

async function show(size: number, onselect = vi.fn()) {
	const screen = await render(CohortTriangle, {
		messages: messagesFor('en'),
		label: 'Cohorts',
		cohorts: triangle(size),
		periods: Array.from({ length: size }, (_, n) => String(n)),
		heads: { cohort: 'Cohort', size: 'Size' },
		onselect
	});
	await settled();
	return { screen, onselect };
}

test('walks down into shorter rows without falling off the edge', async () => {
	const { onselect } = await show(4);
	await userEvent.tab();
	await userEvent.keyboard('{End}{ArrowDown}{ArrowDown}{ArrowDown}');
	expect(document.activeElement?.getAttribute('aria-label')).toContain('cohort 3, month 0');
	await userEvent.keyboard(' ');
	expect(onselect).toHaveBeenCalledExactlyOnceWith(9);
});

test('stars and hatches what is not over', async () => {
	const { screen } = await show(4);
	const last = screen.container.querySelector('[data-mark="0,3"]');
	expect(last?.querySelector('text')?.textContent).toBe('87.0%*');
	expect(last?.querySelectorAll('rect')).toHaveLength(2);
	expect(screen.container.querySelector('[data-mark="0,2"] text')?.textContent).toBe('88.0%');
});

test('36 cohorts keep the page at 60 frames a second while the focus walks', async () => {
	const { screen } = await show(36);
	expect(screen.container.querySelectorAll('[data-mark]')).toHaveLength(666);
	await userEvent.tab();
	const spent: number[] = [];
	for (let step = 0; step < 30; step++) {
		const mark = document.activeElement;
		const key = step % 2 === 0 ? 'ArrowRight' : 'ArrowDown';
		const before = performance.now();
		mark?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
		// Reading a size forces the layout that the frame would do.
		expect(screen.container.getBoundingClientRect().height).toBeGreaterThan(0);
		spent.push(performance.now() - before);
		await settled();
	}
	expect(document.activeElement?.getAttribute('aria-label')).toContain('cohort 15, month 15');
	spent.sort((a, b) => a - b);
	// The median: a busy machine may stall any one frame.
	expect(spent[15]).toBeLessThan(16);
});
