import { NO_CODE, stringAt, type Dictionary } from '#lib/core/columns/dictionary.ts';
import { textAt } from '#lib/core/columns/text-column.ts';
import type { EntityRole } from '#lib/core/dataset/entities.ts';
import type { EntityColumn, EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import {
	attributeColumn,
	type ColumnNature,
	type SharedColumnId,
	type SharingPolicy
} from '#lib/core/dataset/sharing.ts';
import { columnNature } from '#lib/core/privacy/column-nature.ts';

/** A table beside the orders, with all of its columns. */
export interface TableBeside {
	readonly name: string;
	readonly table: EntityTable;
	/** The column by which it is linked to the customers. */
	readonly column: number;
}

/** A column of the rows that holds the client's own values. */
export interface RowColumn {
	readonly id: SharedColumnId;
	readonly nature: ColumnNature;
	/** What can become of it: prose and dates stay or go. */
	readonly policies: readonly SharingPolicy[];
	/** Different values; of prose and dates, rows. */
	readonly values: number;
	/** The first values. */
	readonly examples: readonly string[];
}

const all: readonly SharingPolicy[] = ['keep', 'mask', 'pseudonym', 'drop'];
/** Rows must tell customers apart. */
const apart: readonly SharingPolicy[] = ['keep', 'pseudonym'];
const stayOrGo: readonly SharingPolicy[] = ['keep', 'drop'];

/** Values shown of each column. */
const shown = 2;

/** What the roles of columns say of a person, where it is not to be told from the values. */
const natures: Readonly<Partial<Record<EntityRole, ColumnNature>>> = {
	...{ 'customer-name': 'name', 'owner-name': 'name', owner: 'name', phone: 'contact', email: 'contact' },
	...{ birthday: 'contact', comment: 'text', subject: 'text', record: 'id', order: 'id' }
};

/** All columns of orders and linked tables that hold the client's own values, the customers first. */
export function rowColumns(orders: OrderTable, tables: readonly TableBeside[]): RowColumn[] {
	const { customers, names, attributes } = orders;
	const coded = (
		id: SharedColumnId,
		nature: ColumnNature,
		values: Dictionary,
		policies = all
	): RowColumn => ({ id, nature, policies, values: values.size, examples: firstOf(values) });
	return [
		coded('customer', 'id', customers, apart),
		...(names === null ? [] : [coded('name', 'name', names.dictionary)]),
		...attributes.map(({ header, dictionary, codes }) =>
			coded(attributeColumn(header), columnNature(dictionary, filled(codes)), dictionary)
		),
		...tables.flatMap((beside) =>
			beside.table.columns.flatMap((column, at): RowColumn[] => {
				if (followsCustomers(beside, at)) return [];
				const id = tableColumnId(beside, column);
				const byRole = natures[column.role];
				switch (column.type) {
					case 'key':
					case 'category':
						return [
							coded(id, byRole ?? columnNature(column.dictionary, filled(column.codes)), column.dictionary)
						];
					case 'text': {
						const examples = firstTexts(column);
						return [
							{ id, nature: byRole ?? 'text', policies: stayOrGo, values: beside.table.rows, examples }
						];
					}
					default:
						// Amounts and days are what methods reckon with; a birthday says who somebody is.
						return byRole === undefined
							? []
							: [{ id, nature: byRole, policies: stayOrGo, values: beside.table.rows, examples: [] }];
				}
			})
		)
	];
}

/** How a column of a linked table is named among the columns of a workspace. */
export const tableColumnId = ({ name }: TableBeside, { header }: EntityColumn): SharedColumnId =>
	attributeColumn(`${name} / ${header}`);

/** Whether a column of a table names customers, and is treated as the customers of the orders are. */
export function followsCustomers({ table, column }: TableBeside, at: number): boolean {
	const { role, type } = table.columns[at] as EntityColumn;
	return (at === column || role === 'customer') && (type === 'key' || type === 'category');
}

const filled = (codes: Uint32Array): number => codes.reduce((n, code) => n + (code === NO_CODE ? 0 : 1), 0);

const firstOf = (values: Dictionary): string[] =>
	Array.from({ length: Math.min(shown, values.size) }, (_, code) => stringAt(values, code));

function firstTexts(column: Extract<EntityColumn, { type: 'text' }>): string[] {
	const found: string[] = [];
	for (let row = 0; row < column.text.offsets.length - 1 && found.length < shown; row++) {
		const text = textAt(column.text, row);
		if (text !== '') found.push(text);
	}
	return found;
}
