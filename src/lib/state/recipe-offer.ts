import {
	isTableRecipe,
	sourceColumns,
	type AnyRecipe,
	type ColumnPlan,
	type StoredManifest
} from '#lib/api/index.ts';

/** The share of an earlier file's columns that a file must have for its recipe to be offered. */
const ALIKE = 0.5;
/** Fewer shared columns than this are shared by chance. */
const FEWEST = 3;

const plain = (header: string): string =>
	header
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s_.-]+/g, '');

/**
 * The dataset, or the table of the same entity, whose file had the most of the columns of this one, the newest of equals; null where none had most of them.
 * Columns without a name say nothing.
 */
export function offeredBy(stored: readonly StoredManifest[], recipe: AnyRecipe): StoredManifest | null {
	const headers = new Set(namedColumns(recipe));
	let best: { readonly dataset: StoredManifest; readonly share: number } | null = null;
	const entity = entityOf(recipe);
	for (const dataset of stored.filter((known) => entityOf(known.recipe) === entity)) {
		const known = namedColumns(dataset.recipe);
		const shared = known.filter((header) => headers.has(header)).length;
		const share = shared / Math.max(known.length, 1);
		if (shared < FEWEST || share < ALIKE) continue;
		if (
			best === null ||
			share > best.share ||
			(share === best.share && dataset.importedAt > best.dataset.importedAt)
		)
			best = { dataset, share };
	}
	return best?.dataset ?? null;
}

const entityOf = (recipe: AnyRecipe): string => (isTableRecipe(recipe) ? recipe.entity : 'order');

const namedColumns = ({ columns }: AnyRecipe): readonly string[] =>
	sourceColumns<ColumnPlan<string>>(columns)
		.filter(({ header }) => !/^#\d+$/.test(header))
		.map(({ header }) => plain(header));
