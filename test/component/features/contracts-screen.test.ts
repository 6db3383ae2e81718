import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { StatusMeaning } from '#lib/api/index.ts';
import { dictionaryOf } from '#lib/core/columns/dictionary.ts';
import { saidStatuses } from '#lib/core/dataset/contract-states.ts';
import { contracts } from '#lib/core/methods/contracts/method.ts';
import ContractsScreen from '#lib/features/contracts/contracts-screen.svelte';
import { tenureContracts } from '../../support/contracts.ts';
import { answers, shop, shopFrame } from '../../support/shop.ts';
import { FakeView } from '../support/fake-view.svelte.ts';
import { settled } from '../support/styled.ts';

async function show(locale: 'en' | 'zh-CN' = 'en', prepare: (view: FakeView) => void = () => undefined) {
	const view = new FakeView(locale);
	prepare(view);
	const screen = await render(ContractsScreen, { view });
	await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
	await settled();
	return { view, screen };
}

test('a bar opens those under contract in its group, a column those whose contract ended in its period', async () => {
	const { view, screen } = await show('en', (own) => own.setParams('contracts', { unit: 'year' }));
	await screen.getByRole('button', { name: /^plus, / }).click();
	const { groups, periods } = answers.contracts({ unit: 'year' }).tables;
	const row = groups.columns.label.indexOf('plus');
	expect(view.selection).toMatchObject({ method: 'contracts', table: 'groups', row });
	await screen.getByRole('button', { name: /^2022, / }).click();
	expect(view.selection).toMatchObject({ table: 'periods', title: '2022, ended' });
	expect(periods.columns.ended[view.selection?.row ?? -1]).toBeGreaterThan(0);
});

test('says in Chinese what stands there, and asks anew for another rule of renewal', async () => {
	const { view, screen } = await show('zh-CN');
	await expect.element(screen.getByText(/在约客户 \d+ 位/).first()).toBeVisible();
	await screen.getByRole('combobox', { name: /^续约宽限/ }).click();
	await screen.getByRole('option', { name: '60 天' }).click();
	expect(view.params('contracts')).toEqual({ grace: 60 });
});

test('what a status means is decided in a dialog, kept with the workspace, and taken back', async () => {
	const own = tenureContracts([{ tenure: 3, ended: false, group: 'basic' }]);
	const contractsOf = (statuses: readonly StatusMeaning[]) => {
		const said = saidStatuses('State', dictionaryOf(['frozen']), Uint32Array.of(0), statuses);
		const input = { ledger: shop, frame: shopFrame, contracts: { ...own, said } };
		return contracts.run(input, parse(contracts.params, { statuses })).result;
	};
	const { view, screen } = await show('en', (fresh) => {
		fresh.replaced = { contracts: contractsOf([]) };
	});
	await screen.getByRole('button', { name: 'Statuses: 0 of 1 mean ended' }).click();
	await screen.getByRole('combobox', { name: 'Meaning of frozen' }).click();
	await screen.getByRole('option', { name: 'Ended' }).click();
	await screen.getByRole('button', { name: 'Save' }).click();
	const decided = [{ column: 'State', value: 'frozen', ended: true }];
	expect(view.contractStatuses.current).toEqual(decided);
	view.replaced = { contracts: contractsOf(decided) };
	await screen.getByRole('button', { name: 'Statuses: 1 of 1 mean ended' }).click();
	await screen.getByRole('button', { name: 'Back to known words' }).click();
	expect(view.contractStatuses.current).toBeNull();
});

test('without a linked table says which one is needed, and leads to where it is imported', async () => {
	const { view, screen } = await show('en', (own) => {
		own.replaced = {
			contracts: {
				...answers.contracts(),
				status: 'not-enough-data',
				missing: [{ code: 'contracts-no-table', params: {} }]
			}
		};
	});
	await expect.element(screen.getByText(/needs a table of subscriptions/)).toBeVisible();
	await screen.getByRole('button', { name: 'Open or import data' }).click();
	expect(view.wentToData).toBe(1);
});
