import { describe, expect, it } from 'vitest';
import type { AnyInspection, ImportRecipe } from '#lib/api/index.ts';
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

	it('are forgotten when a column means something else', () => {
		const added = withKeptAs(recipe, 2, '渠道') as ImportRecipe;
		expect(keptAs(withRole(added, 2, 'status'))).toEqual([undefined, undefined, undefined]);
	});
});
