import { untrack } from 'svelte';
import type { AnalysisApi, CustomerPage, CustomerQuery, CustomerSort, ErrorRecord } from '#lib/api/index.ts';
import type { ComparedSides } from './compared-sides.ts';
import { moveSelection } from './move-mark.ts';
import type { MarkSelection } from './view-contract.ts';
import type { Workbench } from './workbench.svelte.ts';

/** Rows fetched at a time; a screen shows some thirty of them. */
export const pageRows = 200;

/** One customer's line in the list. */
export interface CustomerRow {
	readonly key: string;
	/** Further ids in the data of a customer that was merged. */
	readonly mergedIds: readonly string[];
	readonly name: string;
	readonly recency: number;
	readonly frequency: number;
	readonly monetary: number;
	/** Of the orders in the window; the profit NaN where it is not known. */
	readonly revenue: number;
	readonly profit: number;
	readonly r: number;
	readonly f: number;
	readonly m: number;
	/** Index into `segmentIds`; 255 = none. */
	readonly segment: number;
	/** Index into `stageIds`. */
	readonly stage: number;
	readonly firstDay: number;
	readonly lastDay: number;
}

/** The customers of the view, a window at a time: the worker sorts and searches, pages are fetched as they are seen. */
export class CustomerList {
	#search = $state('');
	#sort = $state<CustomerSort>('monetary');
	#descending = $state(true);
	#pages = $state.raw<ReadonlyMap<number, CustomerPage>>(new Map());
	#head = $state.raw<CustomerPage | null>(null);
	#loading = $state(false);
	#error = $state.raw<ErrorRecord | null>(null);
	readonly #api: AnalysisApi;
	readonly #workbench: Workbench;
	readonly #sides: Pick<ComparedSides, 'asked'>;
	readonly #pending = new Set<number>();
	#key = '';
	#turn = 0;

	constructor(api: AnalysisApi, workbench: Workbench, sides: Pick<ComparedSides, 'asked'>) {
		this.#api = api;
		this.#workbench = workbench;
		this.#sides = sides;
	}

	get search(): string {
		return this.#search;
	}

	set search(text: string) {
		this.#search = text;
	}

	get sort(): CustomerSort {
		return this.#sort;
	}

	get descending(): boolean {
		return this.#descending;
	}

	/** Sorts by a column; by the same column again, the other way round. Numbers begin with the greatest. */
	sortBy(sort: CustomerSort): void {
		const text = sort === 'customer' || sort === 'name' || sort === 'segment' || sort === 'stage';
		this.#descending = sort === this.#sort ? !this.#descending : !text;
		this.#sort = sort;
	}

	/** Customers that match; null until the first answer. */
	get matches(): number | null {
		return this.#head?.matches ?? null;
	}

	get all(): number | null {
		return this.#head?.all ?? null;
	}

	/** Customers behind the mark whom the dataset does not have, or not by the as-of date. */
	get beyond(): number {
		return this.#head?.beyond ?? 0;
	}

	/** Revenue of those that match, in smallest units. */
	get revenue(): number | null {
		return this.#head?.revenue ?? null;
	}

	/** Their profit as far as it is known; null where the data say nothing of profits. */
	get profit(): CustomerPage['profit'] {
		return this.#head?.profit ?? null;
	}

	/** What the data know of their customers. */
	get known(): { readonly names: boolean; readonly orders: boolean; readonly profit: boolean } {
		return {
			names: (this.#head?.names ?? null) !== null,
			orders: this.#workbench.dataset !== null,
			profit: this.profit !== null
		};
	}

	get loading(): boolean {
		return this.#loading;
	}

	get error(): ErrorRecord | null {
		return this.#error;
	}

	/** The row at a position of the sorted list; null while it is on its way. */
	row(index: number): CustomerRow | null {
		const page = this.#pages.get(Math.floor(index / pageRows));
		return page === undefined ? null : rowOf(page, index - page.offset);
	}

	/** Keeps the list in step with view, search and order. Call once while a component initialises. */
	keep(): void {
		$effect(() => {
			const query = this.query(0, pageRows);
			const { source } = this.#workbench;
			if (query === null || source === null) return;
			const key = `${source.key} ${JSON.stringify(query)}`;
			untrack(() => this.#restart(key));
		});
	}

	/** Sees to it that the rows from `first` to `last` are fetched. */
	show(first: number, last: number): void {
		if (this.#head === null) return;
		const end = Math.min(last, this.#head.matches - 1);
		for (let page = Math.floor(Math.max(0, first) / pageRows); page * pageRows <= end; page++)
			void this.#fetch(page);
	}

	retry(): void {
		this.#restart(this.#key);
	}

	/** All that match, in the order of the list; null while nothing is open. */
	get everyone(): CustomerQuery | null {
		return this.query(0, this.matches ?? 0);
	}

	/** The question for a window of the list; null while nothing is open. */
	query(offset: number, limit: number): CustomerQuery | null {
		const { selection } = this.#workbench;
		if (this.#workbench.readOnly || this.#workbench.frame === null) return null;
		return {
			rfm: this.#workbench.request('rfm'),
			lifecycle: this.#workbench.request('lifecycle'),
			selection: selection && this.#selected(selection),
			search: this.#search.trim(),
			sort: this.#sort,
			descending: this.#descending,
			offset,
			limit
		};
	}

	#selected(mark: MarkSelection): CustomerQuery['selection'] {
		const { method, table, row } = mark;
		return method === 'compare'
			? moveSelection(mark, this.#sides.asked)
			: { request: this.#workbench.request(method), table, row };
	}

	#restart(key: string): void {
		this.#turn++;
		this.#key = key;
		this.#pending.clear();
		this.#error = null;
		void this.#fetch(0);
	}

	async #fetch(page: number): Promise<void> {
		const turn = this.#turn;
		const query = this.query(page * pageRows, pageRows);
		if (query === null || this.#pending.has(page)) return;
		this.#pending.add(page);
		this.#loading = true;
		const answer = await this.#api.customers(query);
		if (turn !== this.#turn) return;
		this.#loading = false;
		if (!answer.ok) {
			this.#pending.delete(page);
			if (answer.error.code !== 'cancelled') this.#error = answer.error;
			return;
		}
		// The first page of a new order takes the place of everything that was there.
		this.#pages = new Map([...(page === 0 ? [] : this.#pages), [page, answer.value]]);
		if (page === 0) this.#head = answer.value;
	}
}

function rowOf(page: CustomerPage, at: number): CustomerRow | null {
	const key = page.keys[at];
	if (key === undefined) return null;
	return {
		key,
		mergedIds: page.mergedIds?.[at] ?? [],
		name: page.names?.[at] ?? '',
		recency: page.recency[at] ?? NaN,
		frequency: page.frequency[at] ?? NaN,
		monetary: page.monetary[at] ?? NaN,
		revenue: page.revenues[at] ?? NaN,
		profit: page.profits?.[at] ?? NaN,
		r: page.r[at] ?? 0,
		f: page.f[at] ?? 0,
		m: page.m[at] ?? 0,
		segment: page.segment[at] ?? 255,
		stage: page.stage[at] ?? 0,
		firstDay: page.firstDay[at] ?? NaN,
		lastDay: page.lastDay[at] ?? NaN
	};
}
