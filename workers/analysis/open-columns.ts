import type { ColumnNature } from '#lib/api/index.ts';
import { NO_CODE, type Dictionary } from '#lib/core/columns/dictionary.ts';
import { answersInOrders, type CustomerAnswers } from '#lib/core/dataset/customer-answers.ts';
import { groupsAtEntry, type CustomerGroups } from '#lib/core/dataset/customer-groups.ts';
import { latestValues } from '#lib/core/dataset/latest-values.ts';
import type { OrderLines } from '#lib/core/dataset/order-lines.ts';
import type { AttributeColumn, OrderTable } from '#lib/core/dataset/order-table.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { Ledger, RefundRule } from '#lib/core/ledger/types.ts';
import type { LinkedTables } from '#lib/core/links/linked-tables.ts';
import { columnNature } from '#lib/core/privacy/column-nature.ts';
import { Cache } from './cache.ts';

/** Reads one attribute of the open dataset; null when it has none of that name. */
export type LoadAttribute = (header: string) => Promise<AttributeColumn | null>;

/** An attribute as of now: its values, which each customer has, and what they say of a person. */
export interface AttributeValues {
	readonly dictionary: Dictionary;
	/** Per customer; `NO_CODE` where no row has one. */
	readonly codes: Uint32Array;
	readonly nature: ColumnNature;
}

/** What the columns of an open dataset are made from. */
interface ColumnsOf {
	readonly table: OrderTable;
	/** Headers of the attributes of the orders themselves. */
	readonly own: readonly string[];
	/** In the order of the table's rows. */
	readonly load: LoadAttribute;
	readonly linked: LinkedTables;
	readonly ledger: (refunds: RefundRule) => Ledger;
}

/** The columns of an open dataset by which it can be cut, each read for the first question about it and let go again. */
export class OpenColumns {
	/** 4 bytes a customer and the values of the column. */
	readonly #groups = new Cache<CustomerGroups>(4);
	readonly #latest = new Cache<AttributeValues>(8);
	readonly #of: ColumnsOf;

	constructor(of: ColumnsOf) {
		this.#of = of;
	}

	/** An attribute of a linked table; headers of the orders come first where a name stands for both. */
	linked(name: string | null) {
		return this.#of.linked.attribute(name, this.#of.own);
	}

	/** One column, in the order of the table's rows; null when the dataset has none of that name. */
	attribute(header: string): Promise<AttributeColumn | null> {
		return this.#of.load(header);
	}

	/**
	 * The customers by an attribute.
	 *
	 * Throws `params-invalid` when the dataset has no such attribute.
	 */
	async groups(refunds: RefundRule, attribute: string, method: string): Promise<CustomerGroups> {
		const key = JSON.stringify([refunds, attribute]);
		const held = this.#groups.find(key);
		if (held !== undefined) return held;
		const linked = this.linked(attribute);
		if (linked !== undefined)
			return this.#groups.keep(key, await this.#of.linked.groups(linked, this.#of.table.customers));
		const column = await this.attribute(attribute);
		if (column === null) throw new CoreError('params-invalid', { method, param: 'by' });
		return this.#groups.keep(key, groupsAtEntry(this.#of.table, column, this.#of.ledger(refunds)));
	}

	/**
	 * The rows of the orders by one of their columns.
	 *
	 * Throws `params-invalid` when the orders have no such column.
	 */
	async lines(header: string, method: string): Promise<OrderLines> {
		const column = await this.attribute(header);
		if (column === null) throw new CoreError('params-invalid', { method, param: 'kindBy' });
		const { customer, day, kind } = this.#of.table;
		return { attribute: header, customer, day, kind, codes: column.codes };
	}

	/** What customers said in a column of the orders; null where there is none of that name. */
	async answers(header: string): Promise<CustomerAnswers | null> {
		const column = await this.attribute(header);
		return column === null ? null : answersInOrders(this.#of.table, column);
	}

	/**
	 * What an attribute says of each customer now, on the latest row that says anything: a consent, an address.
	 *
	 * Throws `params-invalid` when the dataset has no such attribute.
	 */
	async latest(attribute: string): Promise<AttributeValues> {
		const held = this.#latest.find(attribute);
		if (held !== undefined) return held;
		const linked = this.linked(attribute);
		if (linked !== undefined) {
			const { values, codes } = await this.#of.linked.groups(linked, this.#of.table.customers);
			const nature = columnNature(values, filled(codes));
			return this.#latest.keep(attribute, { dictionary: values, codes, nature });
		}
		const column = await this.attribute(attribute);
		if (column === null) throw new CoreError('params-invalid', { method: '', param: 'attribute' });
		const { dictionary } = column;
		const nature = columnNature(dictionary, filled(column.codes));
		return this.#latest.keep(attribute, { dictionary, codes: latestValues(this.#of.table, column), nature });
	}
}

/** How many entries have a value. */
function filled(codes: Uint32Array): number {
	return codes.reduce((n, code) => n + (code === NO_CODE ? 0 : 1), 0);
}
