import { isoDate } from '#lib/core/calendar/day.ts';
import { NO_CODE, stringAt, type Dictionary } from '#lib/core/columns/dictionary.ts';
import { textAt } from '#lib/core/columns/text-column.ts';
import type { EntityRole } from '#lib/core/dataset/entities.ts';
import { NO_DAY, type EntityColumn, type EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import {
	attributeColumn,
	defaultPolicies,
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
	/** What can become of it: prose, numbers and dates stay or go. */
	readonly policies: readonly SharingPolicy[];
	/** Different values; of prose, numbers and dates, rows that have one. */
	readonly values: number;
	/** Where it holds no texts. */
	readonly measure?: RowMeasure;
	/** The first values. */
	readonly examples: readonly string[];
}

/** What a column holds that holds no texts. */
type RowMeasure = Extract<EntityColumn['type'], 'number' | 'date' | 'money'>;

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

/** Columns whose header says nothing that methods reckon with: a wage or a day of dismissal may stand there. */
const plainRoles: ReadonlySet<EntityRole> = new Set(['attribute', 'ignore']);

/**
 * All columns of orders and linked tables that hold the client's own values, the customers first. Columns that rules cannot tell
 * apart, as of two tables of one name, are one here: with the strictest nature, and what can become of all of them.
 */
export function rowColumns(orders: OrderTable, tables: readonly TableBeside[]): RowColumn[] {
	const found = new Map<SharedColumnId, RowColumn>();
	for (const column of eachColumn(orders, tables)) {
		const other = found.get(column.id);
		found.set(column.id, other === undefined ? column : asOne(other, column));
	}
	return [...found.values()];
}

/** By what their default does, the mildest first. */
const severity: readonly SharingPolicy[] = ['keep', 'mask', 'pseudonym', 'drop'];
const severityOf = ({ nature }: RowColumn): number => severity.indexOf(defaultPolicies[nature]);

function asOne(one: RowColumn, other: RowColumn): RowColumn {
	return {
		id: one.id,
		nature: (severityOf(other) > severityOf(one) ? other : one).nature,
		policies: one.policies.filter((policy) => other.policies.includes(policy)),
		values: one.values + other.values,
		...(one.measure !== undefined && one.measure === other.measure && { measure: one.measure }),
		examples: [...one.examples, ...other.examples].slice(0, shown)
	};
}

function eachColumn(orders: OrderTable, tables: readonly TableBeside[]): RowColumn[] {
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
						const { offsets } = column.text;
						const isEmpty = (row: number) => offsets[row] === offsets[row + 1];
						const texts = valuesOf(beside.table.rows, isEmpty, (row) => textAt(column.text, row));
						return [{ id, nature: byRole ?? 'text', policies: stayOrGo, ...texts }];
					}
					case 'date': {
						const { day } = column;
						const isEmpty = (row: number) => day[row] === NO_DAY;
						const days = valuesOf(beside.table.rows, isEmpty, (row) => isoDate(day[row] as number));
						return [measured(id, column, days)];
					}
					default: {
						const { values } = column;
						const decimals = column.type === 'money' ? column.scale : null;
						const isEmpty = (row: number) => Number.isNaN(values[row]);
						const numbers = valuesOf(beside.table.rows, isEmpty, (row) => {
							const value = values[row] as number;
							return decimals === null ? String(value) : (value / 10 ** decimals).toFixed(decimals);
						});
						return [measured(id, column, numbers)];
					}
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

function measured(
	id: SharedColumnId,
	{ role, type }: EntityColumn & { readonly type: RowMeasure },
	values: Pick<RowColumn, 'values' | 'examples'>
): RowColumn {
	// What methods reckon with is kept unless somebody chooses otherwise; a birthday says who somebody is.
	const nature = natures[role] ?? (plainRoles.has(role) ? 'text' : 'category');
	return { id, nature, policies: stayOrGo, measure: type, ...values };
}

/** How many rows have a value, and the first of them as texts. */
function valuesOf(
	rows: number,
	isEmpty: (row: number) => boolean,
	textOf: (row: number) => string
): Pick<RowColumn, 'values' | 'examples'> {
	const examples: string[] = [];
	let values = 0;
	for (let row = 0; row < rows; row++) {
		if (isEmpty(row)) continue;
		values++;
		if (examples.length < shown) examples.push(textOf(row));
	}
	return { values, examples };
}
