import type { AnalysisApi, ImportApi, LibraryApi } from '#lib/api/index.ts';
import { CustomerList } from './customer-list.svelte.ts';
import { describeMark } from './describe-mark.ts';
import { ImportJob } from './import-job.svelte.ts';
import type { KeyValueStore } from './key-value-store.ts';
import { Library } from './library.svelte.ts';
import { Memory } from './memory.svelte.ts';
import { RequestCounter } from './request-counter.svelte.ts';
import { screenPath, type ScreenId, type ScreenPath } from './screens.ts';
import { Settings } from './settings.svelte.ts';
import type { Speaker } from './speaker.ts';
import type { StoragePledge } from './storage-pledge.ts';
import { Updates } from './updates.svelte.ts';
import { ViewLocation } from './view-location.svelte.ts';
import { emptyView, type ViewState } from './view-state.ts';
import { Workbench } from './workbench.svelte.ts';

/** The outside world, handed in: workers, storage, navigation, clock. */
export interface AppSurroundings {
	readonly importApi: ImportApi;
	readonly libraryApi: LibraryApi;
	readonly analysisApi: AnalysisApi;
	readonly store: KeyValueStore | null;
	readonly pledge: StoragePledge;
	readonly languages: readonly string[];
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
	readonly memory: Memory;
	readonly library: Library;
	readonly location: ViewLocation;
	readonly workbench: Workbench;
	readonly imports: ImportJob;
	readonly customers: CustomerList;
	readonly requests: RequestCounter;
	readonly updates = new Updates();
	readonly speaker: Speaker;
	readonly analysisApi: AnalysisApi;
	readonly appVersion: string;
	readonly now: () => number;
	readonly #navigate: AppSurroundings['navigate'];

	constructor(around: AppSurroundings) {
		this.speaker = around.speaker;
		this.analysisApi = around.analysisApi;
		this.appVersion = around.appVersion;
		this.now = around.now;
		this.#navigate = around.navigate;
		this.settings = new Settings(around.store, around.languages);
		this.memory = new Memory(around.store);
		this.library = new Library(around.libraryApi, around.store, around.pledge, around.now);
		this.requests = new RequestCounter(around.origin);
		this.location = new ViewLocation((query, mode) => around.navigate(null, query, mode), around.now);
		this.workbench = new Workbench({
			settings: this.settings,
			library: this.library,
			location: this.location,
			analysis: around.analysisApi,
			libraryApi: around.libraryApi,
			notify: (text) => around.speaker.toast(text),
			goToData: () => this.goTo('start'),
			lastWorkspace: () => this.memory.workspace,
			describe: (mark, analysis) => describeMark(mark, analysis, this.settings.t)
		});
		this.customers = new CustomerList(around.analysisApi, this.workbench);
		this.imports = new ImportJob({
			api: around.importApi,
			workspaceFor: async (target) => {
				await this.library.askToPersist();
				if (target.kind === 'existing') return { ok: true, value: target.workspaceId };
				const made = await this.library.createWorkspace(target.name, target.sample ? 'sample' : 'client');
				return made.ok ? { ok: true, value: made.value.id } : made;
			},
			onStored: async () => this.library.refresh(),
			now: around.now,
			newId: around.newId,
			settleMs: 250
		});
	}

	/** Query that a link to a screen carries. */
	queryFor(screen: ScreenId): string {
		return screen === 'start' ? '' : this.location.query;
	}

	/** Goes to a screen with the view as it is. */
	goTo(screen: ScreenId): void {
		if (screen === 'start') this.location.set(emptyView);
		else this.location.set({ ...this.location.view, selection: null });
		this.#navigate(screenPath(screen), this.queryFor(screen), 'push');
	}

	/** Opens a workspace, one of its datasets, or a snapshot, on a screen. Parameters of another client stay behind. */
	open(what: Pick<ViewState, 'workspace' | 'dataset' | 'snapshot'>, screen: ScreenId = 'overview'): void {
		this.location.set({ ...emptyView, ...what });
		if (what.workspace !== null) this.memory.workspace = what.workspace;
		this.#navigate(screenPath(screen), this.location.query, 'push');
	}
}
