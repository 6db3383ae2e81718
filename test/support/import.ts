import type { Inspection } from '#lib/core/dataset/inspection.ts';
import { isGrid, type ImportRecipe, type TextFormat } from '#lib/core/dataset/recipe.ts';
import { CoreError, type ErrorCode, type ErrorParams } from '#lib/core/errors.ts';
import { importOrders, inspect, type ImportedOrders } from '#lib/import/index.ts';

/** Text (UTF-8) or bytes as a file. */
export const fileOf = (content: string | Uint8Array<ArrayBuffer>): Blob => new Blob([content]);

const numberStyle = { decimal: '.', group: ',' } as const;

/**
 * A recipe for comma-separated orders: customer, order, date and amount, then a column `last` with its role. Every row stays
 * that can.
 */
export const orderRecipe = (last: string, role: 'attribute' | 'cost' | 'profit'): ImportRecipe => ({
	version: 1,
	source: { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 },
	columns: [
		{ index: 0, header: 'customer', role: 'customer' },
		{ index: 1, header: 'order', role: 'order' },
		{ index: 2, header: 'date', role: 'date', dateOrder: 'ymd' },
		{ index: 3, header: 'amount', role: 'amount', numberStyle },
		{ index: 4, header: last, role, ...(role !== 'attribute' && { numberStyle }) }
	],
	statusRules: [],
	choices: {
		duplicates: 'keep',
		cancelled: 'exclude',
		cancelPrefix: '',
		zeroAmount: 'exclude',
		noCustomer: 'set-aside'
	},
	currency: null
});

/** What the inspection makes of a text. */
export const look = (
	content: string | Uint8Array<ArrayBuffer>,
	recipe: ImportRecipe | null = null
): Promise<Inspection> => inspect(fileOf(content), 'test.csv', recipe);

/** Inspects and imports in one go, with the recipe changed on the way if asked. */
export async function take(
	content: string | Uint8Array<ArrayBuffer>,
	change: (recipe: ImportRecipe) => ImportRecipe = (recipe) => recipe
): Promise<ImportedOrders> {
	const file = fileOf(content);
	const { recipe } = await inspect(file, 'test.csv', null);
	return importOrders(file, 'test.csv', change(recipe));
}

/** The code and params of the CoreError that a promise ends with; fails when it ends with anything else. */
export async function refusal(promise: Promise<unknown>): Promise<{ code: ErrorCode; params: ErrorParams }> {
	try {
		await promise;
	} catch (error) {
		if (error instanceof CoreError) return { code: error.code, params: error.params };
		throw error;
	}
	throw new Error('nothing was refused');
}

/** The source format of a recipe for text; fails for any other. */
export function textFormat({ source }: ImportRecipe): TextFormat {
	if (isGrid(source)) throw new Error('not read as text');
	return source;
}
