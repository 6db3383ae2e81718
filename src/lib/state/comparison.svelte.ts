import type {
	AnalysisRequest,
	ComparedWith,
	StateComparison,
	ComparisonRequest,
	Envelope,
	ErrorRecord,
	ReportRequest,
	SnapshotSummary
} from '#lib/api/index.ts';
import { formatDay } from '#lib/i18n/format.ts';
import type { App } from './app.svelte.ts';
import { reportMethods } from './report-methods.ts';
import { Resource } from './resource.svelte.ts';

/** How "now" is called in the address. */
export const NOW = 'now';

/** Which two states are compared, as the address says, and what comes of it. Made by a component: it follows. */
export class ComparisonState {
	readonly #app: App;
	readonly #answer = new Resource<{ readonly key: string; readonly comparison: StateComparison }>();
	/** Hides groups of fewer in the file, and on the screen so that it can be looked at before. */
	hideSmall = $state(false);

	constructor(app: App) {
		this.#app = app;
		$effect(() => this.ask());
	}

	/** Snapshots that can be chosen, latest first. */
	get snapshots(): readonly SnapshotSummary[] {
		const { library, workbench } = this.#app;
		const opened = library.snapshots.find(({ id }) => id === workbench.snapshotId);
		return library.snapshotsOf(workbench.workspace?.id ?? opened?.workspaceId ?? null);
	}

	/** Whether a dataset is open, or will be, whose state of now can be chosen. */
	get hasNow(): boolean {
		const { workbench } = this.#app;
		return !workbench.readOnly && workbench.manifest !== null;
	}

	/** The id of the snapshot chosen as the earlier state, or `NOW`; null where there is nothing to choose. */
	get first(): string | null {
		return this.#chosen('a') ?? this.snapshots.find(({ id }) => id !== this.#chosen('b'))?.id ?? null;
	}

	get second(): string | null {
		const chosen = this.#chosen('b');
		if (chosen !== null) return chosen;
		if (this.hasNow && this.first !== NOW) return NOW;
		return this.snapshots.find(({ id }) => id !== this.first)?.id ?? null;
	}

	choose(a: string | null, b: string | null): void {
		this.#app.location.setParams('compare', { a: a ?? undefined, b: b ?? undefined });
	}

	/** The answer for the states that are chosen now; null until it is here. */
	get current(): StateComparison | null {
		const answer = this.#answer.current;
		return answer !== null && answer.key === this.#key ? answer.comparison : null;
	}

	/** The answer before, while the next one is under way. */
	get latest(): StateComparison | null {
		return this.#answer.current?.comparison ?? null;
	}

	get loading(): boolean {
		return this.#answer.loading;
	}

	get error(): ErrorRecord | null {
		return this.#answer.error;
	}

	/** Asks for the states that are chosen, once both are there. */
	ask(): void {
		const key = this.#key;
		const request = this.#request();
		if (request === null || key === null) return;
		void this.#answer.ask(key, async () => {
			const answer = await this.#app.analysisApi.compare(request);
			return answer.ok ? { ok: true, value: { key, comparison: answer.value } } : answer;
		});
	}

	/** The comparison as a page to read. */
	file(): Promise<Envelope<Blob>> {
		const request = this.#request();
		if (request === null)
			return Promise.resolve({ ok: false, error: { code: 'dataset-not-open', params: {} } });
		return this.#app.analysisApi.comparisonFile(request);
	}

	/** Keeps the state of now as a snapshot of the workspace. */
	async keep(label: string, note: string): Promise<Envelope<SnapshotSummary>> {
		const { workbench, analysisApi, library } = this.#app;
		const { workspace } = workbench;
		if (workspace === null) return { ok: false, error: { code: 'dataset-not-open', params: {} } };
		const file = await analysisApi.report(this.#keeping(label, note), 'snapshot', null);
		if (!file.ok) return file;
		const kept = { workspaceId: workspace.id, note };
		return library.keepSnapshot(new File([file.value], label, { type: 'application/json' }), kept);
	}

	#keeping(title: string, notes: string): ReportRequest {
		const { settings, now, appVersion, workbench } = this.#app;
		return {
			...{ title, notes, preparedFor: '', locale: settings.locale, nowMs: now(), appVersion },
			sections: this.#questions,
			currency: workbench.currency,
			hideBelow: null,
			sharing: null,
			standings: true
		};
	}

	#chosen(side: 'a' | 'b'): string | null {
		const id = this.#app.location.view.params['compare']?.[side];
		if (id === NOW) return this.hasNow ? NOW : null;
		return this.snapshots.find((snapshot) => snapshot.id === id)?.id ?? null;
	}

	get #questions(): AnalysisRequest[] {
		return reportMethods.map((method) => this.#app.workbench.request(method));
	}

	/** Names the question; null while a state is missing or the dataset is not open yet. */
	get #key(): string | null {
		const request = this.#request();
		if (request === null) return null;
		const { nowMs: _, ...rest } = request;
		const { workbench } = this.#app;
		const usesNow = request.first.kind === 'now' || request.second.kind === 'now';
		return JSON.stringify([rest, usesNow ? workbench.source?.key : '']);
	}

	#request(): ComparisonRequest | null {
		const { first, second } = this;
		const { settings, workbench, now, appVersion } = this.#app;
		if (first === null || second === null || first === second) return null;
		const usesNow = first === NOW || second === NOW;
		// Data that are about to be open may be those behind a snapshot: it is worth the wait.
		if ((usesNow || this.hasNow) && workbench.dataset === null && workbench.openError === null) return null;
		const side = (id: string): ComparedWith => (id === NOW ? { kind: NOW } : { kind: 'snapshot', id });
		return {
			first: side(first),
			second: side(second),
			now: usesNow ? this.#questions : [],
			locale: settings.locale,
			hideBelow: this.hideSmall ? 5 : null,
			appVersion,
			nowMs: now(),
			day: formatDay(Math.floor(now() / 86_400_000))
		};
	}
}
