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
	Workspace
} from '#lib/api/index.ts';
import type { MoneyStyle } from '#lib/i18n/format.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';
import { answerResource } from './answer-resource.ts';
import type { AnalysisSource } from './analysis-source.ts';
import { KeptSetting, type SettingStore } from './kept-setting.ts';
import { MethodAnswers } from './method-answer.svelte.ts';
import { OpenContent } from './open-content.svelte.ts';
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
	readonly content: OpenContent;
	readonly #catalogue = new Resource<readonly MethodDefinition[]>();
	readonly #answers = new MethodAnswers();
	readonly #store: SettingStore = {
		update: (change) => this.#around.library.updateWorkspace(change),
		refused: (error) => this.#around.refused(error)
	};
	readonly lossReasons = new KeptSetting('lossReasons', this, this.#store);
	readonly contractStatuses = new KeptSetting('contractStatuses', this, this.#store);
	readonly #mark: OpenMark;
	#explaining = $state.raw<{ readonly method: MethodId; readonly formula: string | null } | null>(null);

	readonly frame: ViewFrame | null = $derived.by(() => {
		if (this.readOnly) {
			const content = this.snapshot;
			return (content?.analyses[0]?.result ?? content?.disclosed?.sections[0])?.frame ?? null;
		}
		if (this.base === null) return null;
		const asOf = this.#asOf ?? this.base.lastDay;
		return { asOf, from: windowStart(this.#around.location.view.window, asOf), ...this.#calendar };
	});

	constructor(around: WorkbenchSurroundings) {
		this.#around = around;
		this.content = new OpenContent({ ...around, refunds: () => this.refunds });
		this.#mark = new OpenMark(
			around,
			(method) => this.#answers.of(method).current,
			() => this.readOnly
		);
	}

	get selection(): MarkSelection | null {
		return this.#mark.current;
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

	get workspace(): Workspace | null {
		return this.content.workspace;
	}

	get manifest(): DatasetManifest | null {
		return this.content.manifest;
	}

	get source(): AnalysisSource | null {
		return this.content.source;
	}

	get snapshot(): OpenSnapshot | null {
		return this.content.snapshot;
	}

	get snapshotId(): string | null {
		return this.content.snapshotId;
	}

	get base(): OpenBase | null {
		return this.content.base;
	}

	get dataset(): OpenDataset | null {
		return this.content.dataset;
	}

	get opening(): boolean {
		return this.content.opening;
	}

	get openError(): ErrorRecord | null {
		return this.content.error;
	}

	get readOnly(): boolean {
		return this.content.readOnly;
	}

	lacksOrders(method: MethodId | null): boolean {
		return this.content.lacksOrders(method);
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

	/** Where weeks and years begin in this workspace. */
	get #calendar(): Pick<ViewFrame, 'weekStart' | 'yearStart'> {
		const { weekStart = 1, yearStart } = this.workspace?.settings ?? {};
		return { weekStart, ...(yearStart !== undefined && { yearStart }) };
	}

	get refunds(): RefundRule {
		if (this.snapshot !== null) return this.snapshot.refunds;
		return this.#around.location.view.refunds ?? this.workspace?.settings.refunds ?? 'net';
	}

	get window(): WindowChoice {
		return this.#around.location.view.window;
	}

	/** Definitions of all methods: the snapshot's own when one is open. */
	get definitions(): readonly MethodDefinition[] {
		return this.snapshot?.definitions ?? this.#catalogue.current ?? [];
	}

	get explaining(): { readonly method: MethodId; readonly formula: string | null } | null {
		return this.#explaining;
	}

	/** Keeps what is open in step with the address, and knows the methods once it is. Call once, where effects may live. */
	keepOpen(): void {
		this.content.keep();
		$effect(() => {
			if (this.source?.readOnly === false) {
				void this.#catalogue.ask('catalogue', () => this.#around.analysis.catalogue());
			}
		});
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
