import {
	type AnyInspection,
	type AnyRecipe,
	type ChangedRule,
	type EntityKind,
	type Envelope,
	type ErrorRecord,
	type ReadAs,
	type SourceFormat,
	type StoredManifest
} from '#lib/api/index.ts';
import {
	isWriting,
	nextStep,
	nameFromFile,
	type ImportEvent,
	type ImportStep,
	type ImportTarget
} from './import-step.ts';
import { choicesFor, closeOpen, openNext, queueOf, sameColumns, type QueuedFile } from './import-queue.ts';
import { firstLook, type AppliedRecipe, type HeldRecipe } from './import-surroundings.ts';
import type { ImportSurroundings } from './import-surroundings.ts';

/** One import after the other: choose a file, look at what was understood, run, see the totals. */
export class ImportJob {
	/** Hears of each change of the recipe, with what it was before. */
	onchange: ((before: AnyRecipe, about: string | null) => void) | null = null;
	/** The recipe of a file of its own that waits for the file it is to read; null when there is none. */
	held = $state.raw<HeldRecipe | null>(null);
	#step = $state.raw<ImportStep>({ at: 'idle' });
	#target = $state.raw<ImportTarget | null>(null);
	#datasetName = $state('');
	#appendTo = $state<string | null>(null);
	/** The fingerprint of the file in hand, where it was asked for. */
	#fingerprint = $state.raw<string | null>(null);
	#decide: ((rule: ChangedRule | null) => void) | null = null;
	/** Files that came together, the one in hand among them. */
	#queue = $state.raw<readonly QueuedFile[]>([]);
	#keepsChoices = $state(false);
	/** Null: as the file's size and the room there is suggest. */
	#keepsOriginal = $state<boolean | null>(null);
	#replaces = $state.raw<StoredManifest | null>(null);
	/** The recipe by which the file before was stored. */
	#last: AnyRecipe | null = null;
	#drift = $state.raw<AppliedRecipe | null>(null);
	readonly #around: ImportSurroundings;
	#turn = 0;
	#settle: ReturnType<typeof setTimeout> | undefined;
	#jobId: string | null = null;

	constructor(around: ImportSurroundings) {
		this.#around = around;
	}

	get step(): ImportStep {
		return this.#step;
	}

	get target(): ImportTarget | null {
		return this.#target;
	}

	set target(target: ImportTarget | null) {
		this.#target = target;
	}

	get datasetName(): string {
		return this.#datasetName;
	}

	set datasetName(name: string) {
		this.#datasetName = name;
	}

	/** The dataset or table that the file is to be added to; null: it becomes one of its own. */
	get appendTo(): string | null {
		return this.#appendTo;
	}

	/** The fingerprint of the file in hand; null as long as it is not known. */
	get fingerprint(): string | null {
		return this.#fingerprint;
	}

	/** Whether the file itself is to be kept beside the dataset. */
	get keepsOriginal(): boolean {
		const { step } = this;
		return this.#keepsOriginal ?? ('file' in step && this.#around.mayKeep(step.file));
	}

	set keepsOriginal(keeps: boolean) {
		this.#keepsOriginal = keeps;
	}

	/** The dataset or table that the file in hand makes a new version of; null: it makes one of its own. */
	get replaces(): StoredManifest | null {
		return this.#replaces;
	}

	/** The files that came together, in their order, with how far each is. */
	get queue(): readonly QueuedFile[] {
		return this.#queue;
	}

	/** Those of them that wait for their turn. */
	get waiting(): readonly File[] {
		return this.#queue.flatMap(({ file, state }) => (state === 'waiting' ? [file] : []));
	}

	/** Whether the file in hand has the columns of the one before, and is read by the same choices. */
	get keepsChoices(): boolean {
		return this.#keepsChoices;
	}

	/** Whether leaving now would lose work: something is being written. */
	get writing(): boolean {
		return isWriting(this.#step);
	}

	/** Takes files; the first is read at once, by `recipe` if one is given. Ignored while an import runs. */
	async choose(
		files: readonly File[],
		target: ImportTarget | null,
		recipe: AnyRecipe | null = null
	): Promise<void> {
		const [file] = files;
		if (file === undefined || this.writing) return;
		this.#queue = queueOf(files);
		this.#last = null;
		await this.#open(file, target, recipe);
	}

	/** Goes on with the next file that waits, into the same workspace; files of the same columns keep the choices. */
	async chooseNext(workspaceId: string): Promise<void> {
		await this.#openNext({ kind: 'existing', workspaceId });
	}

	/** Puts the file in hand away, and goes on with the next that waits. */
	async skip(): Promise<void> {
		if (this.writing || this.waiting.length === 0) return;
		this.#queue = closeOpen(this.#queue, 'skipped');
		await this.#openNext(this.#target?.kind === 'existing' ? this.#target : null);
	}

	/** Reads a file once more for a dataset, by the dataset's recipe: running it makes a new version of the dataset. */
	async chooseAgain(file: File, dataset: StoredManifest, recipe: AnyRecipe = dataset.recipe): Promise<void> {
		if (this.writing) return;
		this.#queue = queueOf([file]);
		this.#last = null;
		await this.#open(file, { kind: 'existing', workspaceId: dataset.workspaceId }, recipe, dataset);
	}

	async #openNext(target: ImportTarget | null): Promise<void> {
		const [file] = this.waiting;
		if (file === undefined || this.writing) return;
		this.#queue = openNext(this.#queue);
		await this.#open(file, target, null);
	}

	async #open(
		file: File,
		target: ImportTarget | null,
		recipe: AnyRecipe | null,
		replaces: StoredManifest | null = null
	): Promise<void> {
		clearTimeout(this.#settle);
		this.#datasetName = replaces?.name ?? nameFromFile(file.name);
		this.#target = target ?? { kind: 'new', name: this.#datasetName, sample: false };
		this.#keepsChoices = false;
		this.#drift = null;
		this.#keepsOriginal = null;
		this.#appendTo = null;
		this.#replaces = replaces;
		this.#fingerprint = null;
		this.#go({ type: 'choose', file });
		if (replaces !== null || this.#around.mayKnow(file)) void this.#identify(file);
		const sameFile = replaces?.file.size === file.size;
		if (recipe === null || sameFile) await this.#inspect(file, recipe, this.#last);
		else await this.useRecipe(recipe);
	}

	/** Changes the recipe; the preview follows as soon as the changes settle. `about`: what the change is about. */
	change(recipe: AnyRecipe, about: string | null = null): void {
		if (this.#step.at !== 'review') return;
		const { file } = this.#step;
		this.onchange?.(this.#step.recipe, about);
		this.#go({ type: 'change', recipe });
		// What is on its way answers an older recipe.
		this.#turn++;
		clearTimeout(this.#settle);
		this.#settle = setTimeout(() => void this.#inspect(file, recipe), this.#around.settleMs);
	}

	/** What is otherwise in the file in hand than in that whose recipe reads it; null: it is read by its own. */
	get drift(): AppliedRecipe | null {
		return this.#drift;
	}

	/** Reads the file in hand by the recipe of another, as far as its columns are found; answers why it cannot. */
	async useRecipe(recipe: unknown, name: string | null = null): Promise<ErrorRecord | null> {
		const step = this.#step;
		if (step.at !== 'inspecting' && step.at !== 'review') return null;
		clearTimeout(this.#settle);
		const turn = ++this.#turn;
		if (step.at === 'review') this.#go({ type: 'change', recipe: step.recipe });
		const answer = await this.#around.api.inspectBy(step.file, recipe);
		if (turn !== this.#turn) return null;
		if (answer.ok) {
			this.#drift = { name, drift: answer.value.drift };
			this.#go({ type: 'inspected', inspection: answer.value.inspection });
			return null;
		}
		if (step.at === 'review') await this.#inspect(step.file, step.recipe);
		else this.#go({ type: 'fail', error: answer.error });
		return answer.error;
	}

	/** Reads the file in hand as if there were no other. */
	async withoutRecipe(): Promise<void> {
		if (this.#step.at !== 'review') return;
		this.#drift = null;
		this.#go({ type: 'change', recipe: this.#step.recipe });
		await this.#inspect(this.#step.file, null);
	}

	/** Takes the file for something else, its rows cut by `source` if that is given: what its columns mean is guessed for that. */
	readAs(entity: EntityKind, source?: SourceFormat): void {
		if (this.#step.at !== 'review') return;
		const { file, recipe } = this.#step;
		// Until the answer is there, nothing of the old guess can be run.
		this.#go({ type: 'change', recipe });
		clearTimeout(this.#settle);
		void this.#inspect(file, { entity, source: source ?? recipe.source });
	}

	/** Adds the file to a dataset, read as that one was where the columns are the same; null: it becomes one of its own. */
	addTo(dataset: StoredManifest | null): void {
		this.#appendTo = dataset?.id ?? null;
		if (dataset === null || this.#step.at !== 'review') return;
		this.#target = { kind: 'existing', workspaceId: dataset.workspaceId };
		const { inspection, recipe } = this.#step;
		if (!sameColumns(recipe, dataset.recipe)) return;
		const like = choicesFor(dataset.recipe, inspection);
		if (JSON.stringify(like) !== JSON.stringify(recipe)) this.change(like);
	}

	/** Answers the comparison that waits: goes on with a rule for changed orders, or leaves it all (null). */
	decide(rule: ChangedRule | null): void {
		const decide = this.#decide;
		this.#decide = null;
		if (rule !== null) this.#go({ type: 'decided' });
		decide?.(rule);
	}

	/** Another file of the archive or another sheet: all of it is guessed anew. */
	readAgain(source: SourceFormat): void {
		if (this.#step.at !== 'review') return;
		this.#drift = null;
		const { steps: _, ...rest } = this.#step.recipe;
		this.change({ ...rest, source, columns: [], statusRules: [] });
	}

	/** Runs the import by the recipe as reviewed. */
	async run(): Promise<void> {
		this.#go({ type: 'begin' });
		if (this.#step.at !== 'running' || this.#target === null) return;
		const { file, recipe } = this.#step;
		const workspace = await this.#around.workspaceFor(this.#target);
		if (!workspace.ok) {
			this.#go({ type: 'fail', error: workspace.error });
			return;
		}
		// A second try after a failure goes to the workspace that the first one made.
		this.#target = { kind: 'existing', workspaceId: workspace.value };
		if (this.#step.cancelling) {
			this.#go({ type: 'fail', error: { code: 'cancelled', params: {} } });
			return;
		}
		const jobId = this.#around.newId();
		this.#jobId = jobId;
		const startedAt = this.#around.now();
		const answer = await this.#around.api.run(
			{
				jobId,
				workspaceId: workspace.value,
				datasetName: this.#datasetName.trim() || nameFromFile(file.name),
				file,
				recipe,
				...(this.#replaces !== null && { replaces: this.#replaces.id }),
				...(this.#appendTo !== null && { appendTo: this.#appendTo }),
				keepOriginal: this.keepsOriginal,
				nowMs: startedAt
			},
			(progress) => {
				if (this.#jobId === jobId) this.#go({ type: 'progress', progress });
			},
			(comparison) => {
				this.#go({ type: 'compared', comparison });
				return new Promise((resolve) => (this.#decide = resolve));
			}
		);
		this.#jobId = null;
		this.#decide = null;
		if (!answer.ok) {
			this.#go({ type: 'fail', error: answer.error });
			return;
		}
		this.#queue = closeOpen(this.#queue, 'stored');
		this.#last = recipe;
		await this.#around.onStored(answer.value);
		this.#go({ type: 'stored', manifest: answer.value, elapsedMs: this.#around.now() - startedAt });
	}

	/** Asks the running import to stop; it answers `cancelled`. */
	async cancel(): Promise<void> {
		this.#go({ type: 'cancel' });
		if (this.#jobId !== null) await this.#around.api.cancel(this.#jobId);
	}

	/** After a failure or a cancel: back to the review, with the recipe as it was. */
	async again(): Promise<void> {
		if (this.#step.at !== 'failed') return;
		const { file, recipe } = this.#step;
		this.#go({ type: 'again' });
		await this.#inspect(file, recipe);
	}

	/** Puts the file away. Nothing happens while an import runs. */
	leave(): void {
		if (this.writing) return;
		this.#turn++;
		clearTimeout(this.#settle);
		this.#queue = [];
		this.#go({ type: 'leave' });
	}

	/** Where nothing is given, a table with the columns of `like` is read as that one was. */
	async #inspect(file: File, by: AnyRecipe | ReadAs | null, like: AnyRecipe | null = null): Promise<void> {
		const turn = ++this.#turn;
		let answer: Envelope<AnyInspection> = await this.#around.api.inspect(file, by);
		if (turn !== this.#turn) return;
		if (answer.ok && by === null && like !== null && sameColumns(answer.value.recipe, like)) {
			answer = await this.#around.api.inspect(file, choicesFor(like, answer.value));
			if (turn !== this.#turn) return;
			this.#keepsChoices = answer.ok;
		} else if (answer.ok && (by === null || !('version' in by))) {
			answer = await firstLook(answer.value, this.#around.defaultsFor(this.#target), (recipe) =>
				this.#around.api.inspect(file, recipe)
			);
			if (turn !== this.#turn) return;
		}
		this.#go(
			answer.ok ? { type: 'inspected', inspection: answer.value } : { type: 'fail', error: answer.error }
		);
	}

	async #identify(file: File): Promise<void> {
		const answer = await this.#around.api.fingerprint(file);
		if (answer.ok && 'file' in this.#step && this.#step.file === file) this.#fingerprint = answer.value;
	}

	#go(event: ImportEvent): void {
		this.#step = nextStep(this.#step, event);
	}
}
