import type { Dictionary } from '../columns/dictionary.ts';
import type { SaidStatuses, StatusMeaning } from './contract-states.ts';
import type { EntityRole, TableEntity } from './entities.ts';
import type { TableManifest } from './table-manifest.ts';

/** Which rows are looked at as contracts, and by which of their columns they are told apart. */
export interface ContractSource {
	/** Name of the linked table; null: the first that has contracts. */
	readonly table: string | null;
	/** Header of the column; null: what the table has as its kind, level or product; none where it has no such. */
	readonly by: string | null;
	/** What somebody decided that statuses mean; words that are known decide on the others. */
	readonly statuses: readonly StatusMeaning[];
}

/** A linked table whose rows are contracts, and the headers of the columns that tell them apart, the likeliest first. */
export interface ContractTable {
	readonly table: string;
	readonly entity: TableEntity;
	readonly groups: readonly string[];
}

/** The rows of a table as contracts, one entry per row, in the table's order. */
export interface CustomerContracts {
	readonly table: string;
	/** Header of the column of `groups`; '' without one. */
	readonly by: string;
	/** The customer's index; `NO_CODE` for a row about nobody known. */
	readonly customer: Uint32Array;
	/** First days; null where the table has none, and lengths stand in `tenure`. */
	readonly start: Int32Array | null;
	/** The days on which contracts end; `NO_DAY` for those that have no end. */
	readonly end: Int32Array;
	/** How long a contract has lasted so far, in the table's own unit; NaN = empty. */
	readonly tenure: Float64Array;
	/** Index into `contractStates`, one per row. */
	readonly status: Uint8Array;
	/** The column that they come from; null where there is none. */
	readonly said: SaidStatuses | null;
	/** What it brings, in the smallest unit of the orders' money; null without such a column; NaN = empty. */
	readonly amount: Float64Array | null;
	/** ISO 4217 code of the amounts, where the table says. */
	readonly currency: string | null;
	readonly groups: { readonly values: Dictionary; readonly codes: Uint32Array } | null;
}

type Column = TableManifest['columns'][number];
const tellingApart: readonly EntityRole[] = ['kind', 'level', 'product'];
const naming: ReadonlySet<EntityRole> = new Set([
	...(['customer', 'customer-name', 'phone', 'email', 'record', 'status', 'owner', 'ignore'] as const)
]);
/** More values than this are not something to tell contracts apart by. */
const mostValues = 1_000;

/**
 * A table as contracts: subscriptions, or memberships, with first days or lengths; null for any other.
 *
 * @example
 * const columns = [{ header: 'Since', role: 'start', type: 'date', distinct: null }, { header: 'Plan', role: 'kind', type: 'category', distinct: 3 }];
 * contractTable({ name: 'plans', entity: 'subscription', columns }) // => { table: 'plans', entity: 'subscription', groups: ['Plan'] }
 * contractTable({ name: 'log', entity: 'ticket', columns }) // => null
 */
export function contractTable({
	name,
	entity,
	columns
}: {
	readonly name: string;
	readonly entity: TableEntity;
	readonly columns: readonly Pick<Column, 'header' | 'role' | 'type' | 'distinct'>[];
}): ContractTable | null {
	if (entity !== 'subscription' && entity !== 'membership') return null;
	if (startColumn(columns) < 0 && !columns.some(isTenure)) return null;
	const usable = columns.filter(
		({ role, type, distinct }) =>
			(type === 'key' || type === 'category') &&
			!naming.has(role) &&
			distinct !== null &&
			distinct > 1 &&
			distinct <= mostValues
	);
	const likely = tellingApart.flatMap((wanted) => usable.filter(({ role }) => role === wanted));
	const others = usable.filter((column) => !likely.includes(column));
	return { table: name, entity, groups: [...likely, ...others].map(({ header }) => header) };
}

/**
 * The column by which contracts are told apart unless another is named; null where no column has that role.
 *
 * @example
 * likelyGroup([{ header: 'City', role: 'attribute' }], ['City']) // => null
 * likelyGroup([{ header: 'Plan', role: 'kind' }], ['Plan']) // => 'Plan'
 */
export function likelyGroup(
	columns: readonly Pick<Column, 'header' | 'role'>[],
	groups: readonly string[]
): string | null {
	const [first] = groups;
	const role = columns.find(({ header }) => header === first)?.role;
	return first !== undefined && role !== undefined && tellingApart.includes(role) ? first : null;
}

/**
 * Place of the column of first days; −1 without one.
 *
 * @example
 * startColumn([{ role: 'joined', type: 'date' }]) // => 0
 */
export function startColumn(columns: readonly Pick<Column, 'role' | 'type'>[]): number {
	return columns.findIndex(({ role, type }) => (role === 'start' || role === 'joined') && type === 'date');
}

/**
 * Whether a column says how long contracts have lasted.
 *
 * @example
 * isTenure({ role: 'tenure', type: 'number' }) // => true
 */
export function isTenure({ role, type }: Pick<Column, 'role' | 'type'>): boolean {
	return role === 'tenure' && type === 'number';
}
