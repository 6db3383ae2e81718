import { describe, expect, it } from 'vitest';
import type { AnyInspection, ImportRecipe } from '#lib/api/index.ts';
import { parseRecipe, parseTableRecipe } from '#lib/import/index.ts';
import { namesToKeep, recipeFor } from '#lib/state/kept-names.ts';
import { withKeptAs, withRole } from '#lib/state/recipe-edit.ts';
import { manifest } from '../../storage/fixture.ts';

const made = manifest('a');
const columns = (product: string, channel: string): ImportRecipe['columns'] => [
	{ index: 0, header: 'customer', role: 'customer' },
	{ index: 1, header: product, role: 'product' },
	{ index: 2, header: channel, role: 'attribute' }
];
const dataset = {
	...made,
	attributes: ['商品名称', '渠道', '城市'],
	recipe: { ...made.recipe, columns: columns('商品名称', '渠道') }
};
const recipe: ImportRecipe = { ...made.recipe, columns: columns('产品', '来源') };
const ignored = { index: 3, header: '渠道', role: 'ignore' } as const;
const inspection = { recipe, columns: [] } as unknown as AnyInspection;
const keptAs = (read: { columns: readonly { keptAs?: string }[] }) => read.columns.map((plan) => plan.keptAs);

describe('the columns of a dataset that those of another file belong to', () => {
	it('may be any to cut by that no other column goes into', () => {
		expect(namesToKeep(recipe, 2, dataset)).toEqual(['商品名称', '渠道', '城市']);
		expect(namesToKeep(withKeptAs(recipe, 1, '商品名称'), 2, dataset)).toEqual(['渠道', '城市']);
		expect(namesToKeep(recipe, 0, dataset)).toEqual([]);
		// A column that has the name needs no other.
		expect(namesToKeep({ ...recipe, columns: columns('产品', '渠道') }, 1, dataset)).toEqual([
			'商品名称',
			'城市'
		]);
	});

	it('are known of products, and let go when the file becomes a dataset of its own', () => {
		const added = recipeFor(dataset, recipe, inspection);
		expect(keptAs(added)).toEqual([undefined, '商品名称', undefined]);
		expect(recipeFor(null, added, inspection)).toEqual(recipe);
	});

	it('are those of the latest file that has the same columns', () => {
		const second = {
			...recipe,
			columns: columns('产品', '来源').map((plan) => ({ ...plan, kind: 'text' as const }))
		};
		const of = (...recipes: ImportRecipe[]) => ({
			...dataset,
			sources: recipes.map((one) => ({ recipe: one })) as unknown as NonNullable<typeof dataset.sources>
		});
		const [named, former] = [withKeptAs(second, 2, '渠道'), withKeptAs(second, 2, '城市')] as ImportRecipe[];
		const sources = of(former as ImportRecipe, named as ImportRecipe, dataset.recipe);
		expect(keptAs(recipeFor(sources, recipe, inspection))).toEqual([undefined, undefined, '渠道']);
	});

	it('are let go when another column has the name by itself', () => {
		const named = withKeptAs({ ...recipe, columns: [...columns('产品', '来源'), ignored] }, 2, '渠道');
		expect(keptAs(named)[2]).toBe('渠道');
		expect(keptAs(withRole(named as ImportRecipe, 3, 'attribute'))).toEqual(Array(4).fill(undefined));
	});

	it('are refused in a recipe where two columns would be one', () => {
		const twice = [...columns('产品', '来源'), { ...ignored, role: 'attribute' as const }];
		const wrong = withKeptAs({ ...recipe, columns: twice }, 2, '渠道');
		const refused = expect.objectContaining({
			code: 'recipe-invalid',
			params: { path: 'columns.2.keptAs' }
		}) as Error;
		expect(() => parseRecipe(wrong)).toThrow(refused);
		const table = {
			...wrong,
			entity: 'customer',
			columns: wrong.columns.map((plan) => ({ ...plan, type: 'category' }))
		};
		expect(() => parseTableRecipe(table)).toThrow(refused);
		expect(parseRecipe({ ...recipe, columns: twice })).toBeDefined();
	});

	it('are forgotten when a column means something else', () => {
		const added = withKeptAs(recipe, 2, '渠道') as ImportRecipe;
		expect(keptAs(withRole(added, 2, 'status'))).toEqual([undefined, undefined, undefined]);
	});
});
