import type {
	AnalysisApi,
	BinItem,
	Envelope,
	ErrorRecord,
	ImportApi,
	LibraryApi,
	SnapshotSummary,
	StoredManifest,
	Workspace
} from '#lib/api/index.ts';
import { errorText } from '#lib/i18n/coded.ts';
import type { Speech } from '#lib/i18n/load-messages.ts';
import { filesOf } from './append-offer.ts';
import { Arrivals } from './arrivals.svelte.ts';
import { ComparedSides } from './compared-sides.ts';
import { Copies } from './copies.svelte.ts';
import { CustomerList } from './customer-list.svelte.ts';
import { ImportJob } from './import-job.svelte.ts';
import type { KeyValueStore } from './key-value-store.ts';
import { isKeptByDefault } from './keep-original.ts';
import { Library } from './library.svelte.ts';
import { MarkWords } from './mark-words.svelte.ts';
import { Memory } from './memory.svelte.ts';
import { ReportPlan } from './report-plan.svelte.ts';
import { ReceivedRows } from './received-rows.svelte.ts';
import { RequestCounter } from './request-counter.svelte.ts';
import { screenPath, type ScreenId, type ScreenPath } from './screens.ts';
import { Settings } from './settings.svelte.ts';
import type { Speaker } from './speaker.ts';
import type { StoragePledge } from './storage-pledge.ts';
import { Updates } from './updates.svelte.ts';
import { defaultReading } from './workspace-defaults.ts';
import { ViewLocation } from './view-location.svelte.ts';
import { emptyView, formatView, type ViewState } from './view-state.ts';
import { Workbench } from './workbench.svelte.ts';

/** The outside world, handed in: workers, storage, navigation, clock. */
export interface AppSurroundings {
	readonly importApi: ImportApi;
	readonly libraryApi: LibraryApi;
	readonly analysisApi: AnalysisApi;
	readonly store: KeyValueStore | null;
	readonly pledge: StoragePledge;
	/** The language to begin with. */
	readonly speech: Speech;
	readonly origin: string;
	readonly appVersion: string;
	readonly speaker: Speaker;
	/** Goes to a screen with a query; `null` stays on the present one. */
	readonly navigate: (path: ScreenPath | null, query: string, mode: 'push' | 'replace') => void;
	readonly now: () => number;
	readonly newId: () => string;
}

/** All state of the app, made once per page. */
export class App {
	readonly settings: Settings;
	readonly copies = new Copies();
	readonly memory: Memory;
	readonly library: Library;
	readonly location: ViewLocation;
	readonly workbench: Workbench;
	readonly report: ReportPlan;
	readonly imports: ImportJob;
	readonly customers: CustomerList;
	readonly requests: RequestCounter;
	readonly received = new ReceivedRows(this);
	readonly arrivals = new Arrivals(this);
	readonly updates = new Updates();
	readonly speaker: Speaker;
	readonly analysisApi: AnalysisApi;
	readonly importApi: ImportApi;
	readonly appVersion: string;
	readonly now: () => number;
	readonly newId: () => string;
	/** The workspace whose settings are open; null = none. */
	configuring = $state<string | null>(null);
	readonly #navigate: AppSurroundings['navigate'];

	constructor(around: AppSurroundings) {
		this.speaker = around.speaker;
		this.analysisApi = around.analysisApi;
		this.importApi = around.importApi;
		this.appVersion = around.appVersion;
		this.now = around.now;
		this.newId = around.newId;
		this.#navigate = around.navigate;
		this.settings = new Settings(around.store, around.speech);
		this.memory = new Memory(around.store);
		this.library = new Library(around.libraryApi, around.store, around.pledge, around.now);
		this.requests = new RequestCounter(around.origin);
		this.location = new ViewLocation((query, mode) => around.navigate(null, query, mode), around.now);
		const marks = new MarkWords();
		this.workbench = new Workbench({
			settings: this.settings,
			library: this.library,
			location: this.location,
			analysis: around.analysisApi,
			libraryApi: around.libraryApi,
			notify: (text) => around.speaker.toast(text),
			refused: (error) => this.#refused(error),
			goToData: () => this.goTo(this.workbench.lacksOrders(null) ? 'data' : 'start'),
			goTo: (screen) => this.goTo(screen, true),
			lastWorkspace: () => this.memory.workspace,
			describe: (mark, analysis) => marks.describe(mark, analysis, this.settings.t)
		});
		this.report = new ReportPlan(this);
		this.customers = new CustomerList(around.analysisApi, this.workbench, new ComparedSides(this));
		this.imports = new ImportJob({
			api: around.importApi,
			workspaceFor: async (target) => {
				// Not waited for: some browsers ask the user, who may never answer.
				void this.library.askToPersist();
				if (target.kind === 'existing') return { ok: true, value: target.workspaceId };
				const made = await this.library.createWorkspace(target.name, target.sample ? 'sample' : 'client');
				return made.ok ? { ok: true, value: made.value.id } : made;
			},
			onStored: async (manifest) => {
				void this.copies.follow(manifest.id, around.importApi.settled());
				await this.versionStored(manifest);
				// Whoever goes on by the rail, and not by the way that is offered, comes to what was imported.
				this.memory.workspace = manifest.workspaceId;
			},
			mayKnow: (file) =>
				this.library.stored.some((manifest) => filesOf(manifest).some(({ size }) => size === file.size)),
			defaultsFor: (target) =>
				defaultReading(
					target?.kind === 'existing' ? this.library.workspace(target.workspaceId)?.settings : undefined
				),
			mayKeep: (bytes) => isKeptByDefault(bytes, this.library.storage),
			keeps: (datasetId) => this.library.originalsOf(datasetId).length > 0,
			now: around.now,
			newId: around.newId,
			settleMs: 250
		});
	}

	/** Query that a link to a screen carries: the view, with the workspace named even where the address did not. */
	queryFor(screen: ScreenId, keepSelection = false): string {
		if (screen === 'start' || screen === 'import') return '';
		const { view } = this.location;
		const workspace = view.snapshot === null ? (this.workbench.workspace?.id ?? null) : null;
		return formatView({ ...view, workspace, selection: keepSelection ? view.selection : null });
	}

	/** Goes to a screen with the view as it is; without the selection, which belongs to a chart, unless it is kept. */
	goTo(screen: ScreenId, keepSelection = false): void {
		const query = this.queryFor(screen, keepSelection);
		this.location.sync(query);
		this.#navigate(screenPath(screen), query, 'push');
	}

	/** Opens a workspace, one of its datasets, or a snapshot, on a screen. Parameters of another client stay behind. */
	open(what: Pick<ViewState, 'workspace' | 'dataset' | 'snapshot'>, screen: ScreenId = 'overview'): void {
		this.location.set({ ...emptyView, ...what });
		if (what.workspace !== null) this.memory.workspace = what.workspace;
		this.#navigate(screenPath(screen), this.location.query, 'push');
	}

	/** Opens a snapshot. One without results has nothing for the screens of methods: it is read where reports are. */
	openSnapshot({ id, methods }: Pick<SnapshotSummary, 'id' | 'methods'>): void {
		this.open({ workspace: null, dataset: null, snapshot: id }, methods.length > 0 ? 'overview' : 'report');
	}

	/** Compares a snapshot with its workspace as it is now, or with the one that was worked on last. */
	compareWith({ id, workspaceId }: Pick<SnapshotSummary, 'id' | 'workspaceId'>): void {
		const workspace = workspaceId ?? this.memory.workspace;
		this.location.set({ ...emptyView, workspace, params: { compare: { a: id } } });
		this.goTo('compare');
	}

	/** Takes files from wherever they came: see `Arrivals`. */
	receive(...files: Parameters<Arrivals['receive']>): Promise<void> {
		return this.arrivals.receive(...files);
	}

	/** Imports a sample by the recipe that is guessed for it; a question would be a fault of ours, and is shown. */
	async importSample(file: File, name: string): Promise<void> {
		await this.receive([file], { kind: 'new', name, sample: true });
		this.imports.datasetName = name;
		const { step } = this.imports;
		if (step.at !== 'review' || step.inspection.blockers.length > 0) return;
		await this.imports.run();
		const after = this.imports.step;
		if (after.at !== 'done') return;
		const { workspaceId } = after.manifest;
		this.imports.leaveUnlessMoreWait();
		this.open({ workspace: workspaceId, dataset: null, snapshot: null });
	}

	/** Gives a workspace another name. */
	async rename(workspace: Workspace, name: string): Promise<void> {
		await this.#tried(this.library.updateWorkspace({ id: workspace.id, name }));
	}

	/** Removes all that is stored in this browser. */
	async eraseEverything(): Promise<void> {
		const answer = await this.#tried(this.library.eraseEverything());
		if (answer !== null) this.speaker.toast(this.settings.t.start.erased());
	}

	/** Deletes at once, and offers to undo it. */
	async deleteWithUndo(kind: 'workspace' | 'dataset' | 'snapshot', id: string, said: string): Promise<void> {
		const { library } = this;
		const answer = await this.#tried(
			kind === 'workspace'
				? library.deleteWorkspace(id)
				: kind === 'dataset'
					? library.deleteDataset(id)
					: library.deleteSnapshot(id)
		);
		if (answer === null) return;
		this.speaker.toast(said, {
			label: this.settings.t.common.undo(),
			run: () => void this.restore({ kind, id: answer.value ?? id })
		});
	}

	/** After a dataset or table was stored: where another version had its place, that one can have it back. */
	async versionStored({ id, name, changedAt }: StoredManifest): Promise<void> {
		await this.library.refresh();
		const [former] = this.library.formerOf(id);
		if (changedAt === undefined || former === undefined) return;
		this.speaker.toast(this.settings.t.importing.versionStored({ name }), {
			label: this.settings.t.common.undo(),
			run: () => void this.restore(former)
		});
	}

	/** Brings something back from the bin. */
	async restore(item: Pick<BinItem, 'kind' | 'id'>): Promise<void> {
		await this.#tried(this.library.restore(item));
	}

	/** Removes for good what lies in the bin. */
	async emptyBin(): Promise<void> {
		await this.#tried(this.library.emptyBin());
	}

	/** The value of an answer; of a refusal, its reason is shown and null remains. */
	async #tried<T>(call: Promise<Envelope<T>>): Promise<{ readonly value: T } | null> {
		const answer = await call;
		if (answer.ok) return { value: answer.value };
		this.#refused(answer.error);
		return null;
	}

	#refused(error: ErrorRecord): void {
		this.speaker.problem(errorText(this.settings.t, error));
	}
}
