import type { LinkedRecord, OpenBase, OpenDataset } from '#lib/api/index.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { CustomerSigns } from '#lib/core/dataset/customer-signs.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { CoreError } from '#lib/core/errors.ts';
import { ledgerOfAll } from '#lib/core/dataset/known-customers.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { countProspects } from '#lib/core/ledger/count-prospects.ts';
import { cutLedger } from '#lib/core/ledger/cut-ledger.ts';
import type { SourcesBeside } from '#lib/core/dataset/sources.ts';
import type { LinkedInput } from '#lib/core/result/provenance.ts';
import type { Ledger, RefundRule } from '#lib/core/ledger/types.ts';
import type { Frame, Keep } from '#lib/core/methods/types.ts';
import type { MergedIds, SameCustomers } from '#lib/core/identity/types.ts';
import { Cache } from './cache.ts';
import { OpenColumns, type LoadAttribute } from './open-columns.ts';
import type { AnalysedTable } from './merged-customers.ts';
import { answersInOrders, type CustomerAnswers } from '#lib/core/dataset/customer-answers.ts';
import type { ContractSource, CustomerContracts } from '#lib/core/dataset/customer-contracts.ts';
import { orderReasons, type AnswerSource } from '#lib/core/dataset/loss-reasons.ts';
import type { EventSource } from '#lib/core/dataset/event-source.ts';
import type { LinkedEvents } from '#lib/core/links/linked-events.ts';
import {
	linkedInput,
	type LinkedTable,
	type LinkedTables,
	type LinkedUse
} from '#lib/core/links/linked-tables.ts';
import { nameRanksOf } from './customer-order.ts';
import { searchIndexOf, type SearchIndex } from './search-index.ts';

/** What was read of a dataset, or of a workspace without orders, and of what is linked to it. */
interface Opened {
	/** Null where there are no orders. */
	readonly manifest: DatasetManifest | null;
	readonly workspaceId: string;
	readonly version: string;
	readonly analysed: AnalysedTable;
	readonly loadAttribute: LoadAttribute;
	readonly linked: LinkedTables;
	/** Per customer since when it is known without an order; null where no table names such customers. */
	readonly since: Int32Array | null;
	/** Customers go by codes in the place of their ids. */
	readonly coded?: true | undefined;
	/** The days that the data are of, where no orders say. */
	readonly days: { readonly first: number; readonly last: number } | null;
}

/** A dataset in memory, with everything that is made from its table once and used often. */
export class OpenData {
	readonly manifest: DatasetManifest | null;
	readonly workspaceId: string;
	/** Names what was read: another version of the dataset has another name. */
	readonly version: string;
	readonly coded: Opened['coded'];
	readonly table: OrderTable;
	readonly same: SameCustomers;
	/** The groups of customers that are one, as far as the data have them. */
	readonly merged: readonly MergedIds[];
	/** The same by the places of the ids among all of the table's as stored. */
	readonly mergedPlaces: readonly (readonly number[])[];
	/** Its columns to cut by, and those of linked tables. */
	readonly columns: OpenColumns;
	readonly #ledgers = new Map<RefundRule, Ledger>();
	/** Ledgers as of past days; a user moves to and fro between a few. */
	readonly #cuts = new Cache<Ledger>(4);
	readonly #kept = new Cache<object>(2);
	/** 8 bytes a row and 4 a customer. */
	readonly #answers = new Cache<CustomerAnswers>(2);
	/** 40 bytes a row. */
	readonly #contracts = new Cache<CustomerContracts>(2);
	/** 16 bytes a row and 8 a customer. */
	readonly #events = new Cache<LinkedEvents>(2);
	readonly #linked: LinkedTables;
	/** Per customer since when it is known without an order; null where no table names such customers. */
	readonly #since: Int32Array | null;
	readonly #days: Opened['days'];
	#signs: Promise<CustomerSigns | null> | undefined;
	#otherIds: ReadonlyMap<string, readonly string[]> | undefined;
	#searchIndex: SearchIndex | undefined;
	#nameRanks: Float64Array | undefined;

	constructor({
		manifest,
		workspaceId,
		version,
		analysed,
		coded,
		loadAttribute,
		linked,
		since,
		days
	}: Opened) {
		const { table, same, merged, places, inOrder } = analysed;
		this.manifest = manifest;
		this.workspaceId = workspaceId;
		this.version = version;
		this.coded = coded;
		this.table = table;
		this.#since = since;
		this.#days = days;
		this.same = same;
		this.merged = merged;
		this.mergedPlaces = places;
		this.#linked = linked;
		this.columns = new OpenColumns({
			table: this.table,
			own: this.ownAttributes,
			load: async (header) => {
				const column = await loadAttribute(header);
				return column && inOrder(column);
			},
			linked,
			ledger: (refunds) => this.ledger(refunds)
		});
	}

	/** Whether the same tables are linked to it, by the same columns. */
	isLinkedAs(linked: LinkedTables): boolean {
		return this.#linked.key === linked.key;
	}

	/** Names the data and all that is linked to them. */
	get key(): string {
		return `${this.version} ${this.#linked.key}`;
	}

	/** What it is called: as the orders, else as the first table. */
	get name(): string {
		return this.manifest?.name ?? this.#linked.tables[0]?.manifest.name ?? '';
	}

	/** Headers of the orders' own columns to cut by. */
	get ownAttributes(): readonly string[] {
		return this.manifest?.attributes ?? [];
	}

	/** By what customers can be told apart. */
	get attributes(): readonly string[] {
		return [...this.ownAttributes, ...this.#linked.attributes.map(({ name }) => name)];
	}

	/** The linked tables that an answer depends on: by its attribute, its source, and whether its method reads what they tell. */
	linkedInputs(attribute: string | null, use: Omit<LinkedUse, 'namesCustomers'>): LinkedInput[] {
		// Where no orders do, all tables say who the customers are.
		if (this.manifest === null) return this.#linked.tables.map(linkedInput);
		const namesCustomers = this.#since !== null;
		return this.#linked.usedBy(this.columns.linked(attribute), { ...use, namesCustomers }).map(linkedInput);
	}

	/** The tables that are linked to the customers, each with the column that names them. */
	get linkedTables(): readonly LinkedTable[] {
		return this.#linked.tables;
	}

	/** All that answers can depend on beside the files of the orders. */
	get allBeside(): SourcesBeside {
		return this.sourcesBeside(this.#linked.tables.map(linkedInput));
	}

	/** What answers that use these linked tables depend on beside the files of the orders. */
	sourcesBeside(inputs: readonly LinkedInput[]): SourcesBeside {
		const used = this.#linked.tables.filter((table) => {
			const own = linkedInput(table);
			return inputs.some(({ fingerprint, by }) => fingerprint === own.fingerprint && by === own.by);
		});
		return {
			linked: used.map(({ manifest: { name, file, fingerprint, recipe, sources }, column }) => ({
				...{ name, file, fingerprint, recipe, column },
				...(sources !== undefined && {
					sources: sources.map((source) => ({
						file: source.file,
						fingerprint: source.fingerprint,
						recipe: source.recipe
					}))
				})
			})),
			merged: this.mergedPlaces
		};
	}

	ledger(refunds: RefundRule): Ledger {
		let ledger = this.#ledgers.get(refunds);
		if (ledger === undefined) {
			ledger = buildLedger(this.table, refunds);
			if (this.#since !== null) ledger = ledgerOfAll(ledger, this.#since);
			this.#ledgers.set(refunds, ledger);
		}
		return ledger;
	}

	/** The ledger without the orders after a day. */
	ledgerAsOf(refunds: RefundRule, asOf: number): Ledger {
		const ledger = this.ledger(refunds);
		if (asOf >= ledger.lastDay) return ledger;
		return this.#cuts.get(`${refunds} ${asOf}`, () => cutLedger(ledger, asOf));
	}

	/**
	 * The rows of a linked table in the place of orders, by the same customers.
	 *
	 * Throws `params-invalid` when no linked table is what the source means.
	 */
	async events(refunds: RefundRule, source: EventSource, method: string): Promise<LinkedEvents> {
		const key = JSON.stringify([refunds, source]);
		const held = this.#events.find(key);
		if (held !== undefined) return held;
		const found = await this.#linked.events(source, this.ledger(refunds), this.merged);
		if (found === null) throw new CoreError('params-invalid', { method, param: 'source' });
		return this.#events.keep(key, found);
	}

	/** What customers said in a column of a linked table or of the orders; null where there is none of that name. */
	async answers(source: AnswerSource): Promise<CustomerAnswers | null> {
		const key = JSON.stringify(source);
		const held = this.#answers.find(key);
		if (held !== undefined) return held;
		const found =
			source.table === null
				? await this.#ownAnswers(source.column)
				: await this.#linked.answers(source, this.table.customers, this.merged);
		return found === null ? null : this.#answers.keep(key, found);
	}

	async #ownAnswers(header: string): Promise<CustomerAnswers | null> {
		const column = await this.columns.attribute(header);
		return column === null ? null : answersInOrders(this.table, column);
	}

	/** The rows of a linked table as contracts; null where there is none that the source means. */
	async contracts(refunds: RefundRule, source: ContractSource): Promise<CustomerContracts | null> {
		const key = JSON.stringify(source);
		const held = this.#contracts.find(key);
		if (held !== undefined) return held;
		const found = await this.#linked.contracts(source, this.ledger(refunds), this.merged);
		return found === null ? null : this.#contracts.keep(key, found);
	}

	/** Phone numbers, e-mail addresses and names that linked tables have of the customers. */
	contacts() {
		return this.#linked.contacts(this.table.customers, this.merged);
	}

	/** What linked tables tell of the customers, read once; null where none does. */
	signs(): Promise<CustomerSigns | null> {
		return (this.#signs ??= this.#linked.signs(this.table.customers).catch((error: unknown) => {
			// A table may be there again when it is asked for the next time.
			this.#signs = undefined;
			throw error;
		}));
	}

	/** What linked tables have about a customer, under all of their ids. */
	linkedRecords(customer: string): Promise<LinkedRecord[]> {
		return this.#linked.about([customer, ...(this.otherIds.get(customer) ?? [])]);
	}

	/**
	 * Keeps what methods work out from a ledger (of orders, or of a source) and a frame whatever their other parameters: the last two of them, as
	 * they grow with the customers (40 bytes each for RFM).
	 */
	keeperOf(refunds: RefundRule, frame: Frame, source: EventSource | null): Keep {
		const of = JSON.stringify([refunds, frame, source]);
		// What is kept under a name was made under it, and has its type.
		return <T extends object>(name: string, make: () => T): T => this.#kept.get(`${of} ${name}`, make) as T;
	}

	/** Further ids of a customer that was merged, by the id that names it. */
	get otherIds(): ReadonlyMap<string, readonly string[]> {
		return (this.#otherIds ??= new Map(this.merged.map(([first = '', ...others]) => [first, others])));
	}

	get searchIndex(): SearchIndex {
		return (this.#searchIndex ??= searchIndexOf(this.table, this.otherIds));
	}

	get nameRanks(): Float64Array {
		return (this.#nameRanks ??= nameRanksOf(this.table));
	}

	/** The latest order, or the latest row of a table where there are no orders: the as-of date unless another is chosen. */
	lastDay(refunds: RefundRule): number {
		return this.#span(refunds).last;
	}

	/** Where no order counts, what rows there are. */
	#span(refunds: RefundRule): { readonly first: number; readonly last: number } {
		if (this.#days !== null) return this.#days;
		const { orders, firstDay, lastDay } = this.ledger(refunds);
		const { firstDay: first, lastDay: last } =
			orders === 0 && this.manifest !== null ? this.manifest : { firstDay, lastDay };
		return { first, last };
	}

	/** The dataset under a refund rule. Throws `orders-needed` where there is none. */
	dataset(refunds: RefundRule): OpenDataset {
		if (this.manifest === null) throw new CoreError('orders-needed');
		return { ...this.summary(refunds), manifest: this.manifest };
	}

	/** What there is under a refund rule, over all of its time. */
	summary(refunds: RefundRule): OpenBase {
		const ledger = this.ledger(refunds);
		const prospects = countProspects(ledger, Infinity);
		let customers = 0;
		for (let who = 0; who < ledger.customers.size; who++) {
			if (ledger.offsets[who] !== ledger.offsets[who + 1]) customers++;
		}
		return {
			attributes: this.attributes,
			eventTables: this.#linked.eventTables,
			contractTables: this.#linked.contractTables,
			reasonColumns: [
				...this.#linked.reasonColumns,
				...(this.manifest === null ? [] : orderReasons(this.manifest)).map((column) => ({
					table: null,
					column
				}))
			],
			customers,
			prospects,
			orders: ledger.orders,
			revenue: ledger.amount.reduce((sum, amount) => sum + amount, 0),
			firstDay: this.#span(refunds).first,
			lastDay: this.lastDay(refunds),
			ordersNettedAway: ledger.ordersNettedAway,
			merged:
				this.merged.length === 0
					? null
					: { ids: this.merged.reduce((sum, ids) => sum + ids.length, 0), into: this.merged.length },
			decided: this.same.version
		};
	}
}
