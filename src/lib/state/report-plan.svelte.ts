import {
	WHOLE_METHOD,
	type LayoutItem,
	type ReportLayout,
	type ReportTemplate,
	type Workspace
} from '#lib/api/index.ts';
import { errorText } from '#lib/i18n/coded.ts';
import { noHistory, remembered, travelled, type History } from './history.ts';
import { isMethod } from './is-method.ts';
import type { Library } from './library.svelte.ts';
import { viewOf } from './piece-question.ts';
import { plainLayout, templateItems, type NewItem } from './report-templates.ts';
import type { Settings } from './settings.svelte.ts';
import type { Speaker } from './speaker.ts';
import type { ViewLocation } from './view-location.svelte.ts';
import type { Workbench } from './workbench.svelte.ts';

/** Typing is stored when it pauses for so long. */
const SETTLE_MS = 300;

/** A chart or table on the screen of the moment, which can be put into the report. */
export interface Offer {
	/** Method and piece: "lifecycle.funnel". */
	readonly piece: string;
	readonly title: string;
}

/** What the plan needs of the rest of the app. */
export interface PlanSurroundings {
	readonly workbench: Pick<Workbench, 'workspace' | 'dataset'>;
	readonly location: Pick<ViewLocation, 'view'>;
	readonly library: Pick<Library, 'workspace' | 'updateWorkspace'>;
	readonly settings: Pick<Settings, 't'>;
	readonly speaker: Pick<Speaker, 'toast' | 'problem'>;
	readonly newId: () => string;
}

/** The report of the open workspace: what it consists of, kept with the workspace; changes can be taken back. */
export class ReportPlan {
	#chosen = $state.raw<{ readonly workspace: string; readonly layout: ReportLayout } | null>(null);
	#history = $state.raw<{ readonly workspace: string; readonly of: History<ReportLayout> } | null>(null);
	#offers = $state.raw<readonly Offer[]>([]);
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #app: PlanSurroundings;

	constructor(app: PlanSurroundings) {
		this.#app = app;
	}

	get #workspace(): Workspace | null {
		return this.#app.workbench.workspace;
	}

	get #hasContracts(): boolean {
		return (this.#app.workbench.dataset?.contractTables.length ?? 0) > 0;
	}

	readonly layout: ReportLayout = $derived.by(() => {
		const workspace = this.#workspace;
		if (this.#chosen !== null && this.#chosen.workspace === workspace?.id) return this.#chosen.layout;
		return workspace?.settings.report ?? plainLayout(this.#hasContracts);
	});

	/** Whether there is a report to put something into: a snapshot has its own. */
	get isOpen(): boolean {
		return this.#workspace !== null && this.#app.workbench.dataset !== null;
	}

	/** Changes the report; several changes about one thing are one to take back. */
	change(change: Partial<ReportLayout>, about: string | null = null): void {
		const workspace = this.#workspace;
		if (workspace === null) return;
		const history = remembered(this.#past, this.layout, about);
		this.#history = { workspace: workspace.id, of: history };
		this.#put(workspace, { ...this.layout, ...change });
	}

	/** Puts an item in, after another one or at the end. Answers its id. */
	add(item: NewItem, after: string | null = null): string {
		const id = this.#app.newId();
		const { items } = this.layout;
		const at = after === null ? items.length : items.findIndex((one) => one.id === after) + 1;
		this.change({ items: items.toSpliced(at, 0, { ...item, id }) });
		return id;
	}

	/** Changes the words of an item. */
	edit(id: string, change: Partial<LayoutItem>): void {
		const items = this.layout.items.map((item) =>
			item.id === id ? ({ ...item, ...change } as LayoutItem) : item
		);
		this.change({ items }, `item ${id} ${Object.keys(change).join()}`);
	}

	/** Puts other items in an item's place; none removes it. */
	replace(id: string, by: readonly NewItem[]): void {
		const items = this.layout.items.flatMap((item): LayoutItem[] =>
			item.id === id ? by.map((one) => ({ ...one, id: this.#app.newId() })) : [item]
		);
		this.change({ items });
	}

	/** Moves an item to a place; beyond the ends it stays at the end. */
	move(id: string, to: number): void {
		const { items } = this.layout;
		const from = items.findIndex((item) => item.id === id);
		const item = items[from];
		const place = Math.max(0, Math.min(items.length - 1, to));
		if (item === undefined || place === from) return;
		this.change({ items: items.toSpliced(from, 1).toSpliced(place, 0, item) });
	}

	/** Begins anew from a ready report; names and logo stay. */
	begin(template: ReportTemplate): void {
		this.change({ template, title: '', items: templateItems(template, this.#hasContracts) });
	}

	get canUndo(): boolean {
		return this.#past.past.length > 0;
	}

	get canRedo(): boolean {
		return this.#past.future.length > 0;
	}

	undo(): void {
		this.#travel('back');
	}

	redo(): void {
		this.#travel('forth');
	}

	/** Puts a piece of the present screen in, as the screen is set now. */
	take({ piece: named, title }: Offer): void {
		const { location, settings, speaker } = this.#app;
		const [method = '', piece = ''] = named.split('.');
		if (!this.isOpen || !isMethod(method)) return;
		const { items } = this.layout;
		const begins = items.findLast(
			(item) => item.kind === 'heading' || (item.kind === 'piece' && item.piece === WHOLE_METHOD)
		);
		const own = { method, piece, view: viewOf(method, location.view), caption: '', remarks: [] };
		const item: LayoutItem = { kind: 'piece', id: this.#app.newId(), ...own };
		// A chapter of all that a method says is no place for what was picked.
		const head: LayoutItem[] =
			begins?.kind === 'piece' ? [{ kind: 'heading', id: this.#app.newId(), text: '', word: 'chosen' }] : [];
		this.change({ items: [...items, ...head, item] });
		speaker.toast(settings.t.charts.inReport({ title }), {
			label: settings.t.common.undo(),
			run: () => this.undo()
		});
	}

	/** Pieces of the screen of the moment, in its order. */
	get offers(): readonly Offer[] {
		return this.isOpen ? this.#offers : [];
	}

	/** Takes an offer up for as long as what can be taken stands; answers how to withdraw it. */
	offer(offer: Offer): () => void {
		this.#offers = [...this.#offers, offer];
		return () => (this.#offers = this.#offers.filter((one) => one !== offer));
	}

	get #past(): History<ReportLayout> {
		return this.#history?.workspace === this.#workspace?.id ? (this.#history?.of ?? noHistory) : noHistory;
	}

	#travel(way: 'back' | 'forth'): void {
		const workspace = this.#workspace;
		const travel = travelled(this.#past, this.layout, way);
		if (travel === null || workspace === null) return;
		this.#history = { workspace: workspace.id, of: travel.history };
		this.#put(workspace, travel.state);
	}

	#put({ id }: Workspace, layout: ReportLayout): void {
		this.#chosen = { workspace: id, layout };
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#store(id, layout), SETTLE_MS);
	}

	async #store(id: string, report: ReportLayout): Promise<void> {
		const { library, settings, speaker } = this.#app;
		if (library.workspace(id) === null) return;
		const answer = await library.updateWorkspace({ id, settings: { report } });
		if (!answer.ok) speaker.problem(errorText(settings.t, answer.error));
	}
}
