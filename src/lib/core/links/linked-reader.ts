import { codeOf, dictionaryOf, NO_CODE, type Dictionary } from '../columns/dictionary.ts';
import type { ColumnOf, EntityTable } from '../dataset/entity-table.ts';
import type { ContractSource } from '../dataset/customer-contracts.ts';
import type { EventSource } from '../dataset/event-source.ts';
import type { AnswerSource } from '../dataset/loss-reasons.ts';
import type { TableManifest } from '../dataset/table-manifest.ts';
import { CoreError } from '../errors.ts';
import type { MergedIds } from '../identity/types.ts';

/** A table whose rows are about customers of the orders, and by which column. */
export interface LinkedTable {
	readonly manifest: Pick<
		TableManifest,
		'id' | 'changedAt' | 'name' | 'entity' | 'fingerprint' | 'recipe' | 'columns' | 'file' | 'sources'
	>;
	readonly column: number;
}

/** What of linked tables an answer uses beside an attribute. */
export interface LinkedUse {
	readonly namesCustomers: boolean;
	readonly readsSigns: boolean;
	readonly source: EventSource | null;
	readonly answers: AnswerSource | null;
	readonly contracts: ContractSource | null;
}

/** Reads columns of a linked table, by its id and their places; they come in the order of the table. */
export type LoadLinked = (id: string, columns: readonly number[]) => Promise<EntityTable>;

/** Linked tables, and how their rows are read and their keys are matched. */
export interface LinkedReader {
	readonly tables: readonly LinkedTable[];
	readonly load: LoadLinked;
	/** Per entry of the first dictionary the entry of the second that means the same; `NO_CODE` where none does. */
	readonly match: (from: Dictionary, to: Dictionary) => Promise<Uint32Array>;
}

/**
 * A column of keys or categories; throws `internal` for any other.
 *
 * @example
 * coded(undefined) // => throws 'internal'
 */
export function coded(column: { readonly type: string } | undefined): ColumnOf<'key' | 'category'> {
	if (column?.type === 'key' || column?.type === 'category') return column as ColumnOf<'key' | 'category'>;
	throw new CoreError('internal', { reason: 'column-not-coded' });
}

/**
 * Entries of a table's keys as customers, those of ids that were merged into another customer included. `match` gives per
 * entry of the first dictionary the entry of the second that means the same.
 */
export async function customersOfKeys(
	keys: Dictionary,
	customers: Dictionary,
	merged: readonly MergedIds[],
	match: (from: Dictionary, to: Dictionary) => Promise<Uint32Array>
): Promise<Uint32Array> {
	const found = await match(keys, customers);
	const pairs = merged.flatMap(([first = '', ...others]) => others.map((id) => [id, first] as const));
	if (pairs.length === 0) return found;
	const aliases = await match(keys, dictionaryOf(pairs.map(([id]) => id)));
	return found.map((code, entry) => {
		const alias = aliases[entry] as number;
		return code !== NO_CODE || alias === NO_CODE ? code : codeOf(customers, pairs[alias]?.[1] ?? '');
	});
}
