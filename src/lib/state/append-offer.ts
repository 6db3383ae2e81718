import {
	entitySpecs,
	isGrid,
	isTableManifest,
	isTableRecipe,
	sourceColumns,
	type AnyRecipe,
	type ColumnPlan,
	type DatasetManifest,
	type SourceFormat,
	type StoredManifest,
	type TableManifest
} from '#lib/api/index.ts';
import { sameColumns } from './import-queue.ts';
import type { ImportStep } from './import-step.ts';

/**
 * A dataset or table that a file seems to go on with, and why: all columns are the same, the decisive ones and most
 * others, or only what the decisive ones mean.
 */
export interface AppendOffer<Manifest extends StoredManifest = StoredManifest> {
	readonly dataset: Manifest;
	readonly reason: 'same' | 'most' | 'meaning';
	/** Columns of the file that the dataset's last file has too, of `columns`. */
	readonly shared: number;
	readonly columns: number;
}

/** Roles whose columns must be called alike for two files of orders to be of one kind. */
const decisive: readonly string[] = ['customer', 'order', 'date', 'amount', 'quantity', 'price'];
/** Those of them that say how money stands in the rows. */
const money: readonly string[] = ['amount', 'quantity', 'price'];
/** The share of a file's columns that the other must have. */
const MOST = 0.75;

/**
 * The datasets, or tables of the same entity, that a file may go on with, the likeliest first: those of the same columns, then
 * those with the same columns for what carries the rows (customer, order, date and money; the key and what a row must have)
 * and most of the others; then those of the workspace `near` whose columns have other names for the same, as another
 * system exports them; the newest of them first.
 */
export function appendOffers(
	recipe: AnyRecipe,
	stored: { readonly datasets: readonly DatasetManifest[]; readonly tables: readonly TableManifest[] },
	near: string | null
): AppendOffer[] {
	const headers = headersOf(recipe);
	return [...stored.datasets, ...stored.tables]
		.filter((manifest) => isOfKind(manifest, recipe))
		.flatMap((dataset): AppendOffer[] => {
			const theirs = new Set(headersOf(dataset.recipe));
			const shared = headers.filter((header) => theirs.has(header)).length;
			const offer = { dataset, shared, columns: headers.length };
			if (sameColumns(recipe, dataset.recipe)) return [{ ...offer, reason: 'same' }];
			const isAlike = shared >= MOST * headers.length && keysOf(recipe) === keysOf(dataset.recipe);
			if (isAlike) return [{ ...offer, reason: 'most' }];
			const isNear = dataset.workspaceId === near && meaningOf(recipe) === meaningOf(dataset.recipe);
			return isNear ? [{ ...offer, reason: 'meaning' }] : [];
		})
		.sort(
			(a, b) =>
				likeliest.indexOf(a.reason) - likeliest.indexOf(b.reason) ||
				b.dataset.importedAt - a.dataset.importedAt
		);
}

/** Whether a file read so can go on with what is stored: orders with orders, a table with one of the same entity. */
export const isOfKind = (manifest: StoredManifest, recipe: AnyRecipe): boolean =>
	isTableManifest(manifest)
		? isTableRecipe(recipe) && recipe.entity === manifest.entity
		: !isTableRecipe(recipe);

const likeliest: readonly AppendOffer['reason'][] = ['same', 'most', 'meaning'];

/** Names of the columns of the file; those that cleaning steps make come from the recipe. */
const headersOf = ({ columns }: AnyRecipe): readonly string[] =>
	sourceColumns<ColumnPlan<string>>(columns).map(({ header }) => header);

const keysOf = (recipe: AnyRecipe): string =>
	JSON.stringify(
		carriersOf(recipe)
			.map(({ role, header }) => [role, header])
			.sort()
	);

/** What the columns that carry the rows mean, whatever they are called; money may stand as amounts or as prices. */
const meaningOf = (recipe: AnyRecipe): string =>
	JSON.stringify(
		carriersOf(recipe)
			.map(({ role }) => role)
			.filter((role) => isTableRecipe(recipe) || !money.includes(role))
			.sort()
	);

function carriersOf(recipe: AnyRecipe): readonly ColumnPlan<string>[] {
	const columns: readonly ColumnPlan<string>[] = recipe.columns;
	const roles = isTableRecipe(recipe) ? carrying(recipe.entity) : decisive;
	return columns.filter(({ role }) => roles.includes(role));
}

/** What names a row of an entity, and what it must have. */
function carrying(entity: TableManifest['entity']): readonly string[] {
	const { key, needs } = entitySpecs[entity];
	return [...(key === null ? [] : [key]), ...needs.flat()];
}

/** The files that a dataset or table was made of. */
export const filesOf = (manifest: StoredManifest): readonly { readonly size: number }[] =>
	sourcesIn(manifest).map(({ file }) => file);

const sourcesIn = (
	manifest: StoredManifest
): readonly Pick<StoredManifest, 'file' | 'fingerprint' | 'recipe'>[] => manifest.sources ?? [manifest];

/** Whether what is read of a file is among what was read of it: other files of an archive and other sheets are not. */
function isPartOf(part: SourceFormat, whole: SourceFormat): boolean {
	if (part.member !== whole.member) return false;
	if (!isGrid(part) || !isGrid(whole)) return true;
	const read = [whole.sheet, ...(whole.more ?? [])];
	return [part.sheet, ...(part.more ?? [])].every((sheet) => read.includes(sheet));
}

/** What an import knows of the file in hand. */
interface FileInHand {
	readonly step: ImportStep;
	readonly fingerprint: string | null;
	readonly appendTo: string | null;
	/** What the file makes a new version of: then it is known, and nothing to remark on. */
	readonly again: object | null;
}

/** What was made before of the very file that is reviewed, alone or with others: of a file of orders a dataset, else a table. */
export function madeBefore(
	{ step, fingerprint, again }: FileInHand,
	stored: readonly StoredManifest[]
): StoredManifest | null {
	if (step.at !== 'review' || fingerprint === null || again !== null) return null;
	const { source } = step.recipe;
	const isTable = isTableRecipe(step.recipe);
	const alike = stored.filter((manifest) => isTableManifest(manifest) === isTable);
	return (
		alike.find((manifest) =>
			sourcesIn(manifest).some(
				(file) => file.fingerprint === fingerprint && isPartOf(source, file.recipe.source)
			)
		) ?? null
	);
}

/** Whether the file that is reviewed is offered a recipe that waits: one that is there or is added to another is not. */
export const isOfferedHeld = (file: FileInHand, stored: readonly StoredManifest[]): boolean =>
	file.step.at === 'review' && file.appendTo === null && madeBefore(file, stored) === null;
