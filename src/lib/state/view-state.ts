import { formatDay, parseDay } from '#lib/i18n/format.ts';
import type { RefundRule } from '#lib/api/index.ts';

/** Where the observation window begins: everything, so many months before the as-of date, or a day. */
export type WindowChoice =
	| { readonly kind: 'all' }
	| { readonly kind: 'months'; readonly months: number }
	| { readonly kind: 'from'; readonly day: number };

/** A mark on a result: row `row` of table `table` of method `method`, computed as the rest of the view says. */
export interface SelectionMark {
	readonly method: string;
	readonly table: string;
	readonly row: number;
}

/** Parameters of the methods that differ from their defaults, by method id. */
export type ParamChoices = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** All that the address says of what is looked at. Ids, days and parameters; never a value from the data. */
export interface ViewState {
	readonly workspace: string | null;
	readonly dataset: string | null;
	readonly snapshot: string | null;
	readonly asOf: number | null;
	readonly window: WindowChoice;
	/** Null: what the workspace's settings say. */
	readonly refunds: RefundRule | null;
	readonly params: ParamChoices;
	/** How pictures are shown that can be shown in several ways, by picture; nothing that is reckoned depends on it. */
	readonly looks: Readonly<Record<string, string>>;
	readonly selection: SelectionMark | null;
}

/** The view that an address without a query stands for. */
export const emptyView: ViewState = {
	workspace: null,
	dataset: null,
	snapshot: null,
	asOf: null,
	window: { kind: 'all' },
	refunds: null,
	params: {},
	looks: {},
	selection: null
};

const idPattern = /^[A-Za-z0-9_-]{1,64}$/;
/** What looks stand under in an address; no method is called so. */
const lookKey = 'show';
const namePattern = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;

/**
 * Reads a view from an address's query. What is malformed is left out, so that an old or broken link still opens.
 *
 * @example
 * parseView('?w=abc&asOf=2011-12-09&from=12m&rfm.bins=4&sel=rfm.matrix.3').params // => { rfm: { bins: 4 } }
 * parseView('?asOf=2011-02-30').asOf // => null
 */
export function parseView(query: string): ViewState {
	const search = new URLSearchParams(query);
	const refunds = search.get('refunds');
	return {
		workspace: readId(search.get('w')),
		dataset: readId(search.get('d')),
		snapshot: readId(search.get('s')),
		asOf: parseDay(search.get('asOf') ?? ''),
		window: readWindow(search.get('from')),
		refunds: refunds === 'net' || refunds === 'gross' ? refunds : null,
		params: readParams(search),
		looks: readLooks(search),
		selection: readSelection(search.get('sel'))
	};
}

/**
 * Writes a view as an address's query, `''` for the empty view. Keys stand in a fixed order: equal views give
 * equal addresses. `parseView` reads it back.
 *
 * @example
 * formatView({ ...emptyView, workspace: 'abc', window: { kind: 'months', months: 12 } }) // => '?w=abc&from=12m'
 * formatView(emptyView) // => ''
 */
export function formatView(view: ViewState): string {
	const parts: string[] = [];
	const add = (key: string, value: string | null): void => {
		if (value !== null && value !== '') parts.push(`${key}=${escapeValue(value)}`);
	};
	add('w', view.workspace);
	add('d', view.dataset);
	add('s', view.snapshot);
	add('asOf', view.asOf === null ? null : formatDay(view.asOf));
	if (view.window.kind === 'months') add('from', `${view.window.months}m`);
	if (view.window.kind === 'from') add('from', formatDay(view.window.day));
	add('refunds', view.refunds);
	for (const method of Object.keys(view.params).sort()) {
		const params = view.params[method] ?? {};
		for (const name of Object.keys(params).sort()) add(`${method}.${name}`, writeValue(params[name]));
	}
	for (const picture of Object.keys(view.looks).sort())
		add(`${lookKey}.${picture}`, view.looks[picture] ?? null);
	if (view.selection !== null) {
		add('sel', `${view.selection.method}.${view.selection.table}.${view.selection.row}`);
	}
	return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/**
 * The first day of a window that ends at `asOf`, or null for all history. Months are calendar months: twelve
 * months up to 9 December begin on 10 December of the year before.
 *
 * @example
 * windowStart({ kind: 'months', months: 12 }, 15317) // => 14953
 */
export function windowStart(window: WindowChoice, asOf: number): number | null {
	if (window.kind === 'all') return null;
	if (window.kind === 'from') return window.day;
	const end = new Date(asOf * 86_400_000);
	const monthIndex = end.getUTCFullYear() * 12 + end.getUTCMonth() - window.months;
	const year = Math.floor(monthIndex / 12);
	const month = monthIndex - year * 12;
	const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
	return Date.UTC(year, month, Math.min(end.getUTCDate(), lastOfMonth)) / 86_400_000 + 1;
}

function readId(text: string | null): string | null {
	return text !== null && idPattern.test(text) ? text : null;
}

function readWindow(text: string | null): WindowChoice {
	const months = /^([1-9]\d{0,2})m$/.exec(text ?? '');
	if (months) return { kind: 'months', months: Number(months[1]) };
	const day = parseDay(text ?? '');
	return day === null ? { kind: 'all' } : { kind: 'from', day };
}

function readSelection(text: string | null): SelectionMark | null {
	const match = /^([A-Za-z][A-Za-z0-9-]{0,39})\.([A-Za-z][A-Za-z0-9]{0,39})\.(\d{1,9})$/.exec(text ?? '');
	if (!match) return null;
	return { method: match[1] ?? '', table: match[2] ?? '', row: Number(match[3]) };
}

function readParams(search: URLSearchParams): ParamChoices {
	const found = new Map<string, Map<string, unknown>>();
	for (const [key, text] of search) {
		const dot = key.indexOf('.');
		if (dot < 0) continue;
		const method = key.slice(0, dot);
		const name = key.slice(dot + 1);
		if (method === lookKey || !namePattern.test(method) || !namePattern.test(name)) continue;
		const params = found.get(method) ?? new Map<string, unknown>();
		params.set(name, readValue(text));
		found.set(method, params);
	}
	return Object.fromEntries([...found].map(([method, params]) => [method, Object.fromEntries(params)]));
}

function readLooks(search: URLSearchParams): Record<string, string> {
	return Object.fromEntries(
		[...search].flatMap(([key, text]) => {
			const [head, picture = '', ...more] = key.split('.');
			const known = head === lookKey && more.length === 0;
			return known && namePattern.test(picture) && namePattern.test(text) ? [[picture, text]] : [];
		})
	);
}

/** A text stands as it is unless it could be taken for JSON; everything else is JSON. */
function writeValue(value: unknown): string | null {
	if (value === undefined) return null;
	if (typeof value === 'string')
		return value !== '' && readValue(value) === value ? value : JSON.stringify(value);
	return JSON.stringify(value);
}

function readValue(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/** Like encodeURIComponent, but leaves colons and commas, which a query may hold, for the eye. */
function escapeValue(value: string): string {
	return encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',');
}
