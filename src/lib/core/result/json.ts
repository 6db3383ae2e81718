import * as v from 'valibot';
import { CoreError } from '../errors.ts';
import type { MethodResult } from '../methods/types.ts';
import { frameSchema } from './frame-schema.ts';
import { columnFromJson, columnToJson, type JsonColumn } from './json-column.ts';
import type { CellType, Table } from './table.ts';

/** A table as plain JSON: its columns in order, each with its kind. */
export interface JsonTable {
	readonly rows: number;
	readonly columns: Readonly<Record<string, JsonColumn>>;
	readonly types: Readonly<Record<string, CellType>>;
}

/** A result as plain JSON: typed arrays as tagged lists of numbers, NaN as null. */
export interface JsonResult extends Omit<MethodResult, 'scalars' | 'tables'> {
	readonly scalars: Readonly<Record<string, number | null>>;
	readonly tables: Readonly<Record<string, JsonTable>>;
}

/**
 * A result as a value for `JSON.stringify`. `resultFromJson` gives back the same result: the same numbers to the
 * last bit, the same kinds of array. Two things are not kept apart: −0 is written as 0, and all NaN are null.
 *
 * @throws CoreError `internal` when a number is infinite: no method's result may hold one.
 */
export function resultToJson(result: MethodResult): JsonResult {
	return {
		...result,
		scalars: mapRecord(result.scalars, numberToJson),
		tables: mapRecord(result.tables, tableToJson)
	};
}

function numberToJson(value: number): number | null {
	if (Number.isNaN(value)) return null;
	if (!Number.isFinite(value)) throw new CoreError('internal', { reason: 'infinite-number-in-result' });
	return value + 0;
}

function tableToJson(table: Table): JsonTable {
	return { rows: table.rows, columns: mapRecord(table.columns, columnToJson), types: { ...table.types } };
}

const name = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/));
const finite = v.pipe(v.number(), v.finite());
const whole = v.pipe(finite, v.integer());
const count = v.pipe(whole, v.minValue(0));
const cellTypes = ['text', 'count', 'number', 'money', 'share', 'day', 'days', 'code', 'flag'] as const;

const remark = v.strictObject({ code: name, params: v.record(name, v.union([v.string(), finite])) });

const jsonResult = v.strictObject({
	method: name,
	version: v.pipe(whole, v.minValue(1)),
	params: v.record(v.string(), v.unknown()),
	frame: frameSchema,
	status: v.picklist(['ok', 'not-enough-data']),
	missing: v.array(remark),
	n: count,
	warnings: v.array(remark),
	scalars: v.record(name, v.nullable(finite)),
	tables: v.record(
		name,
		v.strictObject({
			rows: count,
			// Columns are checked one by one below: a schema walk over every number would take seconds.
			columns: v.record(name, v.unknown()),
			types: v.record(name, v.picklist(cellTypes))
		})
	)
});

/**
 * Reads a result that `resultToJson` made, from parsed JSON of unknown origin. Everything is checked: names,
 * types, whole numbers and their ranges, equal lengths, a type for every column. Parameters are kept as they are;
 * only the method itself can judge them.
 *
 * @throws CoreError `snapshot-invalid` with `at`, the path of the first thing that is wrong.
 * @example
 * resultFromJson({ method: 'rfm' }) // => throws 'snapshot-invalid'
 */
export function resultFromJson(value: unknown): MethodResult {
	const parsed = v.safeParse(jsonResult, value);
	if (!parsed.success) throw invalid(v.getDotPath(parsed.issues[0]) ?? 'result');
	const { scalars, tables, ...rest } = parsed.output;
	return {
		...rest,
		scalars: mapRecord(scalars, (number) => number ?? Number.NaN),
		tables: mapRecord(tables, (table, tableName) => {
			const columns = mapRecord(table.columns, (column, columnName) => {
				const read = columnFromJson(column, table.rows);
				if (read === null) throw invalid(`tables.${tableName}.columns.${columnName}`);
				return read;
			});
			const typed = Object.keys(table.types);
			if (typed.length !== Object.keys(columns).length || typed.some((key) => !Object.hasOwn(columns, key))) {
				throw invalid(`tables.${tableName}.types`);
			}
			return { rows: table.rows, columns, types: table.types };
		})
	};
}

function invalid(at: string): CoreError {
	return new CoreError('snapshot-invalid', { at });
}

/** The same keys with other values; own properties only, so that no key can reach a prototype. */
function mapRecord<A, B>(
	record: Readonly<Record<string, A>>,
	map: (value: A, key: string) => B
): Record<string, B> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
