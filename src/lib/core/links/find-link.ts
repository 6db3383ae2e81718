import type { Dictionary } from '../columns/dictionary.ts';
import type { EntityKind, LinkRole } from '../dataset/entities.ts';
import type { Link, LinkRates } from '../dataset/link.ts';
import { KeySpace, type Pause } from './key-space.ts';
import { matchKeys } from './match-keys.ts';

/** A column that tables may be linked by. */
export interface LinkColumn {
	/** As a `Link` names it. */
	readonly index: number;
	readonly header: string;
	/** What it means; null for one that no role names. */
	readonly role: string | null;
	/** Reads it. Columns of millions of rows are read one at a time. */
	readonly load: () => Promise<{ readonly dictionary: Dictionary; readonly codes: Uint32Array }>;
}

/** A table as links see it. */
export interface LinkSide {
	readonly id: string;
	/** Names the version of its content. */
	readonly version: string;
	readonly entity: EntityKind;
	readonly columns: readonly LinkColumn[];
}

/** What the rows of a table are about; null for tables of events, to which nothing points. */
const homes: Readonly<Partial<Record<EntityKind, LinkRole>>> = {
	order: 'customer',
	customer: 'customer',
	product: 'product',
	campaign: 'campaign',
	owner: 'owner'
};

/**
 * By what role rows of `from` can name what `to` is about; null when the two have nothing to do with each other.
 *
 * @example
 * roleBetween('ticket', 'customer') // => 'customer'
 * roleBetween('order', 'product') // => 'product'
 * roleBetween('customer', 'order') // => null
 * roleBetween('other', 'customer') // => 'customer'
 */
export function roleBetween(from: EntityKind, to: EntityKind): LinkRole | null {
	const home = homes[to];
	if (home === undefined || from === to) return null;
	// Of a table of whatever kind it is worth to know whose rows they are.
	if (from === 'other') return home === 'customer' ? home : null;
	// Orders name the customers of a table of customers; the table does not name orders.
	if (to === 'order' && homes[from] !== undefined) return null;
	// What a table is about is not named by the other's rows: only customers have owners.
	if (homes[from] !== undefined && from !== 'order')
		return from === 'customer' && home === 'owner' ? home : null;
	return home;
}

/** Names what the rates of a link were counted from. */
export const versionsOf = (from: Pick<LinkSide, 'version'>, to: Pick<LinkSide, 'version'>): string =>
	`${from.version} ${to.version}`;

/** Columns of each side that are held against each other, at most. */
const MOST_FROM = 12;
const MOST_TO = 4;

/** Below this share of its values a column that no role names is not taken for a link. */
const LEAST_SHARE = 0.5;
const LEAST_VALUES = 2;

/** Other columns that a customer can be named by. */
const alsoNames: readonly string[] = [
	'email',
	'phone',
	'customer-name',
	'product-name',
	'campaign-name',
	'owner-name'
];

/**
 * The link between two tables that the overlap of their values shows, the column with the role first: it stays unless
 * another one meets more. Null when no column of `from` meets one of `to`, and none has the role.
 */
export async function findLink(
	from: LinkSide,
	to: LinkSide,
	role: LinkRole,
	pause: Pause
): Promise<Link | null> {
	const space = new KeySpace();
	const numbered = async (column: LinkColumn) => {
		const { dictionary, codes } = await column.load();
		// Counts of things meet small ids everywhere.
		if (column.role !== role && areSmallNumbers(dictionary)) return null;
		return { numbers: await space.numbers(dictionary, pause), codes };
	};
	const targets = to.columns
		.filter((column) => column.role === role || alsoNames.includes(column.role ?? ''))
		.sort((a, b) => Number(b.role === role) - Number(a.role === role))
		.slice(0, MOST_TO);
	const sources = [...from.columns].sort((a, b) => rank(b, role) - rank(a, role)).slice(0, MOST_FROM);
	const toKeys = [];
	for (const column of targets) {
		const keys = await numbered(column);
		if (keys !== null) toKeys.push({ column, keys });
	}
	let best: { readonly link: Link; readonly share: number } | null = null;
	for (const source of sources) {
		const named = source.role === role;
		// What a role names well enough needs no search among all other columns.
		if (!named && best !== null && best.share >= LEAST_SHARE) break;
		const keys = await numbered(source);
		if (keys === null) continue;
		for (const target of toKeys) {
			const { rates } = matchKeys(space, keys, target.keys);
			const share = rates.fromValues === 0 ? 0 : rates.fromMatched / rates.fromValues;
			const own = named && target.column.role === role;
			if (!own && !isTelling(rates, share)) continue;
			if (best !== null && share <= best.share) continue;
			const link: Link = {
				from: from.id,
				to: to.id,
				role,
				fromColumn: source.index,
				toColumn: target.column.index,
				by: 'found',
				rates,
				of: versionsOf(from, to)
			};
			best = { link, share };
		}
		await pause();
	}
	return best?.link ?? null;
}

const SMALL_DIGITS = 4;
const ZERO = 48;
const NINE = 57;

/** Whether the entries are numbers of a few digits. */
function areSmallNumbers({ size, bytes, offsets }: Dictionary): boolean {
	const used = offsets[size] as number;
	if (used >= SMALL_DIGITS * size) return false;
	return bytes.subarray(0, used).every((byte) => byte >= ZERO && byte <= NINE);
}

/** Columns by how likely they are to name it. */
function rank(column: LinkColumn, role: LinkRole): number {
	if (column.role === role) return 2;
	return column.role === null || column.role === 'attribute' ? 1 : 0;
}

function isTelling({ fromMatched }: LinkRates, share: number): boolean {
	return fromMatched >= LEAST_VALUES && share >= LEAST_SHARE;
}

/** The rates of a link by columns that somebody chose. */
export async function ratesOf(from: LinkColumn, to: LinkColumn, pause: Pause): Promise<LinkRates> {
	const space = new KeySpace();
	const [left, right] = [await from.load(), await to.load()];
	const fromKeys = { numbers: await space.numbers(left.dictionary, pause), codes: left.codes };
	const toKeys = { numbers: await space.numbers(right.dictionary, pause), codes: right.codes };
	return matchKeys(space, fromKeys, toKeys).rates;
}
