import { sourcesOf, type BinItem, type DatasetManifest, type ImportRecipe } from '#lib/api/index.ts';
import { sameColumns } from './import-queue.ts';

/** A dataset that a file seems to go on with, and why: all columns are the same, or the decisive ones and most others. */
export interface AppendOffer {
	readonly dataset: DatasetManifest;
	readonly reason: 'same' | 'most';
	/** Columns of the file that the dataset's last file has too, of `columns`. */
	readonly shared: number;
	readonly columns: number;
}

/** Roles whose columns must be called alike for two files to be of one kind. */
const decisive: readonly string[] = ['customer', 'order', 'date', 'amount', 'quantity', 'price'];
/** The share of a file's columns that the other must have. */
const MOST = 0.75;

/**
 * The datasets that a file may go on with, the likeliest first: those of the same columns, then those with the same
 * columns for customer, order, date and money and most of the others; the newest of them first.
 */
export function appendOffers(recipe: ImportRecipe, datasets: readonly DatasetManifest[]): AppendOffer[] {
	const headers = recipe.columns.map(({ header }) => header);
	return datasets
		.flatMap((dataset): AppendOffer[] => {
			const theirs = new Set(dataset.recipe.columns.map(({ header }) => header));
			const shared = headers.filter((header) => theirs.has(header)).length;
			const offer = { dataset, shared, columns: headers.length };
			if (sameColumns(recipe, dataset.recipe)) return [{ ...offer, reason: 'same' }];
			const alike = shared >= MOST * headers.length && keysOf(recipe) === keysOf(dataset.recipe);
			return alike ? [{ ...offer, reason: 'most' }] : [];
		})
		.sort(
			(a, b) =>
				Number(a.reason === 'most') - Number(b.reason === 'most') ||
				b.dataset.importedAt - a.dataset.importedAt
		);
}

function keysOf({ columns }: ImportRecipe): string {
	return JSON.stringify(
		columns
			.filter(({ role }) => decisive.includes(role))
			.map(({ role, header }) => [role, header])
			.sort()
	);
}

/** The dataset that was made of this very file, alone or with others. */
export function madeOf(datasets: readonly DatasetManifest[], fingerprint: string): DatasetManifest | null {
	return (
		datasets.find((dataset) => sourcesOf(dataset).some((source) => source.fingerprint === fingerprint)) ??
		null
	);
}

/** The version before the last file was added, as long as it waits in the bin. */
export function formerVersion(bin: readonly BinItem[], { id, changedAt }: DatasetManifest): BinItem | null {
	return bin.find(({ formerOf, deletedAt }) => formerOf === id && deletedAt === changedAt) ?? null;
}
