import type { LinkedAttribute, LinkedRecord } from '#lib/api/index.ts';
import { dictionaryOf, NO_CODE, type Dictionary } from '#lib/core/columns/dictionary.ts';
import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import type { CustomerGroups } from '#lib/core/dataset/customer-groups.ts';
import type { ColumnOf } from '#lib/core/dataset/entity-table.ts';
import { NO_DAY } from '#lib/core/dataset/entity-table.ts';
import { eventDay } from '#lib/core/dataset/event-day.ts';
import type { KnownCustomers } from '#lib/core/dataset/known-customers.ts';
import { customerSigns, type CustomerSigns, type SignRows } from '#lib/core/dataset/customer-signs.ts';
import { groupsOfLinked } from '#lib/core/dataset/linked-groups.ts';
import { ORDER_CUSTOMERS, type Link } from '#lib/core/dataset/link.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import { CoreError } from '#lib/core/errors.ts';
import { KeySpace } from '#lib/core/links/key-space.ts';
import { matchKeys } from '#lib/core/links/match-keys.ts';
import type { LinkedInput } from '#lib/core/result/provenance.ts';
import { listTables, loadEntityTable, loadLinks, type Connection } from '#lib/storage/index.ts';
import { pause } from '../shared/pause.ts';
import { signColumns, signRows } from './linked-signs.ts';
import { recordOf } from './linked-record.ts';

/** More values than this are not something to cut by. */
const MOST_VALUES = 1_000;

/** Roles that say who somebody is and not what somebody is like. */
const personal: ReadonlySet<string> = new Set(['customer', 'customer-name', 'phone', 'email', 'record']);

/** Entities whose rows say what a customer is like. */
const describing: ReadonlySet<string> = new Set(['customer', 'membership']);

/** A table whose rows are about customers of the orders, and by which column. */
export interface LinkedTable {
	readonly manifest: TableManifest;
	readonly column: number;
}

/** The tables that the customers of a dataset are linked to. */
export async function linkedTablesOf(
	connection: Connection,
	{ id, workspaceId }: DatasetManifest
): Promise<readonly LinkedTable[]> {
	const [links, tables] = await connection.use(async (database) =>
		Promise.all([loadLinks(database, workspaceId), listTables(database)])
	);
	return tables.flatMap((manifest) => {
		const link = links.find(
			({ from, to }) => (from === id && to === manifest.id) || (from === manifest.id && to === id)
		);
		const column = link === undefined ? null : tableColumn(link, id);
		return column === null ? [] : [{ manifest, column }];
	});
}

/** The table's end of a link, when its other end is the customers of the orders. */
function tableColumn({ from, role, fromColumn, toColumn }: Link, orders: string): number | null {
	if (role !== 'customer' || toColumn === null) return null;
	if (from === orders) return fromColumn === ORDER_CUSTOMERS ? toColumn : null;
	return toColumn === ORDER_CUSTOMERS ? fromColumn : null;
}

/** What other tables say of the customers of the orders that are open. */
export class LinkedTables {
	readonly tables: readonly LinkedTable[];
	/** What customers can be told apart by, beside the columns of the orders. */
	readonly attributes: readonly LinkedAttribute[];
	readonly #connection: Connection;

	constructor(connection: Connection, tables: readonly LinkedTable[]) {
		this.#connection = connection;
		this.tables = tables;
		this.attributes = tables.flatMap(attributesOf);
	}

	/** Equal for equal links. */
	get key(): string {
		return this.tables.map(({ manifest, column }) => `${manifest.id}.${column}`).join(' ');
	}

	/** What a result depends on when it uses a linked table. */
	inputOf(tableId: string): LinkedInput {
		const { manifest, column } = this.#table(tableId);
		const { fingerprint, recipe, columns } = manifest;
		return { fingerprint, recipe, by: columns[column]?.header ?? '' };
	}

	/** Customers of linked tables of customers that the orders do not have; null when there are none. */
	async unknownTo(customers: Dictionary): Promise<KnownCustomers | null> {
		const keys = new DictionaryBuilder();
		const since: number[] = [];
		for (const { manifest, column } of this.tables) {
			if (manifest.entity !== 'customer') continue;
			const joined = manifest.columns.findIndex(({ role }) => role === 'joined');
			const wanted = joined < 0 ? [column] : [column, joined];
			const { table } = await this.#connection.use((database) =>
				loadEntityTable(database, manifest.id, wanted)
			);
			const named = coded(table.columns.find(({ type }) => type === 'key' || type === 'category'));
			const dates = table.columns.find(({ role }) => role === 'joined');
			const entries = await this.#match(named.dictionary, customers);
			for (let row = 0; row < table.rows; row++) {
				const entry = named.codes[row] as number;
				if (entry === NO_CODE || entries[entry] !== NO_CODE) continue;
				const known = keys.size;
				const code = keys.intern(stringAt(named.dictionary, entry));
				const day = dates?.type === 'date' ? (dates.day[row] as number) : NO_DAY;
				if (code === known) since.push(day);
			}
		}
		return keys.size === 0 ? null : { keys: keys.build(), since: Int32Array.from(since) };
	}

	/** The customers by a linked attribute; its columns are read and let go again. */
	async groups(attribute: LinkedAttribute, customers: Dictionary): Promise<CustomerGroups> {
		const { manifest, column } = this.#table(attribute.table);
		const { table } = await this.#connection.use((database) =>
			loadEntityTable(database, manifest.id, [column, attribute.column])
		);
		// They come in the order of the table.
		const [first, second] = table.columns;
		const [keys, values] = (column < attribute.column ? [first, second] : [second, first]).map(coded) as [
			ColumnOf<'key' | 'category'>,
			ColumnOf<'key' | 'category'>
		];
		const entries = await this.#match(customers, keys.dictionary);
		return groupsOfLinked(attribute.name, entries, keys, values);
	}

	/** The tables that tell of customers by rows with a day: contact logs, campaigns, tickets, surveys. */
	get telling(): readonly LinkedTable[] {
		return this.tables.filter(({ manifest, column }) => signColumns(manifest, column) !== null);
	}

	/** What they tell of the customers; null where none is linked. Their columns are read and let go again. */
	async signs(customers: Dictionary): Promise<CustomerSigns | null> {
		const tables: SignRows[] = [];
		for (const { manifest, column } of this.telling) {
			const wanted = signColumns(manifest, column) ?? [column];
			const { table } = await this.#connection.use((database) =>
				loadEntityTable(database, manifest.id, wanted)
			);
			const keys = coded(table.columns[wanted.indexOf(column)]);
			tables.push(signRows(table, keys.codes, await this.#match(keys.dictionary, customers)));
		}
		return tables.length === 0 ? null : customerSigns(customers.size, tables);
	}

	/**
	 * What each linked table has about one customer, who may have several ids. Tables are read one by one and let go; of a
	 * table of events only its keys and days are.
	 */
	async about(ids: readonly string[]): Promise<LinkedRecord[]> {
		const records: LinkedRecord[] = [];
		for (const { manifest, column } of this.tables) {
			const tells = describing.has(manifest.entity);
			const wanted = tells ? [...manifest.columns.keys()] : [column, eventDay(manifest.columns) ?? column];
			const { table } = await this.#connection.use((database) =>
				loadEntityTable(
					database,
					manifest.id,
					[...new Set(wanted)].sort((a, b) => a - b)
				)
			);
			const keys = coded(table.columns.find(({ header }) => header === manifest.columns[column]?.header));
			const own = new Set(await this.#match(dictionaryOf(ids), keys.dictionary));
			own.delete(NO_CODE);
			const rows = [...keys.codes.keys()].filter((row) => own.has(keys.codes[row] as number));
			records.push(recordOf(manifest, table, rows, tells ? keys : null));
		}
		return records;
	}

	/** Per entry of `from` the entry of `to` that means the same. */
	async #match(from: Dictionary, to: Dictionary): Promise<Uint32Array> {
		const space = new KeySpace();
		const all = async (dictionary: Dictionary) => ({
			numbers: await space.numbers(dictionary, pause),
			codes: Uint32Array.from({ length: dictionary.size }, (_, code) => code)
		});
		return matchKeys(space, await all(from), await all(to)).entries;
	}

	#table(id: string): LinkedTable {
		const found = this.tables.find(({ manifest }) => manifest.id === id);
		if (found === undefined) throw new CoreError('storage-not-found');
		return found;
	}
}

function attributesOf({ manifest }: LinkedTable): LinkedAttribute[] {
	if (!describing.has(manifest.entity)) return [];
	return manifest.columns.flatMap(({ header, role, type, distinct }, column): LinkedAttribute[] => {
		if ((type !== 'key' && type !== 'category') || personal.has(role)) return [];
		if (distinct === null || distinct < 2 || distinct > MOST_VALUES) return [];
		return [{ name: `${manifest.name} / ${header}`, table: manifest.id, column }];
	});
}

function coded(column: { readonly type: string } | undefined): ColumnOf<'key' | 'category'> {
	if (column?.type === 'key' || column?.type === 'category') return column as ColumnOf<'key' | 'category'>;
	throw new CoreError('internal', { reason: 'column-not-coded' });
}
