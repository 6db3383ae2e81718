import type { AnyRecipe } from '#lib/api/index.ts';
import { errorText } from '#lib/i18n/coded.ts';
import type { App } from './app.svelte.ts';
import { fileNameOf, saveFile, type SaveOutcome } from './save-file.ts';

/** A recipe as the text of its file. */
export const recipeText = (recipe: AnyRecipe): string => JSON.stringify(recipe, null, '\t');

/** Saves a recipe as a file of its own, to be used for another file or by somebody else. */
export async function saveRecipe(app: App, recipe: AnyRecipe, name: string): Promise<SaveOutcome> {
	const { t } = app.settings;
	const blob = new Blob([`${recipeText(recipe)}\n`], { type: 'application/json' });
	const outcome = await saveFile(
		Promise.resolve({ ok: true, value: blob }),
		fileNameOf(`${name}.recipe`, 'json')
	);
	if (outcome.kind === 'saved') app.speaker.toast(t.common.saved({ name: outcome.name }));
	if (outcome.kind === 'failed') app.speaker.problem(errorText(t, outcome.error));
	return outcome;
}
