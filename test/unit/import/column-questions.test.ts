import { describe, expect, it } from 'vitest';
import type { Inspection } from '#lib/core/dataset/inspection.ts';
import { importOrders } from '#lib/import/index.ts';
import { textFeedFor } from '#lib/import/feeds/feed-for.ts';
import { withRole } from '#lib/state/recipe-edit.ts';
import { withFilledDown } from '#lib/state/step-edit.ts';
import { fileOf, look, take } from '../../support/import.ts';

const codesOf = async (text: string) =>
	(await look(text)).questions.filter(({ code }) => ['filled-once', 'amount-or'].includes(code));

describe('What is asked about columns', () => {
	const blocks = [
		'Customer,Order,Date,Amount',
		...Array.from(
			{ length: 24 },
			(_, i) =>
				`${i % 4 === 0 ? `C${i / 4}` : ''},O${i},2024-03-${String(i + 1).padStart(2, '0')},${10 + i}.25`
		)
	].join('\n');

	it('is whether a text that heads its rows stands for them; filled, every row has its customer', async () => {
		expect(await codesOf(blocks)).toEqual([
			{ code: 'filled-once', params: { column: 1, header: 'Customer' } }
		]);
		const { recipe } = await look(blocks);
		const filled = await look(blocks, withFilledDown(recipe, [0]));
		expect(filled.questions.some(({ code }) => code === 'filled-once')).toBe(false);
		const { totals } = await importOrders(fileOf(blocks), 'x', filled.recipe);
		expect(totals.kept.sales.rows).toBe(24);
	});

	it('is not asked of customers who come again, and of whom some are not known', async () => {
		const rows = Array.from(
			{ length: 30 },
			(_, i) => `${i % 3 === 2 ? '' : `C${i % 5}`},O${i},2024-03-01,1.5`
		);
		expect(await codesOf(['Customer,Order,Date,Amount', ...rows].join('\n'))).toEqual([]);
	});

	it('is which of two amounts counts where their names say as much, until one is chosen', async () => {
		const two = 'Order,Customer,Date,Amount,Amount\n1,a,2024-03-01,10.00,11.90\n2,b,2024-03-02,20.00,23.80\n';
		const asked = { code: 'amount-or', params: { column: 5, header: 'Amount', other: 'Amount' } };
		expect(await codesOf(two)).toEqual([asked]);
		const { recipe } = await look(two);
		expect((await look(two, recipe)).questions).not.toContainEqual(asked);
		expect(await codesOf(two.replaceAll('11.90', '10.00').replaceAll('23.80', '20.00'))).toEqual([]);
	});
});

it('Values such as those of statuses are asked about where no header names them, and take no money away until answered', async () => {
	const rows = (values: readonly string[]) =>
		Array.from({ length: 12 }, (_, i) => `O${i},c${i % 3},2024-03-01,${i + 1}.5,${values[i % 3] ?? ''}`);
	const file = (values: readonly string[]) =>
		['Order,Customer,Date,Amount,Estado', ...rows(values)].join('\n');
	const orders = file(['Entregue', 'Entregue', 'Cancelada']);
	const { recipe, questions } = await look(orders);
	expect(recipe.columns[4]?.role).toBe('attribute');
	expect(questions).toContainEqual({
		code: 'status-by-values',
		params: { column: 5, header: 'Estado', role: 'status', values: 'Entregue ×8 · Cancelada ×4' }
	});
	expect((await take(orders)).totals.setAside.cancelled.rows).toBe(0);
	// Another answer is none to this question; that it is something else is one.
	const asked = (seen: Inspection) => seen.questions.some(({ code }) => code === 'status-by-values');
	expect(asked(await look(orders, recipe))).toBe(true);
	expect(asked(await look(orders, { ...recipe, noStatus: true }))).toBe(false);
	const answered = await look(orders, withRole(recipe, 4, 'status'));
	expect(answered.questions.some(({ code }) => code === 'status-by-values')).toBe(false);
	const { totals } = await importOrders(fileOf(orders), 'x', answered.recipe);
	expect(totals.setAside.cancelled.rows).toBe(4);
	for (const others of [
		['confirmed', 'pending', 'expired'],
		['Jalisco', 'Puebla', 'Colima']
	]) {
		const other = await look(file(others));
		expect(other.recipe.columns[4]?.role).toBe('attribute');
		expect(other.questions.some(({ code }) => code === 'status-by-values')).toBe(false);
	}
});

it('Sums of groups stay sums where the cells above are filled down', async () => {
	const groups = Array.from({ length: 6 }, (_, c) => [
		...Array.from(
			{ length: 5 },
			(_row, i) => `${i === 0 ? `C-10${c},2024-01-0${c + 1}` : ','},P${i},${10 + i}.00`
		),
		`C-10${c} Total,,,60.00`
	]).flat();
	const text = ['Customer,Date,Product,Amount', ...groups].join('\n');
	const { totals } = await take(text, (recipe) => withFilledDown(recipe, [0, 1]));
	expect(totals.kept.sales).toEqual({ rows: 30, amount: 360 });
	expect(totals.rejectedBy).toEqual({ 'row-total': 6 });
});

it('Sums of groups are no money of orders, by strings and by bytes alike', async () => {
	const lines = Array.from({ length: 5 }, (_, k) => [
		...Array.from({ length: 4 }, (_row, j) => `C${k},O${k}${j},2024-03-0${j + 1},10.25`),
		`C${k} Total,,,41.00`
	]).flat();
	const text = [
		'Customer,Order,Date,Amount',
		...lines,
		'Grand Total,,,205.00',
		'华东 汇总,,,1.00',
		'Gym Total,G1,,1.00'
	].join('\n');
	const imported = await take(text);
	expect(imported.totals.rejectedBy).toEqual({ 'row-total': 7, 'date-missing': 1 });
	expect(imported.totals.source).toEqual({ rows: 28, amount: 20_600 });
	const { recipe } = await look(text);
	expect(await importOrders(fileOf(text), 'test.csv', recipe, {}, textFeedFor)).toEqual(imported);
});
