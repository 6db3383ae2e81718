import type { ErrorRecord, ImportApi, Progress, Workspace } from '#lib/api/index.ts';
import type { Library } from './library.svelte.ts';
import type { ViewLocation } from './view-location.svelte.ts';
import type { Workbench } from './workbench.svelte.ts';
import { emptyView } from './view-state.ts';

/** What it needs of the rest of the app. */
export interface RowsSurroundings {
	readonly workbench: Pick<Workbench, 'workspace'>;
	readonly library: Pick<Library, 'workspace' | 'refresh'>;
	readonly location: Pick<ViewLocation, 'set'>;
	readonly importApi: Pick<ImportApi, 'verifyRows' | 'cancel'>;
	readonly now: () => number;
	open(what: { readonly workspace: string; readonly dataset: null; readonly snapshot: null }): void;
}

/** The workspace that is open where it came with a snapshot, rows and all, and whether its rows give what the snapshot says. */
export class ReceivedRows {
	#running = $state.raw<{ readonly job: string; readonly workspace: string } | null>(null);
	#progress = $state.raw<Progress | null>(null);
	#failed = $state.raw<{ readonly workspace: string; readonly error: ErrorRecord } | null>(null);
	#turn = 0;
	readonly #app: RowsSurroundings;

	constructor(app: RowsSurroundings) {
		this.#app = app;
	}

	/** Null where the open workspace is a client's own. */
	get workspace(): Workspace | null {
		const { workspace } = this.#app.workbench;
		return workspace?.origin === undefined ? null : workspace;
	}

	get running(): boolean {
		return this.#running !== null && this.#running.workspace === this.workspace?.id;
	}

	get progress(): Progress | null {
		return this.running ? this.#progress : null;
	}

	get error(): ErrorRecord | null {
		return this.#failed !== null && this.#failed.workspace === this.workspace?.id ? this.#failed.error : null;
	}

	/** Opens a workspace as its snapshot looks at it, and compares the two where that was not done yet. */
	open(id: string): void {
		const origin = this.#app.library.workspace(id)?.origin;
		if (origin === undefined) return;
		this.#app.open({ workspace: id, dataset: null, snapshot: null });
		this.showAsMade(id);
		if (origin.verified === undefined) void this.verify(id);
	}

	/** The days and parameters of the snapshot, on the present screen. */
	showAsMade(id: string): void {
		const origin = this.#app.library.workspace(id)?.origin;
		if (origin === undefined) return;
		const window = origin.from === null ? emptyView.window : { kind: 'from' as const, day: origin.from };
		this.#app.location.set({ ...emptyView, workspace: id, window });
	}

	async verify(id: string): Promise<void> {
		if (this.#running !== null) return;
		const job = `rows:${this.#app.now()}:${++this.#turn}`;
		this.#running = { job, workspace: id };
		this.#progress = null;
		this.#failed = null;
		const answer = await this.#app.importApi.verifyRows(job, id, (progress) => {
			if (this.#running?.job === job) this.#progress = progress;
		});
		this.#running = null;
		if (answer.ok) await this.#app.library.refresh();
		else if (answer.error.code !== 'cancelled') this.#failed = { workspace: id, error: answer.error };
	}

	cancel(): void {
		if (this.#running !== null) void this.#app.importApi.cancel(this.#running.job);
	}
}
