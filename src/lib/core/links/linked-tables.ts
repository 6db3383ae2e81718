import type { Dictionary } from '../columns/dictionary.ts';
import type { CustomerGroups } from '../dataset/customer-groups.ts';
import type { ColumnOf } from '../dataset/entity-table.ts';
import { eventTable, type EventSource, type EventTable } from '../dataset/event-source.ts';
import {
	contractTable,
	type ContractSource,
	type ContractTable,
	type CustomerContracts
} from '../dataset/customer-contracts.ts';
import type { CustomerAnswers } from '../dataset/customer-answers.ts';
import { reasonColumns, type AnswerSource } from '../dataset/loss-reasons.ts';
import type { KnownCustomers } from '../dataset/known-customers.ts';
import { customerSigns, type CustomerSigns, type SignRows } from '../dataset/customer-signs.ts';
import { groupsOfLinked } from '../dataset/linked-groups.ts';
import type { LinkedAttribute } from '../dataset/link.ts';
import type { LinkedRecord } from '../dataset/linked-record.ts';
import { CoreError } from '../errors.ts';
import type { MergedIds } from '../identity/types.ts';
import type { Ledger } from '../ledger/types.ts';
import { KeySpace, type Pause } from './key-space.ts';
import { answersOf } from './linked-answers.ts';
import { contractsOf } from './linked-contracts.ts';
import { attributesOf } from './linked-attributes.ts';
import { linkedContacts, type LinkedContacts } from './linked-contacts.ts';
import {
	coded,
	type LinkedReader,
	type LinkedTable,
	type LinkedUse,
	type LoadLinked
} from './linked-reader.ts';
import { eventsOf, type LinkedEvents } from './linked-events.ts';
import { signColumns, signRows } from './linked-signs.ts';
import { recordsAbout } from './records-about.ts';
import { namedCustomers, type NamedCustomers } from './named-customers.ts';
import { tellingTables, usedTables } from './used-tables.ts';
import { unknownCustomers } from './unknown-customers.ts';
import { matchKeys } from './match-keys.ts';
import type { LinkedInput } from '../result/provenance.ts';

export type { LinkedTable, LinkedUse, LoadLinked } from './linked-reader.ts';

/** What other tables say of the customers of orders. */
export class LinkedTables {
	readonly tables: readonly LinkedTable[];
	/** What customers can be told apart by, beside the columns of the orders. */
	readonly attributes: readonly LinkedAttribute[];
	readonly #load: LoadLinked;
	readonly #pause: Pause;
	readonly #reader: LinkedReader;

	constructor(tables: readonly LinkedTable[], load: LoadLinked, pause: Pause) {
		this.#load = load;
		this.#pause = pause;
		this.tables = tables;
		this.#reader = { tables, load, match: (from, to) => this.#match(from, to) };
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

	/** The tables that an answer depends on. */
	usedBy(attribute: LinkedAttribute | undefined, use: LinkedUse): readonly LinkedTable[] {
		return usedTables(this.tables, attribute, use);
	}

	/** Customers of linked tables of customers that the orders do not have; null when there are none. */
	unknownTo(customers: Dictionary): Promise<KnownCustomers | null> {
		return unknownCustomers(this.#reader, customers);
	}

	/** Everybody whom the tables name, where no orders do. */
	named(): Promise<NamedCustomers> {
		return namedCustomers(this.#reader, this.#pause);
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
		return tellingTables(this.tables);
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

	/** The tables whose rows can be looked at in the place of orders. */
	get eventTables(): readonly EventTable[] {
		return this.tables.flatMap(({ manifest }) => eventTable(manifest) ?? []);
	}

	/**
	 * The rows of a table in the place of the orders of a ledger, by the same customers; null where no linked table is what
	 * the source means. Its columns are read and let go again.
	 */
	events(source: EventSource, orders: Ledger, merged: readonly MergedIds[]): Promise<LinkedEvents | null> {
		return eventsOf(this.#reader, source, orders, merged);
	}

	/** The tables whose rows are contracts. */
	get contractTables(): readonly ContractTable[] {
		return this.tables.flatMap(({ manifest }) => contractTable(manifest) ?? []);
	}

	/** The rows that a source means as contracts; null where no linked table is that. Its columns are read and let go again. */
	contracts(
		source: ContractSource,
		orders: Pick<Ledger, 'customers' | 'scale'>,
		merged: readonly MergedIds[]
	): Promise<CustomerContracts | null> {
		return contractsOf(this.#reader, source, orders, merged);
	}

	/** The columns in which linked tables can say why customers left. */
	get reasonColumns(): readonly AnswerSource[] {
		return this.tables.flatMap(({ manifest, column: key }) =>
			reasonColumns(manifest.columns, key).map((column) => ({ table: manifest.name, column }))
		);
	}

	/** What customers said in a column; null where no linked table has it. Its columns are read and let go again. */
	answers(
		source: AnswerSource,
		customers: Dictionary,
		merged: readonly MergedIds[]
	): Promise<CustomerAnswers | null> {
		return answersOf(this.#reader, source, customers, merged);
	}

	/** Phone numbers, e-mail addresses and names that linked tables have of customers. */
	contacts(customers: Dictionary, merged: readonly MergedIds[]): Promise<LinkedContacts[]> {
		return linkedContacts(this.#reader, customers, merged);
	}

	/** What each linked table has about one customer, who may have several ids. */
	about(ids: readonly string[]): Promise<LinkedRecord[]> {
		return recordsAbout(this.#reader, ids);
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

/** What a result depends on when it uses a linked table. */
export function linkedInput({ manifest, column }: LinkedTable): LinkedInput {
	const { fingerprint, recipe, columns } = manifest;
	return { fingerprint, recipe, by: columns[column]?.header ?? '' };
}
