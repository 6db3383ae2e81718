import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { findingSources, type FindingsResult } from '#lib/api/index.ts';
import FindingsCard from '#lib/features/overview/findings-card.svelte';
import { answers } from '../../support/shop.ts';
import { FakeView } from '../support/fake-view.svelte.ts';
import { settled } from '../support/styled.ts';

async function show(prepare: (view: FakeView) => void = () => undefined, locale: 'en' | 'zh-CN' = 'en') {
	const view = new FakeView(locale);
	prepare(view);
	const screen = await render(FindingsCard, { view });
	await settled();
	return { view, screen };
}
const found = (): FindingsResult => answers.findings();

describe('what stands out', () => {
	test.each(['en', 'zh-CN'] as const)('is told in whole sentences (%s)', async (locale) => {
		const { screen } = await show(() => undefined, locale);
		const leads = [...screen.container.querySelectorAll('.lead')].map((lead) => lead.textContent);
		expect(leads).toHaveLength(found().tables.findings.rows);
		expect(leads.length).toBeGreaterThan(2);
		for (const lead of leads) {
			expect(lead).toMatch(locale === 'en' ? /\.$/ : /。$/);
			expect(lead).not.toMatch(/NaN|undefined|\{|–(\.|为)/);
		}
	});

	test('a finding opens the screen that its number stands on, with the parameters it was reckoned with', async () => {
		const { view, screen } = await show();
		const { source, table, row } = found().tables.findings.columns;
		const at = source.findIndex((code) => findingSources[code] !== 'findings');
		screen.container.querySelectorAll<HTMLButtonElement>('li button')[at]?.click();
		expect(view.shown).toMatchObject({
			method: findingSources[source[at] ?? 0],
			table: table[at],
			row: row[at]
		});
		expect(view.params('overview')).toEqual({});
	});

	test('a segment or single customers are opened where they are', async () => {
		const { view, screen } = await show();
		const at = found().tables.findings.columns.source.findIndex(
			(code) => findingSources[code] === 'findings'
		);
		expect(at).toBeGreaterThanOrEqual(0);
		screen.container.querySelectorAll<HTMLButtonElement>('li button')[at]?.click();
		expect(view.selection).toMatchObject({ method: 'findings', table: 'findings', row: at });
	});

	test('the same numbers stand in a table', async () => {
		const { screen } = await show();
		await screen.getByRole('button', { name: 'Table' }).click();
		expect(screen.container.querySelectorAll('tbody tr')).toHaveLength(found().tables.findings.rows);
		await screen.getByRole('button', { name: 'List' }).click();
		expect(screen.container.querySelector('ol')).not.toBeNull();
	});

	test('another period is asked for, and it says how it is computed', async () => {
		const { view, screen } = await show();
		await screen.getByRole('combobox', { name: /^Period/ }).click();
		await screen.getByRole('option', { name: 'Week' }).click();
		expect(view.params('findings')).toEqual({ unit: 'week' });
		await screen.getByRole('button', { name: 'How is this computed?' }).click();
		expect(view.explained).toEqual(['findings/strength']);
	});

	test('too little data is said, and an error too', async () => {
		const { screen } = await show((view) => {
			view.replaced = {
				findings: {
					...found(),
					status: 'not-enough-data',
					missing: [{ code: 'findings-too-few-periods', params: { n: 1 } }]
				}
			};
		});
		await expect.element(screen.getByText(/1 period is complete/)).toBeVisible();
		const failed = await show((view) => (view.failure = { code: 'out-of-memory', params: {} }));
		expect(failed.screen.container.querySelector('ol')).toBeNull();
	});
});
