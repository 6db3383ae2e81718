import type { AnyRecipe, ErrorRecord, SnapshotSummary } from '#lib/api/index.ts';
import { errorText } from '#lib/i18n/coded.ts';
import { isOfferedHeld } from './append-offer.ts';
import { fileKind } from './file-kind.ts';
import type { ImportJob } from './import-job.svelte.ts';
import type { ImportTarget } from './import-step.ts';
import type { Library } from './library.svelte.ts';
import { readRecipe } from './read-recipe.ts';
import type { ReceivedRows } from './received-rows.svelte.ts';
import type { ScreenId } from './screens.ts';
import type { Settings } from './settings.svelte.ts';
import type { Speaker } from './speaker.ts';

/** What it needs of the rest of the app. */
interface ArrivalSurroundings {
	readonly imports: ImportJob;
	readonly library: Pick<Library, 'addSnapshot' | 'stored'>;
	readonly received: Pick<ReceivedRows, 'open'>;
	readonly settings: Pick<Settings, 't'>;
	readonly speaker: Speaker;
	goTo(screen: ScreenId): void;
	openSnapshot(summary: Pick<SnapshotSummary, 'id' | 'methods'>): void;
}

/** Files that came, by whatever way: each is taken for what it holds. */
export class Arrivals {
	readonly #app: ArrivalSurroundings;
	#sealed = $state.raw<readonly File[]>([]);

	constructor(app: ArrivalSurroundings) {
		this.#app = app;
	}

	/**
	 * Takes files from wherever they came: dropped, chosen or pasted. Snapshots are kept, and open where nothing else
	 * came; a recipe is kept for the next table; tables go to the import one after the other, into `target` or a workspace of their own, read by `recipe` if
	 * one is given.
	 */
	async receive(
		files: readonly File[],
		target: ImportTarget | null = null,
		recipe: AnyRecipe | null = null
	): Promise<void> {
		if (files.length === 0) return;
		if (this.#app.imports.writing) {
			this.#app.speaker.problem(this.#app.settings.t.start.busyImport());
			return;
		}
		const kinds = await Promise.all(files.map(fileKind));
		const tables = files.filter((_, i) => kinds[i] === 'table');
		for (const file of files.filter((_, i) => kinds[i] === 'recipe')) await this.#holdRecipe(file);
		this.#sealed = [...this.#sealed, ...files.filter((_, i) => kinds[i] === 'sealed')];
		for (const file of files.filter((_, i) => kinds[i] === 'snapshot')) {
			await this.#takeSnapshot(file, tables.length === 0);
		}
		if (tables.length > 0) {
			const { imports, speaker, settings } = this.#app;
			// Those that are chosen for a place or a recipe of their own are not for the end of a row.
			const waits = target === null && recipe === null && imports.files.add(tables);
			const chosen = waits ? null : imports.choose(tables, target, recipe);
			this.#app.goTo('import');
			if (waits) speaker.toast(settings.t.start.queued({ n: tables.length }));
			await chosen;
		}
		if (kinds.includes('recipe')) this.#tellHeld();
	}

	/** The locked snapshot that waits for its passphrase: one asks at a time. */
	get sealed(): File | null {
		return this.#sealed[0] ?? null;
	}

	/** Done with the locked snapshot that asked, opened or not: the next one asks. */
	passSealed(): void {
		this.#sealed = this.#sealed.slice(1);
	}

	/** Opens the locked snapshot that waits for its passphrase; null, or why it stays shut. */
	async unlock(passphrase: string): Promise<ErrorRecord | null> {
		const file = this.sealed;
		if (file === null) return null;
		const answer = await this.#app.library.addSnapshot(file, passphrase);
		if (!answer.ok) return answer.error;
		// Given up meanwhile: it is kept, as any snapshot, but the page stays where it is.
		if (this.sealed === file) {
			this.passSealed();
			this.#showSnapshot(answer.value, true);
		}
		return null;
	}

	async #takeSnapshot(file: File, open: boolean): Promise<void> {
		const answer = await this.#app.library.addSnapshot(file);
		if (answer.ok) this.#showSnapshot(answer.value, open);
		else this.#app.speaker.problem(errorText(this.#app.settings.t, answer.error));
	}

	/** Keeps a recipe for the next file of a table: the review offers it. */
	async #holdRecipe(file: File): Promise<void> {
		const recipe = await readRecipe(file);
		if (recipe === null) {
			this.#app.speaker.problem(
				errorText(this.#app.settings.t, { code: 'recipe-invalid', params: { path: file.name } })
			);
			return;
		}
		this.#app.imports.held = { name: file.name.replace(/(?:\.recipe)?\.json$/i, ''), recipe };
	}

	/** Says that a recipe waits, unless the file in hand is offered it where it is reviewed. */
	#tellHeld(): void {
		const { held } = this.#app.imports;
		if (held === null || isOfferedHeld(this.#app.imports, this.#app.library.stored)) return;
		this.#app.speaker.toast(this.#app.settings.t.start.recipeHeld({ name: held.name }));
	}

	#showSnapshot(summary: SnapshotSummary, open: boolean): void {
		this.#app.speaker.toast(this.#app.settings.t.start.snapshotAdded({ name: summary.name }));
		if (!open) return;
		// One that came with its rows has a workspace of its own.
		if (summary.workspaceId !== undefined) this.#app.received.open(summary.workspaceId);
		else this.#app.openSnapshot(summary);
	}
}
