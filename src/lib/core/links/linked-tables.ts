import { dictionaryOf, NO_CODE, stringAt, type Dictionary } from '../columns/dictionary.ts';
import { DictionaryBuilder } from '../columns/dictionary-builder.ts';
import type { CustomerGroups } from '../dataset/customer-groups.ts';
import { NO_DAY, type ColumnOf, type EntityTable } from '../dataset/entity-table.ts';
import { eventDay } from '../dataset/event-day.ts';
import type { KnownCustomers } from '../dataset/known-customers.ts';
import { customerSigns, type CustomerSigns, type SignRows } from '../dataset/customer-signs.ts';
import { groupsOfLinked } from '../dataset/linked-groups.ts';
import type { LinkedAttribute } from '../dataset/link.ts';
import type { LinkedRecord } from '../dataset/linked-record.ts';
import type { TableManifest } from '../dataset/table-manifest.ts';
import { CoreError } from '../errors.ts';
import { KeySpace, type Pause } from './key-space.ts';
import { signColumns, signRows } from './linked-signs.ts';
import { recordOf } from './linked-record.ts';
import { matchKeys } from './match-keys.ts';
import type { LinkedInput } from '../result/provenance.ts';

/** More values than this are not something to cut by. */
const MOST_VALUES = 1_000;

/** Roles that say who somebody is and not what somebody is like. */
const personal: ReadonlySet<string> = new Set(['customer', 'customer-name', 'phone', 'email', 'record']);

/** Entities whose rows say what a customer is like. */
const describing: ReadonlySet<string> = new Set(['customer', 'membership']);

/** A table whose rows are about customers of the orders, and by which column. */
export interface LinkedTable {
	readonly manifest: Pick<
		TableManifest,
		'id' | 'changedAt' | 'name' | 'entity' | 'fingerprint' | 'recipe' | 'columns' | 'file' | 'sources'
	>;
	readonly column: number;
}

/** Reads columns of a linked table, by its id and their places; they come in the order of the table. */
export type LoadLinked = (id: string, columns: readonly number[]) => Promise<EntityTable>;

/** What other tables say of the customers of orders. */
export class LinkedTables {
	readonly tables: readonly LinkedTable[];
	/** What customers can be told apart by, beside the columns of the orders. */
	readonly attributes: readonly LinkedAttribute[];
	readonly #load: LoadLinked;
	readonly #pause: Pause;

	constructor(tables: readonly LinkedTable[], load: LoadLinked, pause: Pause) {
		this.#load = load;
		this.#pause = pause;
		this.tables = tables;
		this.attributes = tables.flatMap(attributesOf);
	}

	/** Equal for equal links to the same versions of tables. */
	get key(): string {
		return this.tables.map(({ manifest, column }) => `${versionOf(manifest)}.${column}`).join(' ');
	}

	/** The attribute of a name; a column of the orders, of which `own` are the headers, comes before one of that name. */
	attribute(name: string | null, own: readonly string[]): LinkedAttribute | undefined {
		if (name === null || own.includes(name)) return undefined;
		return this.attributes.find((attribute) => attribute.name === name);
	}

	/**
	 * The tables that an answer depends on: that of its attribute, those that name customers without orders, and for a
	 * method that reads them those that tell of customers.
	 */
	usedBy(
		attribute: LinkedAttribute | undefined,
		{ namesCustomers, readsSigns }: { readonly namesCustomers: boolean; readonly readsSigns: boolean }
	): readonly LinkedTable[] {
		const telling = new Set(readsSigns ? this.telling : []);
		return this.tables.filter(
			(table) =>
				attribute?.table === table.manifest.id ||
				telling.has(table) ||
				(namesCustomers && table.manifest.entity === 'customer')
		);
	}

	/** Customers of linked tables of customers that the orders do not have; null when there are none. */
	async unknownTo(customers: Dictionary): Promise<KnownCustomers | null> {
		const keys = new DictionaryBuilder();
		const since: number[] = [];
		for (const { manifest, column } of this.tables) {
			if (manifest.entity !== 'customer') continue;
			const joined = manifest.columns.findIndex(({ role }) => role === 'joined');
			const wanted = joined < 0 ? [column] : [column, joined];
			const table = await this.#load(manifest.id, wanted);
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
		const table = await this.#load(manifest.id, [column, attribute.column]);
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
			const table = await this.#load(manifest.id, wanted);
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
			const places = [...new Set(wanted)].sort((a, b) => a - b);
			const table = await this.#load(manifest.id, places);
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
			numbers: await space.numbers(dictionary, this.#pause),
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

const versionOf = ({ id, changedAt }: LinkedTable['manifest']): string => `${id}@${changedAt}`;

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

/** What a result depends on when it uses a linked table. */
export function linkedInput({ manifest, column }: LinkedTable): LinkedInput {
	const { fingerprint, recipe, columns } = manifest;
	return { fingerprint, recipe, by: columns[column]?.header ?? '' };
}
