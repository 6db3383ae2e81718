import type { LinkedRecord, OpenBase } from '#lib/api/index.ts';
import type { ContractSource, CustomerContracts } from '#lib/core/dataset/customer-contracts.ts';
import type { CustomerAnswers } from '#lib/core/dataset/customer-answers.ts';
import type { CustomerSigns } from '#lib/core/dataset/customer-signs.ts';
import type { EventSource } from '#lib/core/dataset/event-source.ts';
import type { LinkedAttribute } from '#lib/core/dataset/link.ts';
import type { AnswerSource } from '#lib/core/dataset/loss-reasons.ts';
import type { SourcesBeside } from '#lib/core/dataset/sources.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { Ledger, RefundRule } from '#lib/core/ledger/types.ts';
import type { LinkedContacts } from '#lib/core/links/linked-contacts.ts';
import type { LinkedEvents } from '#lib/core/links/linked-events.ts';
import {
	linkedInput,
	type LinkedTable,
	type LinkedTables,
	type LinkedUse
} from '#lib/core/links/linked-tables.ts';
import type { LinkedInput } from '#lib/core/result/provenance.ts';
import { Cache } from './cache.ts';
import type { AnalysedTable } from './merged-customers.ts';

/** What the customers of open data are linked to, and how far those tables name them. */
interface BesideOf {
	readonly linked: LinkedTables;
	readonly analysed: Pick<AnalysedTable, 'table' | 'merged' | 'places'>;
	/** Headers of the orders' own columns to cut by: they come before linked ones of the same name. */
	readonly own: readonly string[];
	/** Who of the customers is known by linked tables alone: all where there are no orders. */
	readonly named: 'none' | 'some' | 'all';
	readonly ledger: (refunds: RefundRule) => Ledger;
}

/** What linked tables tell of the customers of open data, each thing read for the first question about it. */
export class BesideOrders {
	readonly #of: BesideOf;
	/** 40 bytes a row. */
	readonly #contracts = new Cache<CustomerContracts>(2);
	/** 16 bytes a row and 8 a customer. */
	readonly #events = new Cache<LinkedEvents>(2);
	#signs: Promise<CustomerSigns | null> | undefined;

	constructor(of: BesideOf) {
		this.#of = of;
	}

	/** Names the links, and the versions of what they lead to. */
	get key(): string {
		return this.#of.linked.key;
	}

	/** The tables that are linked to the customers, each with the column that names them. */
	get tables(): readonly LinkedTable[] {
		return this.#of.linked.tables;
	}

	/** What customers can be told apart by, beside the columns of the orders. */
	get attributes(): readonly LinkedAttribute[] {
		return this.#of.linked.attributes;
	}

	/** The tables and columns that methods can be asked about. */
	get offers(): Pick<OpenBase, 'eventTables' | 'contractTables' | 'reasonColumns'> {
		const { eventTables, contractTables, reasonColumns } = this.#of.linked;
		return { eventTables, contractTables, reasonColumns };
	}

	/** The linked tables that an answer depends on: by its attribute, its source, and whether its method reads what they tell. */
	inputs(attribute: string | null, use: Omit<LinkedUse, 'namesCustomers'>): LinkedInput[] {
		const { linked, own, named } = this.#of;
		// Where no orders do, all tables say who the customers are.
		if (named === 'all') return linked.tables.map(linkedInput);
		const namesCustomers = named === 'some';
		return linked.usedBy(linked.attribute(attribute, own), { ...use, namesCustomers }).map(linkedInput);
	}

	/** All that answers can depend on beside the files of the orders. */
	get allSources(): SourcesBeside {
		return this.sources(this.tables.map(linkedInput));
	}

	/** What answers that use these linked tables depend on beside the files of the orders. */
	sources(inputs: readonly LinkedInput[]): SourcesBeside {
		const used = this.tables.filter((table) => {
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
			merged: this.#of.analysed.places
		};
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
		const { linked, ledger, analysed } = this.#of;
		const found = await linked.events(source, ledger(refunds), analysed.merged);
		if (found === null) throw new CoreError('params-invalid', { method, param: 'source' });
		return this.#events.keep(key, found);
	}

	/** The rows of a linked table as contracts; null where there is none that the source means. */
	async contracts(refunds: RefundRule, source: ContractSource): Promise<CustomerContracts | null> {
		const key = JSON.stringify(source);
		const held = this.#contracts.find(key);
		if (held !== undefined) return held;
		const { linked, ledger, analysed } = this.#of;
		const found = await linked.contracts(source, ledger(refunds), analysed.merged);
		return found === null ? null : this.#contracts.keep(key, found);
	}

	/** What customers said in a column of a linked table; null where there is none of that name. */
	answers(source: AnswerSource): Promise<CustomerAnswers | null> {
		const { linked, analysed } = this.#of;
		return linked.answers(source, analysed.table.customers, analysed.merged);
	}

	/** What linked tables tell of the customers, read once; null where none does. */
	signs(): Promise<CustomerSigns | null> {
		const { linked, analysed } = this.#of;
		return (this.#signs ??= linked.signs(analysed.table.customers).catch((error: unknown) => {
			// A table may be there again when it is asked for the next time.
			this.#signs = undefined;
			throw error;
		}));
	}

	/** Phone numbers, e-mail addresses and names that linked tables have of the customers. */
	contacts(): Promise<LinkedContacts[]> {
		const { linked, analysed } = this.#of;
		return linked.contacts(analysed.table.customers, analysed.merged);
	}

	/** What linked tables have about a customer, who may have several ids. */
	records(ids: readonly string[]): Promise<LinkedRecord[]> {
		return this.#of.linked.about(ids);
	}
}
