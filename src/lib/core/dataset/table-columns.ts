import type { Dictionary } from '../columns/dictionary.ts';
import type { AttributeColumn, OrderTable } from './order-table.ts';

/** The element types that columns are stored in, as raw little-endian bytes (every browser's own order). */
export type ElementType = 'u8' | 'u32' | 'i32' | 'f64';

/** What a table is besides its columns. */
export interface TableShape {
	readonly rows: number;
	readonly scale: number;
	readonly currency: string | null;
	/** Headers of the attribute columns, in order. */
	readonly attributes: readonly string[];
}

export type ColumnArray = Uint8Array | Uint32Array | Int32Array | Float64Array;

/** A table's column under the name that it is stored by. */
export interface NamedColumn {
	readonly name: string;
	readonly type: ElementType;
	readonly array: ColumnArray;
}

const elementTypes = [
	['u8', Uint8Array],
	['u32', Uint32Array],
	['i32', Int32Array],
	['f64', Float64Array]
] as const;

const bytesPerElement: Readonly<Record<ElementType, number>> = { u8: 1, u32: 4, i32: 4, f64: 8 };

/**
 * Bytes of an element of a stored type.
 *
 * @example
 * elementBytes('f64') // => 8
 */
export const elementBytes = (type: ElementType): number => bytesPerElement[type];

/**
 * A column of `length` elements over `buffer`.
 *
 * @example
 * columnOver('i32', Int32Array.of(7, 8).buffer, 2) // => [7, 8]
 */
export function columnOver(type: ElementType, buffer: ArrayBuffer, length: number): ColumnArray {
	const found = elementTypes.find(([name]) => name === type);
	return new (found?.[1] ?? Uint8Array)(buffer, 0, length);
}

/**
 * A column under a name, with the type of its elements.
 *
 * @example
 * named('day', Int32Array.of(7)).type // => 'i32'
 */
export function named(name: string, array: ColumnArray): NamedColumn {
	const found = elementTypes.find(([, constructor]) => array instanceof constructor);
	return { name, type: found?.[0] ?? 'u8', array };
}

/** The two columns of a dictionary. */
export function dictionaryColumns(name: string, { size, bytes, offsets }: Dictionary): NamedColumn[] {
	// Builders leave room to grow behind the used part; only the used part is stored.
	const used = offsets[size] ?? 0;
	return [
		named(`${name}.bytes`, bytes.subarray(0, used)),
		named(`${name}.offsets`, offsets.subarray(0, size + 1))
	];
}

/** What a table is besides its columns. */
export function shapeOf(table: OrderTable): TableShape {
	const { rows, scale, currency } = table;
	return { rows, scale, currency, attributes: table.attributes.map(({ header }) => header) };
}

/** A table as flat named columns. Nothing is copied: the arrays are views of the table's own. */
export function columnsOfTable(table: OrderTable): NamedColumn[] {
	const { rows } = table;
	const columns = [
		...dictionaryColumns('customers', table.customers),
		named('customer', table.customer.subarray(0, rows)),
		named('day', table.day.subarray(0, rows)),
		named('amount', table.amount.subarray(0, rows)),
		named('kind', table.kind.subarray(0, rows))
	];
	if (table.names !== null) {
		columns.push(...dictionaryColumns('names', table.names.dictionary));
		columns.push(named('names.codes', table.names.codes.subarray(0, table.customers.size)));
	}
	if (table.order !== null) columns.push(named('order', table.order.subarray(0, rows)));
	if (table.orders !== null) columns.push(...dictionaryColumns('orders', table.orders));
	if (table.instant !== null) columns.push(named('instant', table.instant.subarray(0, rows)));
	if (table.quantity !== null) columns.push(named('quantity', table.quantity.subarray(0, rows)));
	if (table.profit !== null) columns.push(named('profit', table.profit.subarray(0, rows)));
	for (const [index, { dictionary, codes }] of table.attributes.entries()) {
		columns.push(...dictionaryColumns(`attribute.${index}`, dictionary));
		columns.push(named(`attribute.${index}.codes`, codes.subarray(0, rows)));
	}
	return columns;
}

/**
 * Whether a column is of no use to a ledger: of one that only wants a ledger, it need not be read.
 *
 * @example
 * isBesideLedger('attribute.0.codes') // => true
 * isBesideLedger('amount') // => false
 */
export const isBesideLedger = (name: string): boolean =>
	name === 'instant' || name === 'quantity' || name.startsWith('attribute.');

/** Columns by name, of which some may be absent, and none may have another type than the one asked for. */
export class NamedColumns {
	readonly #columns: ReadonlyMap<string, ColumnArray>;

	constructor(columns: ReadonlyMap<string, ColumnArray>) {
		this.#columns = columns;
	}

	optional<A extends ColumnArray>(name: string, constructor: abstract new (...args: never) => A): A | null {
		const array = this.#columns.get(name);
		if (array === undefined) return null;
		if (!(array instanceof constructor)) throw new TypeError(`column ${name} has another type`);
		return array;
	}

	required<A extends ColumnArray>(name: string, constructor: abstract new (...args: never) => A): A {
		const array = this.optional(name, constructor);
		if (array === null) throw new TypeError(`column ${name} is absent`);
		return array;
	}

	dictionary(name: string): Dictionary {
		const offsets = this.required(`${name}.offsets`, Uint32Array);
		return { size: offsets.length - 1, bytes: this.required(`${name}.bytes`, Uint8Array), offsets };
	}

	attribute(header: string, index: number): AttributeColumn | null {
		const codes = this.optional(`attribute.${index}.codes`, Uint32Array);
		return codes === null ? null : { header, dictionary: this.dictionary(`attribute.${index}`), codes };
	}
}

/**
 * The attribute with an index, of columns by name; null when its codes are absent. Throws a TypeError as below.
 *
 * @example
 * attributeOfColumns('Channel', 0, new Map()) // => null
 */
export function attributeOfColumns(
	header: string,
	index: number,
	columns: ReadonlyMap<string, ColumnArray>
): AttributeColumn | null {
	return new NamedColumns(columns).attribute(header, index);
}

/**
 * The table that `columnsOfTable` took apart. Absent columns become null (or no attributes).
 * Throws a TypeError when a column that every table has is absent or of another type.
 *
 * @example
 * const parts = [['customers.bytes', 'u8', 1], ['customers.offsets', 'u32', 2], ['customer', 'u32', 1], ['day', 'i32', 1]];
 * const all = [...parts, ['amount', 'f64', 1], ['kind', 'u8', 1]];
 * const columns = new Map(all.map(([name, type, n]) => [name, columnOver(type, new ArrayBuffer(8 * n), n)]));
 * tableOfColumns({ rows: 1, scale: 2, currency: null, attributes: [] }, columns).amount // => [0]
 */
export function tableOfColumns(shape: TableShape, columns: ReadonlyMap<string, ColumnArray>): OrderTable {
	const named = new NamedColumns(columns);
	const attributes = shape.attributes.flatMap((header, index): AttributeColumn[] => {
		const attribute = named.attribute(header, index);
		return attribute === null ? [] : [attribute];
	});
	const nameCodes = named.optional('names.codes', Uint32Array);
	return {
		rows: shape.rows,
		customers: named.dictionary('customers'),
		customer: named.required('customer', Uint32Array),
		names: nameCodes === null ? null : { dictionary: named.dictionary('names'), codes: nameCodes },
		order: named.optional('order', Uint32Array),
		orders: columns.has('orders.offsets') ? named.dictionary('orders') : null,
		day: named.required('day', Int32Array),
		instant: named.optional('instant', Float64Array),
		amount: named.required('amount', Float64Array),
		quantity: named.optional('quantity', Float64Array),
		profit: named.optional('profit', Float64Array),
		kind: named.required('kind', Uint8Array),
		attributes,
		scale: shape.scale,
		currency: shape.currency
	};
}
