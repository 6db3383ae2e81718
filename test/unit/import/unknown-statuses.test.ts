import { describe, expect, it } from 'vitest';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { treatsUnknown } from '#lib/features/importing/open-readings.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { textFeedFor } from '#lib/import/feeds/feed-for.ts';
import { importOrders } from '#lib/import/index.ts';
import { mayBegin } from '#lib/state/import-step.ts';
import { withStatus } from '#lib/state/recipe-edit.ts';
import { fileOf, look } from '../../support/import.ts';

const file = (statuses: readonly string[]) =>
	[
		'Order,Customer,Date,Amount,Status',
		...statuses.map((status, i) => `O${i},c${i % 3},2024-03-01,${i + 1}.25,${status}`)
	].join('\n');
const codes = ({ questions }: Awaited<ReturnType<typeof look>>) => questions.map(({ code }) => code);
const review = (inspection: Awaited<ReturnType<typeof look>>) =>
	({
		at: 'review',
		file: new File([], 'x'),
		inspection,
		recipe: inspection.recipe,
		refreshing: false
	}) as const;

describe('Statuses that nobody knows', () => {
	const text = file(['paid', 'purple', 'paid', 'teal', 'purple', 'void']);

	it('stop the import until they are answered, all in one press', async () => {
		const seen = await look(text);
		expect(seen.questions).toContainEqual({
			code: 'status-unknown',
			params: { n: 2, values: 'purple ×2 · teal ×1' }
		});
		expect(mayBegin(review(seen))).toBe(false);
		const [counts, leftOut] = treatsUnknown(seen, messagesFor('en'));
		for (const [answer, sales] of [
			[counts!, 5],
			[leftOut!, 2]
		] as const) {
			const again = await look(text, answer.chosen(seen.recipe) as ImportRecipe);
			expect(codes(again)).not.toContain('status-unknown');
			expect(mayBegin(review(again))).toBe(true);
			const { totals } = await importOrders(fileOf(text), 'x.csv', again.recipe);
			expect(totals.kept.sales.rows).toBe(sales);
		}
	});

	it('are answered one by one as well, and the others are still asked about', async () => {
		const { recipe } = await look(text);
		const again = await look(text, withStatus(recipe, 'purple', 'cancelled'));
		expect(again.questions).toContainEqual({ code: 'status-unknown', params: { n: 1, values: 'teal ×1' } });
	});

	it('are not asked about where cancelled orders are kept', async () => {
		const { recipe } = await look(text);
		const again = await look(text, { ...recipe, choices: { ...recipe.choices, cancelled: 'keep' } });
		expect(codes(again)).not.toContain('status-unknown');
	});
});

it('Statuses that were not among the rows looked at go by their words, and each row is remarked on, by bytes and by strings', async () => {
	const text = file(['paid', 'Storniert', 'purple', 'shipped', '', 'purple']);
	const { recipe } = await look(text);
	const fewer = { ...recipe, statusRules: [{ value: 'paid', treatment: 'valid' }] } as const;
	const imported = await importOrders(fileOf(text), 'x.csv', fewer);
	expect(imported.totals.kept.sales).toEqual({ rows: 5, amount: 2_025 });
	expect(imported.totals.setAside.cancelled).toEqual({ rows: 1, amount: 225 });
	expect(imported.groups).toMatchObject([
		{ outcome: 'remark', code: 'status-unruled', rows: 3, amount: 225 + 325 + 625 }
	]);
	expect(imported.issues[0]).toEqual({
		code: 'status-unruled',
		line: 3,
		column: 5,
		header: 'Status',
		raw: 'Storniert'
	});
	expect(await importOrders(fileOf(text), 'x.csv', fewer, {}, textFeedFor)).toEqual(imported);
});

it('Their money is told alike where rows are read in batches', async () => {
	const text = file(Array.from({ length: 400 }, (_, i) => (i % 3 === 2 ? 'purple' : 'paid')));
	const { recipe } = await look(text);
	const imported = await importOrders(fileOf(text), 'x.csv', recipe);
	const sum = Array.from({ length: 400 }, (_, i) => (i % 3 === 2 ? 100 * (i + 1) + 25 : 0)).reduce(
		(a, b) => a + b,
		0
	);
	expect(imported.groups).toMatchObject([{ code: 'status-unruled', rows: 133, amount: sum }]);
	expect(await importOrders(fileOf(text), 'x.csv', recipe, {}, textFeedFor)).toEqual(imported);
});
