import type {
	Analysis,
	AnalysisRequest,
	DatasetManifest,
	ErrorRecord,
	MethodDefinition,
	OpenBase,
	OpenDataset,
	OpenSnapshot,
	RowNames,
	RefundRule,
	Workspace,
	WorkspaceChange
} from '#lib/api/index.ts';
import type { MoneyStyle } from '#lib/i18n/format.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';
import { answerResource } from './answer-resource.ts';
import {
	datasetSource,
	isDataset,
	snapshotSource,
	tablesSource,
	type AnalysisSource,
	type Opened
} from './analysis-source.ts';
import { KeptSetting } from './kept-setting.ts';
import { MethodAnswers } from './method-answer.svelte.ts';
import { OpenMark } from './open-mark.svelte.ts';
import { Resource } from './resource.svelte.ts';
import { screenOfMethod } from './screens.ts';
import type {
	AnalysisResource,
	AnalysisView,
	MarkSelection,
	MethodId,
	MethodParams,
	ParamsChange,
	MethodResults,
	ViewFrame
} from './view-contract.ts';
import { defaultAsOf, defaultParams } from './workspace-defaults.ts';
import type { WorkbenchSurroundings } from './workbench-surroundings.ts';
import { windowStart, type WindowChoice } from './view-state.ts';

/** What is being looked at: a dataset or a snapshot, through a frame and parameters. One per page. */
export class Workbench implements AnalysisView {
	readonly #around: WorkbenchSurroundings;
	readonly #opened = new Resource<Opened>();
	readonly #snapshot = new Resource<{ readonly id: string; readonly content: OpenSnapshot }>();
	readonly #catalogue = new Resource<readonly MethodDefinition[]>();
	readonly #answers = new MethodAnswers();
	readonly #update = (change: WorkspaceChange) => this.#around.library.updateWorkspace(change);
	readonly lossReasons = new KeptSetting('lossReasons', this, this.#update);
	readonly contractStatuses = new KeptSetting('contractStatuses', this, this.#update);
	readonly #mark: OpenMark;
	#explaining = $state.raw<{ readonly method: MethodId; readonly formula: string | null } | null>(null);

	readonly workspace: Workspace | null = $derived.by(() => {
		const { library, location, lastWorkspace } = this.#around;
		if (location.view.snapshot !== null) return null;
		return library.workspace(location.view.workspace ?? lastWorkspace());
	});
	/** The dataset that the address names, else the newest of the workspace. */
	readonly manifest: DatasetManifest | null = $derived.by(() => {
		if (this.snapshotId !== null) return this.#snapshotContent?.dataset ?? null;
		const datasets = this.#around.library.datasetsOf(this.workspace?.id ?? null);
		return (
			datasets.find((dataset) => dataset.id === this.#around.location.view.dataset) ?? datasets[0] ?? null
		);
	});
	readonly source: AnalysisSource | null = $derived.by(() => {
		const { analysis, library } = this.#around;
		if (this.snapshotId !== null) {
			const content = this.#snapshotContent;
			return content === null || this.manifest === null ? null : snapshotSource(this.snapshotId, content);
		}
		if (this.workspace === null) return null;
		const { id } = this.workspace;
		const links = library.linkKey(id);
		if (this.manifest !== null) return datasetSource(analysis, this.manifest, this.decided, links);
		return library.tablesOf(id).length > 0 ? tablesSource(analysis, id, links) : null;
	});
	readonly frame: ViewFrame | null = $derived.by(() => {
		if (this.readOnly) {
			const content = this.#snapshotContent;
			return (content?.analyses[0]?.result ?? content?.disclosed?.sections[0])?.frame ?? null;
		}
		if (this.base === null) return null;
		const asOf = this.#asOf ?? this.base.lastDay;
		return { asOf, from: windowStart(this.#around.location.view.window, asOf), ...this.#calendar };
	});

	constructor(around: WorkbenchSurroundings) {
		this.#around = around;
		this.#mark = new OpenMark(
			around,
			(method) => this.#answers.of(method).current,
			() => this.readOnly
		);
	}

	get selection(): MarkSelection | null {
		return this.#mark.current;
	}

	get snapshotId(): string | null {
		return this.#around.location.view.snapshot;
	}

	get #snapshotContent(): OpenSnapshot | null {
		const current = this.#snapshot.current;
		return current !== null && current.id === this.snapshotId ? current.content : null;
	}

	get snapshot(): OpenSnapshot | null {
		return this.#snapshotContent;
	}

	get locale(): Locale {
		return this.#around.settings.locale;
	}

	get messages(): Messages {
		return this.#around.settings.t;
	}

	get money(): MoneyStyle {
		return { scale: this.manifest?.scale ?? 2, currency: this.currency };
	}

	/** What the data says, else what the workspace says. */
	get currency(): string | null {
		return this.manifest?.currency ?? (this.readOnly ? null : (this.workspace?.settings.currency ?? null));
	}

	get datasetName(): string {
		return this.manifest?.name ?? '';
	}

	get readOnly(): boolean {
		return this.snapshotId !== null;
	}

	get base(): OpenBase | null {
		const opened = this.#opened.current;
		// What was opened of another version, or by other links, answers for other data.
		return this.readOnly || opened === null || opened.key !== this.source?.key ? null : opened.content;
	}

	get dataset(): OpenDataset | null {
		const { base } = this;
		return base !== null && isDataset(base) ? base : null;
	}

	get opening(): boolean {
		if (this.#around.library.status === 'starting') return true;
		return this.readOnly ? this.#snapshot.loading : this.base === null && this.#opened.loading;
	}

	get openError(): ErrorRecord | null {
		return this.readOnly ? this.#snapshot.error : this.#opened.error;
	}

	lacksOrders(method: MethodId | null): boolean {
		if (this.readOnly || this.manifest !== null || this.source === null) return false;
		const { base, openError } = this;
		if (base === null) return openError?.code === 'orders-needed';
		if (method === 'contracts') return false;
		return method !== 'rfm' || base.eventTables.length === 0;
	}

	/** The as-of date that is chosen, or that the workspace begins with; null = the latest order. */
	get #asOf(): number | null {
		const { asOf } = this.#around.location.view;
		if (asOf !== null || this.base === null) return asOf;
		return defaultAsOf(this.workspace?.settings.asOf, this.base);
	}

	/** The as-of date where none is chosen; NaN while nothing is open. */
	get asOfByDefault(): number {
		if (this.base === null) return NaN;
		return defaultAsOf(this.workspace?.settings.asOf, this.base) ?? this.base.lastDay;
	}

	/** The version of the workspace's decisions about same customers. */
	get decided(): number {
		return this.workspace?.sameCustomers?.version ?? 0;
	}

	/** Where weeks and years begin in this workspace. */
	get #calendar(): Pick<ViewFrame, 'weekStart' | 'yearStart'> {
		const { weekStart = 1, yearStart } = this.workspace?.settings ?? {};
		return { weekStart, ...(yearStart !== undefined && { yearStart }) };
	}

	get refunds(): RefundRule {
		if (this.#snapshotContent !== null) return this.#snapshotContent.refunds;
		return this.#around.location.view.refunds ?? this.workspace?.settings.refunds ?? 'net';
	}

	get window(): WindowChoice {
		return this.#around.location.view.window;
	}

	/** Definitions of all methods: the snapshot's own when one is open. */
	get definitions(): readonly MethodDefinition[] {
		return this.#snapshotContent?.definitions ?? this.#catalogue.current ?? [];
	}

	get explaining(): { readonly method: MethodId; readonly formula: string | null } | null {
		return this.#explaining;
	}

	/** Keeps the open dataset, or snapshot, in step with the address. Call once, where effects may live. */
	keepOpen(): void {
		$effect(() => {
			const id = this.snapshotId;
			if (id === null || this.#around.library.status !== 'ready') return;
			void this.#snapshot.ask(id, async () => {
				const answer = await this.#around.libraryApi.snapshot(id);
				return answer.ok ? { ok: true, value: { id, content: answer.value } } : answer;
			});
		});
		$effect(() => {
			const { source, refunds } = this;
			if (source === null) this.#opened.clear();
			else this.#open(source, refunds);
		});
		$effect(() => {
			if (this.source?.readOnly === false) {
				void this.#catalogue.ask('catalogue', () => this.#around.analysis.catalogue());
			}
		});
	}

	/** Tries again to open what could not be opened. */
	retryOpen(): void {
		const { source, refunds } = this;
		if (source !== null) this.#open(source, refunds);
	}

	#open({ key, open }: AnalysisSource, refunds: RefundRule): void {
		if (open !== null) void this.#opened.ask(`${key}:${refunds}`, () => open(refunds));
	}

	/** The question that a method is asked under the present view. */
	request(method: string): AnalysisRequest {
		const { view } = this.#around.location;
		return {
			method,
			params: { ...defaultParams(method, this.workspace, this.base), ...view.params[method] },
			frame: { asOf: this.#asOf, from: this.frame?.from ?? null, ...this.#calendar },
			refunds: this.refunds
		};
	}

	/** The latest answer of a method, if any screen asked for it. */
	answer(method: string): Analysis | null {
		return this.#answers.of(method).currentOf(this.source?.key ?? null);
	}

	/** What R, F and M of customers are, as far as it differs from the defaults. */
	get scoring(): Partial<MethodParams['rfm']> {
		return this.request('rfm').params;
	}

	resource<M extends MethodId>(method: M): AnalysisResource<MethodResults[M]> {
		const answer = this.#answers.of(method);
		const ask = (): void => {
			const { source, frame } = this;
			if (source === null || frame === null || this.lacksOrders(method)) return;
			answer.ask(source, this.request(method));
		};
		$effect(ask);
		return answerResource<M>(answer, {
			source: () => this.source?.key ?? null,
			ask,
			stop: () => {
				this.#answers.stop();
				void this.#around.analysis.cancel();
			}
		});
	}

	params<M extends MethodId>(method: M): Partial<MethodParams[M]> {
		return (this.#around.location.view.params[method] ?? {}) as Partial<MethodParams[M]>;
	}

	setParams<M extends MethodId>(method: M, change: ParamsChange<M>): void {
		if (!this.readOnly) this.#around.location.setParams(method, change);
	}

	resetParams(method: MethodId): void {
		if (!this.readOnly) this.#around.location.resetParams(method);
	}

	async rowNames(method: MethodId, table: string): Promise<RowNames | null> {
		if (this.readOnly) return null;
		const answer = await this.#around.analysis.rowNames(this.request(method), table);
		return answer.ok ? answer.value : null;
	}

	look(picture: string): string | null {
		return this.#around.location.view.looks[picture] ?? null;
	}

	setLook(picture: string, look: string | null): void {
		this.#around.location.setLook(picture, look);
	}

	select(selection: MarkSelection | null): void {
		if (this.readOnly) return;
		const mark = selection && { method: selection.method, table: selection.table, row: selection.row };
		this.#mark.name(selection);
		this.#around.location.update({ selection: mark }, 'selection');
	}

	/** Says what the mark that is open is called, where its address does not. */
	nameMark(selection: MarkSelection): void {
		this.#mark.name(selection);
	}

	show<M extends MethodId>(
		selection: MarkSelection & { readonly method: M },
		params: Partial<MethodParams[M]>
	): void {
		const { method, table, row } = selection;
		const { location, goTo } = this.#around;
		if (this.readOnly) {
			goTo(screenOfMethod(method));
			return;
		}
		const mark = { method, table, row };
		this.#mark.name(selection);
		const others = Object.entries(location.view.params).filter(([id]) => id !== method);
		const own = Object.keys(params).length === 0 ? [] : [[method, params] as const];
		location.set({ ...location.view, params: Object.fromEntries([...others, ...own]), selection: mark });
		goTo(screenOfMethod(method));
	}

	open(method: MethodId): void {
		const { location, goTo } = this.#around;
		location.set({ ...location.view, selection: null });
		goTo(screenOfMethod(method));
	}

	explain(method: MethodId, formulaId?: string): void {
		this.#explaining = { method, formula: formulaId ?? null };
	}

	closeExplanation(): void {
		this.#explaining = null;
	}

	goToData(): void {
		this.#around.goToData();
	}

	notify(text: string): void {
		this.#around.notify(text);
	}
}
