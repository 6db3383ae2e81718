import type {
	AnyRecipe,
	ChangedRule,
	EntityKind,
	ErrorRecord,
	Progress,
	ReadAs,
	SourceFormat,
	StoredManifest
} from '#lib/api/index.ts';
import { ImportLook } from './import-look.ts';
import { ImportRun } from './import-run.ts';
import {
	holdsWork,
	isWriting,
	nextStep,
	nameFromFile,
	type ImportEvent,
	type ImportStep,
	type ImportTarget
} from './import-step.ts';
import { placeIn, readIn, type QueuedFile } from './import-queue.ts';
import { suitsKeeping } from './keep-original.ts';
import { keepGuesses } from './keep-guesses.ts';
import { recipeFor } from './kept-names.ts';
import { QueuedFiles } from './queued-files.svelte.ts';
import { ReadAhead, type WholeFile } from './read-ahead.svelte.ts';
import type { AppliedRecipe, HeldRecipe, ImportSurroundings } from './import-surroundings.ts';
import type { ReadAgain, Reviewed } from './reviewed.ts';

/** One import after the other: choose a file, look at what was understood, run, see the totals. */
export class ImportJob {
	/** Hears of each change of what was decided, with what it was before. */
	onchange: ((before: Reviewed, about: string | null) => void) | null = null;
	/** The recipe of a file of its own that waits for the file it is to read; null when there is none. */
	held = $state.raw<HeldRecipe | null>(null);
	/** Where the import goes. */
	target = $state.raw<ImportTarget | null>(null);
	/** The files that came together, the one in hand among them. */
	readonly files = new QueuedFiles();
	/** The name of the dataset or table to be. */
	datasetName = $state('');
	#step = $state.raw<ImportStep>({ at: 'idle' });
	#addsTo = $state.raw<StoredManifest | null>(null);
	/** The fingerprint of the file in hand, where it was asked for. */
	#fingerprint = $state.raw<string | null>(null);
	#keepsChoices = $state(false);
	/** Null: kept where files of the dataset are already, else as the file's size and the room there is suggest. */
	#keepsOriginal = $state<boolean | null>(null);
	#again = $state.raw<ReadAgain | null>(null);
	/** The recipe by which the file before was stored. */
	#last: AnyRecipe | null = null;
	#drift = $state.raw<AppliedRecipe | null>(null);
	readonly #around: ImportSurroundings;
	readonly #look: ImportLook;
	readonly #run: ImportRun;
	readonly #ahead: ReadAhead;

	constructor(around: ImportSurroundings) {
		this.#around = around;
		this.#look = new ImportLook(around);
		this.#run = new ImportRun(around);
		const onProgress = (progress: Progress) => this.#go({ type: 'progress', progress });
		this.#ahead = new ReadAhead({ ...around, onProgress });
	}

	/** What is known of the whole file in review. */
	get whole(): WholeFile {
		return this.#ahead.whole;
	}

	get step(): ImportStep {
		return this.#step;
	}

	/** The dataset or table that the file is to be added to; null: it becomes one of its own. */
	get appendTo(): string | null {
		return this.#addsTo?.id ?? null;
	}

	/** The fingerprint of the file in hand; null as long as it is not known. */
	get fingerprint(): string | null {
		return this.#fingerprint;
	}

	/** Whether the file itself is to be kept beside the dataset. */
	get keepsOriginal(): boolean {
		return this.#keepsOriginal ?? suitsKeeping(this.#step, this.#again, this.#around);
	}

	set keepsOriginal(keeps: boolean) {
		this.#keepsOriginal = keeps;
	}

	/** What the file in hand makes a new version of; null: it makes a dataset or table of its own. */
	get again(): ReadAgain | null {
		return this.#again;
	}

	/** Whether the file in hand has the columns of the one before, and is read by the same choices. */
	get keepsChoices(): boolean {
		return this.#keepsChoices;
	}

	/** Whether leaving now would lose work: something is being written. */
	get writing(): boolean {
		return isWriting(this.#step);
	}

	/** Whether a page that is closed now would lose what cannot be had again by dropping the file once more. */
	get unfinished(): boolean {
		return holdsWork(this.#step) || this.files.waiting.length > 0;
	}

	/** Takes files; the first is read at once, by `recipe` if one is given. Ignored while an import runs. */
	async choose(
		files: readonly File[],
		target: ImportTarget | null,
		recipe: AnyRecipe | null = null
	): Promise<void> {
		const [file] = files;
		if (file === undefined || this.writing) return;
		this.#begin(files);
		await this.#open({ file }, target, recipe);
	}

	/** Goes on with the next file that waits, into the same workspace; files of the same columns keep the choices. */
	async chooseNext(workspaceId: string): Promise<void> {
		await this.#openNext({ kind: 'existing', workspaceId });
	}

	/** Puts the file in hand away, and goes on with the next that waits. */
	async skip(): Promise<void> {
		if (this.writing || this.files.waiting.length === 0) return;
		this.files.close('skipped');
		await this.#openNext(this.target?.kind === 'existing' ? this.target : null);
	}

	/** Reads a file once more, by the recipe that it was read by or another: running it makes a new version. */
	async chooseAgain(file: File, recipe: AnyRecipe, again: ReadAgain): Promise<void> {
		if (this.writing) return;
		this.#begin([file]);
		const { workspaceId } = again.dataset;
		await this.#open({ file }, { kind: 'existing', workspaceId }, recipe, again);
	}

	/** What waits goes on after these, as it would have without them. */
	#begin(files: readonly File[]): void {
		const recipe = 'recipe' in this.#step ? this.#step.recipe : null;
		this.files.begin(files, { target: this.target, recipe, again: this.#again });
		this.#last = null;
	}

	async #openNext(target: ImportTarget | null): Promise<void> {
		const next = this.writing ? null : this.files.next();
		if (next === null) return;
		const { heldUp } = next;
		await this.#open(next, heldUp?.target ?? target, heldUp?.recipe ?? null, heldUp?.again);
	}

	async #open(
		{ file, member, heldUp }: Omit<QueuedFile, 'state'>,
		target: ImportTarget | null,
		recipe: AnyRecipe | null,
		again: ReadAgain | null = null
	): Promise<void> {
		this.#look.hold();
		this.datasetName = again?.dataset.name ?? nameFromFile(member ?? file.name);
		this.target = target ?? { kind: 'new', name: this.datasetName, sample: false };
		this.#keepsChoices = false;
		this.#drift = null;
		this.#keepsOriginal = null;
		this.#addsTo = null;
		this.#again = again;
		this.#fingerprint = null;
		this.#go({ type: 'choose', file });
		const known = again !== null || this.#around.mayKnow(file) ? this.#identify(file) : null;
		const sameFile = again !== null && (again.among !== undefined || again.dataset.file.size === file.size);
		if (recipe === null || sameFile || heldUp !== undefined)
			await this.#inspect(file, recipe ?? placeIn(member), this.#last);
		else await this.useRecipe(recipe);
		await known;
	}

	/** What was decided about the file in review; null where none is. */
	get reviewed(): Reviewed | null {
		return this.#step.at === 'review' ? { recipe: this.#step.recipe, addsTo: this.#addsTo } : null;
	}

	/** Changes the recipe; the preview follows as soon as the changes settle. `about`: what the change is about. */
	change(recipe: AnyRecipe, about: string | null = null): void {
		this.decideOn({ recipe, addsTo: this.#addsTo }, about);
	}

	/** Changes what was decided about the file: where it goes and how it is read for that are one decision. */
	decideOn({ recipe, addsTo }: Reviewed, about: string | null = null): void {
		const { reviewed } = this;
		if (this.#step.at !== 'review' || reviewed === null) return;
		const { file } = this.#step;
		this.onchange?.(reviewed, about);
		const { member } = recipe.source;
		if (member !== undefined && this.files.turnTo(member)) this.datasetName = nameFromFile(member);
		this.#addsTo = addsTo;
		if (addsTo !== null) this.target = { kind: 'existing', workspaceId: addsTo.workspaceId };
		this.#go({ type: 'change', recipe });
		// What is on its way answers an older recipe.
		this.#look.later(() => this.#inspect(file, recipe));
	}

	/** What is otherwise in the file in hand than in that whose recipe reads it; null: it is read by its own. */
	get drift(): AppliedRecipe | null {
		return this.#drift;
	}

	/** Reads the file in hand by the recipe of another, as far as its columns are found; answers why it cannot. */
	async useRecipe(recipe: unknown, name: string | null = null): Promise<ErrorRecord | null> {
		const step = this.#step;
		if (step.at !== 'inspecting' && step.at !== 'review') return null;
		if (step.at === 'review') this.#go({ type: 'change', recipe: step.recipe });
		const answer = await this.#look.inspectBy(step.file, readIn(recipe, this.files.open?.member));
		if (answer === null) return null;
		if (answer.ok) {
			this.#drift = { name, drift: answer.value.drift };
			this.#addsTo = null;
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
		this.#addsTo = null;
		this.#go({ type: 'change', recipe: this.#step.recipe });
		await this.#inspect(this.#step.file, placeIn(this.#step.recipe.source.member));
	}

	/** Takes the file for something else, its rows cut by `source` if that is given: what its columns mean is guessed for that. */
	readAs(entity: EntityKind, source?: SourceFormat): void {
		if (this.#step.at !== 'review') return;
		const { file, recipe } = this.#step;
		// Until the answer is there, nothing of the old guess can be run.
		this.#go({ type: 'change', recipe });
		// What goes on with a dataset of another kind, or with its names, is guessed anew as well.
		this.#addsTo = null;
		this.#look.hold();
		void this.#inspect(file, { entity, source: source ?? recipe.source });
	}

	/** Adds the file to a dataset, read as that one was where the columns are the same; null: it becomes one of its own. */
	addTo(dataset: StoredManifest | null): void {
		if (this.#step.at !== 'review') return;
		const { inspection, recipe } = this.#step;
		this.decideOn({ recipe: recipeFor(dataset, recipe, inspection), addsTo: dataset });
	}

	/** Answers the comparison that waits: goes on with a rule for changed orders, or leaves it all (null). */
	decide(rule: ChangedRule | null): void {
		if (rule !== null) this.#go({ type: 'decided' });
		this.#run.decide(rule);
	}

	/** Another file of the archive or another sheet: all of it is guessed anew. */
	readAgain(source: SourceFormat): void {
		if (this.#step.at !== 'review') return;
		this.#drift = null;
		const { steps: _, ...rest } = this.#step.recipe;
		this.decideOn({ recipe: { ...rest, source, columns: [], statusRules: [] }, addsTo: null });
	}

	/** Runs the import by the recipe as reviewed. */
	async run(): Promise<void> {
		this.#go({ type: 'begin' });
		if (this.#step.at !== 'running' || this.target === null) return;
		const { file, recipe } = this.#step;
		const workspace = await this.#around.workspaceFor(this.target);
		if (!workspace.ok) {
			this.#go({ type: 'fail', error: workspace.error });
			return;
		}
		// A second try after a failure goes to the workspace that the first one made.
		this.target = { kind: 'existing', workspaceId: workspace.value };
		if (this.#step.cancelling) {
			this.#go({ type: 'fail', error: { code: 'cancelled', params: {} } });
			return;
		}
		const ahead = this.#ahead.of(file, recipe);
		const { answer, elapsedMs } = await this.#run.start(
			{
				workspaceId: workspace.value,
				datasetName: this.datasetName.trim() || nameFromFile(this.files.open?.member ?? file.name),
				file,
				recipe,
				...(this.#again !== null && { replaces: this.#again.dataset.id }),
				...(this.#again?.among !== undefined && { among: this.#again.among }),
				...(this.appendTo !== null && { appendTo: this.appendTo }),
				keepOriginal: this.keepsOriginal,
				...(ahead !== null && { ahead })
			},
			{
				onProgress: (progress) => this.#go({ type: 'progress', progress }),
				onCompared: (comparison, fileName) => this.#go({ type: 'compared', comparison, fileName })
			}
		);
		if (!answer.ok) {
			const declined = this.step.at === 'deciding' && answer.error.code === 'cancelled';
			this.#go({ type: 'fail', error: answer.error });
			// What is not added can still become a dataset of its own.
			if (declined) {
				this.#addsTo = null;
				await this.retry();
			}
			return;
		}
		this.files.close('stored');
		this.#last = recipe;
		await this.#around.onStored(answer.value);
		this.#go({ type: 'stored', manifest: answer.value, elapsedMs });
	}

	/** Asks the running import to stop; it answers `cancelled`. */
	async cancel(): Promise<void> {
		this.#go({ type: 'cancel' });
		await this.#run.cancel();
	}

	/** After a failure or a cancel: back to the review, with the recipe as it was. */
	async retry(): Promise<void> {
		if (this.#step.at !== 'failed') return;
		const { file, recipe } = this.#step;
		this.#go({ type: 'again' });
		await this.#inspect(file, recipe ?? placeIn(this.files.open?.member));
	}

	/** Puts the file away. Nothing happens while an import runs. */
	leave(): void {
		if (this.writing) return;
		this.#look.drop();
		this.files.clear();
		this.#go({ type: 'leave' });
	}

	/** Done with the file in hand: files that wait keep their place, and the import goes on with them. */
	leaveUnlessMoreWait(): void {
		if (this.files.waiting.length === 0) this.leave();
	}

	async #inspect(file: File, by: AnyRecipe | ReadAs | null, like: AnyRecipe | null = null): Promise<void> {
		const looked = await this.#look.inspect(file, by, like, this.#around.defaultsFor(this.target));
		if (looked === null) return;
		const { answer, keepsChoices } = looked;
		const before =
			this.#step.at === 'review' && by !== null && 'version' in by ? this.#step.inspection : null;
		if (like !== null) this.#keepsChoices = keepsChoices;
		this.#go(
			answer.ok
				? { type: 'inspected', inspection: keepGuesses(before, answer.value) }
				: { type: 'fail', error: answer.error }
		);
	}

	async #identify(file: File): Promise<void> {
		const answer = await this.#around.api.fingerprint(file);
		if (answer.ok && 'file' in this.#step && this.#step.file === file) this.#fingerprint = answer.value;
	}

	/** Reads the file in review whole, where it is not or something else took its place; of several that are joined, all are needed. */
	readAhead(): void {
		this.#ahead.follow(this.#again?.among === undefined ? this.#step : { at: 'idle' });
	}

	#go(event: ImportEvent): void {
		this.#step = nextStep(this.#step, event);
		this.readAhead();
	}
}
