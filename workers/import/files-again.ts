import type { ImportJob } from '#lib/api/index.ts';
import type { AnyRecipe } from '#lib/core/dataset/recipe.ts';
import type { StoredManifest } from '#lib/core/dataset/table-manifest.ts';
import { CoreError } from '#lib/core/errors.ts';

/** Reads one file by a recipe. */
export type Read<Recipe, Imported> = (file: File, recipe: Recipe) => Promise<Imported>;

/** A file that something was made of, read once more; `facts` are those of the whole when it was the last. */
export interface FileAgain<Recipe, Imported> {
	readonly imported: Imported;
	readonly facts: {
		readonly id: string;
		readonly workspaceId: string;
		readonly name: string;
		readonly file: { readonly name: string; readonly size: number };
		readonly recipe: Recipe;
		readonly importedAt: number;
		readonly changedAt: number;
	};
}

/** A file that something was made of, and how it was read. */
interface Source<Recipe> {
	readonly recipe: Recipe;
	readonly fingerprint: string;
	readonly importedAt: number;
}

/**
 * Reads all files that something was made of, in their order: one at a time, that at the job's place by `recipe`, the
 * others by those that the job has for them, else as before.
 *
 * Throws `params-invalid` where they are not the files that it was made of; what reading throws.
 */
export async function* filesAgain<
	Recipe extends AnyRecipe,
	Imported extends { readonly fingerprint: string }
>(
	{ among, recipe, ...job }: Omit<ImportJob, 'recipe'> & { readonly recipe: Recipe },
	former: StoredManifest,
	sources: readonly Source<Recipe>[],
	read: Read<Recipe, Imported>
): AsyncGenerator<FileAgain<Recipe, Imported>> {
	const notThose = () => new CoreError('params-invalid', { method: 'import', param: 'among' });
	if (among?.files.length !== sources.length || !(among.place in sources)) throw notThose();
	const { id, workspaceId } = former;
	const name = job.datasetName.trim() || former.name;
	for (const [i, source] of sources.entries()) {
		const file = among.files[i] as File;
		const other = among.recipes?.[i] as Recipe | null | undefined;
		const by = i === among.place ? recipe : (other ?? source.recipe);
		const imported = await read(file, by);
		if (imported.fingerprint !== source.fingerprint) throw notThose();
		const { importedAt } = source;
		const facts = { id, workspaceId, name, recipe: by, importedAt, changedAt: importedAt };
		yield { imported, facts: { ...facts, file: { name: file.name, size: file.size } } };
	}
}

/** The whole as it is stored: it was there before, and changes now. */
export function changedNow<Manifest extends StoredManifest>(
	manifest: Manifest,
	{ nowMs }: ImportJob,
	{ importedAt }: StoredManifest
): Manifest {
	return { ...manifest, importedAt, changedAt: nowMs };
}
