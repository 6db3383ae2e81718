import { messagesFor, type Locale } from '#lib/i18n/messages.ts';
import type { ErrorRecord, LossReasons, OpenDataset, RowNames, StatusMeaning } from '#lib/api/index.ts';
import type {
	AnalysisResource,
	AnalysisView,
	MarkSelection,
	MethodId,
	MethodParams,
	MethodResults,
	ViewFrame
} from '#lib/state/view-contract.ts';
import { answers, shopFrame } from '../../support/shop.ts';

type Chosen = { [M in MethodId]: Partial<MethodParams[M]> };

/** The world of a screen without workers: real answers about the test shop, and a record of what was asked. */
export class FakeView implements AnalysisView {
	readonly locale: Locale;
	readonly messages;
	readonly money = { scale: 2, currency: 'EUR' };
	readonly datasetName = 'Test shop';
	dataset: OpenDataset | null = $state.raw(null);
	opening = $state(false);
	/** A workspace whose tables are all that it has. */
	withoutOrders = $state(false);
	openError: ErrorRecord | null = $state.raw(null);
	readOnly = $state(false);
	frame: ViewFrame | null = $state.raw(shopFrame);
	selection: MarkSelection | null = $state.raw(null);
	/** Instead of an answer. */
	failure: ErrorRecord | null = $state.raw(null);
	pending = $state(false);
	replaced: Partial<{ [M in MethodId]: MethodResults[M] }> = $state.raw({});
	/** The mark whose screen was opened. */
	shown: MarkSelection | null = null;
	looks: Readonly<Record<string, string | null>> = $state.raw({});
	#reasons: LossReasons | null = $state.raw(null);
	#statuses: readonly StatusMeaning[] | null = $state.raw(null);
	readonly explained: string[] = [];
	readonly opened: MethodId[] = [];
	readonly notified: string[] = [];
	retries = 0;
	wentToData = 0;
	#chosen = $state.raw<Chosen>({
		overview: {},
		findings: {},
		rfm: {},
		lifecycle: {},
		migration: {},
		retention: {},
		origins: {},
		churn: {},
		contracts: {},
		value: {},
		contribution: {}
	});

	constructor(locale: Locale = 'en') {
		this.locale = locale;
		this.messages = messagesFor(locale);
	}

	get base() {
		return this.dataset;
	}

	lacksOrders(): boolean {
		return this.withoutOrders;
	}

	resource<M extends MethodId>(method: M): AnalysisResource<MethodResults[M]> {
		const answer = () => this.#answer(method);
		const view = () => ({ pending: this.pending, failure: this.failure });
		const retried = () => {
			this.retries++;
		};
		return {
			get current() {
				const result = view().pending || view().failure ? undefined : answer();
				return result && { result, provenance: 'f'.repeat(64) };
			},
			get loading() {
				return view().pending;
			},
			get share() {
				return null;
			},
			get error() {
				return view().failure;
			},
			retry: retried,
			stop: () => undefined
		};
	}

	#answer<M extends MethodId>(method: M): MethodResults[M] {
		const { replaced } = this;
		const run = answers[method] as (params: object) => MethodResults[M];
		return (replaced[method] as MethodResults[M] | undefined) ?? run(this.#chosen[method]);
	}

	params<M extends MethodId>(method: M): Partial<MethodParams[M]> {
		return this.#chosen[method];
	}

	setParams<M extends MethodId>(method: M, change: Partial<MethodParams[M]>): void {
		this.#chosen = { ...this.#chosen, [method]: { ...this.#chosen[method], ...change } };
	}

	resetParams(method: MethodId): void {
		this.#chosen = { ...this.#chosen, [method]: {} };
	}

	get lossReasons() {
		return {
			current: this.#reasons,
			keep: (reasons: LossReasons | null) => {
				this.#reasons = reasons;
			}
		};
	}

	get contractStatuses() {
		return {
			current: this.#statuses,
			keep: (statuses: readonly StatusMeaning[] | null) => {
				this.#statuses = statuses;
			}
		};
	}

	rowNames(method: MethodId, table: string): Promise<RowNames | null> {
		const customers = this.#answer(method).tables[table]?.columns['customer'];
		if (this.readOnly || !(customers instanceof Uint32Array)) return Promise.resolve(null);
		const keys = Array.from(customers, (who) => `customer ${who}`);
		return Promise.resolve({ provenance: 'f'.repeat(64), keys, names: null });
	}

	look(picture: string): string | null {
		return this.looks[picture] ?? null;
	}

	setLook(picture: string, look: string | null): void {
		this.looks = { ...this.looks, [picture]: look };
	}

	select(selection: MarkSelection | null): void {
		this.selection = selection;
	}

	show<M extends MethodId>(
		selection: MarkSelection & { readonly method: M },
		params: Partial<MethodParams[M]>
	): void {
		this.#chosen = { ...this.#chosen, [selection.method]: params };
		this.shown = selection;
	}

	open(method: MethodId): void {
		this.opened.push(method);
	}

	explain(method: MethodId, formulaId?: string): void {
		this.explained.push(`${method}/${formulaId ?? ''}`);
	}

	goToData(): void {
		this.wentToData++;
	}

	notify(text: string): void {
		this.notified.push(text);
	}
}
