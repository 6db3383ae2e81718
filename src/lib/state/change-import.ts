import type { AnyRecipe, ErrorRecord, StoredManifest } from '#lib/api/index.ts';
import type { App } from './app.svelte.ts';
import type { ReadAgain } from './reviewed.ts';

/**
 * Opens the review of the kept file of a dataset or table, by its recipe: running it makes a new version. Answers why the
 * file could not be had; null when it could.
 */
export async function changeImport(app: App, dataset: StoredManifest): Promise<ErrorRecord | null> {
	const answer = await app.library.files.original(dataset.id, dataset.fingerprint);
	if (!answer.ok) return answer.error;
	await reviewAgain(app, new File([answer.value], dataset.file.name), dataset.recipe, { dataset });
	return null;
}

/** The same for a file that was given once more. */
export async function reviewAgain(app: App, file: File, recipe: AnyRecipe, again: ReadAgain): Promise<void> {
	const chosen = app.imports.chooseAgain(file, recipe, again);
	app.goTo('import');
	await chosen;
}
