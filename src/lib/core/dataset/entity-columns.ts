import type { EntityRole, TableEntity, ValueType } from './entities.ts';
import type { ColumnValues, EntityColumn, EntityTable } from './entity-table.ts';
import {
	dictionaryColumns,
	named,
	NamedColumns,
	type ColumnArray,
	type NamedColumn
} from './table-columns.ts';

/** What a table of another entity is besides its columns. */
export interface EntityShape {
	readonly entity: TableEntity;
	readonly rows: number;
	readonly currency: string | null;
	readonly columns: readonly {
		readonly header: string;
		readonly role: EntityRole;
		readonly type: ValueType;
		/** Of money. */
		readonly scale?: number;
	}[];
}

/** What a table of another entity is besides its columns, told from it. */
export function entityShapeOf({ entity, rows, currency, columns }: EntityTable): EntityShape {
	return {
		entity,
		rows,
		currency,
		columns: columns.map((column) => {
			const { header, role, type } = column;
			return { header, role, type, ...(type === 'money' && { scale: column.scale }) };
		})
	};
}

const nameOf = (index: number): string => `column.${index}`;

/**
 * Whether a stored column belongs to the column with an index.
 *
 * @example
 * isOfColumn('column.1.codes', 1) // => true
 * isOfColumn('column.11.codes', 1) // => false
 */
export const isOfColumn = (name: string, index: number): boolean => name.startsWith(`${nameOf(index)}.`);

/** A table of another entity as flat named columns; nothing is copied. */
export function columnsOfEntityTable({ rows, columns }: EntityTable): NamedColumn[] {
	return columns.flatMap((column, index): NamedColumn[] => {
		const name = nameOf(index);
		switch (column.type) {
			case 'key':
			case 'category':
				return [
					...dictionaryColumns(name, column.dictionary),
					named(`${name}.codes`, column.codes.subarray(0, rows))
				];
			case 'text': {
				const { bytes, offsets } = column.text;
				return [
					named(`${name}.text`, bytes.subarray(0, offsets[rows])),
					named(`${name}.offsets`, offsets.subarray(0, rows + 1))
				];
			}
			case 'date': {
				const day = named(`${name}.day`, column.day.subarray(0, rows));
				return column.instant === null
					? [day]
					: [day, named(`${name}.instant`, column.instant.subarray(0, rows))];
			}
			default:
				return [named(`${name}.values`, column.values.subarray(0, rows))];
		}
	});
}

/**
 * Columns that `columnsOfEntityTable` took apart, those of them that were read. Throws a TypeError when a part of one is
 * absent or of another type.
 *
 * @example
 * const shape = { entity: 'other', rows: 1, currency: null, columns: [{ header: 'n', role: 'attribute', type: 'number' }] };
 * entityTableOfColumns(shape, new Map([['column.0.values', Float64Array.of(5)]])).columns[0].values // => [5]
 */
export function entityTableOfColumns(
	shape: EntityShape,
	columns: ReadonlyMap<string, ColumnArray>,
	wanted: (index: number) => boolean = () => true
): EntityTable {
	const parts = new NamedColumns(columns);
	return {
		entity: shape.entity,
		rows: shape.rows,
		currency: shape.currency,
		columns: shape.columns.flatMap((column, index): EntityColumn[] => {
			if (!wanted(index)) return [];
			const { header, role } = column;
			return [{ header, role, ...valuesOf(nameOf(index), column, parts) }];
		})
	};
}

function valuesOf(
	name: string,
	{ type, scale }: EntityShape['columns'][number],
	parts: NamedColumns
): ColumnValues {
	switch (type) {
		case 'key':
		case 'category':
			return {
				type,
				dictionary: parts.dictionary(name),
				codes: parts.required(`${name}.codes`, Uint32Array)
			};
		case 'text': {
			const text = {
				bytes: parts.required(`${name}.text`, Uint8Array),
				offsets: parts.required(`${name}.offsets`, Uint32Array)
			};
			return { type, text };
		}
		case 'date': {
			const day = parts.required(`${name}.day`, Int32Array);
			return { type, day, instant: parts.optional(`${name}.instant`, Float64Array) };
		}
		case 'number':
			return { type, values: parts.required(`${name}.values`, Float64Array) };
		case 'money':
			return { type, values: parts.required(`${name}.values`, Float64Array), scale: scale ?? 0 };
	}
}
