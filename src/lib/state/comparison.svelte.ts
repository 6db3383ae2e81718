import type {
	AnalysisRequest,
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
import { ComparedSides } from './compared-sides.ts';
import { Sharing } from './sharing.svelte.ts';

/** Which two states are compared, as the address says, and what comes of it. Made by a component: it follows. */
export class ComparisonState {
	readonly #app: App;
	readonly #answer = new Resource<{ readonly key: string; readonly comparison: StateComparison }>();
	readonly sides: ComparedSides;
	readonly #sharing: Sharing;
	#hideSmall = $state<boolean | null>(null);
	#share = $state<number | null>(null);
	#stopped = $state(false);

	constructor(app: App) {
		this.#app = app;
		this.sides = new ComparedSides(app);
		this.#sharing = new Sharing(app);
		$effect(() => this.ask());
	}

	/** Groups of fewer are hidden, where any are: as in other files of the workspace. */
	get threshold(): number {
		return this.#sharing.hideBelow ?? 5;
	}

	/** Hides groups of fewer in the file, and on the screen so that it can be looked at before: at first, if an earlier file did. */
	get hideSmall(): boolean {
		return this.#hideSmall ?? this.#sharing.hideBelow !== null;
	}

	set hideSmall(hide: boolean) {
		this.#hideSmall = hide;
	}

	/** Null where nothing is hidden. */
	get hideBelow(): number | null {
		return this.hideSmall ? this.threshold : null;
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

	/** What share of the work under way is done, 0 to 1; null while nothing is said of it. */
	get share(): number | null {
		return this.loading ? this.#share : null;
	}

	/** `cancelled` after `stop` alone: a question that another took the place of has not failed. */
	get error(): ErrorRecord | null {
		const { error } = this.#answer;
		return error?.code === 'cancelled' && !this.#stopped ? null : error;
	}

	/** Gives up what is under way. */
	stop(): void {
		this.#stopped = true;
		void this.#app.analysisApi.cancel();
	}

	/** Asks for the states that are chosen, once both are there. */
	ask(): void {
		const key = this.#key;
		const request = this.#request();
		if (request === null || key === null) return;
		void this.#answer.ask(key, async () => {
			this.#stopped = false;
			this.#share = null;
			const answer = await this.#app.analysisApi.compare(request, (share) => (this.#share = share));
			return answer.ok ? { ok: true, value: { key, comparison: answer.value } } : answer;
		});
	}

	/** The comparison as a page to read. */
	file(): Promise<Envelope<Blob>> {
		const request = this.#request();
		if (request === null)
			return Promise.resolve({ ok: false, error: { code: 'dataset-not-open', params: {} } });
		this.#sharing.hideBelow = request.hideBelow;
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
		const { settings, workbench, now, appVersion } = this.#app;
		const { asked, hasNow } = this.sides;
		if (asked === null) return null;
		// Data that are about to be open may be those behind a snapshot: it is worth the wait.
		if ((asked.now.length > 0 || hasNow) && workbench.dataset === null && workbench.openError === null)
			return null;
		return {
			...asked,
			locale: settings.locale,
			hideBelow: this.hideBelow,
			appVersion,
			nowMs: now(),
			day: formatDay(Math.floor(now() / 86_400_000))
		};
	}
}
