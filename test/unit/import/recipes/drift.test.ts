import { describe, expect, it } from 'vitest';
import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import { withSteps } from '#lib/core/dataset/made-columns.ts';
import { isDrifted } from '#lib/core/dataset/recipe-drift.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { importOrders, inspectBy } from '#lib/import/index.ts';
import { withKeptAs } from '#lib/state/recipe-edit.ts';
import { digest } from '../../../support/feeds.ts';
import { fileOf, look, refusal } from '../../../support/import.ts';

/** A table of orders; columns in any order, under any name. */
const table = (names: readonly string[], pick: readonly string[], delimiter = ','): string =>
	[
		names.join(delimiter),
		...Array.from({ length: 40 }, (_, i) => {
			const cells: Record<string, string> = {
				order: `A${i}`,
				customer: ` C${i % 7}`,
				date: `2024-02-${String((i % 28) + 1).padStart(2, '0')}`,
				amount: `${i}.50`,
				channel: ['web', 'shop', 'phone'][i % 3] as string,
				status: i % 5 === 0 ? 'cancelled' : 'paid'
			};
			return pick.map((name) => cells[name] ?? `x${i % 4}`).join(delimiter);
		})
	].join('\n');

const all = ['order', 'customer', 'date', 'amount', 'channel', 'status'];
const before = table(['Order ID', 'Customer ID', 'Order Date', 'Amount', 'Channel', 'Status'], all);
const steps: readonly CleaningStep[] = [
	{
		id: 's1',
		kind: 'trim',
		columns: [1],
		blanks: true,
		invisible: true,
		halfWidth: true,
		letters: 'lower'
	},
	{
		id: 's2',
		kind: 'derive',
		name: 'Doubled',
		formula: '[Amount] * 2',
		uses: [],
		numberStyle: { decimal: '.', group: ',' },
		dateOrder: 'ymd'
	},
	{ id: 's3', kind: 'map-values', column: 4, pairs: [{ from: 'web', to: 'Online' }] }
];
async function recipeOf(text: string): Promise<ImportRecipe> {
	const { recipe } = await look(text);
	return (await look(text, withSteps(recipe, steps))).recipe;
}
const by = async (text: string, recipe?: unknown) =>
	inspectBy(fileOf(text), 'next.csv', recipe ?? (await recipeOf(before)));
const imported = async (text: string, recipe: ImportRecipe) => importOrders(fileOf(text), 'x.csv', recipe);

describe('a recipe for the next file', () => {
	it('has nothing to say where nothing changed', async () => {
		const { inspection, drift } = await by(before);
		expect(drift.columns.filter(isDrifted)).toEqual([]);
		expect(drift).toMatchObject({ added: [], unused: [], statuses: [], currency: null });
		expect(inspection.recipe as ImportRecipe).toEqual(await recipeOf(before));
		expect(inspection.blockers).toEqual([]);
	});

	it('gives the same dataset when columns were moved and renamed, steps and formulas with them', async () => {
		const moved = table(
			['Amount paid', 'Note', 'order id', 'Purchase Date', 'Status', 'Customer No', 'Sales channel'],
			['amount', 'note', 'order', 'date', 'status', 'customer', 'channel']
		);
		const { inspection, drift } = await by(moved);
		expect(drift.columns.map(({ old, now, evidence }) => [old.header, now?.header, evidence])).toEqual([
			['Order ID', 'order id', 'spelling'],
			['Customer ID', 'Customer No', 'meaning'],
			['Order Date', 'Purchase Date', 'meaning'],
			['Amount', 'Amount paid', 'meaning'],
			['Channel', 'Sales channel', 'similar'],
			['Status', 'Status', 'name']
		]);
		expect(drift.added).toEqual([{ index: 1, header: 'Note', role: 'attribute' }]);
		const recipe = await recipeOf(before);
		// That half a name means the same, somebody says.
		const chosen = withKeptAs(inspection.recipe, 6, 'Channel') as ImportRecipe;
		const [old, now] = [await imported(before, recipe), await imported(moved, chosen)];
		const essence = ({ table: { attributes, ...columns }, totals }: typeof old) =>
			digest({
				columns,
				totals,
				attributes: attributes
					.filter(({ header }) => header !== 'Note')
					.map(({ header, dictionary, codes }) => digest({ header, dictionary, codes }))
					.sort()
			});
		expect(essence(now)).toBe(essence(old));
		// Where the column has its old name again, it needs no other.
		const again = await by(before, chosen);
		expect(again.inspection.recipe.columns.map(({ header, keptAs }) => [header, keptAs])).toContainEqual([
			'Channel',
			undefined
		]);
	});

	it('finds a renamed column by its place between columns that stayed', async () => {
		const { drift } = await by(before.replace('Channel', 'Herkunft'));
		expect(drift.columns.filter(isDrifted)).toMatchObject([
			{ old: { header: 'Channel' }, now: { header: 'Herkunft' }, evidence: 'place', steps: [3] }
		]);
	});

	it('keeps a renamed column under its former name where the name tells that it is the same, and no other has it', async () => {
		const called = async (names: readonly string[], recipe?: unknown) => {
			const text = table(
				['Order ID', 'Customer ID', 'Order Date', 'Amount', ...names, 'Status'],
				[...all.slice(0, 4), ...names.map(() => 'channel'), 'status']
			);
			return (await by(text, recipe)).inspection.recipe;
		};
		const keptIn = ({ columns }: { columns: Awaited<ReturnType<typeof called>>['columns'] }) =>
			columns.flatMap(({ header, keptAs }) => (keptAs === undefined ? [] : [[header, keptAs]]));
		const spelled = await called(['CHANNEL']);
		expect(keptIn(spelled)).toEqual([['CHANNEL', 'Channel']]);
		// By place: persons' names, say, are no channel, and are not shared as one.
		expect(keptIn(await called(['Sales contact']))).toEqual([]);
		expect(keptIn(await called(['Channel group']))).toEqual([]);
		// The name is that of a new column.
		expect(keptIn(await called(['Channel', 'CHANNEL'], spelled))).toEqual([]);
	});

	it('says once which steps cannot be run, however many they are', async () => {
		const recipe = await recipeOf(before);
		const fill = { id: 's4', kind: 'fill', column: 4, from: 'above', value: '' } as const;
		const more = (await look(before, withSteps(recipe, [...steps, fill]))).recipe;
		const gone = table(
			['Order ID', 'Customer ID', 'Order Date', 'Amount', 'Status'],
			['order', 'customer', 'date', 'amount', 'status']
		);
		expect((await by(gone, more)).inspection.blockers).toEqual([
			{ code: 'steps-invalid', params: { n: 2, steps: '3, 4' } }
		]);
	});

	it('stops at a step whose column is gone, and says which it was', async () => {
		const without = table(
			['Order ID', 'Customer ID', 'Order Date', 'Amount', 'Status'],
			['order', 'customer', 'date', 'amount', 'status']
		);
		const { inspection, drift } = await by(without);
		expect(drift.columns.filter(isDrifted)).toEqual([
			{ old: { index: 4, header: 'Channel' }, now: null, evidence: null, role: 'attribute', steps: [3] }
		]);
		expect(inspection.blockers).toEqual([
			{ code: 'step-invalid', params: { step: 3, problem: 'column-gone' } }
		]);
		expect(await refusal(imported(without, inspection.recipe as ImportRecipe))).toMatchObject({
			code: 'step-invalid'
		});
	});

	it('tells a column of another kind, dates in another order and numbers in another style', async () => {
		const other = before
			.replace(/2024-02-(\d\d)/g, '$1/02/2024')
			.replace(/(\d+)\.50/g, '"$1,50"')
			.replace(/,(web|shop|phone),/g, ',17.5,');
		const { inspection, drift } = await by(other);
		const found = new Map(drift.columns.map((match) => [match.old.header, match]));
		expect(found.get('Order Date')?.dateOrder).toEqual(['ymd', 'dmy']);
		expect(found.get('Amount')?.numberStyle?.map(({ decimal }) => decimal)).toEqual(['.', ',']);
		expect(found.get('Channel')?.kind).toEqual(['category', 'number']);
		expect(inspection.recipe.columns[2]?.dateOrder).toBe('dmy');
	});

	it('tells the values that steps do not know, with their rows and what becomes of them', async () => {
		const kept = () => Promise.resolve(new Set(['Online', 'shop', 'phone']));
		const other = before.replaceAll(/,phone,(?=cancelled)/g, ',kiosk,');
		const kiosks = other.split(',kiosk,').length - 1;
		const recipe = await recipeOf(before);
		const next = async (given: ImportRecipe, text = other) =>
			(await inspectBy(fileOf(text), 'next.csv', given, kept)).drift.unknown;
		expect(kiosks).toBeGreaterThan(1);
		expect(await next(recipe, before)).toEqual([]);
		expect(await next(recipe)).toEqual([
			{
				step: 3,
				header: 'Channel',
				fate: 'stays',
				values: [{ value: 'kiosk', rows: kiosks }],
				more: 0,
				rows: kiosks
			}
		]);
		const gathered = withSteps(
			recipe,
			steps.map((step) => (step.kind === 'map-values' ? { ...step, rest: 'Other' } : step))
		);
		expect((await next(gathered))[0]).toMatchObject({ fate: 'replaced', rows: kiosks });
	});

	it('tells currencies without a rate, whose rows would be rejected', async () => {
		const convert: CleaningStep = {
			id: 's4',
			kind: 'convert-currency',
			amount: 3,
			currency: 4,
			date: null,
			target: 'EUR',
			decimals: 2,
			rates: [
				{ currency: 'web', rate: '1' },
				{ currency: 'Shop', rate: '2' }
			],
			name: 'In EUR',
			numberStyle: { decimal: '.', group: ',' },
			dateOrder: 'ymd'
		};
		const { drift } = await by(before, withSteps((await look(before)).recipe, [convert]));
		const phones = before.split(',phone,').length - 1;
		expect(drift.unknown).toEqual([
			{
				step: 1,
				header: 'Channel',
				fate: 'rejected',
				values: [{ value: 'phone', rows: phones }],
				more: 0,
				rows: phones
			}
		]);
	});

	it('tells order statuses without a rule, and another currency', async () => {
		const recipe = { ...(await recipeOf(before)), currency: 'GBP' };
		const other = before.replaceAll('paid', 'settled').replace('Amount', 'Amount (EUR)');
		const { drift } = await by(other, recipe);
		expect(drift.statuses).toEqual(['settled']);
		expect(drift.currency).toEqual(['GBP', 'EUR']);
	});

	it('reads the file as it is cut, and as the recipe says where it is understood only so', async () => {
		const semicolons = table(
			['Order ID', 'Customer ID', 'Order Date', 'Amount', 'Channel', 'Status'],
			all,
			';'
		);
		const { inspection, drift } = await by(semicolons);
		expect(inspection.recipe.source).toMatchObject({ delimiter: ';' });
		expect(drift.columns.filter(isDrifted)).toEqual([]);
	});

	it('refuses what is no recipe', async () => {
		expect(await refusal(by(before, { version: 9 }))).toMatchObject({ code: 'recipe-invalid' });
	});
});
