import { describe, expect, it, vi } from 'vitest';
import type { AnyInspection, ImportApi, ImportRecipe, Inspection, RecipeDrift } from '#lib/api/index.ts';
import { ImportJob } from '#lib/state/import-job.svelte.ts';
import type { ImportSurroundings } from '#lib/state/import-surroundings.ts';
import { keepGuesses } from '#lib/state/keep-guesses.ts';
import { recipeFor, withoutCounterpart } from '#lib/state/kept-names.ts';
import { withKeptAs, withRole } from '#lib/state/recipe-edit.ts';
import { Undo } from '#lib/state/undo.svelte.ts';
import { manifest } from '../../storage/fixture.ts';

const made = manifest('a');
const columns = (product: string, channel: string): ImportRecipe['columns'] => [
	{ index: 0, header: 'customer', role: 'customer' },
	{ index: 1, header: product, role: 'product' },
	{ index: 2, header: channel, role: 'attribute' }
];
const dataset = (id: string, product: string, channel: string) =>
	manifest(id, {
		attributes: [product, channel],
		recipe: { ...made.recipe, columns: columns(product, channel) }
	});
const [alpha, beta] = [dataset('a', 'Product name', 'Channel'), dataset('b', 'Item', 'Source')];
const recipe: ImportRecipe = { ...made.recipe, columns: columns('Product', 'Way') };
const guessed = (read: ImportRecipe, chosen: boolean): Inspection =>
	({
		recipe: read,
		columns: read.columns.map((plan) => ({
			...plan,
			...(chosen ? { reason: 'chosen', confidence: 1 } : { reason: 'name', confidence: 0.7 })
		})),
		blockers: [],
		questions: [],
		rows: { count: 1 }
	}) as unknown as Inspection;
const noDrift: RecipeDrift = {
	columns: [],
	added: [],
	unused: [],
	statuses: [],
	unknown: [],
	currency: null
};
const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value });

/** A file in review that is read as asked, and what its import was asked for. */
async function reviewed() {
	const run = vi.fn<ImportApi['run']>(() => ok(alpha));
	const inspect: ImportApi['inspect'] = (_file, by) =>
		ok<AnyInspection>(
			by !== null && 'version' in by && by.columns.length > 0
				? guessed(by as ImportRecipe, true)
				: guessed(recipe, false)
		);
	const imports = new ImportJob({
		api: {
			inspect,
			inspectBy: () => ok({ inspection: guessed(recipe, true), drift: noDrift }),
			fingerprint: () => ok('f'.repeat(64)),
			letGo: () => ok(null),
			run
		} as unknown as ImportApi,
		workspaceFor: () => ok('w'),
		mayKnow: () => false,
		onStored: () => Promise.resolve(),
		now: () => 0,
		newId: () => 'job',
		defaultsFor: () => ({ rows: {} }),
		mayKeep: () => true,
		keeps: () => false,
		settleMs: 1
	} satisfies ImportSurroundings);
	const undo = new Undo(imports);
	await imports.choose([new File(['a'], 'gamma.csv')], null);
	const settled = () => vi.waitFor(() => expect(imports.step).toMatchObject({ refreshing: false }));
	return { imports, undo, run, settled };
}
const keptAs = ({ reviewed }: ImportJob) =>
	(reviewed?.recipe.columns ?? []).map((plan: { keptAs?: string }) => plan.keptAs);

describe('a file that is added to a dataset', () => {
	it('goes to no other kind, and nowhere once it is guessed anew', async () => {
		const ways: readonly ((imports: ImportJob) => unknown)[] = [
			(imports: ImportJob) => imports.readAs('customer'),
			(imports: ImportJob) => imports.readAgain({ ...recipe.source, skipRows: 1 }),
			(imports: ImportJob) => imports.useRecipe(beta.recipe),
			(imports: ImportJob) => imports.withoutRecipe()
		];
		for (const anew of ways) {
			const { imports, run, settled } = await reviewed();
			imports.addTo(alpha);
			await settled();
			expect(imports.appendTo).toBe('a');
			anew(imports);
			await vi.waitFor(() => expect(imports.appendTo).toBeNull());
			await settled();
			await imports.run();
			expect(run.mock.calls[0]?.[0]).not.toHaveProperty('appendTo');
		}
	});

	it('is undone with the names that it has there, and done again with them', async () => {
		const { imports, undo, settled } = await reviewed();
		imports.addTo(alpha);
		await settled();
		const there = [undefined, 'Product name', undefined];
		expect([imports.appendTo, keptAs(imports)]).toEqual(['a', there]);
		imports.addTo(null);
		await settled();
		const own = [undefined, undefined, undefined];
		expect([imports.appendTo, keptAs(imports)]).toEqual([null, own]);
		undo.undo();
		expect([imports.appendTo, keptAs(imports)]).toEqual(['a', there]);
		undo.undo();
		expect([imports.appendTo, keptAs(imports), undo.canUndo]).toEqual([null, own, false]);
		undo.redo();
		expect([imports.appendTo, keptAs(imports)]).toEqual(['a', there]);
	});

	it('takes no name of one dataset into another that does not have it', () => {
		const read = guessed(recipe, false);
		const first = recipeFor(alpha, withKeptAs(recipe, 2, 'Channel'), read);
		expect(first.columns[2]).toMatchObject({ keptAs: 'Channel' });
		const second = recipeFor(beta, first, read);
		expect(second.columns.map((plan: { keptAs?: string }) => plan.keptAs)).toEqual([
			undefined,
			'Item',
			undefined
		]);
		const noProducts = { ...beta, recipe: { ...beta.recipe, columns: [] } };
		expect(recipeFor(noProducts, first, read)).toEqual(recipe);
	});

	it('has columns without a counterpart as long as the dataset has some left', () => {
		expect(withoutCounterpart(recipeFor(alpha, recipe, guessed(recipe, false)), alpha)).toEqual(['Way']);
		expect(withoutCounterpart(withKeptAs(recipe, 2, 'Channel'), alpha)).toEqual(['Product']);
		expect(withoutCounterpart(recipe, { ...alpha, attributes: [] })).toEqual([]);
	});
});

describe('what was guessed of a column', () => {
	it('stays a guess when another column is changed, or where its values go', () => {
		const edited = withKeptAs(withRole(recipe, 2, 'status'), 1, 'Item') as ImportRecipe;
		const kept = keepGuesses(guessed(recipe, false), guessed(edited, true));
		expect(kept.columns.map(({ reason, confidence }) => [reason, confidence])).toEqual([
			['name', 0.7],
			['name', 0.7],
			['chosen', 1]
		]);
		const entities = (code: 'roles' | 'chosen') => ({
			entities: [{ entity: 'order' as const, score: 1, reasons: [{ code, params: {} }] }]
		});
		const again = { ...guessed(edited, true), ...entities('chosen') };
		expect(keepGuesses({ ...guessed(recipe, false), ...entities('roles') }, again)).toMatchObject(
			entities('roles')
		);
		expect(keepGuesses(null, guessed(recipe, true)).columns[0]?.reason).toBe('chosen');
	});

	it('stays one in the review', async () => {
		const { imports, settled } = await reviewed();
		imports.addTo(alpha);
		await settled();
		expect(imports.step).toMatchObject({ inspection: { columns: [{}, { reason: 'name' }, {}] } });
	});
});
