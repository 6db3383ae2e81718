import { describe, expect, it } from 'vitest';
import type { ImportRecipe } from '#lib/api/index.ts';
import { appendOffers } from '#lib/state/append-offer.ts';
import { manifest } from '../../storage/fixture.ts';

const made = manifest('a');
const columns: ImportRecipe['columns'] = [
	{ index: 0, header: 'order', role: 'order' },
	{ index: 1, header: 'customer', role: 'customer' },
	{ index: 2, header: 'date', role: 'date', dateOrder: 'ymd' },
	{ index: 3, header: 'amount', role: 'amount', numberStyle: { decimal: '.', group: '' } }
];
const dataset = { ...made, recipe: { ...made.recipe, columns } };
const stored = { datasets: [dataset], tables: [] };
const renamed = (rename: (header: string) => string): ImportRecipe => ({
	...dataset.recipe,
	columns: dataset.recipe.columns.map((column) => ({ ...column, header: rename(column.header) }))
});
const reasons = (recipe: ImportRecipe, near: string | null): string[] =>
	appendOffers(recipe, stored, near).map(({ reason }) => reason);

describe('what a file may go on with', () => {
	it('is a dataset of the same columns, in whatever workspace', () => {
		expect(reasons(dataset.recipe, null)).toEqual(['same']);
		expect(reasons(dataset.recipe, 'another')).toEqual(['same']);
	});

	it('is one of other names for the same only in its own workspace', () => {
		const other = renamed((header) => `${header} 2`);
		expect(reasons(other, dataset.workspaceId)).toEqual(['meaning']);
		expect(reasons(other, 'another')).toEqual([]);
		expect(reasons(other, null)).toEqual([]);
		// Prices and quantities make money as amounts do.
		const priced = other.columns.map((column) =>
			column.role === 'amount' ? { ...column, role: 'price' as const } : column
		);
		expect(reasons({ ...other, columns: priced }, dataset.workspaceId)).toEqual(['meaning']);
	});

	it('is none without the orders that the other has', () => {
		const other = renamed((header) => `${header} 2`);
		const withoutOrders = { ...other, columns: other.columns.filter(({ role }) => role !== 'order') };
		expect(reasons(withoutOrders, dataset.workspaceId)).toEqual([]);
	});
});
