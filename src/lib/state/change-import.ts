import type { AnyRecipe, ErrorRecord, StoredManifest } from '#lib/api/index.ts';
import type { App } from './app.svelte.ts';

/**
 * Opens the review of the kept file of a dataset or table, by its recipe or another one: running it makes a new version.
 * Answers why the file could not be had; null when it could.
 */
export async function changeImport(
	app: App,
	dataset: StoredManifest,
	recipe: AnyRecipe = dataset.recipe
): Promise<ErrorRecord | null> {
	const answer = await app.library.original(dataset.id);
	if (!answer.ok) return answer.error;
	await reviewAgain(app, new File([answer.value], dataset.file.name), dataset, recipe);
	return null;
}

/** The same for a file that was given once more. */
export async function reviewAgain(
	app: App,
	file: File,
	dataset: StoredManifest,
	recipe: AnyRecipe = dataset.recipe
): Promise<void> {
	const chosen = app.imports.chooseAgain(file, dataset, recipe);
	app.goTo('import');
	await chosen;
}
