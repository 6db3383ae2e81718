import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { ledgerOfAll } from '#lib/core/dataset/known-customers.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { cutLedger } from '#lib/core/ledger/cut-ledger.ts';
import type { Ledger, RefundRule } from '#lib/core/ledger/types.ts';
import type { Frame, Keep } from '#lib/core/methods/types.ts';
import type { MergedIds, SameCustomers } from '#lib/core/identity/types.ts';
import { BesideOrders } from './beside-orders.ts';
import { Cache } from './cache.ts';
import { OpenColumns, type LoadAttribute } from './open-columns.ts';
import type { AnalysedTable } from './merged-customers.ts';
import type { CustomerAnswers } from '#lib/core/dataset/customer-answers.ts';
import type { AnswerSource } from '#lib/core/dataset/loss-reasons.ts';
import type { EventSource } from '#lib/core/dataset/event-source.ts';
import type { LinkedTables } from '#lib/core/links/linked-tables.ts';
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
	/** What linked tables tell of its customers. */
	readonly beside: BesideOrders;
	readonly #ledgers = new Map<RefundRule, Ledger>();
	/** Ledgers as of past days; a user moves to and fro between a few. */
	readonly #cuts = new Cache<Ledger>(4);
	readonly #kept = new Cache<object>(2);
	/** 8 bytes a row and 4 a customer. */
	readonly #answers = new Cache<CustomerAnswers>(2);
	/** Per customer since when it is known without an order; null where no table names such customers. */
	readonly #since: Int32Array | null;
	readonly #days: Opened['days'];
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
		this.beside = new BesideOrders({
			linked,
			analysed,
			own: this.ownAttributes,
			named: manifest === null ? 'all' : since === null ? 'none' : 'some',
			ledger: (refunds) => this.ledger(refunds)
		});
	}

	/** Names the data and all that is linked to them. */
	get key(): string {
		return `${this.version} ${this.beside.key}`;
	}

	/** What it is called: as the orders, else as the first table. */
	get name(): string {
		return this.manifest?.name ?? this.beside.tables[0]?.manifest.name ?? '';
	}

	/** Headers of the orders' own columns to cut by. */
	get ownAttributes(): readonly string[] {
		return this.manifest?.attributes ?? [];
	}

	/** By what customers can be told apart. */
	get attributes(): readonly string[] {
		return [...this.ownAttributes, ...this.beside.attributes.map(({ name }) => name)];
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

	/** What customers said in a column of a linked table or of the orders; null where there is none of that name. */
	async answers(source: AnswerSource): Promise<CustomerAnswers | null> {
		const key = JSON.stringify(source);
		const held = this.#answers.find(key);
		if (held !== undefined) return held;
		const found =
			source.table === null ? await this.columns.answers(source.column) : await this.beside.answers(source);
		return found === null ? null : this.#answers.keep(key, found);
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
		return this.span(refunds).last;
	}

	/** From the first order to the last; where no order counts, what rows there are. */
	span(refunds: RefundRule): { readonly first: number; readonly last: number } {
		if (this.#days !== null) return this.#days;
		const { orders, firstDay, lastDay } = this.ledger(refunds);
		const { firstDay: first, lastDay: last } =
			orders === 0 && this.manifest !== null ? this.manifest : { firstDay, lastDay };
		return { first, last };
	}
}
