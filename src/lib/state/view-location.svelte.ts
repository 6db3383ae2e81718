import { emptyView, formatView, parseView, type ViewState } from './view-state.ts';

/** Writes the address: a new entry in the history, or a change of the present one. */
export type Navigate = (query: string, mode: 'push' | 'replace') => void;

/** Changes that follow each other faster than this make one entry in the history. */
const coalesceMs = 1000;

/** The view, kept in step with the address in both directions. */
export class ViewLocation {
	#view = $state.raw<ViewState>(emptyView);
	readonly #navigate: Navigate;
	readonly #now: () => number;
	#lastChange: { readonly kind: string; readonly at: number } | null = null;

	constructor(navigate: Navigate, now: () => number) {
		this.#navigate = navigate;
		this.#now = now;
	}

	get view(): ViewState {
		return this.#view;
	}

	/** The query that carries this view to another screen: all but the selection. */
	get query(): string {
		return formatView({ ...this.#view, selection: null });
	}

	/** Takes over what the address says, after going back, forward or along a link. */
	sync(query: string): void {
		this.#lastChange = null;
		// An equal view keeps its identity, so that nothing is computed again.
		if (formatView(parseView(query)) !== formatView(this.#view)) this.#view = parseView(query);
	}

	/** Changes the view and the address. `kind` names what is being changed, so that a burst is one step back. */
	update(change: Partial<ViewState>, kind: string): void {
		const next = { ...this.#view, ...change };
		if (formatView(next) === formatView(this.#view)) return;
		const at = this.#now();
		const burst = this.#lastChange?.kind === kind && at - this.#lastChange.at < coalesceMs;
		this.#lastChange = { kind, at };
		this.#view = next;
		this.#navigate(formatView(next), burst ? 'replace' : 'push');
	}

	/** Changes the view alone; the caller goes to another page with `query` itself. */
	set(view: ViewState): void {
		this.#lastChange = null;
		this.#view = view;
	}

	/** Merges parameters of a method; `undefined` takes one back to its default. */
	setParams(method: string, change: Readonly<Record<string, unknown>>): void {
		const merged = { ...this.#view.params[method], ...change };
		const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
		this.update(
			{ params: withMethod(this.#view.params, method, kept), selection: null },
			`params:${method}:${Object.keys(change).sort().join()}`
		);
	}

	/** How a picture is shown; null as it is at first. */
	setLook(picture: string, look: string | null): void {
		const others = Object.entries(this.#view.looks).filter(([name]) => name !== picture);
		const looks = Object.fromEntries(look === null ? others : [...others, [picture, look]]);
		this.update({ looks }, `look:${picture}`);
	}

	resetParams(method: string): void {
		this.update({ params: withMethod(this.#view.params, method, {}), selection: null }, `reset:${method}`);
	}
}

function withMethod(
	all: ViewState['params'],
	method: string,
	params: Readonly<Record<string, unknown>>
): ViewState['params'] {
	const others = Object.fromEntries(Object.entries(all).filter(([id]) => id !== method));
	return Object.keys(params).length === 0 ? others : { ...others, [method]: params };
}
